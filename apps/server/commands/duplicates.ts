/** `qorgan duplicates`: the pass over the register for children who stand in it twice. A server runs it every night (nightly.ts); it may be run at any time. */
import { once } from '#kernel/db/provision.ts';
import { PassRuns, passOver } from '#cap/children/store/pass/pass.ts';
import { WrongSetting } from '../settings.ts';
import type { Command } from './command.ts';
import { say, withProgram } from './open.ts';

export const duplicatesCommand: Command = {
  usage: 'duplicates                           look through the register for children who stand in it twice; goes on where it was stopped',
  run: () =>
    withProgram(async ({ database, runtime }) => {
      if (database.ownerUrl === null) throw new WrongSetting('duplicates needs QORGAN_OWNER_URL: only the owner reads the whole register');
      const done = await once(database.ownerUrl, (client) => passOver(client, { now: runtime.clock(), progress: say })).catch((error: unknown) => {
        if (error instanceof PassRuns) return error.message;
        throw error;
      });
      say(typeof done === 'string' ? done : `${done.compared} pairs compared, ${done.found} may be one child`);
    }, true),
};
