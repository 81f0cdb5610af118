import { dictionary } from '@zxcvbn-ts/language-common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argon, faultOfPassword, hashPassword, isPassword } from './password.ts';

const fault = (password: string, own: string[] = []) => faultOfPassword(password, own);

describe('a new password', () => {
  it('is long enough, however it is written, and not endless', () => {
    expect(fault('қысқа сөз')).toBe('too-short');
    expect(fault('😀😃😄😁😆😅')).toBe('too-short');
    expect(fault('тау бұлақ қой үкі')).toBeNull();
    expect(fault(`тау бұлақ ${'қой үкі '.repeat(20)}`)).toBe('too-long');
  });

  it('asks for no particular letters', () => {
    for (const good of ['төрт қара тау қозғалды', 'seven goats under rain', '7291 4410 2953 8816 0']) expect(fault(good)).toBeNull();
  });

  it('is none that everybody knows, nor one of them repeated or dressed with figures', () => {
    for (const common of ['password1234', 'passwordpassword', 'Qwertyuiop123!', '123456789012', 'qwertyuiopas', 'йцукенгшщзхъ', 'aaaaaaaaaaaaaaa', '!!!!Superman1999', 'dragondragon']) {
      expect([common, fault(common)]).toEqual([common, 'password.common']);
    }
  });

  it('is none of the three thousand most used, however it is brought to our length', () => {
    const most = Object.values(dictionary).map((words) => words.map(String)).find((words) => words.includes('iloveyou'))?.slice(0, 3000) ?? [];
    expect(most).toHaveLength(3000);
    const letters = most.filter((word) => /^[a-z]{3,}$/.test(word));
    const dressed = [
      ...most.flatMap((word) => [word, word.repeat(12)]),
      ...letters.flatMap((word, i) => [`${word}${'2026!'.repeat(3)}`, `123456789${word}!`, `${word}-${letters[(i * 7 + 1) % letters.length] ?? ''}-2026`]),
    ].filter((text) => Array.from(text).length >= 12);
    expect(dressed.length).toBeGreaterThan(9000);
    expect(dressed.filter((text) => fault(text) === null).slice(0, 20)).toEqual([]);
  });

  it('is none of two known words', () => {
    for (const two of ['iloveyouprincess', 'dragon-monkey-99', '1princess+sunshine']) expect([two, fault(two)]).toEqual([two, 'password.common']);
    expect(fault('princess sunshine rides a horse')).toBeNull();
  });

  it('is not made of the words of this house', () => {
    for (const ours of ['Qorgan2026!!', 'Балалар-111-құпиясөз', 'admin_Komitet_1', 'қамқорлық20262026']) expect([ours, fault(ours)]).toEqual([ours, 'password.own']);
    expect(fault('мектеп артында алма ағашы')).toBeNull();
  });

  it('is not made of one’s own names', () => {
    const own = ['a.serikova', 'Айгүл Серікова', 'Талғар ауданының балаларды қорғау бөлімі'];
    expect(fault('Серікова2026!', own)).toBe('password.own');
    expect(fault('айгүлайгүлайгүл', own)).toBe('password.own');
    expect(fault('ТАЛҒАР-12345', own)).toBe('password.own');
    expect(fault('Талғар көлінде үш аққу жүзді', own)).toBeNull();
  });

  it('property: nothing short passes, and no name is enough', () => {
    fc.assert(fc.property(fc.string({ maxLength: 11 }), (text) => fault(text) === 'too-short'));
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{4,10}$/), fc.integer({ min: 1, max: 4 }), (name, times) => fault(name.repeat(times), [name]) !== null));
  });
});

describe('what is kept of it', () => {
  it('is argon2id with the parameters of OWASP, of no two the same', async () => {
    const [one, two] = await Promise.all([hashPassword('төрт қара тау'), hashPassword('төрт қара тау')]);
    expect(one).toMatch(new RegExp(`^\\$argon2id\\$v=19\\$m=${String(argon.memoryCost)},t=2,p=1\\$`));
    expect(one).not.toBe(two);
    expect(await isPassword(one, 'төрт қара тау')).toBe(true);
    expect(await isPassword(one, 'төрт қара  тау')).toBe(false);
  });

  it('does not depend on how a keyboard composes a letter', async () => {
    const kept = await hashPassword('й\u0306и ё жұлдыз'.normalize('NFD'));
    expect(await isPassword(kept, 'й\u0306и ё жұлдыз'.normalize('NFC'))).toBe(true);
  });

  it('fits nobody where there is none', async () => {
    expect(await isPassword(null, 'x')).toBe(false);
  });
});
