/** Another master key, while the servers run (docs/running-it.md says in which order). */
import { once } from '#kernel/db/provision.ts';
import { masterInForce } from '#kernel/journal/ring.ts';
import { leftUnderOthers, putInForce, rewrapAll } from '#kernel/journal/rotate.ts';
import { addKey, keepKey } from '../master.ts';
import { WrongSetting } from '../settings.ts';
import type { Command } from './command.ts';
import { say, withProgram, type Opened } from './open.ts';

const ownerOf = ({ database }: Opened): string => {
  if (database.ownerUrl === null) throw new WrongSetting('rotate-master-key needs QORGAN_OWNER_URL: only the owner reads every key');
  return database.ownerUrl;
};

function prepare({ settings }: Opened): void {
  const id = addKey(settings.masterKeys);
  if (id === null) throw new WrongSetting('QORGAN_MASTER_KEY names no file: put the new key of the service before the old one there, on every server, then rotate');
  say(`Key ${id} is in the file, beside the old one. Copy the file to every server of this database, then: qorgan rotate-master-key`);
}

export async function rotate(opened: Opened, progress: (line: string) => void): Promise<void> {
  const { runtime } = opened;
  await once(ownerOf(opened), async (client) => {
    const [to] = runtime.keys.ids();
    if (to === undefined) throw new WrongSetting('there is no master key');
    const inForce = await masterInForce(client);
    if (inForce === to && (await leftUnderOthers(client, to)) === 0) {
      throw new WrongSetting(`Everything is under master key ${to} already, and there is no newer one: qorgan rotate-master-key --prepare makes one`);
    }
    if (inForce !== to) {
      await putInForce(client, to);
      progress(`Master key ${to} is in force: nothing new is wrapped under ${inForce ?? 'another'}.`);
    }
    runtime.keys.refresh();
    const done = await rewrapAll(client, runtime.keys, to, (so, left) => progress(`  ${so} wrapped anew, ${left} left`));
    progress(`${done} wrapped anew. Nothing is under an older master key now, but for backups made before: when the last of them is gone, qorgan rotate-master-key --forget`);
  });
}

async function forget(opened: Opened): Promise<void> {
  await once(ownerOf(opened), async (client) => {
    const inForce = await masterInForce(client);
    if (inForce === null) throw new WrongSetting('no master key is in force yet');
    const left = await leftUnderOthers(client, inForce);
    if (left > 0) throw new WrongSetting(`${left} are still under an older master key: qorgan rotate-master-key first`);
    say(`${keepKey(opened.settings.masterKeys, inForce)} old keys taken out of the file; ${inForce} stays. Copy the file to every server. In a key service, the old key is destroyed there.`);
  });
}

export const rotateMasterKeyCommand: Command = {
  usage: 'rotate-master-key [--prepare | --forget]   another master key: make one; go over to it (may be killed and run again); drop the old',
  run: (args) => withProgram((opened) => (args.includes('--prepare') ? Promise.resolve(prepare(opened)) : args.includes('--forget') ? forget(opened) : rotate(opened, say)), true),
};
