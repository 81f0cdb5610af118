/** `step` and `read`: the real server program against the bare one, in turns, on the same tables. */
import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { databaseUrl, once } from '#kernel/db/provision.ts';
import { bareSql } from './bare.ts';
import { cloneWithout } from './clone.ts';
import { cpuMs } from './cpu.ts';
import { median, short, spread } from './figures.ts';
import type { Measured, Requests } from './load.ts';
import { connections, notesOnAll, seed } from './notes.ts';
import { tokensOf } from './people.ts';
import { benchPlace, lastCheckpoint, type BenchPlace } from './place.ts';
import { load, type Program } from './program.ts';

export interface Size {
  readonly proceedings: number;
  readonly rounds: number;
  readonly seconds: number;
}
export const fullSize: Size = { proceedings: 2_000, rounds: 7, seconds: 20 };
export const smallSize: Size = { proceedings: 200, rounds: 3, seconds: 3 };

/** `ours` and `bare` answer by the proceeding as it stands now; `least` and `lean` say no more than that it is done, and its sequence. */
type Side = 'ours' | 'bare' | 'least' | 'lean';
type Round = Measured & { readonly cpu: number };

/** Notes each proceeding has before its reads are measured. */
const notesBefore = 5;

export interface Versus {
  readonly bench: 'step' | 'read';
  /** 2xx per second, medians of the rounds. The bare step answers as ours does, by the proceeding as it stands now. */
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
  /** Steps that answer their sequence alone on both sides (`Prefer: return=minimal`); not of reads. */
  readonly minimal?: { readonly ours: number; readonly bare: number; readonly ratio: number; readonly p50: number; readonly p99: number };
  /** Milliseconds of processor per request, of the program and PostgreSQL together; ratio is bare over ours. */
  readonly cpu: { readonly ours: number; readonly bare: number; readonly ratio: number };
  readonly p50: number;
  readonly p99: number;
  readonly rows: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  /** Lowest and highest round. */
  readonly spread: { readonly ours: readonly [number, number]; readonly bare: readonly [number, number] };
  /** Answers that were not 2xx, of all. */
  readonly failed: number;
}

/** A copy of the database as it stands, without row-level security, and the bare program on it. The server must be down. */
async function bareOn(place: BenchPlace): Promise<Program> {
  const { ownerUrl, appUrl } = place.cluster;
  await cloneWithout(place, 'bare', bareSql);
  for (const url of [ownerUrl, databaseUrl(ownerUrl, 'bare')]) await once(url, async (client) => void (await client.query('vacuum analyze')));
  return place.program('bench/bare.ts', [databaseUrl(appUrl, 'bare')], {}, /"port":(\d+)/);
}

export async function versus(bench: 'step' | 'read', size: Size): Promise<Versus> {
  const place = await benchPlace();
  try {
    const first = await place.server();
    const proceedings = await seed(place, first.port, size.proceedings);
    const tokens = await tokensOf(first.port, 'operator', 8);
    const file = (side: string): string => join(place.folder, `${side}.json`);
    writeFileSync(file('ours'), JSON.stringify(proceedings));
    const note = (side: string, path: string): Requests => ({ kind: 'note', path, proceedings: file(side), tokens });
    const notes: Readonly<Record<Side, Requests>> = {
      ours: note('ours', '/api/helpline/appeal/{id}/note'),
      least: { kind: 'note', path: '/api/helpline/appeal/{id}/note', proceedings: file('ours'), tokens, minimal: true },
      bare: note('bare', '/note/{id}'),
      lean: note('bare', '/lean/{id}'),
    };
    // Warm, and gives every proceeding a story.
    for (let i = 0; i < (bench === 'read' ? notesBefore : 1); i += 1) await notesOnAll(first.port, file('ours'), tokens);
    await first.end();
    writeFileSync(file('bare'), readFileSync(file('ours')));
    const bare = await bareOn(place);
    const ours = await place.server();

    const sides: readonly Side[] = bench === 'step' ? ['ours', 'bare', 'least', 'lean'] : ['ours', 'bare'];
    const requests = (side: Side): Requests => (bench === 'read' ? { kind: 'read', proceedings: file(side), tokens } : notes[side]);
    const data = join(place.cluster.place, 'data');
    const round = async (side: Side, seconds: number): Promise<Round> => {
      const program = side === 'ours' || side === 'least' ? ours : bare;
      await place.checkpoint();
      const before = await lastCheckpoint(place.cluster.superUrl);
      const cpu = cpuMs(program.pid, data);
      const measured = await load(place.folder, { mode: 'closed', connections, seconds, port: program.port, requests: requests(side) });
      if ((await lastCheckpoint(place.cluster.superUrl)) !== before) throw new Error('a checkpoint fell into a round');
      if (measured.failed > 0) throw new Error(`${side}: ${measured.failed} answers were not 2xx: ${measured.failures.join('; ')}`);
      return { ...measured, cpu: (cpuMs(program.pid, data) - cpu) / measured.sent };
    };
    // Plans are made and code is compiled before it counts.
    for (const side of sides) await round(side, size.seconds);
    const results: Record<Side, Round[]> = { ours: [], bare: [], least: [], lean: [] };
    for (let i = 0; i < size.rounds; i += 1) for (const side of sides) results[side].push(await round(side, size.seconds));
    return summary(bench, size, results);
  } finally {
    await place.end();
  }
}

function summary(bench: 'step' | 'read', size: Size, results: Record<Side, Round[]>): Versus {
  const rates = (side: Side): number[] => results[side].map((m) => m.rate);
  const cpu = (side: Side): number => median(results[side].map((m) => m.cpu));
  const [ours, bare] = [median(rates('ours')), median(rates('bare'))];
  const range = (side: Side): readonly [number, number] => spread(rates(side)).map(short) as [number, number];
  const [least, lean] = bench === 'step' ? [median(rates('least')), median(rates('lean'))] : [0, 0];
  const figure = (pick: (m: Round) => number, side: Side): number => short(median(results[side].map(pick)));
  return {
    bench, ours: short(ours), bare: short(bare), ratio: short(ours / bare),
    ...(bench === 'read' ? {} : { minimal: { ours: short(least), bare: short(lean), ratio: short(least / lean), p50: figure((m) => m.p50, 'least'), p99: figure((m) => m.p99, 'least') } }),
    cpu: { ours: short(cpu('ours')), bare: short(cpu('bare')), ratio: short(cpu('bare') / cpu('ours')) },
    p50: figure((m) => m.p50, 'ours'), p99: figure((m) => m.p99, 'ours'),
    rows: size.proceedings, rounds: size.rounds, seconds: size.seconds, connections,
    spread: { ours: range('ours'), bare: range('bare') },
    failed: Object.values(results).flat().reduce((sum, m) => sum + m.failed, 0),
  };
}
