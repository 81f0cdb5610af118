/** Who belongs to a child, over time: added, ended, put right, struck out; what was recorded before is kept, and nobody sees what is not his. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '#kernel/access/directory.ts';
import type { ChildCard, ChildRelation } from '#cap/children/contract.ts';
import { keyOf } from '#cap/children/domain/names/keys.ts';
import { readingParents } from '#cap/children/parents.ts';
import { plusMillis } from '#kernel/clock.ts';
import { addDays, almatyDate } from '#kernel/terms/almaty.ts';
import { asking } from './representatives/asking.ts';
import { testServer, type TestServer } from './server.ts';

let s: TestServer;
let desk: Appointment;
let a: ReturnType<typeof asking>;
let today: string;
beforeAll(async () => {
  s = await testServer();
  desk = (await s.as('guardianship-specialist')).appointment;
  a = asking(s, desk.district ?? '');
  today = almatyDate(s.clock.now());
});
afterAll(() => s.close());

const cardOf = async (child: string, by: Appointment = desk): Promise<ChildCard> => {
  const answer = await s.call({ url: `/api/children/${child}`, token: await s.signIn(by.id) });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ChildCard>();
};
const family = async (child: string): Promise<readonly ChildRelation[]> => (await cardOf(child)).relations;
/** Each a minute after the other: what is told is in the order in which it was written. */
const done = (id: string, step: string, body: object): Promise<void> => {
  s.clock.set(plusMillis(s.clock.now(), 60_000));
  return a.done(desk, id, step, body);
};
const add = (id: string, relative: object): Promise<void> => done(id, 'add-relative', relative);
const change = (id: string, relation: string | undefined, what: object): Promise<void> => done(id, 'change-relative', { relation, change: what });
const before = async (child: string) => (await s.owner.query('select kind, name, household, valid_until from children.relation_before where child = $1 order by until, id', [child])).rows;

