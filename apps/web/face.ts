/** Takes Inter when all of its parts came in time; otherwise the system's own face stays for this visit. */

const family = '"Inter Variable"';
/** A letter of each part: latin, cyrillic, cyrillic-ext. */
const samples = ['a', 'а', 'қ'];
/** Milliseconds the first page may wait; it waits for the texts anyway. */
const patience = 400;

export async function takeFace(): Promise<void> {
  const parts = Promise.all(samples.map((letter) => document.fonts.load(`1rem ${family}`, letter))).then(
    (faces) => faces.every((found) => found.length > 0),
    () => false,
  );
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patience));
  if (await Promise.race([parts, late])) document.documentElement.classList.add('inter');
}
