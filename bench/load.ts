/**
 * The load generator, a process of its own: `load.ts <file with a Load as JSON>` prints a Measured as JSON.
 * Closed: so many connections, each asks again when it was answered. Open: requests arrive at a fixed rate, and their
 * time counts from the moment they were due, also when nobody was free to send them.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { etagOf, openWire, type Answer, type Wire } from './wire.ts';
import { percentile } from './figures.ts';

export interface Proceeding {
  readonly id: string;
  sequence: number;
}

export type Requests =
  /** A note on each proceeding in turn; `proceedings` is a file that keeps their sequences between rounds. */
  | { readonly kind: 'note'; readonly path: string; readonly proceedings: string; readonly tokens: readonly string[]; readonly minimal?: true }
  | { readonly kind: 'read'; readonly proceedings: string; readonly tokens: readonly string[] }
  | { readonly kind: 'get'; readonly paths: readonly string[]; readonly tokens: readonly string[] }
  | { readonly kind: 'post'; readonly path: string; readonly bodies: readonly object[] }
  /** Questions in a body, that write nothing; each of a group whose times are told apart. */
  | { readonly kind: 'search'; readonly path: string; readonly tokens: readonly string[]; readonly bodies: readonly { readonly group: string; readonly body: object }[] };

export type Load = { readonly port: number; readonly seconds: number; readonly requests: Requests } & (
  | { readonly mode: 'closed'; readonly connections: number }
  | { readonly mode: 'open'; readonly rate: number; readonly warm: number }
);

export interface Measured {
  /** Answers of class 2xx that came within the time, per second. */
  readonly rate: number;
  readonly ok: number;
  readonly sent: number;
  readonly failed: number;
  /** The first failures, for the reader. */
  readonly failures: readonly string[];
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  /** The same by group, where requests have groups. */
  readonly groups?: Readonly<Record<string, { readonly p50: number; readonly p99: number }>>;
}

type Sender = (wire: Wire, turn: number) => Promise<Answer>;

/** What connection `own` of `of` sends at its n-th turn. Each writes to proceedings of its own. */
function senderOf(requests: Requests, own: number, of: number, list: readonly Proceeding[]): Sender {
  const mine = list.filter((_, i) => i % of === own);
  const bearer = (tokens: readonly string[], n: number) => ({ authorization: `Bearer ${tokens[n % tokens.length] ?? ''}`, 'accept-language': 'kk' });
  switch (requests.kind) {
    case 'note':
      return async (wire, turn) => {
        const p = mine[turn % mine.length] as Proceeding;
        const headers = { ...bearer(requests.tokens, own), 'idempotency-key': randomUUID(), 'if-match': `"${p.sequence}"`, ...(requests.minimal === true ? { prefer: 'return=minimal' } : {}) };
        const answer = await wire.ask('POST', requests.path.replace('{id}', p.id), headers, JSON.stringify({ text: `Жазба ${turn}: отбасына бардық, бала мектепте, келесі кездесу жұмада.` }));
        if (answer.status < 300) p.sequence = etagOf(answer);
        return answer;
      };
    case 'read':
      return (wire, turn) => wire.ask('GET', `/api/proceedings/${mine[turn % mine.length]?.id ?? ''}`, bearer(requests.tokens, own));
    case 'get':
      return (wire, turn) => wire.ask('GET', requests.paths[turn % requests.paths.length] ?? '/', bearer(requests.tokens, turn));
    case 'search':
      return (wire, turn) => wire.ask('POST', requests.path, bearer(requests.tokens, turn), JSON.stringify(requests.bodies[turn % requests.bodies.length]?.body));
    case 'post':
      return (wire, turn) => wire.ask('POST', requests.path, { 'idempotency-key': randomUUID() }, JSON.stringify(requests.bodies[turn % requests.bodies.length]));
  }
}

