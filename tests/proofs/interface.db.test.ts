/** The one language every proceeding speaks, as any client hears it. */
import { randomUUID } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '#kernel/access/roles.ts';
import type { DayItem, DayPage, DemoAppointment, ProceedingView, StartView, StoryPage } from '#kernel/contract.ts';
import { mounted } from './mounted.ts';
import { languages, testServer, type Answer, type TestServer } from './server.ts';

let s: TestServer;
let operator: string;
let specialist: string;
let manager: string;
/** A case in the district of the specialist and the manager. */
let opened: ProceedingView;
const roleNames = Object.keys(roles) as Role[];
const get = (url: string, token: string | null, language = 'kk'): Promise<Answer> => s.call({ url, token, language });
const read = async (id: string, token: string): Promise<ProceedingView> => (await get(`/api/proceedings/${id}`, token)).json<ProceedingView>();

beforeAll(async () => {
  s = await testServer();
  ({ token: operator } = await s.as('operator'));
  const { token, appointment } = await s.as('guardianship-specialist');
  specialist = token;
  ({ token: manager } = await s.as('case-manager', (a) => a.district === appointment.district));
  const answer = await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{ name: 'Айша', age: 7 }], category: 'neglect', danger: 'rights', summary: 'үйде жалғыз' } });
  expect(answer.statusCode, answer.body).toBe(201);
  opened = answer.json<ProceedingView>();
});
afterAll(() => s.close());

describe('what one may start', () => {
  it('is offered to each role in its language, with a schema that answers, and no more than that may be started', async () => {
    for (const role of roleNames) {
      const { token } = await s.as(role);
      const found = await Promise.all(languages.map((l) => get('/api/procedures', token, l)));
      const starts = found.map((a) => a.json<StartView[]>());
      expect(found[0]?.headers['cache-control']).toBe('no-store');
      const declared = s.runtime.registry.procedures.filter((p) => p.start?.by.includes(role) === true);
      expect(starts[0]?.map((x) => x.procedure).sort()).toEqual([...new Set(declared.map((p) => p.id))].sort());
      for (const [i, start] of (starts[0] ?? []).entries()) {
        expect(new Set(starts.map((x) => x[i]?.title)).size).toBeGreaterThan(1);
        expect((await get(start.input.$ref, token)).statusCode).toBe(200);
        // An empty object is never enough, and never "not found": the door is there.
        const answer = await s.call({ url: start.href, token, body: { nothing: 1 } });
        expect([start.href, answer.statusCode]).toEqual([start.href, 400]);
      }
    }
  });
});

describe('schemas', () => {
  it('resolve, are valid JSON Schema, never change under their name, and have words for every field', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const seen = new Set<string>();
    const texts = s.runtime.texts;
    const titled = (schema: { properties?: Record<string, object>; items?: object; anyOf?: object[]; title?: string }, where: string): void => {
      for (const [name, inner] of Object.entries(schema.properties ?? {})) {
        const { title } = inner as { title?: string };
        if (!('const' in inner)) expect(texts, `${where}/${name}`).toHaveProperty([title ?? '?']);
        titled(inner, `${where}/${name}`);
      }
      if (schema.items !== undefined) titled(schema.items, `${where}/items`);
      for (const one of schema.anyOf ?? []) titled(one, where);
    };
    const document = (await get('/api/openapi.json', null)).json<{ paths: Record<string, { post?: { requestBody?: { content: { 'application/json'?: { schema: { $ref?: string } } } } } }> }>();
    for (const { post } of Object.values(document.paths)) {
      const ref = post?.requestBody?.content['application/json']?.schema.$ref;
      if (ref === undefined || seen.has(ref)) continue;
      seen.add(ref);
      const answer = await get(ref, null);
      expect([ref, answer.statusCode]).toEqual([ref, 200]);
      expect(answer.headers['content-type']).toMatch(/^application\/schema\+json/);
      expect(answer.headers['cache-control']).toMatch(/immutable/);
      const schema = answer.json<object>();
      expect(ajv.validateSchema(schema), `${ref} ${JSON.stringify(ajv.errors)}`).toBe(true);
      titled(schema, ref);
    }
    expect(seen.size).toBeGreaterThan(60);
    expect((await get([...seen][0]?.replace(/.$/, (c) => (c === '0' ? '1' : '0')) ?? '', null)).statusCode).toBe(404);
  });
});

