/** What is odd but true is kept as it was written; what a worker writes of a child is checked before it is. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProceedingView } from '#kernel/contract.ts';
import { everythingStored, refused } from './problems.ts';
import { testServer, type Call, type TestServer } from './server.ts';

let s: TestServer;
let operator: string;
let specialist: string;
/** An appeal that an operator took by phone: he reads it, and may take steps on it. */
let appeal: ProceedingView;

const appeals = '/api/helpline/appeals';
const anAppeal = (more: object = {}): Call => ({ url: appeals, body: { text: 'көмек керек', channel: 'web', ...more } });
const stepOf = (name: string): string => `/api/helpline/appeal/${appeal.id}/${name}`;

beforeAll(async () => {
  s = await testServer();
  ({ token: operator } = await s.as('operator'));
  ({ token: specialist } = await s.as('guardianship-specialist'));
  appeal = (await s.call({ url: '/api/helpline/appeal', token: operator, body: { text: 'сабақ туралы', channel: 'phone' } })).json<ProceedingView>();
});
afterAll(() => s.close());

describe('odd, but true: kept byte for byte', () => {
  /** As the operator reads it, and in the talk as the applicant reads it back. */
  async function kept(written: string): Promise<void> {
    const sent = await s.call(anAppeal({ text: written }));
    expect(sent.statusCode, JSON.stringify(written)).toBe(201);
    const { number, code } = sent.json<{ number: string; code: string }>();
    const { rows } = await s.owner.query<{ text: string }>(
      `select r.body ->> 'text' as text from helpline.appeal a join kernel.record r on r.proceeding = a.proceeding and r.kind = 'helpline.appeal/appeal' where a.number = $1`, [number]);
    expect(rows.map((r) => r.text)).toEqual([written]);
    const more = await s.call({ url: `${appeals}/write`, body: { number, code, text: written } });
    expect(more.statusCode, more.body).toBe(200);
    expect(more.json<{ messages: { text: string }[] }>().messages.at(-1)?.text).toBe(written);
  }

  it.each([
    ['Latin letters inside Cyrillic', 'Mенi aғaм ұpaды, кoмeктeciңiзшi'], ['emoji', '😭👩‍👧‍👦🏳️‍🌈🇰🇿 көмек'], ['right to left', 'قازاقشا \u202Eтәуелді\u202C ئۇرادى'], ['combining marks', 'e\u0301\u0301й и\u0306'],
    ['both ends blank', '  мені ұрады \n'], ['control characters', 'a\u0001\u0008\u001b[31mb\u007f'], ['markup and SQL', `<script>alert('1')</script>'; drop table kernel.entry; --`], ['braces of texts', '{name} ${x} %s'],
    ['beyond the first plane', '𠜎𐱅𐰇𐰼𐰚'], ['as long as it may be', 'ұ'.repeat(8000)], ['as long as it may be, in pairs', '😭'.repeat(8000)],
  ])('%s', (_, written) => kept(written));

  it('a surname of 400 letters', async () => {
    const name = `${'Ұ'.repeat(199)}-${'ә'.repeat(200)}`;
    const view = (await s.call({ url: `/api/proceedings/${appeal.id}`, token: operator })).json<ProceedingView>();
    expect((await s.call({ url: stepOf('grade'), token: operator, match: view.sequence, body: { category: 'alimony-custody', urgency: 'rights' } })).statusCode).toBe(200);
    const district = (await s.runtime.directory(null)).data.districts[0]?.code;
    const body = { district, summary: 'a', children: [{ name: `${name}a` }] };
    await refused(s, { url: stepOf('route-case'), token: operator, match: view.sequence + 1, body }, { status: 400, code: 'invalid-input', fields: ['/children/0/name too-long'] });
    const routed = await s.call({ url: stepOf('route-case'), token: operator, match: view.sequence + 1, body: { ...body, children: [{ name }] } });
    expect(routed.statusCode, routed.body).toBe(200);
    const input = routed.json<ProceedingView>().story.find((l) => l.step === 'route-case')?.input as { children: { name: string }[] };
    expect(input.children[0]?.name).toBe(name);
  });

  it('a contact of any kind, a label that ends in the middle of a letter', async () => {
    for (const contact of ['', 'a', 'İ'.repeat(300), `a${'😭'.repeat(299)}`, '8 701 000 00 00', '\t']) {
      const answer = await s.call(anAppeal({ contact, place: { words: `a${'😭'.repeat(499)}` } }));
      expect(answer.statusCode, `${contact} ${answer.body}`).toBe(201);
    }
    for (const name of [`a${'😭'.repeat(399)}`, ' ', 'İ'.repeat(400)]) {
      const answer = await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{ name, age: 3 }], category: 'neglect', danger: 'rights', summary: name } });
      expect(answer.statusCode, `${name} ${answer.body}`).toBe(201);
      expect(answer.json<ProceedingView>().records).toMatchObject({ case: { child: { name } } });
    }
  });

  it('a key said twice: one reader, so what is checked is what is kept', async () => {
    const answer = await s.call({ url: appeals, method: 'POST', body: '{"text":"бірінші","channel":"web","text":"екінші"}' });
    expect(answer.statusCode).toBe(201);
    const { rows } = await s.owner.query<{ text: string }>(`select r.body ->> 'text' as text from helpline.appeal a join kernel.record r on r.proceeding = a.proceeding and r.kind like '%/appeal' where a.number = $1`, [answer.json<{ number: string }>().number]);
    expect(rows[0]?.text).toBe('екінші');
  });

  const blns = '../shared/vectors/blns.json';
  it.skipIf(!existsSync(blns))('the big list of naughty strings', async () => {
    const list = JSON.parse(readFileSync(blns, 'utf8')) as string[];
    expect(list.length).toBeGreaterThan(400);
    for (const written of list) if (written.trim() !== '') await kept(written);
  }, 240_000);

  it('headers full of nonsense', async () => {
    for (const value of ['', ',', ';;;', 'kk;q=abc', '*', 'ru;q=-1', 'xx-XX', 'kk;q=0, ru;q=0', `${'ru,'.repeat(2000)}en`, '\u00ff', 'RU-ru', '../..']) {
      const answer = await s.call({ url: '/api/nothing', headers: { 'accept-language': value } });
      expect(answer.statusCode).toBe(404);
      expect(['Мұндай бет немесе іс табылмады', 'Такой страницы или дела не найдено']).toContain(answer.json<{ title: string }>().title);
    }
    for (const limit of ['0', '-1', '1.5', 'abc', '1e400', 'Infinity', '9999999999', '', '%00', 'NaN']) {
      for (const path of ['/api/my-day', '/api/proceedings']) {
        const answer = await s.call({ url: `${path}?limit=${limit}`, token: operator });
        expect(answer.statusCode, `${path} ${limit} ${answer.body}`).toBe(200);
        expect(answer.json<{ items: unknown[] }>().items.length).toBeLessThanOrEqual(100);
      }
    }
  });
});