class Tally {
  readonly times: number[] = [];
  readonly groups = new Map<string, number[]>();
  readonly failures: string[] = [];
  sent = 0;
  failed = 0;
  async count(ask: Promise<Answer>, since: number, until: number, group?: string): Promise<void> {
    this.sent += 1;
    try {
      const answer = await ask;
      const at = performance.now();
      if (answer.status < 200 || answer.status > 299) this.fail(`${answer.status} ${answer.body.toString('utf8', 0, 300)}`);
      else if (at <= until) {
        this.times.push(at - since);
        if (group !== undefined) this.grouped(group).push(at - since);
      }
    } catch (error) {
      this.fail(String(error));
    }
  }
  private grouped(group: string): number[] {
    const own = this.groups.get(group) ?? [];
    this.groups.set(group, own);
    return own;
  }
  private fail(why: string): void {
    this.failed += 1;
    if (this.failures.length < 5) this.failures.push(why);
  }
}

async function closed(load: Load & { mode: 'closed' }, list: readonly Proceeding[], tally: Tally): Promise<number> {
  const wires = await Promise.all(Array.from({ length: load.connections }, () => openWire(load.port)));
  const begin = performance.now();
  const end = begin + load.seconds * 1000;
  await Promise.all(
    wires.map(async (wire, own) => {
      const send = senderOf(load.requests, own, load.connections, list);
      for (let turn = 0; ; turn += 1) {
        const since = performance.now();
        if (since >= end) break;
        await tally.count(send(wire, turn), since, end);
        if (tally.failed > 1000) break;
      }
      wire.close();
    }),
  );
  return load.seconds;
}

const groupOf = (requests: Requests, turn: number): string | undefined => (requests.kind === 'search' ? requests.bodies[turn % requests.bodies.length]?.group : undefined);

async function open(load: Load & { mode: 'open' }, list: readonly Proceeding[], tally: Tally): Promise<number> {
  const send = senderOf(load.requests, 0, 1, list);
  let free: Wire[] = await Promise.all(Array.from({ length: 8 }, () => openWire(load.port)));
  const under = new Set<Promise<void>>();
  const ask = async (turn: number): Promise<Answer> => {
    free = free.filter((one) => one.open());
    // In turn: one that rests for long is ended by the server, perhaps in the moment in which it is asked.
    const wire = free.shift() ?? (await openWire(load.port));
    const answer = await send(wire, turn);
    free.push(wire);
    return answer;
  };
  for (let turn = 0; turn < load.warm; turn += 1) await ask(turn);
  const begin = performance.now();
  const count = Math.round(load.rate * load.seconds);
  for (let turn = 0; turn < count; ) {
    const due = begin + (turn * 1000) / load.rate;
    if (performance.now() < due) {
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      continue;
    }
    const one = tally.count(ask(turn), due, Infinity, groupOf(load.requests, turn)).finally(() => under.delete(one));
    under.add(one);
    turn += 1;
  }
  await Promise.all(under);
  for (const wire of free) wire.close();
  return load.seconds;
}

const timesOf = (sorted: readonly number[]): { p50: number; p99: number } => ({ p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) });

async function run(file: string): Promise<void> {
  const load = JSON.parse(readFileSync(file, 'utf8')) as Load;
  const { requests } = load;
  const list = 'proceedings' in requests ? (JSON.parse(readFileSync(requests.proceedings, 'utf8')) as Proceeding[]) : [];
  const tally = new Tally();
  const seconds = load.mode === 'closed' ? await closed(load, list, tally) : await open(load, list, tally);
  if (requests.kind === 'note') writeFileSync(requests.proceedings, JSON.stringify(list));
  const times = tally.times.sort((a, b) => a - b);
  const measured: Measured = {
    rate: times.length / seconds, ok: times.length, sent: tally.sent, failed: tally.failed, failures: tally.failures,
    p50: percentile(times, 0.5), p99: percentile(times, 0.99), most: times.at(-1) ?? 0,
    groups: Object.fromEntries([...tally.groups].map(([group, own]) => [group, timesOf(own.sort((a, b) => a - b))])),
  };
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}

if (process.argv[1] === import.meta.filename) await run(process.argv[2] ?? '');