describe('one proceeding', () => {
  it('has its sequence in the ETag, is kept by nobody, and says its words in three languages', async () => {
    const answers = await Promise.all(languages.map((l) => get(`/api/proceedings/${opened.id}`, specialist, l)));
    for (const a of answers) {
      expect(a.headers.etag).toBe(`"${a.json<ProceedingView>().sequence}"`);
      expect(a.headers['cache-control']).toBe('no-store');
    }
    expect(new Set(answers.map((a) => a.json<ProceedingView>().stageTitle)).size).toBe(3);
    const view = answers[0]?.json<ProceedingView>();
    expect(view?.responsible.worker?.name).toBeTruthy();
    expect(view?.deadlines.some((d) => d.state === 'running' && d.basis !== null && d.basis.source !== '')).toBe(true);
  });

  it('every step it offers is there; none it does not offer to this role is', async () => {
    const view = await read(opened.id, specialist);
    expect(view.steps.length).toBeGreaterThan(3);
    const declared = s.runtime.registry.procedure(view.procedure, view.version)?.steps ?? {};
    for (const step of view.steps) {
      const answer = await s.call({ url: step.href, token: specialist, match: view.sequence, body: { nothing: 1 } });
      expect([step.name, answer.statusCode]).toEqual([step.name, 400]);
      expect((await get(step.input.$ref, specialist)).statusCode).toBe(200);
    }
    for (const [name, step] of Object.entries(declared)) {
      if (step.by.includes('guardianship-specialist')) continue;
      expect(view.steps.map((x) => x.name)).not.toContain(name);
      const answer = await s.call({ url: `/api/cases/protection/${view.id}/${name}`, token: specialist, match: view.sequence, body: {} });
      expect([name, answer.statusCode]).toEqual([name, 404]);
    }
    expect((await read(opened.id, specialist)).sequence).toBe(view.sequence);
  });

  it('absent and not yours are the same, to the byte', async () => {
    const far = (await s.as('guardianship-specialist', (a) => a.district !== null && a.district !== opened.district)).token;
    const strip = ({ statusCode, headers, body }: Answer): object => ({ statusCode, body, headers: { ...headers, date: null } });
    for (const language of languages) {
      for (const token of [far, operator]) {
        const ask = (id: string): Promise<Answer[]> =>
          Promise.all([
            get(`/api/proceedings/${id}`, token, language),
            s.call({ url: `/api/cases/protection/${id}/note`, token, language, match: 1, body: { text: 'a' } }),
            s.call({ url: `/api/cases/protection/${id}/note`, token, language, match: 999, body: { nothing: 'a' } }),
            s.call({ url: `/api/cases/protection/${id}/note`, token, language, body: { text: 'a' } }),
            s.call({ url: `/api/helpline/appeal/${id}/claim`, token, language, match: 1, body: {} }),
            get(`/api/children/${id === opened.id ? opened.subject.id : id}`, token, language),
          ]);
        const [theirs, nobodys] = await Promise.all([ask(opened.id), ask(randomUUID())]);
        expect(theirs.map((a) => a.statusCode)).toEqual([404, 404, 404, 404, 404, 404]);
        expect(theirs.map(strip)).toEqual(nobodys.map(strip));
      }
    }
  });

  it('a step answers the new representation; a step that ended one’s sight, a receipt', async () => {
    const view = await read(opened.id, specialist);
    const noted = await s.call({ url: `/api/cases/protection/${view.id}/note`, token: specialist, match: view.sequence, body: { text: 'белгі' } });
    expect([noted.statusCode, noted.headers.etag, noted.headers['cache-control']]).toEqual([200, `"${view.sequence + 1}"`, 'no-store']);
    expect(noted.json<ProceedingView>().story[0]).toMatchObject({ step: 'note', input: { text: 'белгі' } });
    const conflict = { url: `/api/cases/protection/${view.id}/declare-conflict`, token: manager, match: view.sequence + 1, key: randomUUID(), body: { why: 'туысым' } };
    for (let i = 0; i < 2; i += 1) {
      const ended = await s.call(conflict);
      expect([ended.statusCode, ended.headers['cache-control'], ended.headers.etag]).toEqual([200, 'no-store', undefined]);
      expect(ended.json<object>()).toMatchObject({ receipt: true, id: view.id, sequence: view.sequence + 2 });
      expect(Object.keys(ended.json<object>()).sort()).toEqual(['id', 'receipt', 'sequence', 'stage']);
    }
    expect((await get(`/api/proceedings/${view.id}`, manager)).statusCode).toBe(404);
  });
});

