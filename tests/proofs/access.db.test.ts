/** One rule, said three times: the policy, the predicate, and the functions that go past policies see the same; and nothing is seen without a context. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type ActorRole, type Role } from '#kernel/access/roles.ts';
import { ruleRows, rulesOf, sees, seesByRight, type Rules } from '#kernel/access/rules.ts';
import { testDatabase, type TestDatabase } from '#kernel/db/testing.ts';
import type { Procedure, Reader } from '#kernel/procedures/declare.ts';
import { toActor, type ActorRow } from '#kernel/procedures/rows.ts';
import { appointmentOf, districts, idOf, loadSmallCountry } from '../small/country.ts';
import { theRegistry } from '../../apps/server/runtime.ts';

const at = '2026-11-24T06:00:00.000Z';
const roleNames = Object.keys(roles) as Role[];
const regionOf = { [districts.north]: 'KZ-19', [districts.south]: 'KZ-19', [districts.far]: 'KZ-61' } as const;
type Place = Parameters<typeof appointmentOf>[1];
const places: readonly Place[] = ['north', 'south', 'far', 'KZ-19', 'KZ-61', 'country'];

let database: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
/** Everybody there is, by name; and the token of each. */
let actors: { name: string; token: Buffer | null; own: string | null; person: string | null; organisation: string | null; appointment?: string }[];
let organisations: string[];

const tokenOf = (name: string): Buffer => createHash('sha256').update(`token ${name}`).digest();
const proceedingOf = (n: number): string => idOf(`proceeding ${n}`);
const mostProceedings = 24;

beforeAll(async () => {
  database = await testDatabase();
  await loadSmallCountry(database.ownerUrl);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  app = new pg.Client({ connectionString: database.appUrl });
  await owner.connect();
  await app.connect();
  // Through the doors that every step and every read goes through: what a step would lock, and what a reader is handed.
  await owner.query(`insert into kernel.setting values ('program-key', encode(sha256('the program'), 'hex'))`);
  await owner.query(`
    create schema proof;
    grant usage on schema proof to qorgan_app;
    create function proof.locked(token bytea, at timestamptz, wanted uuid[]) returns uuid[] language plpgsql as $$
    declare one uuid; found uuid[] := '{}'; answer jsonb;
    begin
      foreach one in array wanted loop
        answer := kernel.begin_step(token, at, gen_random_uuid(), one, '{}', 'the program');
        if answer -> 'missing' is null and answer -> 'proceedings' @> jsonb_build_array(jsonb_build_object('id', one)) then found := found || one; end if;
      end loop;
      return found;
    end $$;
    create function proof.read(token bytea, at timestamptz, wanted uuid[]) returns jsonb language plpgsql as $$
    declare one uuid; found jsonb := '{}'; answer jsonb;
    begin
      foreach one in array wanted loop
        answer := kernel.read_proceeding(token, at, one, 'proof');
        if answer -> 'missing' is null then found := found || jsonb_build_object(one, answer); end if;
      end loop;
      return found;
    end $$;`);
  const { rows } = await owner.query<{ id: string; person: string; organisation: string; role: string }>('select id, person, organisation, role from kernel.appointment order by id');
  organisations = [...new Set(rows.map((r) => r.organisation))].sort();
  actors = [{ name: 'anyone', token: null, own: null, person: null, organisation: null }];
  for (const role of roleNames) {
    for (const place of places) {
      const row = rows.find((r) => r.id === appointmentOf(role, place));
      if (row === undefined) continue;
      const name = `${role}/${place}`;
      actors.push({ name, token: tokenOf(name), own: null, person: row.person, organisation: row.organisation, appointment: row.id });
      await owner.query(`insert into kernel.session (hash, role, person, appointment, created_at, until) values ($1, $2, $3, $4, $5, 'infinity')`,
        [createHash('sha256').update(tokenOf(name)).digest(), role, row.person, row.id, at]);
    }
  }
  actors.push({ name: 'clock', token: tokenOf('clock'), own: null, person: null, organisation: null });
  await owner.query(`insert into kernel.session (hash, role, created_at, until) values ($1, 'clock', $2, 'infinity')`, [createHash('sha256').update(tokenOf('clock')).digest(), at]);
  // Foreign keys are left alone for these: the sessions of applicants come before their proceedings.
  for (let n = 0; n < 3; n += 1) actors.push({ name: `applicant/${n}`, token: tokenOf(`applicant/${n}`), own: proceedingOf(n), person: null, organisation: null });
});
afterAll(async () => {
  await app.end();
  await owner.end();
  await database.drop();
});

