import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

describe('the pass over the register', () => {
  it('is run by night outside the demo, at the hour one names, or not', () => {
    const at = (text: string | undefined, demo: string): string | null => readSettings({ QORGAN_DEMO: demo, ...(text === undefined ? {} : { QORGAN_DUPLICATES: text }) }).duplicatesAt;
    expect([at(undefined, '0'), at('', '0'), at(undefined, '1'), at('off', '0'), at('23:30', '0'), at('03:05', '1')]).toEqual(['02:00', '02:00', null, null, '23:30', '03:05']);
    for (const wrong of ['24:00', '2:00', 'night', '02:60']) expect(() => at(wrong, '0')).toThrow('QORGAN_DUPLICATES must be a time of day');
  });
});

describe('services of browsers', () => {
  it('are hosts by name, and outside the demo our address stands beside them', () => {
    const services = (text: string | undefined, more: NodeJS.ProcessEnv = {}): readonly string[] => readSettings({ QORGAN_DEMO: '0', QORGAN_ADDRESS: 'https://qorgan.example.kz', QORGAN_PUSH: text, ...more }).push;
    expect([services(undefined), services(''), services('FCM.googleapis.com, *.notify.windows.com,')]).toEqual([[], [], ['fcm.googleapis.com', '*.notify.windows.com']]);
    for (const wrong of ['https://fcm.googleapis.com', 'fcm.googleapis.com:443', '*', 'a b']) expect(() => services(wrong)).toThrow('QORGAN_PUSH must be names of hosts');
    expect(() => services('fcm.googleapis.com', { QORGAN_ADDRESS: '' })).toThrow('QORGAN_PUSH needs QORGAN_ADDRESS');
    expect(services('fcm.googleapis.com', { QORGAN_ADDRESS: '', QORGAN_DEMO: '1' })).toEqual(['fcm.googleapis.com']);
  });
});

describe('where the database is', () => {
  it('a database elsewhere is not used before its address says how TLS is checked', () => {
    for (const name of ['DATABASE_URL', 'QORGAN_OWNER_URL']) {
      for (const far of ['postgres://a:b@db.example.kz/qorgan', 'postgresql://a:b@10.0.0.5:5432/qorgan', 'postgres://a:b@[2001:db8::1]/qorgan']) {
        expect(() => readSettings({ [name]: far })).toThrow(`${name} leads to another machine`);
        for (const mode of ['verify-full', 'disable']) expect(readSettings({ [name]: `${far}?sslmode=${mode}` })).toBeDefined();
      }
      for (const near of ['postgres://a:b@localhost/qorgan', 'postgres://a:b@127.0.0.1:5433/qorgan', 'postgres://a:b@[::1]/qorgan', 'postgres:///qorgan?host=/var/run/postgresql']) expect(readSettings({ [name]: near })).toBeDefined();
      expect(() => readSettings({ [name]: 'mysql://a@localhost' })).toThrow('must begin with postgres://');
    }
  });
});
