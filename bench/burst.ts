/** `burst`: appeals at a fixed arrival through the public door, then whether every one is there, and what memory it took. */
import { once } from '#kernel/db/provision.ts';
import { appealBodies } from './appeals.ts';
import { short } from './figures.ts';
import { benchPlace } from './place.ts';
import { load, residentMb } from './program.ts';

export interface Burst {
  readonly bench: 'burst';
  /** Appeals a second that were answered 201. */
  readonly ours: number;
  /** What arrived, a second. */
  readonly rate: number;
  readonly ratio: number;
  readonly bare: null;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  readonly seconds: number;
  readonly sent: number;
  readonly failed: number;
  /** Acknowledged, and not in the database with a chain and a running deadline. */
  readonly lost: number;
  /** Node's resident memory after it, MB. */
  readonly memory: number;
}

export async function burst(rate: number, seconds: number): Promise<Burst> {
  const place = await benchPlace();
  try {
    const server = await place.server();
    const kept = (): Promise<number> =>
      once(place.cluster.ownerUrl, async (client) => {
        const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from kernel.proceeding p
          where p.procedure = 'helpline.appeal'
            and exists (select 1 from kernel.entry e where e.proceeding = p.id and e.sequence = p.sequence and e.hash = p.head)
            and exists (select 1 from kernel.deadline d where d.proceeding = p.id and d.state = 'running')`);
        return rows[0]?.n ?? 0;
      });
    const warm = Math.min(200, rate * 2);
    const before = await kept();
    const measured = await load(place.folder, {
      mode: 'open', rate, warm, seconds, port: server.port, requests: { kind: 'post', path: '/api/helpline/appeals', bodies: appealBodies },
    });
    const memory = residentMb(server.pid);
    const lost = measured.ok + warm - ((await kept()) - before);
    return {
      bench: 'burst', ours: short(measured.rate), rate, ratio: short(measured.rate / rate), bare: null,
      p50: short(measured.p50), p99: short(measured.p99), most: short(measured.most),
      seconds, sent: measured.sent, failed: measured.failed, lost, memory: Math.round(memory),
    };
  } finally {
    await place.end();
  }
}