interface Row {
  readonly id: string;
  readonly procedure: string;
  readonly organisation: string;
  readonly region: string;
  readonly district: string | null;
  readonly sealed: boolean;
  /** Told of a missed term. */
  readonly escalatedTo: string | null;
  readonly reporter: string | null;
  readonly final: boolean;
}
interface Glass {
  readonly subject: string;
  readonly appointment: string;
  readonly procedures: readonly string[];
  readonly kinds: readonly string[];
  readonly until: string;
  readonly ended: string | null;
}
interface World {
  readonly rules: Rules;
  readonly rows: readonly Row[];
  readonly conflicts: readonly { proceeding: string; person: string | null; organisation: string | null }[];
  readonly grants: readonly { proceeding: string; organisation: string; until: string }[];
  readonly links: readonly { source: string; target: string }[];
  readonly glasses: readonly Glass[];
}

async function write(world: World): Promise<void> {
  await owner.query('begin');
  await owner.query(`delete from kernel.session where role = 'applicant'; delete from kernel.conflict; delete from kernel.access_grant; delete from kernel.break_glass; delete from kernel.link; delete from kernel.record; delete from kernel.proceeding; delete from kernel.role_rule`);
  for (const { role, values } of ruleRows(world.rules)) {
    await owner.query('insert into kernel.role_rule (role, by_organisation, by_district, by_region, by_country, by_own, kinds) values ($1, $2, $3, $4, $5, $6, $7)', [role, ...values]);
  }
  await owner.query(
    `insert into kernel.proceeding (id, procedure, version, subject_kind, subject, stage, final, outcome, sequence, head, region, district, organisation, role, worker, sealed, danger, label, due, due_term, level, escalated_to, opened_at, reporter, closed_at)
     select x.id, x.procedure, '2020-01-01', 'incident', x.id, 'open', x.final, case when x.final then 'over' end, 1, '', x.region, x.district, x.organisation, 'operator', $2, x.sealed, 1, 'x', $3, 't', case when x."escalatedTo" is null then 0 else 1 end, x."escalatedTo", $3, x.reporter, case when x.final then $3::timestamptz end
     from jsonb_to_recordset($1) as x(id uuid, procedure text, region text, district text, organisation uuid, sealed boolean, "escalatedTo" uuid, reporter uuid, final boolean)`,
    [JSON.stringify(world.rows), appointmentOf('operator', 'country'), at]);
  await owner.query(`insert into kernel.conflict (proceeding, person, organisation, at) select x.proceeding, x.person, x.organisation, $2 from jsonb_to_recordset($1) as x(proceeding uuid, person uuid, organisation uuid) on conflict do nothing`, [JSON.stringify(world.conflicts), at]);
  await owner.query(`insert into kernel.access_grant (proceeding, organisation, purpose, until) select x.proceeding, x.organisation, 'proof', x.until from jsonb_to_recordset($1) as x(proceeding uuid, organisation uuid, until timestamptz) on conflict do nothing`, [JSON.stringify(world.grants)]);
  await owner.query(`insert into kernel.break_glass (proceeding, subject, appointment, procedures, kinds, since, until, ended_at)
     select x.subject, x.subject, x.appointment, x.procedures, x.kinds, '2026-11-24T00:00:00.000Z', x.until, x.ended
     from jsonb_to_recordset($1) as x(subject uuid, appointment uuid, procedures text[], kinds text[], until timestamptz, ended timestamptz)`, [JSON.stringify(world.glasses)]);
  await owner.query(`insert into kernel.link (source, target, name) select x.source, x.target, 'proof' from jsonb_to_recordset($1) as x(source uuid, target uuid)`, [JSON.stringify(world.links)]);
  await owner.query(`insert into kernel.record (proceeding, kind, body) select p.id, p.procedure || '/' || c, '{}' from kernel.proceeding p, unnest(array['main', 'secret']) c`);
  for (const a of actors) {
    if (a.own === null || !world.rows.some((r) => r.id === a.own)) continue;
    await owner.query(`insert into kernel.session (hash, role, proceeding, created_at, until) values ($1, 'applicant', $2, $3, 'infinity')`, [createHash('sha256').update(a.token ?? '').digest(), a.own, at]);
  }
  await owner.query('commit');
}