describe('the story', () => {
  it('comes by pages of twenty down to the first line, each with a look', async () => {
    let view = await read(opened.id, specialist);
    while (view.sequence < 45) {
      const noted = await s.call({ url: `/api/cases/protection/${view.id}/note`, token: specialist, match: view.sequence, body: { text: `жазба ${view.sequence}` } });
      view = noted.json<ProceedingView>();
    }
    const seen = view.story.map((l) => l.sequence);
    expect(seen).toHaveLength(20);
    for (let before = seen.at(-1) ?? 1; before > 1; before = seen.at(-1) ?? 1) {
      const page = (await get(`/api/proceedings/${view.id}/story?before=${before}`, specialist)).json<StoryPage>();
      seen.push(...page.story.map((l) => l.sequence));
    }
    expect(seen).toEqual(Array.from({ length: view.sequence }, (_, i) => view.sequence - i));
    const { rows } = await s.owner.query<{ n: number }>(`select count(*)::int as n from kernel.look where target = $1 and route = 'GET /api/proceedings/:id/story' and found = 1`, [view.id]);
    expect(rows[0]?.n).toBe(2);
  });

  it('is nobody’s who does not see the proceeding, and wants a sequence', async () => {
    for (const id of [opened.id, randomUUID()]) {
      const answer = await get(`/api/proceedings/${id}/story?before=5`, operator);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'not-found']);
    }
    for (const before of ['', '0', '-1', 'x', '1e9', '99999999999']) expect((await get(`/api/proceedings/${opened.id}/story?before=${before}`, specialist)).statusCode).toBe(400);
    expect((await get(`/api/proceedings/${opened.id}/story?before=5`, null)).statusCode).toBe(404);
  });
});

describe('Prefer: return=minimal', () => {
  it('answers that it is done and the sequence, and leaves no look; a repeat is the first one’s', async () => {
    const view = await read(opened.id, specialist);
    const looks = async (): Promise<number> => (await s.owner.query<{ n: number }>('select count(*)::int as n from kernel.look')).rows[0]?.n ?? 0;
    const before = await looks();
    const call = { url: `/api/cases/protection/${view.id}/note`, token: specialist, match: view.sequence, key: randomUUID(), headers: { prefer: 'return=minimal' }, body: { text: 'белгі' } };
    const done = await s.call(call);
    expect([done.statusCode, done.body, done.headers.etag, done.headers['preference-applied']]).toEqual([204, '', `"${view.sequence + 1}"`, 'return=minimal']);
    expect(await looks()).toBe(before);
    const again = await s.call(call);
    expect([again.statusCode, again.headers['entry-sequence'], again.headers.etag]).toEqual([204, String(view.sequence + 1), undefined]);
    expect((await read(opened.id, specialist)).sequence).toBe(view.sequence + 1);
  });
});

describe('answers with a person in them', () => {
  it('are kept by nobody, and no answer tells what runs here', async () => {
    const lead = (await s.as('shift-lead')).token;
    const urls = ['/api/session', '/api/session/demo', '/api/my-day', '/api/my-day/waiting', '/api/team', '/api/proceedings', `/api/proceedings/${opened.id}`, `/api/children/${opened.subject.id}`,
      '/api/agencies/appointments', '/api/agencies/rosters', '/api/helpline/queue', '/api/helpline/counts', '/api/procedures'];
    for (const url of urls) {
      for (const token of [specialist, lead, null]) {
        const answer = await get(url, token);
        expect([url, answer.headers['cache-control']]).toEqual([url, 'no-store']);
        expect(answer.headers['x-powered-by'] ?? answer.headers.server).toBeUndefined();
        expect(answer.headers['x-content-type-options']).toBe('nosniff');
      }
    }
  });
});

