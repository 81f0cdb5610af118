/**
 * `repeats`: a made year of bullying reports in the database, pairs hidden in it twice or three times under another hand,
 * and the list of who comes again as every head of a region reads it over HTTP. The truth is not in the database.
 */
import { performance } from 'node:perf_hooks';
import { pupilKey } from '#cap/schools/domain/pupils.ts';
import type { Repeats } from '#cap/schools/contract.ts';
import { databaseUrl, once } from '#kernel/db/provision.ts';
import type { RegionFigure } from '../apps/server/nation/places.ts';
import { median, short } from './figures.ts';
import { appointmentsOf, tokenOf, tokensOf } from './people.ts';
import { benchPlace } from './place.ts';
import { yearOf, type Report } from './repeats/year.ts';
import { openWire } from './wire.ts';

export interface RepeatsOrder {
  readonly reports: number;
  readonly pairs: number;
  readonly seed: string;
}

/** Schools, and files copied from a real one, in other places; pupils as a report writes them. */
const schoolsSql = `
insert into kernel.organisation (id, kind, region, district, kk, ru, en)
  select x.id, 'school', x.region, (select min(d.code) from kernel.district d where d.region = x.region), 'Сынақ мектебі', 'Пробная школа', 'Trial school'
  from jsonb_to_recordset($1::jsonb) as x(id uuid, region text)`;
const filesSql = `
insert into kernel.proceeding
  select (jsonb_populate_record(t, jsonb_build_object('id', x.id, 'subject', x.id, 'region', x.region, 'district', null, 'organisation', x.school))).*
  from jsonb_to_recordset($1::jsonb) as x(id uuid, region text, school uuid), kernel.proceeding t where t.id = $2`;
const pupilsSql = `
insert into schools.pupil (proceeding, school, side, key, name, class, at)
  select x.file, x.school, x.side, x.key, x.name, x.class, now() - x.day * interval '1 day'
  from jsonb_to_recordset($1::jsonb) as x(file uuid, school uuid, side text, key text, name text, class text, day integer) on conflict do nothing`;

interface Filed extends Report {
  readonly id: string;
}

async function load(superUrl: string, template: string, filed: readonly Filed[]): Promise<void> {
  const schools = new Map<number, { id: string; region: string }>();
  for (const f of filed) if (!schools.has(f.school)) schools.set(f.school, { id: crypto.randomUUID(), region: f.region });
  const schoolOf = (f: Filed): string => schools.get(f.school)?.id ?? '';
  await once(superUrl, async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query(schoolsSql, [JSON.stringify([...schools.values()])]);
    for (let from = 0; from < filed.length; from += 5_000) {
      const some = filed.slice(from, from + 5_000);
      await client.query(filesSql, [JSON.stringify(some.map((f) => ({ id: f.id, region: f.region, school: schoolOf(f) }))), template]);
      const pupils = some.flatMap((f) => f.pupils.map((p) => ({ file: f.id, school: schoolOf(f), side: p.side, key: pupilKey({ name: p.name, className: p.class }), name: p.name, class: p.class, day: f.day })));
      await client.query(pupilsSql, [JSON.stringify(pupils)]);
    }
    await client.query('vacuum analyze');
  });
}

/** A file as a school opens it, to be copied. */
async function template(port: number): Promise<string> {
  const [token] = await tokensOf(port, 'school-worker', 1);
  const wire = await openWire(port);
  const answer = await wire.ask('POST', '/api/schools/bullying', { authorization: `Bearer ${token ?? ''}`, 'idempotency-key': crypto.randomUUID() }, JSON.stringify({ summary: 'Мазақтайды' }));
  wire.close();
  if (answer.status !== 201) throw new Error(`a report was answered ${answer.status}: ${answer.body.toString()}`);
  return (JSON.parse(answer.body.toString()) as { id: string }).id;
}

/** Files of each pair of people; those that are together twice are to be found. */
function truthOf(filed: readonly Filed[]): Map<string, Set<string>> {
  const pairs = new Map<string, Set<string>>();
  for (const f of filed) {
    for (const h of f.pupils.filter((p) => p.side === 'hurt')) {
      for (const o of f.pupils.filter((p) => p.side === 'others')) {
        const key = `${h.person} ${o.person}`;
        pairs.set(key, (pairs.get(key) ?? new Set()).add(f.id));
      }
    }
  }
  return new Map([...pairs].filter(([, files]) => files.size > 1));
}

export async function repeats({ reports, pairs, seed }: RepeatsOrder): Promise<object> {
  const place = await benchPlace();
  try {
    const server = await place.server();
    const superUrl = databaseUrl(place.cluster.superUrl, new URL(place.cluster.ownerUrl).pathname.slice(1));
    const regions = await once(superUrl, async (c) => (await c.query<RegionFigure>(`select code, population_2026 as population from kernel.region where code <> 'KZ' order by code`)).rows);
    process.stderr.write(`repeats: a year of ${reports} reports\n`);
    const filed = yearOf({ reports, pairs, seed, regions }).map((r): Filed => ({ ...r, id: crypto.randomUUID() }));
    await load(superUrl, await template(server.port), filed);

    const heads = await appointmentsOf(server.port, 'region-head', 1_000);
    const found = new Map<string, ReadonlySet<string>>();
    const times: number[] = [];
    for (const head of heads) {
      const token = await tokenOf(server.port, head);
      const wire = await openWire(server.port);
      const began = performance.now();
      const answer = await wire.ask('GET', '/api/schools/repeats', { authorization: `Bearer ${token}` });
      times.push(performance.now() - began);
      wire.close();
      if (answer.status !== 200) throw new Error(`repeats were answered ${answer.status}: ${answer.body.toString()}`);
      for (const r of (JSON.parse(answer.body.toString()) as Repeats).again.filter((a) => a.what === 'pair')) found.set([...r.proceedings].sort().join(), new Set(r.proceedings));
    }

    const truth = truthOf(filed);
    const together = [...found.values()];
    /** Two of its files stand together: whoever reads the list sees that they come again. */
    const isFound = (files: ReadonlySet<string>): boolean => together.some((f) => [...files].filter((id) => f.has(id)).length > 1);
    /** Right: all its files have one true pair in them. */
    const isRight = (files: ReadonlySet<string>): boolean => [...truth.values()].some((t) => [...files].every((id) => t.has(id)));
    const right = together.filter(isRight).length;
    return {
      bench: 'repeats', reports: filed.length, schools: new Set(filed.map((f) => f.school)).size, hidden: truth.size, listed: together.length,
      recall: short([...truth.values()].filter(isFound).length / Math.max(1, truth.size)), precision: short(right / Math.max(1, together.length)),
      p50: short(median(times)), p99: short(Math.max(...times)),
    };
  } finally {
    await place.end();
  }
}
