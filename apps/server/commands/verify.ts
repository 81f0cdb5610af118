/** Verifies every chain of the journal, as the owner reads it, without any key. */
import pg from 'pg';
import { verifyChain } from '#kernel/journal/entry.ts';
import type { Command } from './command.ts';
import { WrongSetting } from '../settings.ts';
import { say, withProgram } from './open.ts';

interface Row {
  id: string;
  head: string;
  sequence: number;
  entries: { sequence: number; header: string; payload: string; prev: string; hash: string }[];
}

const batch = 500;

/** Number of proceedings verified, and each fault in words. */
export async function verifyAll(ownerUrl: string, progress: (done: number) => void): Promise<{ verified: number; faults: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const faults: string[] = [];
  let verified = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  try {
    for (;;) {
      const { rows } = await client.query<Row>(
        `select p.id, p.head, p.sequence, coalesce((select jsonb_agg(jsonb_build_object('sequence', e.sequence, 'header', e.header,
             'payload', encode(e.payload, 'base64'), 'prev', e.prev, 'hash', e.hash) order by e.sequence)
           from kernel.entry e where e.proceeding = p.id), '[]') as entries
         from kernel.proceeding p where p.id > $1 order by p.id limit $2`,
        [after, batch],
      );
      for (const row of rows) {
        if (row.entries.length !== row.sequence) faults.push(`${row.id}: ${row.entries.length} entries for sequence ${row.sequence}`);
        for (const f of verifyChain(row.entries, row.head)) faults.push(`${row.id}: entry ${f.sequence}: ${f.fault}`);
      }
      verified += rows.length;
      progress(verified);
      const last = rows.at(-1);
      if (last === undefined || rows.length < batch) return { verified, faults };
      after = last.id;
    }
  } finally {
    await client.end();
  }
}

export const verifyCommand: Command = {
  usage: 'verify                               verify every chain of the journal',
  run: () =>
    withProgram(async ({ database }) => {
      if (database.ownerUrl === null) throw new WrongSetting('verify needs QORGAN_OWNER_URL: only the owner reads every entry');
      const { verified, faults } = await verifyAll(database.ownerUrl, (done) => say(`  ${done} proceedings`));
      for (const fault of faults) say(fault);
      say(`${verified} proceedings verified, ${faults.length} faults`);
      if (faults.length > 0) process.exitCode = 1;
    }),
};
