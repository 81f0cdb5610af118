/**
 * The published year of 111 as single contacts: how many by channel, region and outcome is the file's;
 * the hour, the school, the words and the unpublished split of the other regions are made up here, and say so.
 * Deterministic: the same file and seed give the same contacts in the same order.
 */
import { almatyInstant, isWorkingDay, nextWorkingDay, addDays } from '#kernel/terms/calendar.ts';
import type { Instant } from '#kernel/clock.ts';
import { keyFor } from './driver.ts';

export interface YearFile {
  readonly period: readonly [string, string];
  readonly total: number;
  readonly byChannel: Readonly<Record<string, number>>;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly byRegionKnown: Readonly<Record<string, number>>;
}

export type YearOutcome = 'consulted' | 'psychological-support' | 'jointly';

export interface Contact {
  readonly index: number;
  readonly sourceRef: string;
  readonly at: Instant;
  readonly channel: string;
  readonly region: string;
  readonly school: string | null;
  readonly outcome: YearOutcome;
  readonly language: 'kk' | 'ru';
  /** Which kind of narrative its words are made from. */
  readonly kind: number;
}

/** The file's own words for outcomes. */
const published: Readonly<Record<string, YearOutcome>> = {
  'psychological support': 'psychological-support',
  'worked jointly with state bodies': 'jointly',
};

/** mulberry32: small, seeded, the same on every machine. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** MADE UP within the file's note: the rest is spread over the regions not published, none above the largest or below the smallest. */
export function regionSplit(file: YearFile, regions: readonly string[]): Map<string, number> {
  const split = new Map(Object.entries(file.byRegionKnown));
  const others = regions.filter((r) => !split.has(r));
  const known = [...split.values()].reduce((a, b) => a + b, 0);
  const rest = file.total - known;
  if (others.length === 0) return split;
  const even = Math.floor(rest / others.length);
  others.forEach((r, i) => split.set(r, even + (i < rest - even * others.length ? 1 : 0)));
  return split;
}

/** A multiset as a list in a seeded order. */
function shuffled<T>(counts: Iterable<readonly [T, number]>, random: () => number): T[] {
  const list: T[] = [];
  for (const [value, n] of counts) for (let i = 0; i < n; i += 1) list.push(value);
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

/** MADE UP: 7,000 schools, spread over the regions as the contacts are. */
export const schoolsTotal = 7000;
export const schoolId = (region: string, n: number): string => keyFor(`replayed school ${region} ${n}`);

export function schoolsOf(split: ReadonlyMap<string, number>, total: number): Map<string, number> {
  const schools = new Map([...split].map(([region, n]) => [region, Math.max(1, Math.floor((n / total) * schoolsTotal))]));
  let missing = schoolsTotal - [...schools.values()].reduce((a, b) => a + b, 0);
  for (const region of schools.keys()) {
    if (missing <= 0) break;
    schools.set(region, (schools.get(region) ?? 0) + 1);
    missing -= 1;
  }
  return schools;
}

function workingDaysOf([from, until]: readonly [string, string]): string[] {
  const days: string[] = [];
  for (let day = isWorkingDay(from) ? from : nextWorkingDay(from); day <= until; day = nextWorkingDay(day)) days.push(day);
  return days;
}

/** Yields every contact in the order of time. `limit` takes the first so many of the seeded order, with the same shares. */
export function contactsOf(file: YearFile, regions: readonly string[], seed = 111): Contact[] {
  const random = seeded(seed);
  const split = regionSplit(file, regions);
  const schools = schoolsOf(split, file.total);
  const regionList = shuffled(split, random);
  const channelList = shuffled(Object.entries(file.byChannel), random);
  const named = Object.entries(file.outcomes).map(([words, n]) => {
    const outcome = published[words];
    if (outcome === undefined) throw new Error(`the file names an outcome we do not know: ${words}`);
    return [outcome, n] as const;
  });
  const rest = file.total - named.reduce((sum, [, n]) => sum + n, 0);
  const outcomeList = shuffled<YearOutcome>([...named, ['consulted', rest]], random);
  for (const [what, list] of [['regions', regionList], ['channels', channelList], ['outcomes', outcomeList]] as const) {
    if (list.length !== file.total) throw new Error(`${what} of the file add up to ${list.length}, its total is ${file.total}`);
  }
  const schoolDays = workingDaysOf(file.period);
  const allDays: string[] = [];
  for (let day = file.period[0]; day <= file.period[1]; day = addDays(day, 1)) allDays.push(day);
  const two = (n: number): string => String(n).padStart(2, '0');
  const contacts = regionList.map((region, index) => {
    const channel = channelList[index] ?? '';
    const fromSchool = channel === 'school-qr-text';
    const days = fromSchool ? schoolDays : allDays;
    const day = days[Math.floor(random() * days.length)] ?? file.period[0];
    const minutes = fromSchool ? 8 * 60 + Math.floor(random() * 600) : Math.floor(random() * 1440);
    return {
      index,
      sourceRef: `111-2025/${index}`,
      at: almatyInstant(day, `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`),
      channel,
      region,
      school: fromSchool ? schoolId(region, Math.floor(random() * (schools.get(region) ?? 1))) : null,
      outcome: outcomeList[index] ?? 'consulted',
      language: random() < 0.6 ? ('kk' as const) : ('ru' as const),
      kind: Math.floor(random() * 1000),
    };
  });
  return contacts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.index - b.index));
}