interface Sights {
  readonly actor: ActorRow;
  /** Ids by the policy, by the lock of a step, by the reading of one, and as the predicate expects. */
  readonly policy: string[];
  readonly locked: string[];
  readonly read: string[];
  readonly expected: string[];
  /** Without what break-glass shows: on these alone he may take steps. */
  readonly rightly: string[];
  /** `id kind` of records: by the policy, by the reading of one, as the rules expect. */
  readonly records: { readonly policy: string[]; readonly read: string[]; readonly expected: string[] };
  /** `id other` of linked ones that are told. */
  readonly links: { readonly read: string[]; readonly expected: string[] };
}
interface Belongings {
  readonly records: readonly [string, string, unknown][] | null;
  readonly links: readonly { readonly other: { readonly id: string } | null }[] | null;
}

/** What one actor is shown. Null where the session is none. */
async function sights(world: World, actor: (typeof actors)[number]): Promise<Sights | null> {
  await app.query('begin');
  try {
    const entered = (await app.query<{ actor: ActorRow | null }>('select kernel.enter($1, $2) as actor', [actor.token, at])).rows[0]?.actor ?? null;
    if (entered === null) return null;
    const ids = world.rows.map((r) => r.id);
    const policy = (await app.query<{ id: string }>('select id from kernel.proceeding')).rows.map((r) => r.id).sort();
    const records = (await app.query<{ name: string }>(`select proceeding || ' ' || kind as name from kernel.record`)).rows.map((r) => r.name).sort();
    const locked = (await app.query<{ ids: string[] }>('select proof.locked($1, $2, $3) as ids', [actor.token, at, ids])).rows[0]?.ids ?? [];
    const read = (await app.query<{ found: Record<string, Belongings> }>('select proof.read($1, $2, $3) as found', [actor.token, at, ids])).rows[0]?.found ?? {};
    const who = toActor(entered);
    const sight = {
      actor: who,
      own: actor.own,
      conflicted: new Set(world.conflicts.filter((c) => (c.person !== null && c.person === who.person) || (c.organisation !== null && c.organisation === who.organisation)).map((c) => c.proceeding)),
      granted: new Set(world.grants.filter((g) => g.organisation === who.organisation && g.until > at).map((g) => g.proceeding)),
    };
    const mine = world.glasses.filter((g) => g.appointment === who.appointment && g.until > at && (g.ended === null || g.ended > at));
    const broken = new Map(mine.map((g) => [g.subject, new Set(g.procedures)]));
    const subjectOf = (r: Row) => ({ ...r, subject: { kind: 'incident' as const, id: r.id } });
    const seen = world.rows.filter((r) => sees(world.rules, { ...sight, broken }, subjectOf(r)));
    const rightly = new Set(seen.filter((r) => seesByRight(world.rules, sight, r)).map((r) => r.id));
    const expected = seen.map((r) => r.id).sort();
    const ofRole = world.rules.get(who.role)?.kinds ?? new Set<string>();
    const kindsOf = (r: Row): ReadonlySet<string> => new Set([
      ...(rightly.has(r.id) ? ofRole : []), ...(r.final || r.sealed ? [] : mine.filter((g) => g.subject === r.id).flatMap((g) => g.kinds)),
    ]);
    return {
      actor: entered,
      policy,
      locked: [...locked].sort(),
      read: Object.keys(read).sort(),
      expected,
      rightly: [...rightly].sort(),
      records: {
        policy: records,
        read: Object.values(read).flatMap((b) => (b.records ?? []).map(([id, kind]) => `${id} ${kind}`)).sort(),
        expected: seen.flatMap((r) => ['main', 'secret'].map((c) => `${r.procedure}/${c}`).filter((kind) => kindsOf(r).has(kind)).map((kind) => `${r.id} ${kind}`)).sort(),
      },
      links: {
        read: Object.entries(read).flatMap(([id, b]) => (b.links ?? []).flatMap((l) => (l.other === null ? [] : [`${id} ${l.other.id}`]))).sort(),
        expected: world.links.flatMap((l) => [[l.source, l.target], [l.target, l.source]]).filter((pair) => pair.every((id) => expected.includes(id ?? ''))).map((pair) => pair.join(' ')).sort(),
      },
    };
  } finally {
    await app.query('rollback');
  }
}

