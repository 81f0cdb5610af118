import { describe, expect, it } from 'vitest';
import { mailSettings } from './mail-settings.ts';

const ours = new URL('https://qorgan.example.kz');
const from = { QORGAN_MAIL_FROM: 'qorgan@example.kz' };
const placed = (env: NodeJS.ProcessEnv, demo = false) => mailSettings({ ...from, ...env }, demo, ours);

describe('where letters go', () => {
  it('nowhere unless somebody says so', () => {
    expect([mailSettings({}, false, ours), mailSettings({ QORGAN_MAIL: ' ' }, false, ours)]).toEqual([null, null]);
  });

  it('by TLS from the first byte, or not before STARTTLS; in the clear to this machine alone, in the demo', () => {
    expect(placed({ QORGAN_MAIL: 'smtps://mail.example.kz' })).toMatchObject({ at: '08:00', link: 'https://qorgan.example.kz', place: { host: 'mail.example.kz', port: 465, tls: 'first', user: null } });
    expect(placed({ QORGAN_MAIL: 'smtp://mail.example.kz', QORGAN_MAIL_AT: '07:30' })).toMatchObject({ at: '07:30', place: { port: 587, tls: 'started' } });
    expect(placed({ QORGAN_MAIL: 'smtp://localhost:2525' })).toMatchObject({ place: { tls: 'started' } });
    expect(placed({ QORGAN_MAIL: 'smtp://localhost:2525' }, true)).toMatchObject({ place: { port: 2525, tls: 'none' } });
    expect(() => placed({ QORGAN_MAIL: 'smtp://mail.example.kz' }, true)).toThrow('in the demo may be on this machine alone');
  });

  it.each([
    [{ QORGAN_MAIL: 'http://mail.example.kz' }, 'must be smtps://'],
    [{ QORGAN_MAIL: 'mail.example.kz' }, 'must be smtps://'],
    [{ QORGAN_MAIL: 'smtps://u:secret@mail.example.kz' }, 'without a password'],
    [{ QORGAN_MAIL: 'smtps://mail.example.kz', QORGAN_MAIL_FROM: '' }, 'QORGAN_MAIL_FROM'],
    [{ QORGAN_MAIL: 'smtps://mail.example.kz', QORGAN_MAIL_AT: '8' }, 'QORGAN_MAIL_AT'],
    [{ QORGAN_MAIL: 'smtps://mail.example.kz', QORGAN_MAIL_AT: '22:00' }, 'QORGAN_MAIL_AT'],
    [{ QORGAN_MAIL: 'smtps://a%zb@mail.example.kz' }, 'must be smtps://'],
    [{ QORGAN_MAIL: 'smtps://mail.example.kz/box?x=1' }, 'must be smtps://'],
    [{ QORGAN_MAIL: 'smtps://u@mail.example.kz' }, 'QORGAN_MAIL_PASSWORD_FILE'],
    [{ QORGAN_MAIL: 'smtps://u@mail.example.kz', QORGAN_MAIL_PASSWORD_FILE: '/nowhere/at/all' }, 'cannot be read'],
  ])('%o is named in one line', (env, words) => {
    expect(() => placed(env)).toThrow(words);
  });

  it('a letter leads somewhere', () => {
    expect(() => mailSettings({ ...from, QORGAN_MAIL: 'smtps://mail.example.kz' }, false, null)).toThrow('QORGAN_ADDRESS');
    expect(mailSettings({ ...from, QORGAN_MAIL: 'smtp://localhost:2525', PORT: '3100' }, true, null)?.link).toBe('http://localhost:3100');
  });
});
