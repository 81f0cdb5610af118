/** What is kept no longer than its time: listed by the clock, decided by two people, erased for good; nothing open or held ever is, and the journal verifies. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem, ProceedingView, StoryPage } from '#kernel/contract.ts';
import { sealAll } from '#kernel/journal/sealer.ts';
import { openCheckpoint } from '#kernel/journal/checkpoint.ts';
import type { ErasureRecords } from '#cap/retention/contract.ts';
import { eraseApproved, listDue } from '#cap/retention/tick.ts';
import { exportJournal } from '../../apps/server/commands/export-journal.ts';
import { verifyAll, verifyExport } from '../../apps/server/commands/verify.ts';
import { languages, testServer, type Answer, type TestServer } from './server.ts';

let s: TestServer;
let specialist: string;
let manager: { token: string; appointment: { id: string; district: string | null } };
let operator: string;
/** Words that are in no text of ours: of the child, and of the applicant. */
const words = { child: 'Зұлқарнайынқызы', said: 'жауқазынгүл', told: 'шымылдық-сыры', phone: '7019998877' };

const post = async <T = ProceedingView>(token: string | null, url: string, body: object, match?: number): Promise<T> => {
  const answer = await s.call({ url, token, body, ...(match === undefined ? {} : { match }) });
  expect([200, 201], `${url} ${answer.body}`).toContain(answer.statusCode);
  return answer.json<T>();
};
const refused = async (answer: Promise<Answer>, status: number, code: string): Promise<void> => {
  const got = await answer;
  expect([got.statusCode, got.json<Problem>().code], got.body).toEqual([status, code]);
};
const see = async (token: string, id: string, language: 'kk' | 'ru' | 'en' = 'kk'): Promise<ProceedingView> => {
  const answer = await s.call({ url: `/api/proceedings/${id}`, token, language });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ProceedingView>();
};
const does = async (token: string, view: { id: string; procedure: string }, step: string, body: object): Promise<ProceedingView> =>
  post(token, `/api/${view.procedure.replace('.', '/')}/${view.id}/${step}`, body, (await see(token, view.id)).sequence);

async function caseOf(name: string): Promise<ProceedingView> {
  const started = await post(specialist, '/api/cases/protection', {
    children: [{ name, age: 7 }], category: 'neglect', danger: 'rights', summary: words.told, district: manager.appointment.district,
  });
  return see(specialist, started.id);
}
/** A relative, recorded and then put right: what stood there before is kept too. */
async function relative(view: ProceedingView): Promise<void> {
  await does(specialist, view, 'add-relative', { kind: 'mother', name: words.child, phone: words.phone });
  const { rows } = await s.owner.query<{ id: string }>('select id from children.relation where child = $1', [view.subject.id]);
  await does(specialist, view, 'change-relative', { relation: rows[0]?.id, change: { what: 'corrected', kind: 'aunt-uncle' } });
}
async function close(view: ProceedingView): Promise<void> {
  await does(specialist, view, 'assign', { worker: manager.appointment.id });
  await does(manager.token, view, 'visit', { where: words.told, contact: 'alone', words: words.told, seen: 'таза', safety: 'safe' });
  await does(manager.token, view, 'siblings', { none: true });
  const closed = await does(manager.token, view, 'close', { outcome: 'helped', summary: words.told });
  expect(closed.final).toBe(true);
}
async function appeal(): Promise<{ id: string; number: string; code: string }> {
  const taken = await post<{ number: string; code: string }>(null, '/api/helpline/appeals', { channel: 'web', text: `Сабақ кестесі туралы сұрақ ${words.said}`, contact: `+7${words.phone}` });
  const { rows } = await s.owner.query<{ id: string }>('select proceeding as id from helpline.appeal where number = $1', [taken.number]);
  const view = await see(operator, rows[0]!.id);
  await does(operator, view, 'claim', {});
  await does(operator, view, 'grade', { category: 'information', urgency: 'consultation' });
  const closed = await does(operator, view, 'consult', { answer: words.said });
  expect([closed.final, closed.danger]).toEqual([true, 0]);
  return { ...taken, id: view.id };
}