describe('who a child is, as a worker writes it', () => {
  let opened: ProceedingView;
  let before: Record<string, string>;
  const identify = (body: object): Call => ({ url: `/api/cases/protection/${opened.id}/identify`, token: specialist, match: opened.sequence, body });
  const start = (more: object, child: object = {}): Call => ({
    url: '/api/cases/protection', token: specialist, body: { children: [child], category: 'neglect', danger: 'rights', summary: 'a', ...more },
  });
  beforeAll(async () => {
    const answer = await s.call(start({}, { name: 'Айша', age: 7 }));
    expect(answer.statusCode, answer.body).toBe(201);
    opened = answer.json<ProceedingView>();
  });
  beforeEach(async () => {
    before = await everythingStored(s);
  });
  afterEach(async () => {
    expect(await everythingStored(s)).toEqual(before);
  });

  it.each([['12345', 'iin.length'], ['12345678901a', 'iin.digits'], ['991332300014', 'iin.date'], ['150314500011', 'iin.checksum']])('IIN %s', (iin, code) =>
    refused(s, identify({ iin }), { status: 400, code: 'invalid-input', fields: [`/iin ${code}`] }),
  );
  it('a birth date that has not come, never was, or is an adult’s', async () => {
    await refused(s, identify({ born: '2026-11-25' }), { status: 400, code: 'invalid-input', fields: ['/born birth-date.future'] });
    for (const born of ['2015-02-30', '0000-01-01', '1-1-2015', '2015', '99999-01-01', '2015-01-01T00:00:00Z']) await refused(s, identify({ born }), { status: 400, code: 'invalid-input' });
    await refused(s, identify({ born: '1980-01-01' }), { status: 400, code: 'invalid-input', fields: ['/born birth-date.adult'] });
  });
  it('a name of 401 letters, a relative of nobody, dates that run backwards or never were', async () => {
    await refused(s, identify({ names: [{ kind: 'given', family: 'ә'.repeat(401) }] }), { status: 400, code: 'invalid-input', fields: ['/names/0/family too-long'] });
    await refused(s, identify({ relations: [{ kind: 'mother' }] }), { status: 400, code: 'invalid-input', fields: ['/relations/0/name required'] });
    await refused(s, identify({ relations: [{ kind: 'mother', name: 'a', from: '2020-02-02', until: '2020-02-01' }] }), { status: 400, code: 'invalid-input', fields: ['/relations/0/until relation-dates'] });
    await refused(s, identify({ relations: [{ kind: 'mother', name: 'a', from: '0000-02-02' }] }), { status: 400, code: 'invalid-input' });
  });
  it('a child nobody knows', async () => {
    await refused(s, identify({ child: randomUUID() }), { status: 400, code: 'unknown-reference' });
    await refused(s, identify({ relations: [{ kind: 'sibling', child: randomUUID() }] }), { status: 400, code: 'unknown-reference' });
    await refused(s, start({}, { child: randomUUID() }), { status: 400, code: 'unknown-reference' });
    await refused(s, start({}, { child: 'x' }), { status: 400, code: 'invalid-input', fields: ['/children/0/child format'] });
  });
  it('a district, an accused person or house that are nowhere', async () => {
    await refused(s, start({ district: '000000001' }), { status: 400, code: 'invalid-input', fields: ['/district district.unknown'] });
    await refused(s, start({ accused: { person: randomUUID() } }), { status: 400, code: 'invalid-input', fields: ['/accused/person not-in-list'] });
    await refused(s, start({ accused: { organisation: randomUUID() } }), { status: 400, code: 'invalid-input', fields: ['/accused/organisation organisation.unknown'] });
    const conflict = { url: `/api/cases/protection/${opened.id}/declare-conflict`, token: specialist, match: opened.sequence };
    await refused(s, { ...conflict, body: { why: 'a', person: randomUUID() } }, { status: 400, code: 'invalid-input', fields: ['/person not-in-list'] });
    await refused(s, { ...conflict, body: { why: 'a', organisation: randomUUID() } }, { status: 400, code: 'invalid-input', fields: ['/organisation organisation.unknown'] });
    await refused(s, { url: `/api/cases/protection/${opened.id}/assign`, token: specialist, match: opened.sequence, body: { worker: randomUUID() } }, { status: 400, code: 'invalid-input', fields: ['/worker not-in-list'] });
  });
});
