/** What steps and reads are measured on: appeals taken in through the public door, with notes on them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { once } from '#kernel/db/provision.ts';
import { appealBodies } from './appeals.ts';
import type { Proceeding } from './load.ts';
import type { BenchPlace } from './place.ts';
import { openWire } from './wire.ts';

export const connections = 16;

/** Takes the proceedings in through the public door, and moves their terms a month ahead: no escalation falls into a round. */
export async function seed(place: BenchPlace, port: number, count: number): Promise<Proceeding[]> {
  await Promise.all(
    Array.from({ length: connections }, async (_, own) => {
      const wire = await openWire(port);
      for (let i = own; i < count; i += connections) {
        const answer = await wire.ask('POST', '/api/helpline/appeals', { 'idempotency-key': crypto.randomUUID() }, JSON.stringify(appealBodies[i % appealBodies.length]));
        if (answer.status !== 201) throw new Error(`an appeal was answered ${answer.status}: ${answer.body.toString()}`);
      }
      wire.close();
    }),
  );
  return once(place.cluster.ownerUrl, async (client) => {
    await client.query(`update kernel.deadline set due_at = due_at + interval '30 days' where state = 'running'`);
    await client.query(`update kernel.proceeding set due = due + interval '30 days' where not final`);
    return (await client.query<Proceeding>(`select id, sequence from kernel.proceeding where procedure = 'helpline.appeal' and not final order by id`)).rows;
  });
}

/** A note on each; keeps the new sequences in the file. */
export async function notesOnAll(port: number, file: string, tokens: readonly string[]): Promise<void> {
  const proceedings = JSON.parse(readFileSync(file, 'utf8')) as Proceeding[];
  await Promise.all(
    Array.from({ length: connections }, async (_, own) => {
      const wire = await openWire(port);
      for (const p of proceedings.filter((_p, i) => i % connections === own)) {
        const answer = await wire.ask('POST', `/api/helpline/appeal/${p.id}/note`, { authorization: `Bearer ${tokens[own % tokens.length] ?? ''}`, 'idempotency-key': crypto.randomUUID(), 'if-match': `"${p.sequence}"` }, JSON.stringify({ text: 'Отбасымен сөйлестім; ертең қайта хабарласамыз.' }));
        if (answer.status !== 200) throw new Error(`a note was answered ${answer.status}: ${answer.body.toString()}`);
        p.sequence += 1;
      }
      wire.close();
    }),
  );
  writeFileSync(file, JSON.stringify(proceedings));
}
