/** Whatever comes in: a problem with a code, in the reader's language, and nothing is changed. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { roles, type Role } from '#kernel/access/roles.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import { everythingStored, problemIn, refused } from './problems.ts';
import { testServer, type Call, type TestServer } from './server.ts';

let s: TestServer;
let operator: string;
let lead: string;
let specialist: string;
/** An appeal that an operator took by phone: he reads it, and may take steps on it. */
let appeal: ProceedingView;

const roleNames = Object.keys(roles) as Role[];
const appeals = '/api/helpline/appeals';
const text = 'Дом. тапсырма туралы сұрағым бар';
const anAppeal = (more: object = {}): Call => ({ url: appeals, body: { text, channel: 'web', ...more } });
const stepOf = (name: string): string => `/api/helpline/appeal/${appeal.id}/${name}`;
const note = (more: Partial<Call> = {}): Call => ({ url: stepOf('note'), token: operator, match: appeal.sequence, body: { text: 'x' }, ...more });

beforeAll(async () => {
  s = await testServer();
  ({ token: operator } = await s.as('operator'));
  ({ token: lead } = await s.as('shift-lead'));
  ({ token: specialist } = await s.as('guardianship-specialist'));
  for (const role of roleNames) await s.as(role);
  const taken = await s.call({ url: '/api/helpline/appeal', token: operator, body: { text, channel: 'phone' } });
  expect(taken.statusCode).toBe(201);
  appeal = taken.json<ProceedingView>();
});
afterAll(() => s.close());

