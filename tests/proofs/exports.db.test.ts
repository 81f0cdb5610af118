/** Exports: who may, what is asked before, what is in them and what is not, what stays behind, and that they go. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DayPage, ProceedingView } from '#kernel/contract.ts';
import { roles, type Role } from '#kernel/access/roles.ts';
import { mayExport, purposes, type ExportList, type ExportMade } from '#cap/exports/contract.ts';
import { expiring } from '#cap/exports/api.ts';
import { exportFetches, exportRows } from '#cap/exports/terms.ts';
import { giveCredential } from '../setup/credential.ts';
import { buildApp } from '../../apps/server/app.ts';
import { changes } from '../../apps/server/changes.ts';
import { sheetLines } from '#cap/children/lists/xlsx.ts';
import { unpacked } from './exports/parts.ts';
import { unzip } from './exports/winzip.ts';
import { everythingStored, refused } from './problems.ts';
import { testServer, type Answer, type TestServer } from './server.ts';

const hour = 3_600_000;
let s: TestServer;
let specialist: string;
let head: string;
let opened: ProceedingView;
const words = 'сот отырысына, іс № 7';

const ask = (token: string | null, body: object, key: string = randomUUID(), language = 'ru'): Promise<Answer> => s.call({ url: '/api/exports', token, body: { purpose: 'court', words, ...body }, key, language });
const made = (answer: Answer): ExportMade => {
  expect(answer.statusCode, answer.body.slice(0, 400)).toBe(201);
  expect(answer.headers['cache-control']).toBe('no-store');
  return answer.json<ExportMade>();
};
const listed = async (token: string): Promise<ExportList['exports']> => (await s.call({ url: '/api/exports', token })).json<ExportList>().exports;
const code = (answer: Answer): unknown[] => [answer.statusCode, answer.json<{ code: string }>().code];

beforeAll(async () => {
  s = await testServer();
  const first = await s.as('guardianship-specialist');
  specialist = first.token;
  head = (await s.as('district-head', (a) => a.organisation === first.appointment.organisation)).token;
  for (const name of ['Айша', '=cmd|calc', 'Дана']) {
    const answer = await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{ name, age: 7 }], category: 'physical', danger: 'violence', summary: '<b>үйде</b> ұрды' } });
    expect(answer.statusCode, answer.body).toBe(201);
    opened = answer.json<ProceedingView>();
  }
  for (let view = opened, i = 0; i < 25; i += 1) {
    view = (await s.call({ url: `/api/cases/protection/${view.id}/note`, token: specialist, match: view.sequence, body: { text: `жазба ${i}` } })).json<ProceedingView>();
  }
});
afterAll(() => s.close());

describe('one proceeding', () => {
  it('is a page under a password that stands nowhere, with its whole story and its mark, and a trace of each', async () => {
    const answer = made(await ask(specialist, { proceeding: opened.id }));
    expect(answer.password).toMatch(/^([2-9A-HJ-NP-Z]{5}-){5}[2-9A-HJ-NP-Z]{5}$/);
    expect(answer).toMatchObject({ own: true, what: 'proceeding', purpose: 'court', words, rows: 1, left: s.runtime.registry.terms.value(exportFetches, s.clock.now()).value });
    const got = await s.call({ url: answer.file ?? '', token: specialist });
    expect([got.statusCode, got.headers['content-type'], got.headers['content-disposition'], got.headers['cache-control'], got.headers['content-security-policy']]).toEqual([
      200, 'application/zip', `attachment; filename="qorgan-${answer.number}.zip"; filename*=UTF-8''qorgan-${answer.number}.zip`, 'no-store', "sandbox; default-src 'none'",
    ]);
    for (const word of ['Дана', 'жазба', words]) expect(got.rawPayload.includes(Buffer.from(word))).toBe(false);
    expect(() => unzip(got.rawPayload, 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA')).toThrow('wrong password');
    const broken = Buffer.from(got.rawPayload);
    broken[200] = (broken[200] ?? 0) ^ 1;
    expect(() => unzip(broken, answer.password ?? '')).toThrow('changed');
    const [file, ...more] = unzip(got.rawPayload, answer.password ?? '');
    expect([more, file?.name, file?.version, file?.strength]).toEqual([[], 'proceeding.html', 2, 3]);
    const page = file?.text ?? '';
    for (let i = 0; i < 25; i += 1) expect(page).toContain(`жазба ${i}`);
    expect(page).toContain('&lt;b&gt;үйде');
    expect(page).not.toMatch(/<script|<b>|cases\.protection|undefined|\[object/);
    const { rows: [who] } = await s.owner.query<{ name: string }>('select p.name from kernel.person p join exports.export e on e.person = p.id where e.number = $1', [answer.number]);
    const mark = page.match(/<p class="mark">([^<]+)</)?.[1] ?? '';
    for (const part of [answer.number, who?.name ?? '?', 'Для суда', words, '24 ноября 2026']) expect(mark.replaceAll('\u00a0', ' ')).toContain(part);
    expect(page.split(mark).length).toBeGreaterThan(4);

    const looks = await s.owner.query<{ route: string; purpose: string }>(`select route, purpose from kernel.look where what = 'export' and target = $1`, [opened.id]);
    // The hash of what left is in the look, and with it in the sealed tree.
    const hash = createHash('sha256').update(got.rawPayload).digest('hex');
    expect(answer.sha256).toBe(hash);
    expect(looks.rows).toEqual([{ route: `POST /api/exports ${answer.number} sha256:${hash}`, purpose: 'court' }]);
    const secrets = await s.owner.query<{ n: number }>('select count(*)::int as n from exports.export e where e::text like $1', [`%${answer.password ?? '?'}%`]);
    expect(secrets.rows[0]?.n).toBe(0);
  });

  it('holds the classes that its reader may read, and no other', async () => {
    const told = { reporter: 'хабарлаушықұпиясы', therapy: 'терапияқұпиясы', case: 'ісқұпиясы' };
    for (const [name, word] of Object.entries(told)) {
      await s.owner.query(
        `insert into kernel.record values ($1, $2, $3) on conflict (proceeding, kind) do update set body = record.body || excluded.body`,
        [opened.id, `cases.protection/${name}`, JSON.stringify({ words: word })]);
    }
    const readers: readonly (readonly [Role, readonly (keyof typeof told)[]])[] = [
      ['guardianship-specialist', ['reporter', 'case']], ['case-manager', ['therapy', 'case']], ['district-head', ['case']], ['committee-duty', []],
    ];
    for (const [role, may] of readers) {
      const { token } = await s.as(role, (a) => a.district === opened.district || a.district === null);
      const answer = made(await ask(token, { proceeding: opened.id }));
      const [file] = unzip((await s.call({ url: answer.file ?? '', token })).rawPayload, answer.password ?? '');
      expect([role, (Object.keys(told) as (keyof typeof told)[]).filter((name) => file?.text.includes(told[name])).sort()]).toEqual([role, [...may].sort()]);
    }
  });

  it('that is not one’s own is the same 404 as none, and leaves a refused look', async () => {
    const far = (await s.as('guardianship-specialist', (a) => a.district !== opened.district)).token;
    for (const id of [opened.id, randomUUID()]) expect(code(await ask(far, { proceeding: id }))).toEqual([404, 'not-found']);
    const { rows } = await s.owner.query<{ n: number }>(`select count(*)::int as n from kernel.look where what = 'refused' and route = 'POST /api/exports' and target = $1`, [opened.id]);
    expect(rows[0]?.n).toBe(1);
    expect(await listed(far)).toEqual([]);
  });

  it('that one sees by break-glass alone is not taken out', async () => {
    const { token } = await s.as('case-manager', (a) => a.district !== opened.district);
    const broken = await s.call({ url: '/api/oversight/break-glass', token, body: { child: opened.subject.id, purpose: 'danger', reason: 'бала біздің ауданда табылды' } });
    expect(broken.statusCode, broken.body).toBe(201);
    expect((await s.call({ url: `/api/proceedings/${opened.id}`, token })).statusCode).toBe(200);
    expect(code(await ask(token, { proceeding: opened.id }))).toEqual([404, 'not-found']);
  });
});

describe('a list', () => {
  it('is exactly what its page gives, formulas defused, the mark in every line, a look for each', async () => {
    const page = (await s.call({ url: '/api/proceedings?scope=district&procedure=cases.protection&limit=100', token: head, language: 'ru' })).json<DayPage>();
    const answer = made(await ask(head, { scope: 'district', procedure: 'cases.protection', purpose: 'report' }));
    expect(answer.rows).toBe(page.items.length);
    const [file] = unzip((await s.call({ url: answer.file ?? '', token: head })).rawPayload, answer.password ?? '');
    expect(file?.name).toBe('list.csv');
    expect(file?.text.startsWith('\ufeff"Qorgan № ')).toBe(true);
    const lines = (file?.text ?? '').trimEnd().split('\r\n').slice(2);
    const shown = page.items.map((i) => (i.label.startsWith('=') ? `'${i.label}` : i.label));
    expect(lines.map((line) => line.slice(1).split('";"')[0])).toEqual(shown);
    expect(shown.some((label) => label.startsWith(`'=cmd`))).toBe(true);
    for (const line of lines) expect(line).toContain(answer.number);
    const looks = await s.owner.query<{ target: string }>(`select target from kernel.look where what = 'export' and purpose = 'report' and route = $1`, [`POST /api/exports ${answer.number} sha256:${answer.sha256}`]);
    expect(looks.rows.map((r) => r.target).sort()).toEqual([answer.id, ...page.items.map((i) => i.proceeding)].sort());
  });

  it('is a workbook too: the same rows, every cell a text; and of one worker alone', async () => {
    const table = async (body: object): Promise<string[]> => {
      const answer = made(await ask(head, { scope: 'district', purpose: 'report', ...body }));
      const [file] = unzip((await s.call({ url: answer.file ?? '', token: head })).rawPayload, answer.password ?? '');
      if (file?.name === 'list.csv') return file.text.slice(1).trimEnd().split('\r\n').slice(1);
      expect([file?.name, unpacked(file?.bytes ?? Buffer.alloc(0)).match(/<f[ >]|t="e"/g)]).toEqual(['list.xlsx', null]);
      let text = '';
      for await (const chunk of sheetLines(file?.bytes ?? Buffer.alloc(0))) text += chunk.toString();
      return text.trimEnd().split(/\r?\n/);
    };
    const cells = (line: string): string[] => [...line.matchAll(/"((?:[^"]|"")*)"|[^;]+/g)].map((m) => m[1] ?? m[0]);
    const [texts, book] = [await table({ procedure: 'cases.protection' }), await table({ procedure: 'cases.protection', format: 'xlsx' })];
    expect(book.length).toBe(texts.length);
    expect(cells(book[0] ?? '').slice(0, 3)).toEqual(['exports.column.label', 'exports.column.procedure', 'exports.column.stage'].map((key) => s.runtime.texts[key]?.ru));
    // In a workbook a text is a text: nothing has to be put before it.
    expect(book.slice(1).map((line) => cells(line)[0])).toEqual(texts.slice(1).map((line) => cells(line)[0]?.replace(/^'=/, '=')));
    const [worker] = await s.staff('guardianship-specialist', (a) => a.district === opened.district);
    const page = (await s.call({ url: `/api/proceedings?scope=district&worker=${worker?.id ?? ''}&limit=100`, token: head })).json<DayPage>();
    expect((await table({ worker: worker?.id })).length).toBe(page.items.length + 1);
  });

  it('of my day holds what its page shows', async () => {
    const day = (await s.call({ url: '/api/my-day?limit=100', token: head })).json<DayPage>();
    const answer = made(await ask(head, { scope: 'mine', format: 'xlsx', purpose: 'report' }));
    expect([answer.scope, answer.rows]).toEqual(['mine', new Set(day.items.map((i) => i.proceeding)).size]);
  });

  it('of more than is allowed is refused whole', async () => {
    const { value } = s.runtime.registry.terms.value(exportRows, s.clock.now());
    const { rows: [worker] } = await s.owner.query<{ row: object }>('select to_jsonb(p) as row from kernel.proceeding p where id = $1', [opened.id]);
    await s.owner.query(
      `insert into kernel.proceeding select r.* from generate_series(1, $2) i, jsonb_populate_record(null::kernel.proceeding, $1::jsonb || jsonb_build_object('id', gen_random_uuid(), 'procedure', 'cases.protection', 'label', i)) r`,
      [JSON.stringify(worker?.row), value + 1]);
    const before = (await listed(head)).length;
    await refused(s, { url: '/api/exports', token: head, body: { scope: 'district', purpose: 'report', words } }, { status: 409, code: 'export-too-large' });
    expect(await listed(head)).toHaveLength(before);
    await s.owner.query(`delete from kernel.proceeding where label ~ '^\\d+$'`);
  });
});

describe('who may', () => {
  it('is written down: no other role gets anything', async () => {
    for (const role of Object.keys(roles) as Role[]) {
      const { token } = await s.as(role);
      for (const [what, body] of [['proceeding', { proceeding: randomUUID() }], ['list', { scope: 'desk' }]] as const) {
        expect([role, what, (await ask(token, body)).statusCode]).toEqual([role, what, !mayExport(role, what) || what === 'proceeding' ? 404 : 201]);
      }
    }
    for (const role of ['operator', 'shift-lead', 'administrator', 'school-worker', 'police-inspector']) expect(mayExport(role, 'proceeding') || mayExport(role, 'list')).toBe(false);
    expect(code(await ask(null, { scope: 'desk' }))).toEqual([401, 'no-session']);
  });

  it('asks with a purpose and words, for one thing', async () => {
    const wrong: readonly (readonly [object, string])[] = [
      [{}, '/scope required'], [{ proceeding: opened.id, scope: 'desk' }, '/scope unknown-field'], [{ scope: 'desk', purpose: undefined }, '/purpose required'],
      [{ scope: 'desk', purpose: 'mine' }, '/purpose not-in-list'], [{ scope: 'desk', format: 'pdf' }, '/format not-in-list'], [{ scope: 'mine', worker: randomUUID() }, '/worker unknown-field'], [{ scope: 'desk', words: '' }, '/words too-short'], [{ proceeding: 'x' }, '/proceeding format'],
    ];
    const before = await everythingStored(s);
    for (const [body, field] of wrong) await refused(s, { url: '/api/exports', token: head, body: { purpose: 'court', words, ...body } }, { status: 400, code: 'invalid-input', fields: [field] });
    expect(await everythingStored(s)).toEqual(before);
    for (const purpose of purposes) expect(s.runtime.texts).toHaveProperty([`exports.purpose.${purpose}`]);
  });

  it('proves once more who he is', async () => {
    const app = await buildApp({ runtime: s.runtime, demo: false, changes: changes() });
    try {
      const [appointment] = await s.staff('district-head');
      const known = await giveCredential(s, appointment?.id ?? '');
      s.clock.add(24 * hour);
      const post = (url: string, body: object, token?: string) => app.inject({ method: 'POST', url, payload: body, headers: { 'idempotency-key': randomUUID(), 'accept-language': 'kk', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) } });
      const { token } = (await post('/api/session', { login: known.login, password: known.password, code: known.code() })).json<{ token: string }>();
      await s.owner.query(`update kernel.session set until = 'infinity', absolute_until = 'infinity' where person = $1`, [known.person]);
      s.clock.add(hour);
      const body = { scope: 'desk', purpose: 'report', words };
      const stale = await post('/api/exports', body, token);
      expect([stale.statusCode, stale.json<{ code: string }>().code]).toEqual([403, 'step-up-needed']);
      const proved = await post('/api/session/step-up', { password: known.password, code: known.code() }, token);
      expect(proved.statusCode, proved.body).toBe(200);
      const done = await post('/api/exports', body, proved.json<{ token: string }>().token);
      expect(done.statusCode, done.body).toBe(201);
    } finally {
      await app.close();
    }
  });
});

describe('an export that was made', () => {
  it('sent again under its key is the same one, without the password; under another body none', async () => {
    const key = randomUUID();
    const [one, two] = await Promise.all([ask(head, { scope: 'desk' }, key), ask(head, { scope: 'desk' }, key)]);
    const both = [made(one!), made(two!)];
    expect(both[0]?.id).toBe(both[1]?.id);
    expect(both.filter((e) => e.password !== null)).toHaveLength(1);
    expect(code(await ask(head, { scope: 'district' }, key))).toEqual([422, 'key-reused']);
  });

  it('is nobody else’s: the head sees its line and no file; others the same 404 as for none', async () => {
    const answer = made(await ask(specialist, { proceeding: opened.id }));
    const line = (await listed(head)).find((e) => e.id === answer.id);
    expect(line).toMatchObject({ own: false, file: null, left: 0, purpose: 'court', words });
    const colleague = (await s.as('case-manager')).token;
    expect((await listed(colleague)).some((e) => e.id === answer.id)).toBe(false);
    for (const token of [head, colleague, (await s.as('operator')).token]) {
      for (const id of [answer.id, randomUUID(), 'x']) expect(code(await s.call({ url: `/api/exports/${id}/file`, token }))).toEqual([404, 'not-found']);
    }
    expect(code(await s.call({ url: answer.file ?? '' }))).toEqual([401, 'no-session']);
    const head404 = await s.app.inject({ method: 'HEAD', url: answer.file ?? '', headers: { authorization: `Bearer ${specialist}` } });
    expect(head404.statusCode).toBe(404);
    expect((await listed(specialist)).find((e) => e.id === answer.id)?.left).toBe(answer.left);
  });

  it('is fetched a few times, each leaves a look, and then its file is gone', async () => {
    const answer = made(await ask(specialist, { proceeding: opened.id }));
    const all = await Promise.all(Array.from({ length: answer.left + 2 }, () => s.call({ url: answer.file ?? '', token: specialist })));
    expect(all.map((a) => a.statusCode).sort()).toEqual([...Array.from({ length: answer.left }, () => 200), 410, 410]);
    const { rows } = await s.owner.query<{ what: string; n: number }>(`select what, count(*)::int as n from kernel.look where target = $1 and route like 'GET%' group by what order by what`, [answer.id]);
    expect(rows).toEqual([{ what: 'export', n: answer.left }, { what: 'refused', n: 2 }]);
    expect((await s.owner.query('select 1 from exports.content where export = $1', [answer.id])).rowCount).toBe(0);
    expect((await listed(specialist)).find((e) => e.id === answer.id)).toMatchObject({ file: null, left: 0 });
  });

  it('ends with its time, and the tick deletes it', async () => {
    const answer = made(await ask(specialist, { proceeding: opened.id }));
    expect(await expiring(s.runtime, s.clockToken)()).toBeGreaterThanOrEqual(0);
    expect((await s.owner.query('select 1 from exports.content where export = $1', [answer.id])).rowCount).toBe(1);
    s.clock.set(answer.until);
    await refused(s, { url: answer.file ?? '', token: specialist }, { status: 410, code: 'export-gone' });
    expect(await expiring(s.runtime, s.clockToken)()).toBeGreaterThan(0);
    expect((await s.owner.query('select 1 from exports.content')).rowCount).toBe(0);
    expect((await listed(specialist)).find((e) => e.id === answer.id)).toMatchObject({ number: answer.number, file: null });
  });

  it('holds nothing more of a child who was erased', async () => {
    const answer = made(await ask(specialist, { proceeding: opened.id }));
    await s.owner.query('update kernel.subject_key set wrapped = null, destroyed_at = $2 where subject = $1', [opened.subject.id, s.clock.now()]);
    expect(code(await s.call({ url: answer.file ?? '', token: specialist }))).toEqual([410, 'export-gone']);
    expect((await listed(specialist)).find((e) => e.id === answer.id)).toMatchObject({ number: answer.number, words: '', file: null });
  });
});
