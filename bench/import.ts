/** `import`: a list of so many rows, uploaded, tried and taken in by the server program, which is killed once on the way; rows a second, and the most memory it had. */
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { once } from '#kernel/db/provision.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import type { ListCounts, ListRecords } from '#cap/children/domain/lists/inputs.ts';
import type { ListState } from '#cap/children/lists/answers.ts';
import { short } from './figures.ts';
import { listOf } from './import-list.ts';
import { appointmentsOf, tokensOf } from './people.ts';
import { benchPlace } from './place.ts';
import { residentMb, type Program } from './program.ts';
import { openWire } from './wire.ts';

export interface Import {
  readonly bench: 'import';
  readonly rows: number;
  /** Rows a second of the taking in alone, the time in which nobody worked after the kill left out. */
  readonly ours: number;
  /** Seconds of each part; `dead`: from the kill until the next process went on. */
  readonly seconds: { readonly upload: number; readonly preview: number; readonly run: number; readonly dead: number };
  /** Most resident memory of the program, MB. */
  readonly memory: number;
  readonly counts: Omit<ListCounts, 'failures'>;
  /** Rows that are in none of the four counts, and children that are there twice: none may be. */
  readonly lost: number;
  readonly twice: number;
  readonly killed: boolean;
}

const everyMs = 250;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends it as it is made: nothing of its size is in this process either. */
function upload(port: number, token: string, id: string, sequence: number, body: Readable): Promise<ProceedingView> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port, host: '127.0.0.1', method: 'POST', path: `/api/children/lists/${id}/file`,
        headers: { 'content-type': 'text/csv', 'file-name': 'list.csv', authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID(), 'if-match': `"${sequence}"`, 'x-qorgan': '1' },
      },
      (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () => (answer.statusCode === 200 ? resolve(JSON.parse(text) as ProceedingView) : reject(new Error(`the upload was answered ${answer.statusCode}: ${text}`))));
      },
    );
    sent.on('error', reject);
    body.pipe(sent);
  });
}

export async function importRows(rows: number, kill: boolean): Promise<Import> {
  const place = await benchPlace();
  let memory = 0;
  try {
    let server: Program = await place.server();
    const sampling = setInterval(() => {
      try {
        memory = Math.max(memory, residentMb(server.pid) || 0);
      } catch {
        // It is just being started again.
      }
    }, everyMs);
    try {
      const [token = ''] = await tokensOf(server.port, 'guardianship-specialist', 1);
      const [specialist = ''] = await appointmentsOf(server.port, 'guardianship-specialist', 1);
      const ask = async <T>(method: 'GET' | 'POST', path: string, body?: object, sequence?: number): Promise<T> => {
        const wire = await openWire(server.port);
        const headers = { authorization: `Bearer ${token}`, 'x-qorgan': '1', ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}), ...(sequence === undefined ? {} : { 'if-match': `"${sequence}"` }) };
        const answer = await wire.ask(method, path, headers, body === undefined ? undefined : JSON.stringify(body));
        wire.close();
        if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status}: ${answer.body.toString()}`);
        return JSON.parse(answer.body.toString()) as T;
      };
      const agency = await once(place.cluster.ownerUrl, async (client) =>
        (await client.query<{ id: string }>(`select o.id from kernel.organisation o join kernel.appointment a on a.district = o.district where o.kind <> 'guardianship-body' and a.id = $1 order by o.id limit 1`, [specialist])).rows[0]?.id);
      const opened = await ask<ProceedingView>('POST', '/api/children/list', { organisation: agency });
      const { id } = opened;
      const look = (): Promise<ProceedingView> => ask('GET', `/api/proceedings/${id}`);
      const until = async (done: (view: ProceedingView) => boolean): Promise<ProceedingView> => {
        for (;;) {
          const view = await look().catch(() => null);
          if (view !== null && done(view)) return view;
          await pause(everyMs);
        }
      };
      const listIn = (view: ProceedingView): ListRecords['list'] => (view.records as unknown as ListRecords).list;
      const seconds = { upload: 0, preview: 0, run: 0, dead: 0 };
      const timed = async <T>(part: keyof typeof seconds, act: () => Promise<T>): Promise<T> => {
        const from = performance.now();
        const answer = await act();
        seconds[part] += (performance.now() - from) / 1_000;
        return answer;
      };
      const sent = await timed('upload', () => upload(server.port, token, id, opened.sequence, Readable.from(listOf(rows))));
      const file = listIn(sent).file;
      await timed('preview', async () => {
        await ask('POST', `/api/children/list/${id}/map`, { columns: file?.proposed, heading: file?.heading }, sent.sequence);
        await until((v) => v.stage === 'tried');
      });
      const tried = await look();
      const over = await timed('run', async () => {
        await ask('POST', `/api/children/list/${id}/run`, {}, tried.sequence);
        if (kill) {
          const reached = async (): Promise<number> => (await ask<ListState>('GET', `/api/children/lists/${id}`)).rows;
          while ((await reached()) < rows / 3) await pause(everyMs);
          await timed('dead', async () => {
            process.kill(server.pid, 'SIGKILL');
            server = await place.server();
            const from = await reached();
            while ((await reached()) === from) await pause(everyMs);
          });
        }
        return until((v) => v.final);
      });
      const done = listIn(over).done;
      if (done === null) throw new Error('the list did not come to its end');
      const { failures: _, ...counts } = done;
      const twice = await once(place.cluster.ownerUrl, async (client) => {
        const { rows: found } = await client.query<{ n: number }>(
          `select (count(*) - count(distinct c.id))::int as n from children.source s join children.child c on c.id = s.child where s.list = $1 and c.iin is not null and exists
             (select 1 from children.child k where k.id <> c.id and k.iin = c.iin)`, [id]);
        return found[0]?.n ?? -1;
      });
      const lost = rows - (counts.fresh + counts.known + counts.looked + counts.failed);
      return {
        bench: 'import', rows, ours: Math.round(rows / (seconds.run - seconds.dead)), memory: Math.round(memory),
        seconds: { upload: short(seconds.upload), preview: short(seconds.preview), run: short(seconds.run), dead: short(seconds.dead) }, counts, lost, twice, killed: kill,
      };
    } finally {
      clearInterval(sampling);
    }
  } finally {
    await place.end();
  }
}
