/**
 * Who comes again in a year's files. A pair is the same two, however they were written: both names must agree, so each of
 * them may be spelt, shortened or mistyped otherwise. One pupil alone, and a class, are the same only by their key. Pure.
 */
import { isPatronymic, keysOf, near, readingOf, slips, wordsOf } from '#cap/children/contract.ts';
import type { repeatKinds, Side } from '../contract.ts';
import { classKey } from './pupils.ts';

/** One pupil of one file; `key` as it was kept (pupils.ts). */
export interface Seen {
  readonly file: string;
  readonly school: string;
  readonly side: Side;
  readonly key: string;
  readonly name: string;
  readonly class: string | null;
  readonly at: string;
}
export interface Again {
  readonly what: (typeof repeatKinds)[number];
  readonly school: string;
  /** Of a pair: who is hurt, who hurts, as written last. None of a class. */
  readonly names: readonly string[];
  readonly class: string | null;
  readonly times: number;
  readonly last: string;
  /** The newest twenty at most. */
  readonly proceedings: readonly string[];
}

/** Of each kind so many at most. */
const most = 200;
const mostFiles = 20;

interface Word {
  readonly keys: ReadonlySet<string>;
  /** In one alphabet, by its key, and as it was typed: a slip of a finger is one letter in one of them. */
  readonly spellings: readonly string[];
  /** Ends as surnames do: brothers and sisters share it. */
  readonly surname: boolean;
  readonly sex: Sex | null;
}
type Sex = 'girl' | 'boy';
interface Name {
  readonly own: readonly Word[];
  readonly father: readonly Word[];
  /** As the father's name says, or else the surname. */
  readonly sex: Sex | null;
  readonly class: string;
}

/** Endings that only one of the two bears, in a reading: surnames; the father's name. */
const endings = {
  own: { girl: /(?:[oe][vb]a|skaia)$/, boy: /(?:[oe][vb]|skii?)$/ },
  father: { girl: /(?:k[yi]z[yi]?|[oe]vna|icna)$/, boy: /(?:[uo]g?l[yi]|ic)$/ },
} as const;
const sexOf = (as: keyof typeof endings, reading: string): Sex | null => (endings[as].girl.test(reading) ? 'girl' : endings[as].boy.test(reading) ? 'boy' : null);

const partsOf = { own: ['family', 'given'], father: ['patronymic', 'given'] } as const;

/** A word as each of the parts of a name that it may be; the key is that of the first. */
function wordAs(as: keyof typeof endings, word: string): Word {
  const reading = readingOf(word);
  const found = partsOf[as].map((part) => keysOf(part, reading));
  return {
    keys: new Set(found.flatMap(({ key, aliases }) => [key, ...aliases]).filter((key) => key !== '')),
    spellings: [reading.spelling, found[0]?.key ?? '', word.toLowerCase()],
    surname: /(?:[oe]va?|skii|skaia|enko)$/.test(reading.spelling),
    sex: sexOf(as, reading.spelling),
  };
}

/** Each word is read once, however many bear it. */
function reader(): (pupil: Pick<Seen, 'name' | 'class'>) => Name {
  const known = new Map<string, Word>();
  const word = (as: keyof typeof endings) => (text: string): Word => {
    const at = `${as} ${text}`;
    const found = known.get(at) ?? wordAs(as, text);
    known.set(at, found);
    return found;
  };
  return ({ name, class: className }) => {
    const words = wordsOf(name).filter((text) => /\p{L}/u.test(text));
    // The last that ends so names the father; Дүрқыз and Маралқыз are given names.
    const father = words.filter(isPatronymic).slice(-1);
    const own = words.filter((text) => !father.includes(text));
    const alone = own.length < 2;
    const [ownWords, fatherWords] = [(alone ? words : own).map(word('own')), alone ? [] : father.map(word('father'))];
    return { own: ownWords, father: fatherWords, sex: (fatherWords[0] ?? ownWords.find((w) => w.sex !== null))?.sex ?? null, class: classKey(className) };
  };
}

/** Shortest name that may stand for a longer one: Наз for Назерке, Бақыт for Бақытжан; at its end a longer one: Айым for Көзайым, but not Нұр for Айнұр. */
const shortest = { first: 3, last: 4 } as const;
const shortens = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (short.length >= shortest.first && long.startsWith(short)) || (short.length >= shortest.last && long.endsWith(short));
};

