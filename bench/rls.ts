/** `rls`: what row-level security costs. Our own program twice, on two copies of one database: on, and switched off. */
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { databaseUrl, once } from '#kernel/db/provision.ts';
import { cloneWithout, offSql } from './clone.ts';
import { median, short, spread } from './figures.ts';
import { filler, pathOf, readers } from './list.ts';
import type { Requests } from './load.ts';
import { connections, notesOnAll, seed } from './notes.ts';
import { tokensOf } from './people.ts';
import { benchPlace } from './place.ts';
import { load, type Program } from './program.ts';
import type { Size } from './steps.ts';

export interface RlsLine {
  readonly bench: 'rls';
  readonly of: 'read' | 'my-day' | 'queue';
  readonly as: string;
  /** 2xx per second with row-level security, medians of the rounds. */
  readonly ours: number;
  /** Without. */
  readonly bare: number;
  readonly ratio: number;
  /** How many times dearer it is on than off. */
  readonly cost: number;
  readonly p50: number;
  readonly p99: number;
  readonly rows: number;
  readonly connections: number;
  readonly spread: { readonly ours: readonly [number, number]; readonly bare: readonly [number, number] };
  readonly failed: number;
}

export async function rls(size: Size, open: number): Promise<RlsLine[]> {
  const place = await benchPlace();
  try {
    const first = await place.server();
    const file = join(place.folder, 'read.json');
    writeFileSync(file, JSON.stringify(await seed(place, first.port, size.proceedings)));
    const operators = await tokensOf(first.port, 'operator', 8);
    for (let i = 0; i < 5; i += 1) await notesOnAll(first.port, file, operators);
    await (await filler(place, first.port))(open);
    const readerTokens = new Map(await Promise.all(readers.map(async ({ role }) => [role, await tokensOf(first.port, role, 1)] as const)));
    await first.end();
    await cloneWithout(place, 'open', offSql);
    const off = { url: databaseUrl(place.cluster.appUrl, 'open'), owner: databaseUrl(place.cluster.ownerUrl, 'open') };
    for (const url of [place.cluster.ownerUrl, off.owner]) await once(url, async (client) => void (await client.query('vacuum analyze')));
    const programs = { on: await place.server(), off: await place.server(off) };

    const measured = async (program: Program, requests: Requests, seconds: number) => {
      const round = await load(place.folder, { mode: 'closed', connections, seconds, port: program.port, requests });
      if (round.failed > 0) throw new Error(`${round.failed} answers were not 2xx: ${round.failures.join('; ')}`);
      return round;
    };
    const line = async (of: RlsLine['of'], as: string, rows: number, requests: Requests): Promise<RlsLine> => {
      process.stderr.write(`rls: ${of} as ${as}\n`);
      const rounds = { on: [] as Awaited<ReturnType<typeof measured>>[], off: [] as Awaited<ReturnType<typeof measured>>[] };
      for (const side of ['on', 'off'] as const) await measured(programs[side], requests, size.seconds);
      for (let i = 0; i < size.rounds; i += 1) for (const side of ['on', 'off'] as const) rounds[side].push(await measured(programs[side], requests, size.seconds));
      const rates = (side: 'on' | 'off'): number[] => rounds[side].map((r) => r.rate);
      const [ours, bare] = [median(rates('on')), median(rates('off'))];
      const range = (side: 'on' | 'off'): readonly [number, number] => spread(rates(side)).map(short) as [number, number];
      return {
        bench: 'rls', of, as, ours: short(ours), bare: short(bare), ratio: short(ours / bare), cost: short(bare / ours),
        p50: short(median(rounds.on.map((r) => r.p50))), p99: short(median(rounds.on.map((r) => r.p99))), rows, connections,
        spread: { ours: range('on'), bare: range('off') }, failed: 0,
      };
    };
    const lines = [await line('read', 'operator', size.proceedings, { kind: 'read', proceedings: file, tokens: operators })];
    for (const { as, role, scope } of readers) {
      for (const list of ['my-day', 'queue'] as const) lines.push(await line(list, as, open, { kind: 'get', paths: [pathOf(list, scope)], tokens: readerTokens.get(role) ?? [] }));
    }
    return lines;
  } finally {
    await place.end();
  }
}