/** Tables of the whole database in a row of which any of these words is written. */
async function whereWritten(...what: string[]): Promise<string[]> {
  const { rows } = await s.owner.query<{ name: string }>(`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_|^information_schema$' order by 1`);
  const found: string[] = [];
  for (const { name } of rows) {
    const hit = await s.owner.query(`select 1 from ${name} t where exists (select from unnest($1::text[]) w where t::text ilike '%' || w || '%') limit 1`, [what]);
    if (hit.rowCount !== 0) found.push(name);
  }
  return found;
}
const lists = async (): Promise<string[]> => (await s.owner.query<{ id: string }>(`select id from kernel.proceeding where procedure = 'retention.erasure' and not final order by id`)).rows.map((r) => r.id);
const destroyed = async (subject: string): Promise<boolean | undefined> =>
  (await s.owner.query<{ gone: boolean }>('select wrapped is null as gone from kernel.subject_key where subject = $1', [subject])).rows[0]?.gone;

let over: ProceedingView;
let held: ProceedingView;
let open: ProceedingView;
let asked: { id: string; number: string; code: string };
let committee: readonly string[];

beforeAll(async () => {
  s = await testServer();
  manager = await s.as('case-manager');
  specialist = (await s.as('guardianship-specialist', (a) => a.district === manager.appointment.district)).token;
  operator = (await s.as('operator')).token;
  committee = await Promise.all((await s.staff('committee-duty')).map((a) => s.signIn(a.id)));
  asked = await appeal();
  over = await caseOf(`Айша ${words.child}`);
  await relative(over);
  await close(over);
  held = await caseOf('Дана Серікқызы');
  await close(held);
  open = await caseOf('Айым Серікқызы');
});
afterAll(() => s.close());

describe('what is kept', () => {
  it('is written in several places before', async () => {
    expect(await whereWritten(words.child)).toEqual(expect.arrayContaining(['kernel.record', 'children.child_name', 'children.relation_before', 'kernel.proceeding']));
    expect(await whereWritten(words.phone)).toEqual(expect.arrayContaining(['helpline.contact', 'kernel.record']));
  });

  it('is not listed before its time', async () => {
    expect(await listDue(s.runtime, s.clockToken)).toBe(0);
  });

  it('is held by an order, put on it by a prosecutor; on nothing there is no hold', async () => {
    const { token } = await s.as('prosecutor');
    const body = { kind: 'child', subject: held.subject.id, basis: '№ 1 қаулы', why: 'тергеу' };
    await post(token, '/api/retention/hold', body);
    await refused(s.call({ url: '/api/retention/hold', token, body: { ...body, subject: '01900000-0000-7000-8000-000000000001' } }), 409, 'retention.nothing-known');
    await refused(s.call({ url: '/api/retention/hold', token: operator, body }), 404, 'not-found');
  });

  it('is listed once when its time is over, by itself or with what it led to; never what is open or held', async () => {
    s.clock.set('2053-06-10T07:00:00.000Z');
    expect(await listDue(s.runtime, s.clockToken)).toBe(2);
    expect(await listDue(s.runtime, s.clockToken)).toBe(0);
    const { rows } = await s.owner.query<{ subject: string }>('select subject from retention.item');
    expect(rows.map((r) => r.subject).sort()).toEqual([over.subject.id, asked.id].sort());
  });
});

describe('two people decide', () => {
  it('and nothing is erased before', async () => {
    expect(await eraseApproved(s.runtime, s.clockToken)).toBe(0);
    expect(await destroyed(over.subject.id)).toBe(false);
    await refused(s.call({ url: '/api/retention/erasure', token: committee[0], body: { region: 'KZ', items: [] } }), 404, 'not-found');
  });

  it('who are not the same one', async () => {
    expect(committee.length).toBeGreaterThan(1);
    for (const id of await lists()) {
      const view = await see(committee[0]!, id);
      expect(JSON.stringify(view)).not.toContain(words.child);
      await does(committee[0]!, view, 'check', {});
      await refused(s.call({ url: `/api/retention/erasure/${id}/approve`, token: committee[0], body: {}, match: (await see(committee[0]!, id)).sequence }), 409, 'retention.same-person');
      const decided = await does(committee[1]!, view, 'approve', {});
      expect([decided.outcome, (decided.records as unknown as ErasureRecords).list.items.length > 0]).toEqual(['approved', true]);
    }
  });

  it('by whom the application cannot be left out', async () => {
    await expect(s.runtime.pool.query('select kernel.erase($1, $2, null)', [open.subject.id, s.clock.now()])).rejects.toMatchObject({ code: '42501' });
    await expect(s.runtime.pool.query('select retention.erase($1, $2)', [open.subject.id, open.id])).rejects.toMatchObject({ code: '42501' });
    await expect(s.runtime.pool.query('update kernel.subject_key set wrapped = null, destroyed_at = $2 where subject = $1', [open.subject.id, s.clock.now()])).rejects.toMatchObject({ code: '42501' });
  });
});

