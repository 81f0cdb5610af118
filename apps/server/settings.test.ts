import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

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