describe('what cannot be taken', () => {
  let before: Record<string, string>;
  beforeEach(async () => {
    before = await everythingStored(s);
  });
  afterEach(async () => {
    expect(await everythingStored(s)).toEqual(before);
  });

  describe('a body that is none', () => {
    it.each(['{', '{"text":', 'text=1', '{"text":"a"}}', '\u0000', '{"text":"a",}', "{'text':'a'}", 'NaN', '﻿{'])('%j', (body) =>
      refused(s, { url: appeals, method: 'POST', body }, { status: 400, code: 'invalid-json' }),
    );
    it('empty, though it says JSON', () => refused(s, { url: appeals, method: 'POST', body: '' , headers: { 'content-type': 'application/json' } }, { status: 400, code: 'invalid-json' }));
    it.each(['[]', 'null', '1', '"text"', 'true', '[{"text":"a"}]'])('JSON, but %s', async (body) => {
      for (const url of [appeals, '/api/helpline/appeal', `${appeals}/lookup`, `${appeals}/write`]) await refused(s, { url, method: 'POST', token: url.endsWith('appeal') ? operator : null, body }, { status: 400, code: 'invalid-input' });
      await refused(s, { url: '/api/session/demo', method: 'POST', body }, { status: 400, code: 'invalid-input' });
    });
    it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'image/png', 'nonsense', 'application/jsonx'])('of the type %s', (type) =>
      refused(s, { url: appeals, method: 'POST', body: JSON.stringify({ text, channel: 'web' }), headers: { 'content-type': type } }, { status: 415, code: 'unsupported-media' }),
    );
    it('packed in a way nobody knows, or not as it says', async () => {
      for (const encoding of ['nonsense', 'gzip', 'br', 'deflate']) {
        const answer = await s.call({ url: appeals, method: 'POST', language: 'ru', body: '{"text":"a","channel":"web"}', headers: { 'content-encoding': encoding } });
        expect([400, 415], `${encoding} ${answer.body}`).toContain(answer.statusCode);
        expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      }
    });
    it.each(['{"__proto__":{"text":"a"},"text":"a","channel":"web"}', '{"constructor":{"prototype":{"a":1}},"text":"a","channel":"web"}'])('poisoned: %s', async (body) => {
      const answer = await s.call({ url: appeals, method: 'POST', language: 'ru', body });
      expect(answer.statusCode).toBe(400);
      expect(({} as { a?: number }).a).toBeUndefined();
    });
  });

  describe('too much', () => {
    const large = 'ә'.repeat(524_288);
    it('a megabyte of text', () => refused(s, anAppeal({ text: large }), { status: 413, code: 'too-large' }));
    it('a megabyte, on every door', async () => {
      for (const url of [`${appeals}/lookup`, `${appeals}/write`, '/api/session/demo', stepOf('note'), '/api/agencies/rosters']) {
        await refused(s, { url, token: operator, match: 1, body: { text: large } }, { status: 413, code: 'too-large' });
      }
    });
    it('a megabyte through the form without scripts: a page, no failure of ours', async () => {
      const answer = await s.call({ url: '/help', method: 'POST', body: `text=${'a'.repeat(1_048_576)}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
      expect(answer.statusCode).toBe(413);
      expect(answer.headers['content-type']).toMatch(/^text\/html/);
    });
    it('more letters than a text may have', () => refused(s, anAppeal({ text: 'ә'.repeat(8001) }), { status: 400, code: 'invalid-input', fields: ['/text too-long'] }));
    it.each([200, 5_000, 100_000])('%i lists in each other', (depth) =>
      refused(s, { url: appeals, method: 'POST', body: `{"text":"a","channel":"web","place":${'['.repeat(depth)}${']'.repeat(depth)}}` }, { status: 400, code: 'invalid-input' }),
    );
    it.each([200, 5_000, 40_000])('%i objects in each other', (depth) =>
      refused(s, { url: appeals, method: 'POST', body: `{"text":"a","channel":"web","place":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}` }, { status: 400, code: 'invalid-input' }),
    );
    it('numbers beyond numbers', async () => {
      const child = (age: string): Call => ({ url: stepOf('route-case'), method: 'POST', token: operator, match: appeal.sequence, body: `{"district":"1","summary":"a","children":[{"age":${age}}]}` });
      for (const age of ['1e400', '-1e400', '1e308', '99999999999999999999999', '-1', '0.5', '18']) {
        const problem = await problemIn(s, child(age), { status: 400, code: 'invalid-input' });
        expect(problem.fields?.[0]?.path).toBe('/children/0/age');
      }
    });
    it('fields nobody asked for, ten thousand of them', async () => {
      await refused(s, anAppeal({ danger: 0 }), { status: 400, code: 'invalid-input', fields: ['/danger unknown-field'] });
      const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, i]));
      const problem = await problemIn(s, anAppeal(many), { status: 400, code: 'invalid-input' });
      expect(problem.fields?.length).toBeLessThanOrEqual(50);
    });
  });

  describe('text that cannot be stored', () => {
    it.each(['a\u0000b', '\u0000'])('null bytes %j', async (broken) => {
      await refused(s, anAppeal({ text: broken }), { status: 400, code: 'null-byte' });
      await refused(s, anAppeal({ place: { words: broken } }), { status: 400, code: 'null-byte' });
      await refused(s, anAppeal({ [`x${broken}`]: 1 }), { status: 400, code: 'null-byte' });
      await refused(s, note({ body: { text: broken } }), { status: 400, code: 'null-byte' });
      await refused(s, { url: `${appeals}/lookup`, body: { number: broken, code: 'a' } }, { status: 400, code: 'null-byte' });
      await refused(s, { url: `/api/proceedings?procedure=${encodeURIComponent(broken)}`, token: operator }, { status: 400, code: 'null-byte' });
    });
    it('half a letter (a surrogate alone)', async () => {
      await refused(s, { url: appeals, method: 'POST', body: '{"text":"a\\ud83d","channel":"web"}' }, { status: 400, code: 'null-byte' });
      await refused(s, { url: appeals, method: 'POST', body: '{"text":"\\udc00\\ud800","channel":"web"}' }, { status: 400, code: 'null-byte' });
    });
  });

  describe('what does not exist', () => {
    const district = (code: string): Call => anAppeal({ place: { district: code } });
    it('a district', async () => {
      for (const code of ['000000001', 'nowhere', '١٢٣', "' or 1=1"]) await refused(s, district(code), { status: 400, code: 'invalid-input', fields: ['/place/district district.unknown'] });
    });
    it('a region', async () => {
      await refused(s, anAppeal({ place: { region: 'KZ-99' } }), { status: 400, code: 'invalid-input', fields: ['/place/region format'] });
      await refused(s, anAppeal({ place: { region: '../KZ-71' } }), { status: 400, code: 'invalid-input', fields: ['/place/region format'] });
    });
    it('a school, or another house in its place', async () => {
      await refused(s, anAppeal({ school: randomUUID() }), { status: 400, code: 'invalid-input', fields: ['/school organisation.unknown'] });
      await refused(s, anAppeal({ school: 'Number 5' }), { status: 400, code: 'invalid-input', fields: ['/school format'] });
      const police = (await s.staff('police-inspector'))[0]?.organisation;
      await refused(s, anAppeal({ school: police }), { status: 400, code: 'invalid-input', fields: ['/school organisation.unknown'] });
    });
    it('a channel, a language, a phone call by a visitor of the page', async () => {
      await refused(s, anAppeal({ channel: 'pigeon' }), { status: 400, code: 'invalid-input', fields: ['/channel not-in-list'] });
      await refused(s, anAppeal({ language: 'fr' }), { status: 400, code: 'invalid-input', fields: ['/language not-in-list'] });
      await refused(s, anAppeal({ channel: 'phone' }), { status: 400, code: 'invalid-input', fields: ['/channel not-in-list'] });
    });
    it('words: none, or only blanks', async () => {
      for (const blank of ['', ' ', '\n\t\u00a0\u2003\ufeff']) await refused(s, anAppeal({ text: blank }), { status: 400, code: 'invalid-input', fields: ['/text required'] });
      await refused(s, { url: appeals, body: { channel: 'web' } }, { status: 400, code: 'invalid-input', fields: ['/text required'] });
    });
    it('an appeal of this number and code', async () => {
      for (const body of [{ number: '1', code: '1' }, { number: "' or '1'='1", code: '%' }, { number: appeal.label, code: 'тас тас тас тас' }]) {
        await refused(s, { url: `${appeals}/lookup`, body }, { status: 404, code: 'not-found' });
        for (const name of ['write', 'withdraw']) await refused(s, { url: `${appeals}/${name}`, body: { ...body, ...(name === 'write' ? { text: 'a' } : {}) } }, { status: 404, code: 'not-found' });
      }
    });
    it.each(['/api/proceedings/1', '/api/proceedings/%27', '/api/proceedings/00000000-0000-0000-0000-00000000000g', '/api/children/x', '/api/schemas/none', '/api/nothing', '/api/', `/api/proceedings/${'a'.repeat(150)}`, `/api/proceedings/${'a'.repeat(3000)}`, '/api/proceedings/..%2f..%2fetc%2fpasswd', '/api/proceedings/%00'])('the address %s', async (url) => {
      await refused(s, { url, token: operator }, { status: 404, code: 'not-found' });
    });
    it('an address that is none', async () => {
      for (const url of ['/api/proceedings/%E0%A4%A', '/api/proceedings/%', '/%ff']) await refused(s, { url, token: operator }, { status: 404, code: 'not-found' });
    });
    it('a step’s address: of no proceeding, of another procedure, of no step', async () => {
      for (const [id, step] of [['1', 'note'], [randomUUID(), 'note'], [appeal.id, 'explode'], [appeal.id, '__proto__'], [appeal.id, 'constructor'], [appeal.id, 'toString'], [appeal.id, '%00'], [appeal.id, 'start'], [appeal.id, 'escalate']]) {
        await refused(s, { url: `/api/helpline/appeal/${id}/${step}`, token: operator, match: appeal.sequence, body: { text: 'a' } }, { status: 404, code: 'not-found' });
      }
      for (const p of s.runtime.registry.procedures.filter((p) => p.id !== 'helpline.appeal')) {
        await refused(s, { url: `/api/${p.id.replace('.', '/')}/${appeal.id}/note`, token: operator, match: appeal.sequence, body: { text: 'a' } }, { status: 404, code: 'not-found' });
      }
    });
    it('a verb', () => refused(s, { url: appeals, method: 'PUT', body: {} }, { status: 404, code: 'not-found' }));
  });

  describe('keys and sequences', () => {
    it('no key', async () => {
      for (const c of [anAppeal(), note(), { url: `${appeals}/write`, body: {} }, { url: '/api/agencies/rosters', token: lead, body: {} }]) {
        await refused(s, { ...c, headers: { 'idempotency-key': undefined } }, { status: 400, code: 'key-missing' });
      }
    });
    it.each(['', '1', 'abc', '""', '01890000-0000-7000-8000-00000000000', `${randomUUID()}, ${randomUUID()}`, "'; drop table kernel.entry; --"])('a key that is no UUID: %j', (key) =>
      refused(s, { ...anAppeal(), key }, { status: 400, code: 'key-missing' }),
    );
    it('a step without If-Match', async () => {
      await refused(s, note({ match: undefined }), { status: 428, code: 'sequence-missing' });
    });
    it.each(['', '*', 'abc', '"abc"', '-1', '1.5', '"1', '"1","2"', '9'.repeat(40), '0x1', 'W/', '1e3', 'null'])('If-Match: %j', (match) => refused(s, note({ match }), { status: 428, code: 'sequence-missing' }));
    it.each([0, 7, 999_999_999])('a stale sequence, with both versions: %i', async (match) => {
      const problem = await problemIn(s, note({ match }), { status: 412, code: 'sequence-stale' });
      expect(problem).toMatchObject({ yours: match, current: appeal.sequence });
    });
  });

  describe('what is not yours, or not now', () => {
    it('a step from the wrong stage', () => refused(s, { url: stepOf('confirm-mark'), token: operator, match: appeal.sequence, body: {} }, { status: 409, code: 'wrong-stage' }));
    it('a step before it may be taken', () =>
      refused(s, { url: stepOf('consult'), token: operator, match: appeal.sequence, body: { answer: 'a' } }, { status: 409, code: 'helpline.grade-first' }));
    it('a step of another role', () => refused(s, { url: stepOf('consult-after-look'), token: operator, match: appeal.sequence, body: { answer: 'a' } }, { status: 404, code: 'not-found' }));
    it('a step on what one does not see', () => refused(s, note({ token: specialist }), { status: 404, code: 'not-found' }));
    it('a start of another role, or of nobody', async () => {
      for (const p of s.runtime.registry.procedures.filter((p) => p.start !== undefined)) {
        const url = `/api/${p.id.replace('.', '/')}`;
        const other = (await s.as(roleNames.find((role) => p.start?.by.includes(role) !== true) ?? 'operator')).token;
        await refused(s, { url, token: other, body: {} }, { status: 404, code: 'not-found' });
        if (p.start?.by.includes('anyone') !== true) await refused(s, { url, body: {} }, { status: 401, code: 'no-session' });
      }
    });
    it('nobody signed in, or with a token that is none', async () => {
      for (const token of [null, 'a'.repeat(43), '-'.repeat(200)]) {
        for (const url of ['/api/my-day', '/api/proceedings', '/api/session', '/api/agencies/rosters', '/api/events']) await refused(s, { url, token }, { status: 401, code: 'no-session' });
      }
      await refused(s, { url: '/api/children/search', body: { q: 'Айша' } }, { status: 401, code: 'no-session' });
      await refused(s, { url: '/api/my-day', headers: { cookie: 'qorgan=%00%ff; qorgan' } }, { status: 401, code: 'no-session' });
      await refused(s, note({ token: 'a'.repeat(43) }), { status: 401, code: 'no-session' });
    });
    it('somebody who is not appointed', async () => {
      await refused(s, { url: '/api/session/demo', body: { appointment: randomUUID() } }, { status: 404, code: 'not-found' });
      await refused(s, { url: '/api/session/demo', body: { appointment: 'x' } }, { status: 400, code: 'invalid-input' });
    });
  });

  describe('questions to lists', () => {
    const id = randomUUID();
    it.each(['x', '~~', '2~x~y', `9~2026-01-01T00:00:00Z~${id}`, `2~1~${id}`, `2~Tue~${id}`, `2~2026-02-31T00:00:00Z~${id}`, `2~+275760-09-13T00:00:00.000Z~${id}`, `2~0000-01-01T00:00:00Z~${id}`, `2~infinity~${id}`, '2~2026-01-01T00:00:00Z~x', `2~2026-01-01T00:00:00Z~${id}~1`, "'; --", '%00', '2~2026-01-01T00:00:00Z\u0000~1'])('after=%j', async (after) => {
      for (const path of ['/api/my-day', '/api/proceedings']) {
        await refused(s, { url: `${path}?after=${encodeURIComponent(after)}`, token: operator }, { status: 400, code: 'invalid-input', fields: ['/after format'] });
      }
    });
    it('a scope that is none', () => refused(s, { url: '/api/proceedings?scope=everything', token: operator }, { status: 400, code: 'invalid-input', fields: ['/scope not-in-list'] }));
    it.each(['x', '1', '2026-13-01', '2026-02-31', '+275760-09-13', 'now', 'infinity', '0000-01-01', '2026-01-01T00:00:00.000000000001Z~'])('counts from=%s', async (from) => {
      await refused(s, { url: `/api/helpline/counts?from=${encodeURIComponent(from)}`, token: lead }, { status: 400, code: 'invalid-input', fields: ['/from format'] });
      await refused(s, { url: `/api/helpline/counts?until=${encodeURIComponent(from)}`, token: lead }, { status: 400, code: 'invalid-input', fields: ['/until format'] });
    });
    it('rosters', async () => {
      for (const from of ['x', '2026-02-31T00:00:00Z', '2026-01-01', '2026-12-31T23:59:60Z']) await refused(s, { url: `/api/agencies/rosters?from=${from}`, token: lead }, { status: 400, code: 'invalid-input', fields: ['/from format'] });
      await refused(s, { url: '/api/agencies/rosters?unknown=1', token: lead }, { status: 400, code: 'invalid-input', fields: ['/unknown unknown-field'] });
      const appointment = (await s.as('shift-lead')).appointment.id;
      for (const [starts, ends] of [['0000-01-01T00:00:00Z', '0000-01-01T08:00:00Z'], ['2026-12-31T23:59:60Z', '2027-01-01T08:00:00Z'], ['2026-11-30T08:00:00Z', '2026-11-30T07:00:00Z'], ['2020-11-30T08:00:00Z', '2020-11-30T16:00:00Z'], ['1', '2']]) {
        await refused(s, { url: '/api/agencies/rosters', token: lead, body: { appointment, starts, ends } }, { status: 400, code: 'invalid-input' });
      }
      await refused(s, { url: '/api/agencies/rosters', token: lead, body: { appointment: randomUUID(), starts: '2026-11-30T08:00:00Z', ends: '2026-11-30T16:00:00Z', phone: '+7 600 000 00 00' } }, { status: 400, code: 'invalid-input' });
    });
    it('a repeated question', async () => {
      for (const url of ['/api/my-day?after=1&after=2', '/api/proceedings?scope=desk&scope=x']) {
        expect((await s.call({ url, token: specialist })).statusCode).toBe(400);
      }
    });
  });

  describe('children', () => {
    const search = (body: object): Call => ({ url: '/api/children/search', token: specialist, body });
    it.each([['12345', 'iin.length'], ['1234567890123', 'iin.length'], ['12345678901a', 'iin.digits'], ['991332300014', 'iin.date'], ['010101800018', 'iin.century'], ['150314500011', 'iin.checksum']])('IIN %s', async (iin, code) => {
      await refused(s, search({ iin }), { status: 400, code: 'invalid-input', fields: [`/iin ${code}`] });
    });
    it('a birth date that never was, or has not come', async () => {
      await refused(s, search({ q: 'Айша', born: '2015-02-30' }), { status: 400, code: 'invalid-input', fields: ['/born format'] });
      await refused(s, search({ q: 'Айша', born: '2026-11-25' }), { status: 400, code: 'invalid-input', fields: ['/born birth-date.future'] });
      await refused(s, search({ q: 'Айша', born: '99999-01-01' }), { status: 400, code: 'invalid-input' });
    });
    it('a name that is none', async () => {
      await refused(s, search({ q: '' }), { status: 400, code: 'invalid-input', fields: ['/q required'] });
      await refused(s, search({ q: '-' }), { status: 400, code: 'invalid-input', fields: ['/q too-short'] });
      await refused(s, search({ q: 'а'.repeat(401) }), { status: 400, code: 'invalid-input', fields: ['/q too-long'] });
      expect((await s.call(search({ q: 'аб\u0000' }))).statusCode).toBe(400);
    });
  });

  it('every step, with an empty object, a list, a word: never a failure of ours', async () => {
    for (const p of s.runtime.registry.procedures) {
      for (const step of Object.keys(p.steps)) {
        for (const body of ['[]', '"x"', '{"x":1}']) {
          const answer = await s.call({ url: `/api/${p.id.replace('.', '/')}/${appeal.id}/${step}`, method: 'POST', token: operator, match: appeal.sequence, body });
          expect([400, 404], `${p.id} ${step} ${answer.body}`).toContain(answer.statusCode);
          expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
        }
      }
    }
  });
});

describe('a repeated key', () => {
  it('with the same body answers the first status and sequence, once done', async () => {
    const call = { ...anAppeal({ text: 'бір рет' }), key: randomUUID() };
    const first = await s.call(call);
    const before = await everythingStored(s);
    const second = await s.call(call);
    expect([second.statusCode, second.json()]).toEqual([first.statusCode, first.json()]);
    expect(await everythingStored(s)).toEqual(before);
    await refused(s, { ...call, body: { text: 'екі рет', channel: 'web' } }, { status: 422, code: 'key-reused' });
    // The same body at another door is another request.
    await refused(s, { ...call, url: '/api/helpline/appeal' }, { status: 422, code: 'key-reused' });
    expect(await everythingStored(s)).toEqual(before);
  });

  it('on a step: before If-Match is looked at, and with today’s version in the ETag', async () => {
    const view = (await s.call({ url: `/api/proceedings/${appeal.id}`, token: operator })).json<ProceedingView>();
    const call = note({ key: randomUUID(), match: view.sequence, body: { text: 'белгі' } });
    const first = await s.call(call);
    expect([first.statusCode, Number(first.headers['entry-sequence']), first.headers.etag]).toEqual([200, view.sequence + 1, `"${view.sequence + 1}"`]);
    expect((await s.call(note({ match: view.sequence + 1, body: { text: 'тағы' } }))).statusCode).toBe(200);
    for (const match of [view.sequence, undefined, 'abc', 0]) {
      const again = await s.call({ ...call, match });
      expect([again.statusCode, Number(again.headers['entry-sequence']), again.headers.etag]).toEqual([200, view.sequence + 1, `"${view.sequence + 2}"`]);
    }
    await refused(s, { ...call, body: { text: 'басқа' } }, { status: 422, code: 'key-reused' });
    appeal = (await s.call({ url: `/api/proceedings/${appeal.id}`, token: operator })).json<ProceedingView>();
    expect(appeal.sequence).toBe(view.sequence + 2);
  });
});