describe('then', () => {
  it('the clock erases it: the key and every plain column, in every table there is', async () => {
    await see(specialist, over.id);
    expect(await eraseApproved(s.runtime, s.clockToken)).toBe(2);
    expect([await destroyed(over.subject.id), await destroyed(asked.id), await destroyed(held.subject.id), await destroyed(open.subject.id)]).toEqual([true, true, false, false]);
    expect(await whereWritten(words.child, words.said, words.phone, asked.number)).toEqual([]);
    const { rows } = await s.owner.query('select subject from kernel.erasure');
    expect(rows).toHaveLength(2);
  });

  it('again does nothing, and nobody brings it back', async () => {
    expect(await eraseApproved(s.runtime, s.clockToken)).toBe(0);
    expect((await s.owner.query<{ erase: boolean }>('select kernel.erase($1, $2, null)', [over.subject.id, s.clock.now()])).rows[0]?.erase).toBe(false);
    await expect(s.owner.query(`update kernel.subject_key set wrapped = '\\x00', destroyed_at = null where subject = $1`, [over.subject.id])).rejects.toMatchObject({ code: '55000' });
    await expect(s.owner.query('delete from kernel.erasure')).rejects.toMatchObject({ code: '55000' });
  });

  it('whoever saw it sees that it was erased, in his language, with its stages and no content', async () => {
    const titles = new Set<string>();
    for (const language of languages) {
      const view = await see(specialist, over.id, language);
      expect([view.erased, view.records, view.steps]).toEqual([true, {}, []]);
      expect(view.story[0]?.step).toBe('erase');
      expect(view.story.every((line) => line.input === null)).toBe(true);
      titles.add(view.label).add(view.story[0]!.title);
    }
    expect(titles.size).toBe(6);
    const story = await s.call({ url: `/api/proceedings/${over.id}/story?before=3`, token: specialist });
    expect(story.json<StoryPage>().story).toHaveLength(2);
    const card = await s.call({ url: `/api/children/${over.subject.id}`, token: specialist });
    expect([card.statusCode, card.json<{ names: unknown[] }>().names]).toEqual([200, []]);
    expect((await see(operator, asked.id)).erased).toBe(true);
  });

  it('nothing more is said of it, and its applicant finds nothing by his code', async () => {
    await refused(s.call({ url: `/api/cases/protection/${over.id}/reopen`, token: specialist, body: { why: 'x', danger: 'rights' }, match: (await see(specialist, over.id)).sequence }), 409, 'erased');
    const found = await s.call({ url: '/api/children/search', token: specialist, body: { q: words.child } });
    expect(found.json<{ found: unknown[] }>().found).toEqual([]);
    const followed = await s.call({ url: '/api/helpline/appeals/lookup', body: { number: asked.number, code: asked.code } });
    expect([401, 404]).toContain(followed.statusCode);
  });

  it('what is open and what is held is whole', async () => {
    expect((await see(manager.token, held.id)).story.every((line) => line.input !== null || line.step === 'open')).toBe(true);
    expect((await see(specialist, open.id)).label).not.toBe('');
    expect((await whereWritten(words.told))).toContain('kernel.record');
  });

  it('the journal verifies as before, the database and an export of it', async () => {
    await sealAll({ pool: s.runtime.pool, clockToken: s.clockToken, signer: s.runtime.journal }, s.clock.now());
    expect((await verifyAll(s.database.ownerUrl, s.runtime.journal, () => undefined)).faults).toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), 'qorgan-erasure-'));
    try {
      const file = join(folder, 'journal.jsonl');
      await exportJournal(s.database.ownerUrl, file, () => undefined);
      const { rows } = await s.owner.query<{ note: string }>('select note from kernel.checkpoint order by size');
      const kept = rows.map((r) => openCheckpoint(r.note, s.runtime.journal)!);
      const { faults, entries } = await verifyExport(file, s.runtime.journal, kept, () => undefined);
      expect(faults).toEqual([]);
      expect(entries).toBeGreaterThan(20);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
