import { describe, expect, it } from 'vitest';
import { signsOf, unreadDanger } from './opening.ts';
import * as dangerousSets from './signs/corpus/dangerous.ts';
import { freshEye } from './signs/corpus/freshEye.ts';
import * as heldOutSets from './signs/corpus/heldOut.ts';
import { ordinary } from './signs/corpus/ordinary.ts';
import * as secondSets from './signs/corpus/secondEye.ts';
import { strangersDangerous, strangersOrdinary } from './signs/corpus/strangers.ts';
import type { Sample } from './signs/corpus/read.ts';

const lists = (module: Readonly<Record<string, unknown>>): Sample[] => Object.values(module).filter(Array.isArray).flat() as Sample[];
const all = [...lists(dangerousSets), ...freshEye, ...lists(heldOutSets), ...lists(secondSets), ...strangersDangerous];
const plain = [...ordinary, ...strangersOrdinary];
const first = (text: string): boolean => unreadDanger(signsOf(text)) === 3;

describe('danger first', () => {
  it('no dangerous text of ours waits behind one that was recognised as ordinary', () => {
    const behind = all.filter((s) => s.danger >= 2 && !first(s.text)).map((s) => s.text);
    expect(behind).toEqual([]);
  });

  it('what nobody understands is read first too', () => {
    for (const text of ['', '???', 'asdfgh', 'сәлем', 'помогите']) expect(first(text), text).toBe(true);
  });

  it('most ordinary texts are recognised, so that the order means something', () => {
    const ofThem = plain.filter((s) => s.danger <= 1);
    expect(ofThem.filter((s) => !first(s.text)).length / ofThem.length).toBeGreaterThan(0.4);
  });
});
