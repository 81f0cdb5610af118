/**
 * The directory read from the database, and the copy a process keeps of it. Every transaction learns the version
 * (`kernel.enter` answers it), so a copy is never older than what its caller was told.
 */
import type pg from 'pg';
import { plusMillis, systemClock, type Clock, type Instant } from '../clock.ts';
import { beside, flight, withClient, type Query } from '../db/pool.ts';
import type { Appointment, DirectoryData, District, Duty, Organisation, Region } from './directory.ts';
import { directory, type Directory } from './lookup.ts';

/** How long roster lines stay in memory after they ended: recent proceedings still ask who was on duty. */
const keptAfterEnd = 40 * 86_400_000;

const names = `json_build_object('kk', kk, 'ru', ru, 'en', en) as names`;

// Ordered by id: where several fit, every process must choose the same one.
const queries = (endedBefore: Instant): readonly Query[] => [
  { text: 'begin isolation level repeatable read read only' },
  { text: 'select version from kernel.directory_version' },
  { text: `select code, ${names} from kernel.region order by code` },
  { text: `select code, region, ${names} from kernel.district order by code` },
  { text: `select id, kind, parent, region, district, ${names}, phone, ended_at as "endedAt" from kernel.organisation order by id` },
  {
    text: `select a.id, a.person, p.name, a.role, a.organisation, a.region, a.district, p.phone, a.since,
             least(a.until, o.ended_at) as until, a.substitute, a.away_from as "awayFrom", a.away_until as "awayUntil"
           from kernel.appointment a join kernel.person p on p.id = a.person
             join kernel.organisation o on o.id = a.organisation order by a.id`,
  },
  {
    text: `select id, role, organisation, appointment, deputy, phone, starts, ends, version
           from kernel.duty where ends > $1 order by starts, id`,
    values: [endedBefore],
  },
  { text: 'commit' },
];

/** All of the directory as of one moment, in one flight. `pool` is made by makePool (instants are ISO strings). */
export async function loadDirectory(pool: pg.Pool, at: Instant = systemClock()): Promise<DirectoryData> {
  const answers = await withClient(pool, (client) => flight(client, queries(plusMillis(at, -keptAfterEnd))));
  const rows = <T>(index: number): readonly T[] => (answers[index]?.rows ?? []) as readonly T[];
  return {
    version: rows<{ version: number }>(1)[0]?.version ?? 0,
    regions: rows<Region>(2),
    districts: rows<District>(3),
    organisations: rows<Organisation>(4),
    appointments: rows<Appointment>(5),
    duties: rows<Duty>(6),
  };
}

/**
 * The copy of this process. Given a version, it loads again where its own differs; given null it answers what it has
 * (and loads at first). Callers who come at the same time share one load.
 */
export function directoryCache(pool: pg.Pool, clock: Clock = systemClock): (version: number | null) => Promise<Directory> {
  let copy: Directory | null = null;
  let loading: Promise<Directory> | null = null;
  const load = (): Promise<Directory> => {
    loading ??= beside(pool, (own) => loadDirectory(own, clock()))
      .then((data) => (copy = directory(data)))
      .finally(() => (loading = null));
    return loading;
  };
  return async (version) => {
    if (copy !== null && (version === null || version === copy.data.version)) return copy;
    const fresh = await load();
    // A load that was under way may have begun before the change the caller was told of.
    return version !== null && fresh.data.version < version ? load() : fresh;
  };
}
