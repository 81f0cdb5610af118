/** Writes the whole journal to a file, for a verifier on another machine. Payloads stay encrypted. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { once } from '#kernel/db/provision.ts';
import { journalLines } from '#kernel/journal/export.ts';
import { WrongSetting } from '../settings.ts';
import { needed, type Command } from './command.ts';
import { say, withProgram } from './open.ts';

/** In one snapshot, however long it takes. */
export const inSnapshot = <T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  once(ownerUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const done = await work(client);
    await client.query('commit');
    return done;
  });

const progressEvery = 100_000;

/** Number of lines written. */
export function exportJournal(ownerUrl: string, file: string, progress: (lines: number) => void): Promise<number> {
  return inSnapshot(ownerUrl, async (client) => {
    let lines = 0;
    async function* text(): AsyncGenerator<string> {
      for await (const line of journalLines(client)) {
        lines += 1;
        if (lines % progressEvery === 0) progress(lines);
        yield `${JSON.stringify(line)}\n`;
      }
    }
    await pipeline(Readable.from(text()), createWriteStream(file, { mode: 0o600 }));
    return lines;
  });
}

export const exportJournalCommand: Command = {
  usage: 'export-journal --to FILE             write the journal, for a verifier elsewhere',
  run: (args) => {
    const file = needed(args, 'to', 'the file to write');
    return withProgram(async ({ database }) => {
      if (database.ownerUrl === null) throw new WrongSetting('export-journal needs QORGAN_OWNER_URL: only the owner reads every entry');
      say(`${await exportJournal(database.ownerUrl, file, (lines) => say(`  ${lines} lines`))} lines written to ${file}`);
    });
  },
};