const scopes = ['organisation', 'district', 'region', 'country', 'own'] as const;
const procedures = ['proof.one', 'proof.two', 'proof.three'];

const readersOf: fc.Arbitrary<Reader[]> = fc.array(
  fc.record({ role: fc.constantFrom<ActorRole>(...roleNames, 'applicant', 'anyone'), scope: fc.constantFrom(...scopes), classes: fc.subarray(['main', 'secret']) }),
  { maxLength: 25 },
);
const declared = (id: string, readers: readonly Reader[]): Procedure =>
  ({ id, version: '2020-01-01', readers, classes: ['main', 'secret'], stages: {}, steps: {}, basis: [], subject: 'incident', outcomes: [] });

function worlds(procedureIds: readonly string[], rules: fc.Arbitrary<Rules>): fc.Arbitrary<World> {
  const district = fc.option(fc.constantFrom(districts.north, districts.south, districts.far), { freq: 6 });
  const told = actors.flatMap((a) => a.appointment ?? []);
  const ids = Array.from({ length: mostProceedings }, (_, n) => proceedingOf(n));
  const place = district.chain((d) => fc.record({ district: fc.constant(d), region: d === null ? fc.constantFrom('KZ', 'KZ-19', 'KZ-61') : fc.constant(regionOf[d] ?? 'KZ') }));
  const rows = fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), procedure: fc.constantFrom(...procedureIds), organisation: fc.constantFrom(...organisations), sealed: fc.boolean(), place, escalatedTo: fc.option(fc.constantFrom(...told), { freq: 2 }), reporter: fc.option(fc.constantFrom(...told)), final: fc.nat(4).map((n) => n === 0) })))
    .map((all) => all.map(({ place: { district: d, region }, ...row }): Row => ({ ...row, district: d, region })));
  const persons = actors.flatMap((a) => a.person ?? []);
  const conflict = fc.oneof(
    fc.record({ proceeding: fc.constantFrom(...ids), person: fc.constantFrom(...persons), organisation: fc.constant(null) }),
    fc.record({ proceeding: fc.constantFrom(...ids), person: fc.constant(null), organisation: fc.constantFrom(...organisations) }),
  );
  // One grant a pair: the key is (proceeding, organisation, purpose). The end itself no longer counts.
  const grant = fc.record({ proceeding: fc.constantFrom(...ids), organisation: fc.constantFrom(...organisations), until: fc.constantFrom('2026-11-24T05:59:59.999Z', at, '2026-11-24T06:00:00.001Z', '2027-01-01T00:00:00.000Z') });
  const ends = ['2026-11-24T05:59:59.999Z', at, '2026-11-24T06:00:00.001Z', '2026-11-24T08:00:00.000Z'] as const;
  const glass = fc.record({
    subject: fc.constantFrom(...ids), appointment: fc.constantFrom(...told), procedures: fc.oneof({ arbitrary: fc.constant([...procedureIds]), weight: 2 }, { arbitrary: fc.subarray([...procedureIds]), weight: 1 }),
    kinds: fc.subarray(procedureIds.flatMap((id) => [`${id}/main`, `${id}/secret`])), until: fc.constantFrom(...ends), ended: fc.option(fc.constantFrom(...ends), { freq: 4 }),
  });
  return fc.record({
    rules,
    glasses: fc.uniqueArray(glass, { minLength: 16, maxLength: 24, selector: (g) => g.subject }),
    rows,
    conflicts: fc.array(conflict, { maxLength: 60 }),
    grants: fc.uniqueArray(grant, { maxLength: 40, selector: (g) => `${g.proceeding} ${g.organisation}` }),
    links: fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).filter(([source, target]) => source < target), { maxLength: 20, selector: (l) => l.join() })
      .map((all) => all.map(([source, target]) => ({ source, target }))),
  });
}