/** What speaks for two names being one pupil's. OURS, set on made years (bench repeats), not learnt. */
const points = { word: 1, father: 0.6, sameClass: 0.6, otherClass: -0.6, common: -0.5, unsure: -0.5, shortened: -0.2, otherSex: -1 } as const;
/** Each of the two needs as much, and both together; so much makes one of them certain. A given name that more than one pupil in so many bears is common. */
const enough = { each: 1, both: 3, certain: 2.6 } as const;
const commonOf = 200;

const wordsAgree = (a: Word, b: Word): boolean =>
  [...a.keys].some((key) => b.keys.has(key)) || a.spellings.some((one, i) => one === b.spellings[i] || near(one, b.spellings[i] ?? ''));
const agree = (a: Word, b: Word): boolean => wordsAgree(a, b) || a.spellings.some((one, i) => shortens(one, b.spellings[i] ?? ''));

/** More slips than one word alone may have, in one that begins as the other does: beside the same surname it is not a brother's name. */
const slipsOf = (letters: number): number => (letters < 4 ? 1 : letters < 8 ? 2 : 3);
const alike = (a: Word, b: Word): boolean =>
  a.spellings.some((one, i) => {
    const other = b.spellings[i] ?? '';
    const most = slipsOf(Math.max(one.length, other.length));
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    return (short.length > 1 && long.startsWith(short)) || (short.length > most && one[0] === other[0] && slips(one, other, most) <= most);
  });

const beginsAlike = (a: Word, b: Word): boolean => a.spellings.some((one, i) => one !== '' && one[0] === b.spellings[i]?.[0]);

/** Words of the two that find each other, in any order, and what is left of both. */
function matched(a: readonly Word[], b: readonly Word[]): { readonly both: readonly (readonly [Word, Word])[]; readonly left: readonly [readonly Word[], readonly Word[]] } {
  const rest = [...b];
  const both = a.flatMap((word) => {
    const at = rest.findIndex((other) => agree(word, other));
    return at < 0 ? [] : rest.splice(at, 1).map((other) => [word, other] as const);
  });
  return { both, left: [a.filter((word) => !both.some(([own]) => own === word)), rest] };
}

interface Likeness {
  readonly points: number;
  /** Of one class: then less of the name will do, if the other of the two is certain. */
  readonly sameClass: boolean;
}

/**
 * How much speaks for these being one pupil of a school; null: it is another. Another father is another child, and a surname
 * alone is a family's: a given name must agree, beside the surname, or another one (the mother's), or none.
 */
function likeness(a: Name, b: Name, common: (word: Word) => boolean): Likeness | null {
  const fathers = matched(a.father, b.father).both.length;
  if (a.father.length > 0 && b.father.length > 0 && fathers === 0) return null;
  const { both, left } = matched(a.own, b.own);
  const similar = left[0].some((word) => left[1].some((other) => alike(word, other)));
  const sameClass = a.class !== '' && a.class === b.class;
  const alone = both.length === 1 && !similar;
  // In one class a name mistyped beyond knowing is still no other child's, as long as it begins alike.
  const mistyped = sameClass && left[0].some((word) => left[1].some((other) => beginsAlike(word, other)));
  if (both.length === 0 || (alone && !mistyped && both.some((two) => two.some((word) => word.surname)))) return null;
  // Where nothing of what is left ends as surnames do, what agreed may be the family's name.
  const unsure = alone && left.every((words) => words.length > 0) && !left.flat().some((word) => word.surname);
  const classes = a.class === '' || b.class === '' ? 0 : sameClass ? points.sameClass : points.otherClass;
  const sexes = a.sex !== null && b.sex !== null && a.sex !== b.sex ? points.otherSex : 0;
  const less = !alone ? 0 : (unsure ? points.unsure : 0) + (both.some(([word]) => common(word)) ? points.common : 0) + (both.some((two) => wordsAgree(...two)) ? 0 : points.shortened);
  return { points: both.length * points.word + (fathers > 0 ? points.father : 0) + classes + sexes + less, sameClass };
}

