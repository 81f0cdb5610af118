import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories, categoryOfTopic } from './categories.ts';
import { dangerous } from './corpus/dangerous.ts';
import { freshEye } from './corpus/freshEye.ts';
import { heldOutDangerous, heldOutOrdinary } from './corpus/heldOut.ts';
import { ordinary } from './corpus/ordinary.ts';
import type { Sample } from './corpus/read.ts';
import { secondEye } from './corpus/secondEye.ts';
import { anyCase, broken, chance, drawnOut, homoglyphs, oneTypo, typos } from './corpus/spoil.ts';
import { readSigns } from './marks.ts';

const fails = (samples: readonly Sample[], least: (sample: Sample) => number) =>
  samples.filter((sample) => readSigns(sample.text).danger < least(sample)).map(({ text }) => text);
const share = (part: number, whole: number) => part / whole;

describe('dangerous texts', () => {
  it.each(dangerous)('$danger $language $text', ({ text, danger }) => {
    expect(readSigns(text).danger).toBeGreaterThanOrEqual(danger);
  });

  it('held out: nineteen of twenty reach the danger expected', () => {
    const missed = fails(heldOutDangerous, ({ danger }) => danger);
    expect(share(missed.length, heldOutDangerous.length), missed.join('\n')).toBeLessThanOrEqual(0.05);
  });

  it('written with fresh eyes: nine of ten reach the danger expected, and none is taken for nothing', () => {
    const all = [...freshEye, ...secondEye.filter(({ danger }) => danger > 0)];
    const missed = fails(all, ({ danger }) => danger);
    expect(share(missed.length, all.length), missed.join('\n')).toBeLessThanOrEqual(0.1);
    expect(fails(all, () => 1)).toEqual([]);
  });
});

describe('ordinary texts', () => {
  const all = [...ordinary, ...heldOutOrdinary, ...secondEye.filter(({ danger }) => danger === 0)];

  it('less than one in twenty alarms as danger to life, and less than one in twenty as violence', () => {
    const alarms = (least: number) => all.filter(({ text }) => readSigns(text).danger >= least).map(({ text }) => text);
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(share(alarms(3).length, all.length), alarms(3).join('\n')).toBeLessThan(0.05);
    expect(share(alarms(2).length, all.length), alarms(2).join('\n')).toBeLessThan(0.05);
  });
});

describe('spoilt texts', () => {
  const whole = [...dangerous, ...heldOutDangerous].filter(({ text, danger }) => danger === 3 && readSigns(text).danger === 3);
  // texts that are spoilt already are not spoilt again
  const core = whole.filter(({ text }) => /^[\p{L}\s,.?!]+$/u.test(text) && / \p{L}{2}/u.test(text) && !/[а-я][a-z]|[a-z][а-я]|(\b\S[ .]){3}/iu.test(text));
  const ways = { oneTypo, typos, homoglyphs, anyCase, broken, drawnOut };

  it.each(Object.entries(ways))('%s: at least 97 of 100 stay at 2 or more', (_, spoil) => {
    const next = chance(20260127);
    const lost: string[] = [];
    let tried = 0;
    for (let round = 0; round < 4; round++) {
      for (const { text } of core) {
        tried++;
        const spoilt = spoil(text, next);
        if (readSigns(spoilt).danger < 2) lost.push(spoilt);
      }
    }
    expect(core.length).toBeGreaterThanOrEqual(150);
    expect(1 - share(lost.length, tried), lost.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('the end of a long text counts as much as its beginning', () => {
    const calm = 'сегодня мы ходили в музей и видели картины. '.repeat(300);
    expect(readSigns(calm).danger).toBeLessThan(2);
    expect(readSigns(`${calm}я не хочу жить`).danger).toBe(3);
  });

  it('a denial beside it lowers nothing', () => {
    expect(readSigns('меня не бьют. но я не хочу жить').danger).toBe(3);
    expect(readSigns('все хорошо, просто папа бьёт маму').danger).toBe(2);
  });
});

describe('anything at all', () => {
  it('never throws, and always gives a known category', () => {
    const known = new Set(categories.map(({ id }) => id));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 })), (text) => {
        const signs = readSigns(text);
        expect(known.has(signs.category)).toBe(true);
        expect(signs.danger).toBe(Math.max(0, ...signs.topics.map(({ danger }) => danger)));
      }),
      { numRuns: 300 },
    );
  });

  it('marks what was added to a text no lower than the text alone, for the core', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dangerous.filter(({ danger }) => danger === 3)), fc.constantFrom(...ordinary), (one, other) => {
        expect(readSigns(`${other.text}.\n\n${'и вот что ещё. '.repeat(3)}${one.text}`).danger).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['nothing', ''],
    ['null bytes', 'меня\u0000бьют\u0000дома'],
    ['lone surrogates', '\ud800\udc00\ud800 ж\udfffить'],
    ['marks without letters', '\u0301'.repeat(5000)],
    ['one long word', 'абвгдежз'.repeat(30_000)],
    ['a million letters', 'не хочу в школу но мама говорит надо идти. '.repeat(24_000)],
    ['a million stars', '*'.repeat(1_000_000)],
    ['many stars in words', 'у*и*а*и*а*и '.repeat(3000)],
    ['a million excuses', 'хочу умереть со смеху, ни хауч жыть. '.repeat(30_000)],
    ['a million guesses', 'ни хауч жмть ночу кровт '.repeat(40_000)],
    ['a million single letters', 'а '.repeat(500_000)],
  ])('bears %s', (_, text) => {
    expect(readSigns(text).danger).toBeGreaterThanOrEqual(0);
  });
});

describe('what else is read', () => {
  it.each([
    ['не говорите маме что я писала', true],
    ['пожалуйста не звоните домой', true],
    ['ата-анама айтпаңызшы', true],
    ['мамам білмесін', true],
    ['dont tell my parents', true],
    ['никому не говорите', true],
    ['ata-anama aitpanyz', true],
    ['мама сказала спросить про лагерь', false],
    ['как получить справку', false],
  ])('%s: asks not to tell home %s', (text, asked) => {
    expect(readSigns(text).doNotTellHome).toBe(asked);
  });

  it.each([
    ['папа бьёт меня и младшую сестру', true],
    ['нас бьют', true],
    ['ещё двоих из класса тоже', true],
    ['бізді үйде ұрады, інімді де', true],
    ['тренер трогает и других девочек', true],
    ['меня бьют дома', false],
    ['сколько стоит проезд', false],
  ])('%s: other children %s', (text, others) => {
    expect(readSigns(text).others).toBe(others);
  });

  it.each([
    ['мені үйде ұрады', 'kk'],
    ['меня бьют дома каждый день', 'ru'],
    ['my dad hits me every day', 'en'],
    ['olgim keledi, omir surgim kelmeidi', 'kk'],
    ['ya ne hochu zhit, menya byut', 'ru'],
    ['', 'unknown'],
    ['12345', 'unknown'],
  ])('%s is %s', (text, language) => {
    expect(readSigns(text).language).toBe(language);
  });

  it('every topic of the lexicon has a category of the tree', () => {
    const known = new Set(categories.map(({ id }) => id));
    for (const sample of [...dangerous, ...ordinary]) {
      for (const { topic } of readSigns(sample.text).topics) expect(known.has(categoryOfTopic[topic] ?? topic), topic).toBe(true);
    }
  });
});
