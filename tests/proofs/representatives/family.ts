/** Families and suspicions at random; the rule of what bars a release, written down anew; and their rows. */
import fc from 'fast-check';
import type pg from 'pg';
import { accusedRelations } from '#cap/representatives/contract.ts';

const most = 5;
const who = fc.nat({ max: most - 1 });
const idOf = (child: number): string => `0190cccc-0000-7000-8000-${String(child).padStart(12, '0')}`;
const iins = ['941028300040', '150312500019'] as const;
export const now = '2026-11-24T08:00:00.000Z';

const anyFamily = fc.record({
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
    child: fc.option(who, { freq: 9 }), relation: fc.constantFrom<string>('mother', 'father', 'guardian', 'trustee', 'foster-carer', 'appointed', 'other'),
    household: fc.constantFrom('with-child', 'apart', 'unknown'), withSuspected: fc.boolean(), iin: fc.option(fc.constantFrom(...iins)),
  }),
});
export type Family = Parameters<Parameters<typeof fc.property<[ReturnType<(typeof anyFamily)['generate']>['value']]>>[1]>[0];

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
export function barred({ same, relations, bars, checked }: Family): boolean {
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

/** One row a child and a direction: `same_child` holds one at a time. */
const sound = (f: Family): boolean => {
  const live = f.same.filter((x) => x.a !== x.b);
  return new Set(live.map((x) => x.a)).size === live.length;
};

export const family = anyFamily.filter(sound);

type Run = (sql: string, values: unknown[]) => Promise<unknown>;

/** `request`: of whoever asks; `proceeding`: one that brought the suspicions. */
export async function put(run: Run, f: Family, of: { readonly request: string; readonly proceeding: string }): Promise<void> {
  for (let child = 0; child < most; child += 1) await run(`insert into children.child (id, region, created_at) values ($1, 'KZ-19', $2)`, [idOf(child), now]);
  for (const { a, b, ended } of f.same) {
    if (a !== b) await run(`insert into children.same_child (child, same, at, ended_at) values ($1, $2, $3, $4) on conflict do nothing`, [idOf(a), idOf(b), now, ended ? now : null]);
  }
  for (const { a, b, kind, household } of f.relations) {
    if (a !== b) await run(`insert into children.relation (id, child, kind, other, guardian, household, at) values (gen_random_uuid(), $1, $2, $3, false, $4, $5)`, [idOf(a), kind, idOf(b), household, now]);
  }
  for (const b of f.bars) {
    await run(`insert into representatives.bar (id, proceeding, child, kind, relation, household, representative, iin, since, until, ended_at)
      values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, '2026-11-20', $8, $9)`,
      [of.proceeding, idOf(b.child), b.kind, b.relation, b.household, b.representative, b.iin, b.kind === 'hold' ? b.until : null, b.ended ? now : null]);
  }
  const { child, relation, household, withSuspected, iin } = f.checked;
  await run(`insert into representatives.checked values ($1, $2, $3, $4, $5, $6, $7)`, [of.request, child === null ? null : idOf(child), relation, household, withSuspected, iin, now]);
}

export async function wipe(owner: pg.Pool, request: string): Promise<void> {
  const ids = Array.from({ length: most }, (_, child) => idOf(child));
  await owner.query('delete from representatives.bar where child = any ($1)', [ids]);
  await owner.query('delete from representatives.checked where proceeding = $1', [request]);
  for (const table of ['same_child', 'relation']) await owner.query(`delete from children.${table} where child = any ($1)`, [ids]);
  await owner.query('delete from children.child where id = any ($1)', [ids]);
}