async function holds(world: World): Promise<{ seen: number; unseen: number; broken: number }> {
  await write(world);
  const counted = { seen: 0, unseen: 0, broken: 0 };
  for (const actor of actors) {
    const found = await sights(world, actor);
    if (found === null) {
      // An applicant whose appeal is not there has no session.
      expect(actor.own).not.toBeNull();
      continue;
    }
    expect({ who: actor.name, ids: found.policy }).toEqual({ who: actor.name, ids: found.expected });
    expect({ who: actor.name, ids: found.locked }).toEqual({ who: actor.name, ids: found.rightly });
    counted.broken += found.expected.length - found.rightly.length;
    expect({ who: actor.name, ids: found.read }).toEqual({ who: actor.name, ids: found.expected });
    for (const by of ['policy', 'read'] as const) expect({ who: actor.name, by, records: found.records[by] }).toEqual({ who: actor.name, by, records: found.records.expected });
    expect({ who: actor.name, links: found.links.read }).toEqual({ who: actor.name, links: found.links.expected });
    counted.seen += found.expected.length;
    counted.unseen += world.rows.length - found.expected.length;
  }
  return counted;
}

describe('policy, predicate, the lock of a step and the reading of one', () => {
  it('agree under any declaration of readers, for every role, place and record', async () => {
    const total = { seen: 0, unseen: 0, broken: 0 };
    const rules = fc.tuple(...procedures.map(() => readersOf)).map((all) => rulesOf(all.map((readers, i) => declared(procedures[i] ?? '', readers))));
    await fc.assert(
      fc.asyncProperty(worlds(procedures, rules), async (world) => {
        const { seen, unseen, broken } = await holds(world);
        total.broken += broken;
        total.seen += seen;
        total.unseen += unseen;
      }),
      { numRuns: 20, seed: 20261124, endOnFailure: true },
    );
    // It was no test if nothing was seen, or everything.
    expect(total.seen).toBeGreaterThan(1_000);
    expect(total.unseen).toBeGreaterThan(2_000);
    expect(total.broken).toBeGreaterThan(15);
  }, 300_000);

  it('agree under the program’s own declarations', async () => {
    const ids = [...new Set(theRegistry.procedures.map((p) => p.id))];
    await fc.assert(fc.asyncProperty(worlds(ids, fc.constant(theRegistry.rules)), async (world) => void (await holds(world))), { numRuns: 10, seed: 7, endOnFailure: true });
  }, 300_000);

  it('never show anything to anyone, and a sealed one only to its own house, its applicant or reporter, who was told of it, whom it was granted, and the clock', async () => {
    const [world] = fc.sample(worlds(procedures, fc.constant(rulesOf(procedures.map((id) => declared(id, roleNames.map((role) => ({ role, scope: 'country', classes: ['main'] }))))))), { numRuns: 1, seed: 3 });
    if (world === undefined) throw new Error('no world');
    await write(world);
    for (const actor of actors) {
      const found = await sights(world, actor);
      if (actor.name === 'anyone') expect(found?.policy).toEqual([]);
      for (const id of found?.policy ?? []) {
        const row = world.rows.find((r) => r.id === id);
        expect(world.conflicts.some((c) => c.proceeding === id && (c.person === actor.person && c.person !== null || c.organisation === actor.organisation && c.organisation !== null))).toBe(false);
        if (row?.sealed !== true || actor.name === 'clock') continue;
        expect(row.organisation === actor.organisation || actor.own === id || (row.reporter !== null && row.reporter === actor.appointment) || (row.escalatedTo !== null && row.escalatedTo === actor.appointment) || world.grants.some((g) => g.proceeding === id && g.organisation === actor.organisation && g.until > at), actor.name).toBe(true);
      }
    }
  });
});

