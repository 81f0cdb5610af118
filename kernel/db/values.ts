/** How PostgreSQL's values become ours: int8 a number, timestamptz an Instant, date `YYYY-MM-DD`. */
import pg from 'pg';
import type { Instant } from '../clock.ts';

/** `2026-11-22 12:17:00.5+00` to `2026-11-22T12:17:00.500Z`. Microseconds are cut off; `infinity` stays. */
export function instantOf(text: string): Instant {
  const day = text.slice(0, 10);
  const parts = /^ (\d\d:\d\d:\d\d)(?:\.(\d+))?([+-]\d\d(?::\d\d)*)$/.exec(text.slice(10));
  if (parts === null) return text;
  const [, time = '', fraction = '', zone = ''] = parts;
  const local = `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}`;
  if (zone === '+00') return `${local}Z`;
  const offset = zone.length === 3 ? `${zone}:00` : zone.slice(0, 6);
  return new Date(`${local}${offset}`).toISOString();
}

/** int8 as a number; one that a number cannot hold exactly is a failure, never a rounded value. */
export function integerOf(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is beyond what a number holds exactly`);
  return value;
}

/** One-dimensional arrays of values that hold neither commas nor quotes inside. */
const arrayOf =
  <T>(parse: (text: string) => T) =>
  (text: string): (T | null)[] => {
    const inner = text.slice(1, -1);
    if (inner === '') return [];
    return inner.split(',').map((item) => (item === 'NULL' ? null : parse(item.replaceAll('"', ''))));
  };

const asText = (text: string): string => text;

const parsers = new Map<number, (text: string) => unknown>([
  [20, integerOf],
  [1016, arrayOf(integerOf)],
  [1082, asText],
  [1182, arrayOf(asText)],
  [1184, instantOf],
  [1185, arrayOf(instantOf)],
]);

/** For `new Pool({ types })`: our parsers, and pg's own for all the rest. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    const ours = format === 'binary' ? undefined : parsers.get(oid);
    return ours ?? (pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown);
  },
};
