/** Breaks an input that was right: in its values, and in its text. */
import type { Chance } from './chance.ts';
import { nasty } from './nasty.ts';

type Json = unknown;
const isBranch = (value: Json): value is Record<string, Json> | Json[] => typeof value === 'object' && value !== null;

const deep = (depth: number, of: 'list' | 'object'): Json => {
  let value: Json = 1;
  for (let i = 0; i < depth; i += 1) value = of === 'list' ? [value] : { a: value };
  return value;
};

const numbers: readonly number[] = [0, -0, -1, 1.5, 1e21, -1e308, 2 ** 31, 2 ** 53, Number.MIN_VALUE, 255, 100_000];

/** Anything at all, mostly of the wrong kind. */
export function anything(c: Chance): Json {
  const kinds: readonly (() => Json)[] = [
    () => c.one(nasty), () => c.one(nasty), () => c.one(nasty), () => c.one(numbers), () => null, () => c.in(0.5), () => [], () => ({}), () => [c.one(nasty)], () => ({ [c.one(nasty)]: c.one(nasty) }),
    () => deep(c.one([5, 33, 200, 3_000]), 'list'), () => deep(c.one([5, 33, 200, 3_000]), 'object'), () => 'a'.repeat(c.one([300, 1_001, 8_001, 20_000])), () => c.uuid(), () => Array.from({ length: 300 }, () => 1), () => Object.fromEntries([['__proto__', { polluted: 1 }]]),
  ];
  return c.one(kinds)();
}

const oddKeys: readonly string[] = ['__proto__', 'constructor', 'prototype', 'toString', 'id', 'sequence', 'actor', 'role', 'desk', 'organisation', 'sealed', '', '0', 'length', 'then', 'toJSON'];

/** A copy with one thing changed, somewhere. */
export function mutated(value: Json, c: Chance): Json {
  if (!isBranch(value) || c.in(0.06)) return anything(c);
  const entries = Object.entries(value);
  const put = (all: readonly (readonly [string, Json])[]): Json => (Array.isArray(value) ? all.map(([, v]) => v) : Object.fromEntries(all));
  if (entries.length === 0 || c.in(0.12)) return Array.isArray(value) ? [...value, anything(c)] : put([...entries, [c.in(0.5) ? c.one(oddKeys) : c.one(nasty), anything(c)]]);
  const at = c.below(entries.length);
  const [key, inner] = entries[at] as [string, Json];
  if (c.in(0.12)) return put(entries.filter((_, i) => i !== at));
  if (c.in(0.06)) return Array.isArray(value) ? { ...value } : entries.map(([, v]) => v);
  if (c.in(0.06)) return put(entries.map((e, i) => (i === at ? [key, [inner, inner]] : e)));
  const changed = isBranch(inner) && c.in(0.7) ? mutated(inner, c) : anything(c);
  return put(entries.map((e, i) => (i === at ? [key, changed] : e)));
}

/** Its text, cut, doubled, and spelt as no program of ours writes. */
export function brokenText(text: string, c: Chance): string {
  const kinds: readonly (() => string)[] = [
    () => text.slice(0, c.below(text.length + 1)), () => text + text, () => `\ufeff${text}`, () => `[${text}]`, () => text.replace(/"/g, "'"), () => text.replace(/}$/, ',}'), () => text.replace('{', '{"__proto__":{"polluted":1},'),
    () => text.replace('{', '{"constructor":{"prototype":{"polluted":1}},'), () => text.replace(/:("[^"]*"|\d+)/, ':1e400'), () => text.replace(/:("[^"]*"|\d+)/, ':NaN'), () => text.replace(/:"/, ':"\\ud800'), () => text.replace(/:"/, ':"\\u0000'),
    () => text.replace(/:"/, ':"\0'), () => text.replace(/:("[^"]*"|\d+)/, `:${'['.repeat(5_000)}`), () => '', () => ' ', () => 'null', () => '1', () => '"x"', () => `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`, () => c.one(nasty), () => '9'.repeat(400),
    () => 'ә'.repeat(140_000), () => `{"a":"${'b'.repeat(240_000)}"}`, () => text.replace(/^{"(\w+)":/, '{"$1":1,"$1":'),
  ];
  return c.one(kinds)();
}