describe('what a step has locked, and no other row', () => {
  // As a program that speaks SQL with the application's login would: a true session, a true lock, and then more than that.
  const mine = proceedingOf(0);
  const theirs = proceedingOf(1);
  const actor = 'district-head/north';
  const row = (id: string, more: object = {}): object => ({
    id, procedure: 'proof.one', version: '2020-01-01', subject_kind: 'incident', subject: id, stage: 'taken', final: false, sequence: 2, head: '', region: 'KZ-19', district: districts.north,
    organisation: idOf('guardianship-body/north'), role: 'operator', worker: appointmentOf('operator', 'country'), sealed: false, danger: 1, label: 'taken', due: at, due_term: 't', level: 0, opened_at: at, ...more,
  });
  const entry = (proceeding: string): object => ({ id: idOf(`entry ${proceeding}`), proceeding, sequence: 1, at, header: '{}', payload: '', prev: '', hash: '' });

  beforeAll(async () => {
    const place = { organisation: idOf('guardianship-body/north'), sealed: false, escalatedTo: null, reporter: null };
    await write({
      rules: rulesOf([declared('proof.one', [{ role: 'district-head', scope: 'district', classes: ['main'] }])]),
      rows: [{ id: mine, procedure: 'proof.one', region: 'KZ-19', district: districts.north, final: false, ...place }, { id: theirs, procedure: 'proof.one', region: 'KZ-61', district: districts.far, sealed: true, organisation: idOf('guardianship-body/far'), escalatedTo: null, reporter: null, final: false }],
      conflicts: [], grants: [], links: [], glasses: [],
    });
  });

  const saving = async (document: object): Promise<unknown> => {
    await app.query('begin');
    try {
      const { rows } = await app.query<{ begun: { proceedings?: { id: string }[] } }>('select kernel.begin_step($1, $2, $3, $4, $5) as begun', [tokenOf(actor), at, idOf('key'), mine, []]);
      expect(rows[0]?.begun.proceedings?.map((p) => p.id)).toEqual([mine]);
      return await app.query('select kernel.save($1)', [JSON.stringify({ entries: [], ...document })]).then(() => 'saved', (error: { code?: string }) => error.code);
    } finally {
      await app.query('rollback');
    }
  };

  it('is given what it is linked with for the program’s key alone', async () => {
    await owner.query(`insert into kernel.link values ($1, $2, 'proof') on conflict do nothing`, [mine, theirs]);
    try {
      const begin = (key: string | null): Promise<string[] | string | undefined> =>
        app.query<{ begun: { proceedings: { id: string }[] } }>(`select kernel.begin_step($1, $2, $3, $4, '{}', $5) as begun`, [tokenOf(actor), at, idOf('key'), mine, key === null ? null : Buffer.from(key)])
          .then(({ rows }) => rows[0]?.begun.proceedings.map((p) => p.id).sort(), (error: { code?: string }) => error.code);
      expect(await begin(null)).toBe('42501');
      expect(await begin('another')).toBe('42501');
      expect(await begin('the program')).toEqual([mine, theirs].sort());
      const about = app.query(`select kernel.begin_step($1, $2, $3, null, $4)`, [tokenOf(actor), at, idOf('key'), [theirs]]);
      await expect(about).rejects.toMatchObject({ code: '42501' });
    } finally {
      await owner.query('delete from kernel.link where source = $1', [mine]);
    }
  });

  it('is saved', async () => {
    expect(await saving({ changed: [row(mine)], entries: [entry(mine)] })).toBe('saved');
  });
  it.each<[string, object]>([
    ['another proceeding', { changed: [row(theirs)] }],
    ['another, under the name of mine', { changed: [row(theirs, { proceeding: mine, source: mine })] }],
    ['an entry of another', { entries: [entry(theirs)] }],
    ['an entry of another, under the id of mine', { entries: [{ ...entry(theirs), id: mine, source: mine }] }],
    ['a record of another', { records: [{ proceeding: theirs, kind: 'proof.one/main', body: {} }] }],
    ['a link from another', { links: [{ source: theirs, target: mine, name: 'x' }] }],
    ['a link to another, by which it would be locked the next time', { links: [{ source: mine, target: theirs, name: 'x', proceeding: mine }] }],
    ['a conflict of another', { conflicts: [{ proceeding: theirs, person: null, organisation: idOf('school/north'), at }] }],
    ['a grant of another', { grants: [{ proceeding: theirs, organisation: idOf('school/north'), purpose: 'x', until: '2030-01-01' }] }],
    ['a code for another', { codes: [{ hash: '00', proceeding: theirs, at, until: '2030-01-01' }] }],
    ['a deadline of another', { deadlines: [{ id: idOf('d'), proceeding: theirs, key: 'k', term: 't', started_at: at, due_at: at, state: 'running' }] }],
    ['a fact of another', { facts: [{ id: idOf('f'), name: 'x', proceeding: theirs, entry: idOf('e'), at }] }],
    ['one that exists, as if it were new', { opened: [row(theirs)] }],
    ['a key in another’s name', { call: { actor: 'clock', key: idOf('k'), request: 'x', status: 200, proceeding: mine, sequence: 1, at } }],
  ])('refuses %s', async (_, document) => {
    expect(['42501', '23505']).toContain(await saving(document));
  });
});
