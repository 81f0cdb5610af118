/** What bars a release, on generated families and suspicions: the database against the rule written down anew. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { relationKinds } from '#cap/children/contract.ts';
import { accusedRelations } from '#cap/representatives/contract.ts';
import { testServer, type TestServer } from '../server.ts';
import { asking } from './asking.ts';

let s: TestServer;
let request: string;
let proceeding: string;
beforeAll(async () => {
  s = await testServer();
  const { appointment } = await s.as('guardianship-specialist');
  const at = asking(s, appointment.district ?? '');
  request = (await at.ask()).id;
  proceeding = (await at.openCase(appointment, undefined)).id;
});
afterAll(() => s.close());

const runs = Number(process.env.QORGAN_BARS ?? 250);
const most = 5;
const who = fc.nat({ max: most - 1 });
const idOf = (child: number): string => `0190cccc-0000-7000-8000-${String(child).padStart(12, '0')}`;
const iins = ['941028300040', '150312500019'] as const;
const now = '2026-11-24T08:00:00.000Z';

const family = fc.record({
  same: fc.array(fc.record({ a: who, b: who, ended: fc.boolean() }), { maxLength: 2 }),
  relations: fc.array(fc.record({ a: who, b: who, kind: fc.constantFrom<string>('sibling', 'other-kin'), household: fc.boolean() }), { maxLength: 4 }),
  bars: fc.array(
    fc.record({
      child: who, kind: fc.constantFrom('suspicion', 'suspicion', 'suspicion', 'hold'), relation: fc.option(fc.constantFrom<string>(...accusedRelations)), household: fc.option(fc.boolean()),
      representative: fc.boolean(), iin: fc.option(fc.constantFrom(...iins)), ended: fc.boolean(), until: fc.constantFrom('2026-11-23T00:00:00Z', '2026-12-01T00:00:00Z'),
    }),
    { maxLength: 3 },
  ),
  checked: fc.record({
    child: fc.option(who, { freq: 9 }), relation: fc.constantFrom('mother', 'father', 'guardian', 'trustee', 'foster-carer', 'appointed', 'other'),
    household: fc.constantFrom('with-child', 'apart', 'unknown'), withSuspected: fc.boolean(), iin: fc.option(fc.constantFrom(...iins)),
  }),
});
type Family = Parameters<Parameters<typeof fc.property<[ReturnType<(typeof family)['generate']>['value']]>>[1]>[0];

/** All that can be reached from one along edges. */
function reached(from: number, edges: readonly (readonly [number, number])[]): Set<number> {
  const found = new Set([from]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [a, b] of edges) if (found.has(a) !== found.has(b)) grew = found.add(a).add(b).size > 0;
  }
  return found;
}

/** Refused unless it is certain that whoever asks is neither the one complained of nor lives with him. */
function barred({ same, relations, bars, checked }: Family): boolean {
  const live = bars.filter((b) => !b.ended && (b.kind !== 'hold' || b.until > now));
  if (checked.withSuspected) return true;
  if (checked.iin !== null && live.some((b) => b.kind === 'suspicion' && b.iin === checked.iin)) return true;
  if (checked.child === null) return false;
  const one = same.filter((x) => !x.ended).map((x) => [x.a, x.b] as const);
  const itself = reached(checked.child, one);
  const kin = reached(checked.child, [...one, ...relations.filter((r) => r.household || r.kind === 'sibling').map((r) => [r.a, r.b] as const)]);
  return live.some((b) => {
    if (!kin.has(b.child)) return false;
    if (b.kind === 'hold') return true;
    if (checked.relation === 'appointed') return false;
    if (b.relation === null) return true;
    if (b.relation === 'outside') return b.representative;
    const certainlyAnother = itself.has(b.child) && b.relation !== checked.relation;
    const certainlyApart = checked.household === 'apart' || b.household === false;
    return !(certainlyAnother && certainlyApart);
  });
}

/** As the database says it, in a transaction that is undone. */
async function asked(f: Family): Promise<boolean> {
  const client = await s.owner.connect();
  const put = (sql: string, values: unknown[]) => client.query(sql, values);
  try {
    await put('begin', []);
    for (let child = 0; child < most; child += 1) await put(`insert into children.child (id, region, created_at) values ($1, 'KZ-19', $2)`, [idOf(child), now]);
    for (const { a, b, ended } of f.same) {
      if (a !== b) await put(`insert into children.same_child (child, same, at, ended_at) values ($1, $2, $3, $4) on conflict do nothing`, [idOf(a), idOf(b), now, ended ? now : null]);
    }
    for (const { a, b, kind, household } of f.relations) {
      if (a !== b) await put(`insert into children.relation (id, child, kind, other, guardian, household, at) values (gen_random_uuid(), $1, $2, $3, false, $4, $5)`, [idOf(a), kind, idOf(b), household, now]);
    }
    for (const b of f.bars) {
      await put(`insert into representatives.bar (id, proceeding, child, kind, relation, household, representative, iin, since, until, ended_at)
        values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, '2026-11-20', $8, $9)`,
        [proceeding, idOf(b.child), b.kind, b.relation, b.household, b.representative, b.iin, b.kind === 'hold' ? b.until : null, b.ended ? now : null]);
    }
    const { child, relation, household, withSuspected, iin } = f.checked;
    await put(`insert into representatives.checked values ($1, $2, $3, $4, $5, $6, $7)`, [request, child === null ? null : idOf(child), relation, household, withSuspected, iin, now]);
    await put('select kernel.enter(null, $1)', [now]);
    return (await client.query<{ barred: boolean }>('select representatives.barred($1) as barred', [request])).rows[0]?.barred === true;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** One row a child and a direction: `same_child` holds one at a time. */
const sound = (f: Family): boolean => {
  const live = f.same.filter((x) => x.a !== x.b);
  return new Set(live.map((x) => x.a)).size === live.length;
};

it('is what the rule says', async () => {
  expect(relationKinds.length + 1).toBe(accusedRelations.length);
  let yes = 0;
  await fc.assert(
    fc.asyncProperty(family.filter(sound), async (f) => {
      const rule = barred(f);
      yes += rule ? 1 : 0;
      expect(await asked(f)).toBe(rule);
    }),
    { seed: 20261125, numRuns: runs },
  );
  // Both ways, or the comparison shows nothing.
  expect(yes).toBeGreaterThan(runs / 10);
  expect(runs - yes).toBeGreaterThan(runs / 10);
}, 120_000);

it('is yes to whoever has no context', async () => {
  const client = await s.runtime.pool.connect();
  try {
    expect((await client.query<{ barred: boolean }>('select representatives.barred($1) as barred', [request])).rows).toEqual([{ barred: true }]);
    await expect(client.query('select representatives.take_up($1, now())', [request])).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('select children.family($1)', [request])).rejects.toMatchObject({ code: '42501' });
  } finally {
    client.release();
  }
});
