/** Replays real input through the whole system. Demo databases only: it signs in as demo people and works at past dates. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { narratives, replayNarrative } from '../replay/narratives.ts';
import { playYear } from '../replay/play-year.ts';
import type { YearFile } from '../replay/year.ts';
import { WrongSetting } from '../settings.ts';
import { valueOf, type Command } from './command.ts';
import { say, withProgram } from './open.ts';

export const replayCommand: Command = {
  usage: 'replay narratives | 111-2025 [--limit N] [--file F]   replay real input (demo mode only)',
  run: ([what = '', ...args]) =>
    withProgram(async ({ settings, database, runtime }) => {
      if (!settings.demo) throw new WrongSetting('a replay works at past dates and signs in as demo people: it needs QORGAN_DEMO=1, never in production');
      const file = valueOf(args, 'file');
      if (what === 'narratives') {
        for (const n of narratives(file)) {
          for (const language of ['kk', 'ru'] as const) {
            const replayed = await replayNarrative(runtime, n, language, runtime.clock(), false);
            say(`${n.id} ${language}: ${replayed.routes.map((r) => Object.values(r).join(' ')).join(', ')}`);
          }
        }
        return;
      }
      if (what === '111-2025') {
        if (database.ownerUrl === null) throw new WrongSetting('replay needs QORGAN_OWNER_URL, to load the schools');
        const year = JSON.parse(readFileSync(file ?? join(import.meta.dirname, '../../../data/contact-centre-111-2025.json'), 'utf8')) as YearFile;
        const limit = valueOf(args, 'limit');
        say('The split of the regions that were not published, the schools, hours and words are made up within the file’s note.');
        const done = await playYear({
          runtime, ownerUrl: database.ownerUrl, file: year, ...(limit === undefined ? {} : { limit: Number(limit) }),
          progress: (n, of) => say(`  ${n} of ${of}`),
        });
        say(`${done} contacts replayed`);
        return;
      }
      throw new WrongSetting('replay what? narratives or 111-2025');
    }),
};