const stands = (own: Likeness, other: Likeness): boolean => own.points >= enough.each || (own.sameClass && other.points >= enough.certain);

function samePair(a: Pair, b: Pair, common: (word: Word) => boolean): boolean {
  const hurt = likeness(a.names[0], b.names[0], common);
  if (hurt === null) return false;
  const other = likeness(a.names[1], b.names[1], common);
  return other !== null && stands(hurt, other) && stands(other, hurt) && hurt.points + other.points >= enough.both;
}

interface Read {
  readonly seen: Seen;
  readonly name: Name;
}
interface Pair {
  readonly hurt: Seen;
  readonly other: Seen;
  readonly names: readonly [Name, Name];
}

/** Groups of what belongs together, each at least two; `same` need not reach from the first to the last. */
function grouped<T>(all: readonly T[], same: (a: T, b: T) => boolean): T[][] {
  const group = all.map((_, i) => i);
  const root = (i: number): number => (group[i] === i ? i : (group[i] = root(group[i] ?? i)));
  all.forEach((a, i) => {
    for (let j = 0; j < i; j += 1) {
      const other = all[j];
      if (other !== undefined && root(i) !== root(j) && same(a, other)) group[root(i)] = root(j);
    }
  });
  const found = new Map<number, T[]>();
  all.forEach((one, i) => found.set(root(i), [...(found.get(root(i)) ?? []), one]));
  return [...found.values()];
}

function by<T>(all: readonly T[], key: (one: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const list = found.get(key(one));
    if (list === undefined) found.set(key(one), [one]);
    else list.push(one);
  }
  return [...found.values()];
}

const newest = (a: { readonly at: string }, b: { readonly at: string }): number => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);

/** Null where all of it is one file. */
function again(what: Again['what'], group: readonly Seen[], names: (last: Seen) => readonly string[]): Again | null {
  const sorted = [...group].sort(newest);
  const [last] = sorted;
  const files = [...new Set(sorted.map((s) => s.file))];
  if (last === undefined || files.length < 2) return null;
  return { what, school: last.school, names: names(last), class: sorted.find((s) => s.class !== null)?.class ?? null, times: files.length, last: last.at, proceedings: files.slice(0, mostFiles) };
}

function pairsOf(school: readonly Read[], common: (word: Word) => boolean): Again[] {
  const pairs = by(school, ({ seen }) => seen.file).flatMap((file) =>
    file.filter((h) => h.seen.side === 'hurt').flatMap((h) =>
      file.filter((o) => o.seen.side === 'others').map((o): Pair => ({ hurt: h.seen, other: o.seen, names: [h.name, o.name] }))));
  return grouped(pairs, (a, b) => samePair(a, b, common)).flatMap((group) => {
    const found = again('pair', group.map((p) => p.hurt), (last) => {
      const pair = group.find((p) => p.hurt === last);
      return pair === undefined ? [last.name] : [pair.hurt.name, pair.other.name];
    });
    return found === null ? [] : [found];
  });
}

/** All that come again, most often first; of each kind so many at most. */
export function whoComesAgain(seen: readonly Seen[]): Again[] {
  const nameOf = reader();
  const read = seen.map((one): Read => ({ seen: one, name: nameOf(one) }));
  const borne = new Map<string, number>();
  for (const { name: { own } } of read) for (const { spellings: [, key = ''] } of own) borne.set(key, (borne.get(key) ?? 0) + 1);
  const common = ({ spellings: [, key = ''] }: Word): boolean => (borne.get(key) ?? 0) > Math.max(3, seen.length / commonOf);
  const schools = by(seen, (s) => s.school);
  const alone = schools.flatMap((school) => by(school, (s) => `${s.side} ${s.key}`).map((g) => again(g[0]?.side ?? 'hurt', g, (last) => [last.name])));
  const classes = schools.flatMap((school) => by(school.filter((s) => s.class !== null), (s) => classKey(s.class)).map((g) => again('class', g, () => [])));
  const found = [...by(read, (r) => r.seen.school).flatMap((school) => pairsOf(school, common)), ...alone, ...classes].filter((a) => a !== null);
  return by(found, (a) => a.what).flatMap((kind) => kind.sort((a, b) => b.times - a.times || (a.last < b.last ? 1 : -1)).slice(0, most));
}
