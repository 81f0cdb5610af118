/** What a refusal must look like to any client, and a picture of everything that is stored. */
import { expect } from 'vitest';
import type { Language, Problem } from '#kernel/contract.ts';
import { say, type Texts } from '#kernel/texts/text.ts';
import { languages, type Answer, type Call, type TestServer } from './server.ts';

interface Expected {
  readonly status: number;
  readonly code: string;
  /** `/path code`, some of those that must be named. */
  readonly fields?: readonly string[];
}

/** A problem document in this language: code, sentences found in the texts, nothing of our insides. */
export function expectProblem(answer: Answer, texts: Texts, language: Language, expected: { readonly status: number; readonly code: string }): Problem {
  const shown = `${answer.statusCode} ${answer.body.slice(0, 400)}`;
  expect(answer.statusCode, shown).toBe(expected.status);
  expect(answer.headers['content-type'], shown).toMatch(/^application\/problem\+json/);
  expect(answer.headers['cache-control']).toBe('no-store');
  const problem = answer.json<Problem>();
  expect(problem.code, shown).toBe(expected.code);
  expect(problem.type).toBe(`urn:qorgan:problem:${expected.code}`);
  expect(problem.status).toBe(expected.status);
  for (const part of ['title', 'detail'] as const) {
    const key = `problem.${expected.code}.${part}`;
    expect(texts, key).toHaveProperty([key]);
    expect(problem[part], key).toBe(say(texts, language, key));
  }
  for (const field of problem.fields ?? []) {
    const key = `field.${field.code}`;
    expect(texts, key).toHaveProperty([key]);
    expect(field.detail).toBe(say(texts, language, key));
    expect(field.path).toMatch(/^(\/|$)/);
  }
  expect(answer.body).not.toMatch(/node_modules|\.ts:\d|"stack"|\bat \w+ \(|select kernel|pg_|SQLSTATE/);
  return problem;
}

/** The same call in the three languages, each with a key of its own unless one is given. Answers the last problem. */
export async function problemIn(server: TestServer, call: Call, expected: Expected): Promise<Problem> {
  let last: Problem | null = null;
  for (const language of languages) {
    last = expectProblem(await server.call({ ...call, language }), server.runtime.texts, language, expected);
    if (expected.fields !== undefined) expect((last.fields ?? []).map((f) => `${f.path} ${f.code}`)).toEqual(expect.arrayContaining([...expected.fields]));
  }
  return last as Problem;
}

/** The same, where the document itself is not looked at any further. */
export async function refused(server: TestServer, call: Call, expected: Expected): Promise<void> {
  await problemIn(server, call, expected);
}

/** A hash of every row of every table of ours; looks apart, since a refusal leaves one. */
export async function everythingStored(server: TestServer): Promise<Record<string, string>> {
  const { rows } = await server.owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema|migrations)' order by 1`);
  const stored: Record<string, string> = {};
  for (const { name } of rows) {
    if (name === 'kernel.look' || name === 'kernel.unsealed') continue;
    const found = await server.owner.query<{ hash: string }>(`select count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as hash from ${name} t`);
    stored[name] = found.rows[0]?.hash ?? '';
  }
  return stored;
}