describe('a relation', () => {
  it('ends: the guardian of before stays with his dates beside the one of today', async () => {
    const { id, child } = await a.openCase(desk, undefined);
    await add(id, { kind: 'guardian', name: 'Әжесі Бірінші', guardian: true, from: '2020-01-01' });
    await add(id, { kind: 'guardian', name: 'Әжесі Екінші', guardian: true, from: '2024-03-01', householdFrom: '2024-03-02', phone: '+77010000000' });
    const [first] = await family(child);
    await change(id, first?.id, { what: 'ended', until: '2024-02-29' });
    expect(await family(child)).toMatchObject([
      { name: 'Әжесі Бірінші', from: '2020-01-01', until: '2024-02-29', household: false },
      { name: 'Әжесі Екінші', from: '2024-03-01', until: null, household: true, householdFrom: '2024-03-02' },
    ]);
    expect(await before(child)).toMatchObject([{ name: 'Әжесі Бірінші', valid_until: null }]);
  });

  it('does not end before it began, nor on a day to come what has happened', async () => {
    const { id, child } = await a.openCase(desk, undefined);
    await add(id, { kind: 'trustee', name: 'Қамқоршы', from: '2024-03-01', householdFrom: '2024-03-01' });
    const [one] = await family(child);
    const code = async (what: object): Promise<string> => a.codeOf(await a.step(desk, id, 'change-relative', { relation: one?.id, change: what }));
    expect(await code({ what: 'ended', until: '2024-02-28' })).toBe('relation-dates');
    expect(await code({ what: 'moved-out', householdUntil: '2024-02-28' })).toBe('relation-dates');
    expect(await code({ what: 'corrected', from: '2024-05-01', until: '2024-04-01' })).toBe('invalid-input');
    expect(await code({ what: 'moved-out', householdUntil: addDays(today, 1) })).toBe('invalid-input');
    expect(await code({ what: 'died', diedOn: addDays(today, 1) })).toBe('invalid-input');
    expect(await before(child)).toEqual([]);
    await change(id, one?.id, { what: 'ended', until: addDays(today, 300) });
    expect(await family(child)).toMatchObject([{ until: addDays(today, 300) }]);
  });

  it('changes its household, and one who died lives with nobody', async () => {
    const { id, child } = await a.openCase(desk, undefined);
    await add(id, { kind: 'father', name: 'Әкесі', household: true, guardian: true });
    const one = (await family(child))[0]?.id;
    await change(id, one, { what: 'moved-out', householdUntil: '2025-05-01' });
    expect(await family(child)).toMatchObject([{ household: false, householdUntil: '2025-05-01' }]);
    await change(id, one, { what: 'moved-in', householdFrom: '2026-01-01' });
    expect(await family(child)).toMatchObject([{ household: true, householdFrom: '2026-01-01', householdUntil: null }]);
    await change(id, one, { what: 'died', diedOn: today });
    expect(await family(child)).toMatchObject([{ household: false, died: true, diedOn: today, guardian: true }]);
    expect((await before(child)).map((b) => (b as { household: boolean }).household)).toEqual([true, false, true]);
  });

  it('is put right, and struck out where it was a mistake; what stood there is kept', async () => {
    const { id, child } = await a.openCase(desk, undefined);
    await add(id, { kind: 'mother', name: 'Меруерд' });
    await add(id, { kind: 'other', name: 'Көршісі' });
    const [mother, neighbour] = await family(child);
    await change(id, mother?.id, { what: 'corrected', name: 'Меруерт', guardian: true, phone: '+77010000001' });
    await change(id, neighbour?.id, { what: 'struck', why: 'басқа бала туралы айтылған' });
    expect(await family(child)).toMatchObject([{ name: 'Меруерт', guardian: true, kind: 'mother', phone: '+77010000001' }]);
    expect(await before(child)).toMatchObject([{ name: 'Меруерд' }, { name: 'Көршісі' }]);
  });

  it('finds the child by his mother and father of today, whatever somebody was taken for before', async () => {
    const { id, child } = await a.openCase(desk, undefined);
    const parents = async () => (await s.owner.query(`select distinct m.key as mother, f.key as father from children.pointer p left join children.known_name m on m.id = p.mother
      left join children.known_name f on f.id = p.father where p.child = $1`, [child])).rows;
    const reading = readingParents(s.runtime, s.clockToken);
    await add(id, { kind: 'mother', name: 'Қалдыгүл' });
    await add(id, { kind: 'grandparent', name: 'Тоғжан' });
    const [one, two] = await family(child);
    expect(await parents()).toEqual([{ mother: keyOf('given', 'Қалдыгүл'), father: null }]);
    // The neighbour was taken for the mother: her name leaves with the step.
    await change(id, one?.id, { what: 'corrected', kind: 'other' });
    expect(await parents()).toEqual([{ mother: null, father: null }]);
    await change(id, two?.id, { what: 'corrected', kind: 'mother' });
    expect([await reading(), await parents()]).toEqual([1, [{ mother: keyOf('given', 'Тоғжан'), father: null }]]);
    await change(id, two?.id, { what: 'corrected', kind: 'father', name: 'Сұңқарбек' });
    expect([await reading(), await parents()]).toEqual([1, [{ mother: null, father: keyOf('given', 'Сұңқарбек') }]]);
    await change(id, two?.id, { what: 'struck', why: 'басқа бала туралы айтылған' });
    expect([await parents(), await reading(), await parents(), await reading()]).toEqual([[{ mother: null, father: null }], 1, [{ mother: null, father: null }], 0]);
    for (const call of ['children.unread_parents($1, $2, 1)', `children.parents_read($1, $2, '[]', '[]')`]) {
      await expect(s.runtime.pool.query(`select ${call}`, [Buffer.alloc(32), s.clock.now()])).rejects.toMatchObject({ code: '42501' });
    }
    await expect(s.runtime.pool.query(`select children.parents_changed($1, 'mother')`, [child])).rejects.toMatchObject({ code: '42501' });
  });

  it('of another child is not this case’s to change, nor one that is not there', async () => {
    const [mine, other] = [await a.openCase(desk, undefined), await a.openCase(desk, undefined)];
    await add(other.id, { kind: 'mother', name: 'Басқаның анасы' });
    const [theirs] = await family(other.child);
    for (const relation of [theirs?.id, randomUUID()]) {
      for (const what of [{ what: 'struck', why: 'a' }, { what: 'died' }, { what: 'corrected', name: 'b' }]) {
        expect(a.codeOf(await a.step(desk, mine.id, 'change-relative', { relation, change: what }))).toBe('unknown-reference');
      }
    }
    expect(a.codeOf(await a.step(desk, mine.id, 'change-relative', { relation: 'x', change: { what: 'died' } }))).toBe('invalid-input');
    expect(await family(other.child)).toMatchObject([{ name: 'Басқаның анасы', died: false }]);
  });
});

describe('a relation between two children', () => {
  it('is seen from both: the sibling has a sibling, the young mother her child', async () => {
    const [one, two, mother] = [await a.openCase(desk, undefined), await a.openCase(desk, undefined), await a.openCase(desk, undefined)];
    await add(one.id, { kind: 'sibling', child: two.child, household: true });
    await add(one.id, { kind: 'mother', child: mother.child });
    await add(one.id, { kind: 'aunt-uncle', child: two.child });
    expect(await family(two.child)).toMatchObject([{ kind: 'sibling', other: one.child, of: one.child, household: true }]);
    expect(await family(mother.child)).toMatchObject([{ kind: 'own-child', other: one.child, of: one.child }]);
    // Told once, where both rows say it.
    await add(two.id, { kind: 'sibling', child: one.child });
    expect((await family(two.child)).map((r) => r.of)).toEqual([two.child]);
  });

  it('shows nothing of a child whom the reader may not see', async () => {
    const [far] = await s.staff('guardianship-specialist', (x) => x.district !== null && x.region !== desk.region);
    if (far === undefined) throw new Error('no other region');
    const b = asking(s, far.district ?? '');
    const [here, there] = [await a.openCase(desk, undefined), await b.openCase(far, undefined)];
    // The far desk names a child of ours as a sibling: ours hears nothing of theirs by it.
    await b.done(far, there.id, 'add-relative', { kind: 'sibling', child: here.child });
    expect(await family(here.child)).toEqual([]);
    expect((await cardOf(there.child, far)).relations).toMatchObject([{ kind: 'sibling', other: here.child, name: null }]);
  });
});
