import type { Command } from './command.ts';
import { say, withProgram } from './open.ts';

/** Opening prepares: migrations, rules of access, the clock's session. */
export const migrateCommand: Command = {
  usage: 'migrate                              bring the database to this version',
  run: () =>
    withProgram(() => {
      say('The database is up to date.');
      return Promise.resolve();
    }),
};
