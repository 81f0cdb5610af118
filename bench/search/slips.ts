/**
 * Slips of the keyboard for measuring: another generator than the one that made the nation, with a stream of its own, so that
 * the search is measured on slips it was not built on. Letters are hit beside the right one, left out, doubled, exchanged.
 */
export type Random = () => number;

/** Mulberry32: the same seed, the same queries. */
export function random(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
export const below = (draw: Random, n: number): number => Math.floor(draw() * n);
export const oneOf = <T>(draw: Random, items: readonly T[]): T => items[below(draw, items.length)] as T;

/** Rows of the usual keyboard, with the Kazakh letters of its upper row. */
const rows = ['әіңғүұқөһ', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
function besides(letter: string): readonly string[] {
  const row = rows.find((r) => r.includes(letter));
  if (row === undefined) return ['а', 'о', 'е', 'н', 'р'];
  const at = row.indexOf(letter);
  return [row[at - 1], row[at + 1]].filter((l): l is string => l !== undefined);
}

/** One slip in a word, not in its first letter: that one is seen. */
export function slip(draw: Random, word: string): string {
  const at = 1 + below(draw, word.length - 1);
  const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  switch (below(draw, 4)) {
    case 0:
      return `${before}${oneOf(draw, besides(letter.toLowerCase()))}${after}`;
    case 1:
      return `${before}${after}`;
    case 2:
      return `${before}${letter}${letter === after[0] ? oneOf(draw, besides(letter.toLowerCase())) : letter}${after}`;
    default:
      return after === '' || after[0] === letter ? `${before}${after}` : `${before}${after[0] ?? ''}${letter}${after.slice(1)}`;
  }
}

/** A day with one figure another, still a day that has been. */
export function otherFigure(draw: Random, day: string, latest: string): string {
  for (;;) {
    const at = oneOf(draw, [3, 5, 6, 8, 9]);
    const other = `${day.slice(0, at)}${below(draw, 10)}${day.slice(at + 1)}`;
    const real = new Date(`${other}T00:00:00Z`);
    if (other !== day && other <= latest && !Number.isNaN(real.getTime()) && real.toISOString().startsWith(other)) return other;
  }
}

const passport: Readonly<Record<string, string>> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o',
  п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'kh', һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', і: 'i', ь: '', э: 'e', ю: 'yu', я: 'ya',
};
const russian: Readonly<Record<string, string>> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' };
const letterwise = (table: Readonly<Record<string, string>>) => (text: string): string => [...text.toLowerCase()].map((l) => table[l] ?? l).join('');
/** As in a passport. */
export const inLatin = letterwise(passport);
/** As on a keyboard without the Kazakh letters. */
export const inRussian = letterwise(russian);
