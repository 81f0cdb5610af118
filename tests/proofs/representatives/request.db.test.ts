/**
 * The representative who may be the abuser: what he is answered is the same to the byte whatever is known of the child, he
 * sees what was released and nothing else, and nothing while he or his household is suspected (Family Code arts. 71, 73).
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '#kernel/access/directory.ts';
import { plusMillis } from '#kernel/clock.ts';
import { beat } from '#kernel/http/beat.ts';
import { withClient } from '#kernel/db/pool.ts';
import { testServer, type TestServer } from '../server.ts';
import { asking, bare, headersOf, tokenOf, type Request } from './asking.ts';

let s: TestServer;
let specialist: Appointment;
let other: Appointment;
let head: Appointment;
let at: ReturnType<typeof asking>;

beforeAll(async () => {
  s = await testServer();
  const { appointment } = await s.as('guardianship-specialist');
  const there = (a: Appointment): boolean => a.district === appointment.district;
  const [first, second] = await s.staff('guardianship-specialist', there);
  const [one] = await s.staff('district-head', there);
  if (first === undefined || second === undefined || one === undefined) throw new Error('a district of one');
  [specialist, other, head] = [first, second, one];
  at = asking(s, appointment.district ?? '');
});
afterAll(() => s.close());

const father = { words: 'әкесі', relation: 'father', household: true };
const verified = async (child: string | null, more: object = {}): Promise<Request> => {
  const r = await at.ask();
  await at.done(specialist, r.id, 'verify', { ...at.papers, ...(child === null ? {} : { child }), ...more });
  return r;
};
const words = { kind: 'help', words: 'Психолог аптасына бір рет' };
const refused = async (reason = 'nothing-known'): Promise<string> => {
  const r = await at.ask();
  await at.done(specialist, r.id, 'refuse', { reason, why: 'ішкі себеп' });
  return at.seen(r);
};

describe('what is answered outside', () => {
  it('is the same to the byte whatever is known of the child, before and after the answer', async () => {
    const known: [string, string | null, object][] = [['not in the register', null, {}]];
    for (const [what, accused, more] of [
      ['a case about his mother', { words: 'анасы', relation: 'mother', household: true }, {}],
      ['a case about nobody named', undefined, {}],
      ['a case about the school', { words: 'мұғалім', relation: 'outside' }, {}],
      ['a case without danger', undefined, { category: 'education', danger: 'rights' }],
    ] as const) known.push([what, (await at.openCase(specialist, accused, more)).child, {}]);
    const sealed = await at.openCase(specialist, father);
    await s.owner.query('update kernel.proceeding set sealed = true where id = $1', [sealed.id]);
    known.push(['a sealed case', sealed.child, {}]);

    const pages: [string, string, string, string, Record<string, unknown>][] = [];
    for (const [what, child] of known) {
      const sent = await at.send();
      const r = await at.ask();
      const waiting = await at.seen(r);
      // The desk does what it can; where nothing may be told, it refuses.
      await at.done(specialist, r.id, 'take', {});
      const check = await at.step(specialist, r.id, 'verify', { ...at.papers, household: 'with-child', ...(child === null ? {} : { child }) });
      expect([200, 404]).toContain(check.statusCode);
      await at.done(specialist, r.id, 'refuse', { reason: child === null ? 'nothing-known' : 'suspected', why: what });
      pages.push([what, bare(sent.body), waiting, await at.seen(r), headersOf(sent)]);
    }
    const [first] = pages;
    for (const [what, sent, waiting, answered, headers] of pages) expect([what, sent, waiting, answered, headers]).toEqual([what, ...(first?.slice(1) ?? [])]);
  });

  it('is one text for every reason, and says where to complain and the court', async () => {
    const texts = new Set<string>();
    for (const reason of ['identity', 'no-ground', 'rights-lost', 'nothing-known', 'threat', 'suspected', 'held-back', 'other']) texts.add(await refused(reason));
    expect(texts.size).toBe(1);
    const [page = ''] = texts;
    for (const said of ['одинаков во всех случаях', 'вышестоящий орган', '3\u00a0месяца', 'в суд', 'статья 73']) expect(page).toContain(said);
    expect(page).not.toContain('ішкі себеп');
    expect(page).not.toContain(specialist.name);
  });

  it('names no person, in any language, and keeps nothing', async () => {
    const { child } = await at.openCase(specialist, { words: 'мұғалім', relation: 'outside' });
    const r = await verified(child);
    await at.done(specialist, r.id, 'release', words);
    const names = (await s.runtime.directory(null)).data.appointments.map((a) => a.name);
    for (const language of ['kk', 'ru', 'en']) {
      const answer = await at.follow(r, language);
      expect(answer.body).toContain(words.words);
      expect(names.filter((name) => answer.body.includes(name))).toEqual([]);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body).not.toMatch(/\{\w+\}|undefined|\[object/);
    }
  });

  it('goes out on a beat, so that its time does not tell how it was found', async () => {
    const r = await at.ask();
    for (const call of [() => at.follow(r), () => at.follow({ number: r.number, code: 'алма' })]) {
      const start = process.hrtime.bigint();
      await call();
      // A timer may ring a little early, never by half.
      expect(Number(process.hrtime.bigint() - start) / 1e6).toBeGreaterThan(beat - 2);
    }
  });

  it('tells a wrong code nothing, and each look leaves a trace', async () => {
    const r = await at.ask();
    const wrong = await at.follow({ number: r.number, code: 'алма алма алма алма' });
    expect(wrong.statusCode).toBe(404);
    const before = await s.owner.query(`select 1 from kernel.look where target = $1`, [r.id]);
    await at.seen(r);
    const after = await s.owner.query<{ role: string; what: string }>(`select role, what from kernel.look where target = $1`, [r.id]);
    expect(after.rowCount).toBe((before.rowCount ?? 0) + 1);
    expect(after.rows[0]).toEqual({ role: 'applicant', what: 'proceeding' });
  });
});

describe('suspicion', () => {
  it('hides what was released from the moment it is recorded, and gives it back when it is not confirmed', async () => {
    const { id, child } = await at.openCase(specialist, { words: 'мұғалім', relation: 'outside' });
    const r = await verified(child, { household: 'with-child' });
    await at.done(specialist, r.id, 'release', words);
    const before = await at.seen(r);
    expect(before).toContain(words.words);
    await at.done(specialist, id, 'name-accused', { words: 'анасы', relation: 'mother', household: true, why: 'баланың айтқаны' });
    expect(await at.seen(r)).toBe(await refused());
    const barred = await at.step(specialist, r.id, 'release', words);
    expect([barred.statusCode, at.codeOf(barred)]).toEqual([409, 'representatives-barred']);
    expect(barred.json<{ title: string }>().title).not.toContain('.');
    await at.done(specialist, id, 'name-accused', { words: 'мұғалім', relation: 'outside', instead: true, why: 'анасы емес' });
    expect(await at.seen(r)).toBe(before);
    await at.done(specialist, r.id, 'release', { kind: 'school', words: 'Мектеп ауысады' });
    expect(await at.seen(r)).toContain('Мектеп ауысады');
    await at.done(specialist, r.id, 'take-back', { place: 2, why: 'қате' });
    expect(await at.seen(r)).toBe(before);
  });

  it('of the father bars the mother who lives with him, not the one who lives apart', async () => {
    const { child } = await at.openCase(specialist, father);
    const together = await verified(child, { household: 'with-child' });
    expect(at.codeOf(await at.step(specialist, together.id, 'release', words))).toBe('representatives-barred');
    const unknown = await verified(child, { household: 'unknown' });
    expect(at.codeOf(await at.step(specialist, unknown.id, 'release', words))).toBe('representatives-barred');
    const apart = await verified(child);
    await at.done(specialist, apart.id, 'release', words);
    const himself = await verified(child, { relation: 'father' });
    expect(at.codeOf(await at.step(specialist, himself.id, 'release', words))).toBe('representatives-barred');
    const appointed = await verified(child, { relation: 'appointed' });
    await at.done(specialist, appointed.id, 'release', words);
  });

  it('by his number he is known in another family too', async () => {
    const iin = '941028300040';
    const one = await at.openCase(specialist, { words: 'көрші', relation: 'outside' });
    const two = await at.openCase(specialist, { words: 'мұғалім', relation: 'outside' });
    const r = await verified(two.child, { iin });
    await at.done(specialist, r.id, 'release', words);
    await at.done(specialist, one.id, 'name-accused', { words: 'көрші', relation: 'outside', iin, instead: true, why: 'куәлігі' });
    expect(await at.seen(r)).toBe(await refused());
  });

  it('stands when harm was found, and a head alone lifts it; the child gets a representative of his own', async () => {
    const { id, child } = await at.openCase(specialist, father);
    const duty = await s.owner.query(`select 1 from kernel.deadline where proceeding = $1 and key = 'representative' and state = 'running'`, [id]);
    expect(duty.rowCount).toBe(1);
    const act = { name: 'Адвокат Сынақ', act: '17', actDate: '2026-11-24', why: 'әкесі күдікті' };
    expect((await at.step(specialist, id, 'appoint-representative', { ...act, apart: false })).statusCode).toBe(400);
    await at.done(specialist, id, 'appoint-representative', { ...act, apart: true });
    const r = await verified(child, { relation: 'father' });
    expect((await at.step(specialist, id, 'lift-suspicion', { why: 'a' })).statusCode).toBe(404);
    await at.done(head, id, 'lift-suspicion', { why: 'отбасы көмек алды' });
    await at.done(specialist, r.id, 'release', words);
  });

  it('ends with a case that is not confirmed, and comes back when it is opened again', async () => {
    const { id, child } = await at.openCase(specialist, father);
    const r = await verified(child, { relation: 'father', household: 'with-child' });
    expect(at.codeOf(await at.step(specialist, r.id, 'release', words))).toBe('representatives-barred');
    const [manager] = await s.staff('case-manager', (a) => a.district === specialist.district);
    if (manager === undefined) throw new Error('nobody works cases');
    await at.done(specialist, id, 'assign', { worker: manager.id });
    await at.done(manager, id, 'visit', { where: 'үйінде', contact: 'alone', words: 'бәрі жақсы', seen: 'таза', safety: 'safe' });
    await at.done(manager, id, 'siblings', { none: true });
    await at.done(manager, id, 'appoint-representative', { name: 'Адвокат Сынақ', act: '18', actDate: '2026-11-24', apart: true, why: 'a' });
    await at.done(manager, id, 'hear-accused', { who: 'әкесі', words: 'болған жоқ' });
    await at.done(manager, id, 'close', { outcome: 'not-confirmed', summary: 'расталмады', openReferrals: 'полиция да таппады' });
    await at.done(specialist, r.id, 'release', words);
    expect(await at.seen(r)).toContain(words.words);
    await at.done(specialist, id, 'reopen', { why: 'жаңа хабар', danger: 'violence' });
    expect(await at.seen(r)).toBe(await refused());
  });

  it('also while the police hold facts back, for the whole family', async () => {
    const { id, child } = await at.openCase(specialist, { words: 'мұғалім', relation: 'outside' });
    const r = await verified(child);
    await at.done(specialist, r.id, 'release', words);
    const before = await at.seen(r);
    await at.done(specialist, id, 'police-hold', { until: '2026-12-01', investigator: 'Тергеуші', what: 'бәрі' });
    expect(await at.seen(r)).toBe(await refused());
    await at.done(specialist, id, 'lift-hold', { why: 'болды' });
    expect(await at.seen(r)).toBe(before);
  });
});

describe('at the counter', () => {
  it('the specialist registers it and has it in hand; nobody else starts one by name', async () => {
    const body = { name: 'Сәуле Сынақ', relation: 'mother', childName: 'Бала', asks: 'Не көмек?' };
    const answer = await s.call({ url: '/api/representatives/request', token: await s.signIn(specialist.id), body });
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json<object>()).toMatchObject({ stage: 'checking', district: specialist.district, records: { request: { channel: 'counter' } } });
    const { token } = await s.as('school-worker');
    expect((await s.call({ url: '/api/representatives/request', token, body })).statusCode).toBe(404);
  });
});

describe('nobody sees what is not his', () => {
  it('the holder of a code reads no proceeding, no record, and no list of the suspected, by the database too', async () => {
    const { id, child } = await at.openCase(specialist, { words: 'мұғалім', relation: 'outside' });
    const r = await verified(child);
    await at.done(specialist, r.id, 'release', words);
    const token = tokenOf(r).toString('base64url');
    for (const address of [`/api/proceedings/${r.id}`, `/api/proceedings/${id}`, `/api/children/${child}`]) expect((await s.call({ url: address, token })).statusCode, address).toBe(401);
    for (const name of ['release', 'refuse', 'note']) expect((await s.call({ url: `/api/representatives/request/${r.id}/${name}`, token, match: 1, body: { text: 'a' } })).statusCode).toBe(401);
    const counted = (): Promise<Record<string, number>> =>
      withClient(s.runtime.pool, async (client) => {
        await client.query('begin');
        await client.query('select kernel.enter($1, $2)', [tokenOf(r), s.clock.now()]);
        const found: Record<string, number> = {};
        for (const table of ['kernel.proceeding', 'kernel.record', 'kernel.entry', 'kernel.deadline', 'representatives.receipt', 'representatives.checked', 'representatives.release', 'representatives.bar', 'children.child']) {
          found[table] = (await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? -1;
        }
        await client.query('rollback');
        return found;
      });
    const nothing = {
      'kernel.proceeding': 0, 'kernel.record': 0, 'kernel.entry': 0, 'kernel.deadline': 0, 'representatives.receipt': 1, 'representatives.checked': 0, 'representatives.release': 1, 'representatives.bar': 0, 'children.child': 0,
    };
    expect(await counted()).toEqual(nothing);
    await at.done(specialist, id, 'name-accused', { relation: 'mother', why: 'a' });
    expect(await counted()).toEqual({ ...nothing, 'representatives.release': 0 });
  });

  it('a worker with an interest in the child’s case neither names the child nor sees the request', async () => {
    const { child } = await at.openCase(specialist, { person: other.person, words: 'туысы', relation: 'other-kin' });
    const r = await at.ask();
    const known = await at.step(other, r.id, 'verify', { ...at.papers, child });
    const nobody = await at.step(other, r.id, 'verify', { ...at.papers, child: randomUUID() });
    expect([known.statusCode, at.codeOf(known)]).toEqual([nobody.statusCode, at.codeOf(nobody)]);
    expect(known.body).toBe(nobody.body);
    await at.done(specialist, r.id, 'verify', { ...at.papers, child });
    expect((await s.call({ url: `/api/proceedings/${r.id}`, token: await s.signIn(other.id) })).statusCode).toBe(404);
  });

  it('whoever asks and works in the house himself sees it no more', async () => {
    const { child } = await at.openCase(specialist, { words: 'мұғалім', relation: 'outside' });
    const r = await at.ask();
    await at.done(specialist, r.id, 'verify', { ...at.papers, child, person: other.person });
    expect((await s.call({ url: `/api/proceedings/${r.id}`, token: await s.signIn(other.id) })).statusCode).toBe(404);
  });

  it('another district does not see it until it was sent there', async () => {
    const [far] = await s.staff('guardianship-specialist', (a) => a.region !== specialist.region);
    if (far === undefined) throw new Error('one region only');
    const r = await at.ask();
    const read = async () => (await s.call({ url: `/api/proceedings/${r.id}`, token: await s.signIn(far.id) })).statusCode;
    expect(await read()).toBe(404);
    await at.done(specialist, r.id, 'redirect', { district: far.district ?? '', why: 'бала сонда тұрады' });
    expect(await read()).toBe(200);
  });

  it('released words run out by themselves', async () => {
    const { child } = await at.openCase(specialist, { words: 'мұғалім', relation: 'outside' });
    const r = await verified(child);
    await at.done(specialist, r.id, 'release', words);
    expect(await at.seen(r)).toContain(words.words);
    s.clock.set(plusMillis(s.clock.now(), 40 * 86_400_000));
    expect(await at.seen(r)).not.toContain(words.words);
  });
});