describe('the session', () => {
  it('is listed for the demo, begins, ends, and may be ended again', async () => {
    const list = (await get('/api/session/demo', null, 'ru')).json<DemoAppointment[]>();
    expect(new Set(list.map((a) => a.role))).toEqual(new Set(roleNames));
    for (const a of list) expect([a.name, a.roleTitle, a.organisation.kk, a.organisation.ru, a.organisation.en].every((t) => t !== '' && !t.startsWith('role.'))).toBe(true);
    const chosen = list[3];
    const started = await s.call({ url: '/api/session/demo', body: { appointment: chosen?.appointment } });
    expect(started.statusCode).toBe(201);
    expect(String(started.headers['set-cookie'])).toMatch(/^qorgan=[\w-]{43};.*HttpOnly;.*SameSite=Strict/);
    const { token } = started.json<{ token: string }>();
    const cookie = { cookie: `qorgan=${token}` };
    expect((await s.call({ url: '/api/session', headers: cookie })).json<object>()).toMatchObject({ appointment: chosen?.appointment, role: chosen?.role, name: chosen?.name, demo: true });
    for (let i = 0; i < 3; i += 1) {
      const ended = await s.call({ method: 'DELETE', url: '/api/session', headers: cookie });
      expect([ended.statusCode, ended.body]).toEqual([204, '']);
      expect((await s.call({ url: '/api/session', headers: cookie })).statusCode).toBe(401);
    }
    expect((await s.call({ method: 'DELETE', url: '/api/session' })).statusCode).toBe(204);
  });
});

