/** A night on which ten thousand appeals wait, their clocks running within the hour; and a worker with a full desk. */
import { databaseUrl, once } from '#kernel/db/provision.ts';
import { filler } from '../list.ts';
import { seed } from '../notes.ts';
import type { BenchPlace } from '../place.ts';

/** Nothing runs late while the pages are measured: the first is due in five minutes, the last in an hour. */
const spreadOut = `
with waiting as (select id, 300 + row_number() over (order by id) * 3300 / count(*) over () as seconds from kernel.proceeding where procedure = 'helpline.appeal' and not final),
  moved as (update kernel.deadline d set due_at = now() + w.seconds * interval '1 second' from waiting w where d.proceeding = w.id and d.state = 'running')
update kernel.proceeding p set due = now() + w.seconds * interval '1 second' from waiting w where p.id = w.id`;

/** So many appeals that nobody has read. */
export async function waitingAppeals(place: BenchPlace, port: number, count: number): Promise<void> {
  process.stderr.write(`web: ${count} appeals come in\n`);
  await seed(place, port, count);
  await once(databaseUrl(place.cluster.superUrl, new URL(place.cluster.ownerUrl).pathname.slice(1)), async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query(spreadOut);
  });
}

/** Open cases, of which the first worker has a hundred. */
export async function fullDesks(place: BenchPlace, port: number, count: number): Promise<void> {
  await (await filler(place, port))(count);
}
