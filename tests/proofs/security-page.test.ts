/** docs/security.md is held against the program: a list that is out of date is worse than none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limitTerms } from '#kernel/limits/terms.ts';
import { signInTerms } from '#kernel/signin/terms.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const page = read('docs/security.md');
const section = (title: string): string => page.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
const capabilities = readdirSync(join(root, 'capabilities'));
const migrations = [...['kernel/db/migrations'], ...capabilities.map((name) => `capabilities/${name}/store/migrations`)]
  .flatMap((folder) => {
    try {
      return readdirSync(join(root, folder)).map((name) => read(`${folder}/${name}`));
    } catch {
      return [];
    }
  })
  .join('\n');
const all = (pattern: RegExp, text: string): string[] => [...new Set([...text.matchAll(pattern)].map((m) => m[1] ?? ''))].sort();

describe('the page of security', () => {
  it('lists every term of signing in with its value', () => {
    const figures = section('Figures of signing in and of guessing');
    for (const one of signInTerms) {
      const { value, unit } = one.values.at(-1) ?? { value: 0, unit: '' };
      expect(figures).toContain(`| \`${one.id}\` | ${value} ${unit} |`);
    }
    expect(all(/^\| `([\w.-]+)`/gm, figures)).toEqual(signInTerms.map((one) => one.id).sort());
  });

  it('says how much one person may ask for', () => {
    const line = section('What is costly, and what bounds it').split('\n').filter((text) => /`limits\.|appeals/.test(text)).join(' ');
    for (const one of limitTerms) expect(line).toMatch(new RegExp(`\\b${one.values.at(-1)?.value ?? -1}\\b`));
  });

  it('names every way in that an event can have', () => {
    const sources = readdirSync(join(root, 'kernel/signin')).map((name) => read(`kernel/signin/${name}`)).join('\n');
    const ways = [...all(/\bway(?:: | = )'([a-z-]+)'/g, sources), ...all(/values \([^)]*'([a-z]+)'\)`/g, sources)];
    expect(ways).toEqual(expect.arrayContaining(['password', 'recovery', 'passkey', 'organisation', 'console']));
    expect(all(/^\| `([\w-]+)`/gm, section('Ways in'))).toEqual([...new Set(ways)].sort());
  });

  it('tells of every key the program keeps', () => {
    const kept = [...all(/'(?:keys\/)?([\w-]+\.(?:key|token))'/g, `${read('apps/server/keys.ts')}\n${read('apps/server/settings.ts')}`)];
    expect(kept.length).toBeGreaterThan(3);
    expect(all(/^\| `([\w-]+\.(?:key|token))`/gm, section('Keys and secrets'))).toEqual([...new Set(kept)].sort());
  });

  it('lists every setting that leads to another machine', () => {
    const sources = ['settings.ts', 'log-settings.ts', 'tls/settings.ts'].map((file) => read(`apps/server/${file}`)).join('\n');
    const settings = all(/'([A-Z][A-Z_]+)'\]/g, sources).filter((name) => /CLAMD|LOG_TO$|URL|ISSUER|MASTER_KEY|PROXIES|HOST|PORT|HOOK|ENDPOINT|ADDRESS|INSIDE|PUSH/.test(name));
    expect(settings.length).toBeGreaterThan(5);
    expect(settings.filter((name) => !section('Connections').includes(`\`${name}`))).toEqual([]);
  });

  it('says of every table of ours on which level its data are', () => {
    const schemas = all(/create table (?:if not exists )?([a-z_]+)\./g, migrations);
    expect(schemas.length).toBeGreaterThan(3);
    expect(schemas.filter((schema) => !new RegExp(`By schema of the database:.*\`${schema}\``).test(section('Levels of data')))).toEqual([]);
  });

  it('names every kind of security event', () => {
    const events = all(/insert into kernel\.security_event[^;]*?(?:values \(at, |select at, |then |else )'([a-z-]+)'/g, migrations);
    expect(events).toEqual(expect.arrayContaining(['signed-in', 'sign-in-failed', 'stepped-up', 'locked']));
    expect(events.filter((event) => !section('What is written down').includes(`\`${event}\``))).toEqual([]);
  });

  it('names days for weaknesses of what we use', () => {
    const days = [...section('Weaknesses of what we use').matchAll(/^\| (?:critical|high|medium|low)[^|]*\| (\d+) \|$/gm)].map((m) => Number(m[1]));
    expect(days).toHaveLength(4);
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });
});