describe('my day', () => {
  it('pages by danger and time without a gap or a double, while others change', async () => {
    const { token, appointment } = await s.as('operator', () => true);
    const texts = ['сабақ кестесі', 'мені ұрады, қорқамын', 'өлгім келеді', 'үйірме бар ма'];
    for (let n = 0; n < 60; n += 1) {
      const answer = await s.call({ url: '/api/helpline/appeal', token, body: { text: texts[n % texts.length], channel: 'phone' } });
      expect(answer.statusCode, answer.body).toBe(201);
      if (n % 3 === 0) s.clock.add(1_000);
    }
    const { rows } = await s.owner.query<{ id: string; danger: number; due: string }>(
      'select id, danger, due from kernel.proceeding where worker = $1 and not final order by danger desc, due, id', [appointment.id]);
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(new Set(rows.map((r) => r.danger)).size).toBeGreaterThan(1);
    for (const path of ['/api/my-day', '/api/proceedings?scope=desk&procedure=helpline.appeal']) {
      for (const limit of [7, 20, 60, 100]) {
        const items: DayItem[] = [];
        let after: string | null = '';
        for (let pages = 0; after !== null; pages += 1) {
          expect(pages).toBeLessThan(20);
          const found = await get(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}&after=${encodeURIComponent(after)}`, token);
          expect(found.statusCode, found.body).toBe(200);
          const page: DayPage = found.json<DayPage>();
          expect(page.items.length).toBeLessThanOrEqual(limit);
          items.push(...page.items);
          after = page.next;
        }
        expect(items.map((i) => i.proceeding)).toEqual(rows.map((r) => r.id));
        const order = items.map((i) => `${9 - i.danger} ${i.due ?? ''} ${i.proceeding}`);
        expect(order).toEqual([...order].sort());
        expect(items.every((i) => i.step !== null && i.title !== '' && i.termTitle !== null)).toBe(true);
      }
    }
  });
});

describe('the document of the interface', () => {
  interface Operation {
    readonly operationId?: string;
    readonly summary?: string;
    readonly parameters?: { name: string; in: string; required: boolean; schema: object }[];
    readonly requestBody?: { content: Record<string, { schema: object }> };
    readonly responses: Record<string, { description?: string; content?: object }>;
  }
  interface Document {
    readonly openapi: string;
    readonly info: { title?: string; version?: string };
    readonly paths: Record<string, Record<string, Operation>>;
  }
  const document = async (): Promise<Document> => (await get('/api/openapi.json', null)).json<Document>();

  it('is OpenAPI 3.1', async () => {
    const { openapi, info, paths } = await document();
    expect(openapi).toMatch(/^3\.1\.\d+$/);
    expect(info.title).toBeTruthy();
    expect(info.version).toBeTruthy();
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const ids = new Set<string>();
    const shapes = new Set<string>();
    for (const [path, operations] of Object.entries(paths)) {
      expect(path).toMatch(/^\/api\//);
      const shape = path.replace(/\{\w+\}/g, '{}');
      expect(shapes.has(shape), shape).toBe(false);
      shapes.add(shape);
      for (const [method, o] of Object.entries(operations)) {
        expect(['get', 'post', 'put', 'delete']).toContain(method);
        expect(o.summary, path).toBeTruthy();
        expect(ids.has(o.operationId ?? ''), o.operationId).toBe(false);
        ids.add(o.operationId ?? '');
        const named = (o.parameters ?? []).map((p) => `${p.in} ${p.name}`);
        expect(new Set(named).size).toBe(named.length);
        expect(named.filter((n) => n.startsWith('path ')).map((n) => n.slice(5))).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]));
        for (const p of o.parameters ?? []) {
          expect(['path', 'query', 'header']).toContain(p.in);
          if (p.in === 'path') expect(p.required).toBe(true);
          expect(ajv.validateSchema(p.schema), `${path} ${p.name}`).toBe(true);
        }
        for (const { schema } of Object.values(o.requestBody?.content ?? {})) expect(ajv.validateSchema(schema), path).toBe(true);
        expect(Object.keys(o.responses).some((status) => /^[23]\d\d$/.test(status))).toBe(true);
        for (const [status, r] of Object.entries(o.responses)) expect([status, typeof r.description]).toEqual([expect.stringMatching(/^[2-5]\d\d$/), 'string']);
      }
    }
  });

  it('says of every mounted route under /api, and of no other', async () => {
    const { paths } = await document();
    const told = Object.entries(paths).flatMap(([path, operations]) => Object.keys(operations).map((m) => `${m.toUpperCase()} ${path}`));
    const there = mounted(s.app.printRoutes({ commonPrefix: false })).filter((r) => / \/api\//.test(r));
    expect(there).toContain('POST /api/helpline/appeals/lookup');
    const expected = there.flatMap((route) => {
      const step = /^POST \/api\/([\w-]+)\/([\w-]+)\/:id\/:step$/.exec(route);
      if (step === null) return [route.replace(/:(\w+)/g, '{$1}')];
      const declared = s.runtime.registry.procedures.filter((p) => p.id === `${step[1]}.${step[2]}`);
      return [...new Set(declared.flatMap((p) => Object.keys(p.steps)))].map((name) => `POST /api/${step[1]}/${step[2]}/{id}/${name}`);
    });
    expect(told.sort()).toEqual(expected.sort());
  });

  it('names the headers that a write needs', async () => {
    // Questions asked in a body; and such that say how it is (this was read, a form is open, letters go there): said twice it is no other thing.
    const repeatable = ['/api/helpline/appeals/lookup', '/api/children/search', '/api/proceedings/by-number', '/api/notices/read', '/api/proceedings/{id}/writing', '/api/digest', '/api/digest/confirm'];
    const { paths } = await document();
    for (const [path, { post }] of Object.entries(paths)) {
      const headers = (post?.parameters ?? []).filter((p) => p.in === 'header').map((p) => p.name);
      if (post === undefined) continue;
      // Signing in is never answered twice the same: its codes work once.
      const without = /^\/api\/(session|invitations)(\/|$)/.test(path) || repeatable.includes(path);
      expect([path, headers.includes('Idempotency-Key')]).toEqual([path, !without]);
      expect([path, headers.includes('If-Match')]).toEqual([path, path.includes('{id}') && !without]);
      // As whom it was written may be said with every write.
      expect([path, headers.includes('X-Qorgan-As')]).toEqual([path, true]);
      expect([path, post.requestBody !== undefined]).toEqual([path, true]);
    }
  });
});
