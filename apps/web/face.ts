/** Takes Inter when all of its parts came in time; otherwise the system's own face stays for this visit. On a bad line nothing waits for it: it comes when the page is whole, for the next visit. */

const family = '"Inter Variable"';
/** A letter of each part: latin, cyrillic, cyrillic-ext. */
const samples = ['a', 'а', 'қ'];
/** Milliseconds the first page may wait; it waits for the texts anyway. */
const patience = 400;

/** Where the browser tells: megabits a second, and whether its owner saves them. */
interface Line {
  readonly downlink?: number;
  readonly saveData?: boolean;
}
const goodLine = 3;

const isBad = ({ downlink, saveData }: Line): boolean => saveData === true || (downlink !== undefined && downlink < goodLine);

const loadFace = (): Promise<boolean> =>
  Promise.all(samples.map((letter) => document.fonts.load(`1rem ${family}`, letter))).then(
    (faces) => faces.every((found) => found.length > 0),
    () => false,
  );

/** Milliseconds after which a bad line has brought the page. */
const later = 10_000;

export async function takeFace(): Promise<void> {
  if (isBad((navigator as Navigator & { readonly connection?: Line }).connection ?? {})) {
    setTimeout(() => void loadFace(), later);
    return;
  }
  const parts = loadFace();
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patience));
  if (await Promise.race([parts, late])) document.documentElement.classList.add('inter');
}
