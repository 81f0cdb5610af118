/** People who may sign in, from the console of the machine. Needs the owner's login. */
import type pg from 'pg';
import { isRole, roles } from '#kernel/access/roles.ts';
import { once } from '#kernel/db/provision.ts';
import { appointPerson, inviteFromConsole, listFromConsole, lockFromConsole, personOfLogin } from '#kernel/signin/console.ts';
import { linkOf } from '#kernel/signin/invitations.ts';
import { invitationLasts } from '#kernel/signin/terms.ts';
import { freshToken } from '#kernel/signin/common.ts';
import { WrongSetting } from '../settings.ts';
import type { Command } from './command.ts';
import { say, withProgram, type Opened } from './open.ts';

const valueOf = (args: readonly string[], name: string): string | null => {
  const i = args.indexOf(`--${name}`);
  return i === -1 ? null : (args[i + 1] ?? null);
};

async function invite({ runtime }: Opened, client: pg.Client, args: readonly string[]): Promise<void> {
  const at = runtime.clock();
  const login = valueOf(args, 'login');
  const name = valueOf(args, 'name');
  const role = valueOf(args, 'role');
  if (login === null && (name === null || role === null || !isRole(role))) {
    throw new WrongSetting(`invite whom? --login LOGIN, or --name "NAME" --role ROLE; roles: ${Object.keys(roles).join(', ')}`);
  }
  const { token, hash } = freshToken();
  const until = runtime.registry.terms.due(invitationLasts, at);
  await client.query('begin');
  const person = login !== null ? await personOfLogin(client, login)
    : await appointPerson(client, { name: name ?? '', role: role as keyof typeof roles, organisation: valueOf(args, 'organisation') }, valueOf(args, 'house'), at);
  await inviteFromConsole(client, person, hash, at, until);
  await client.query('commit');
  say(`${valueOf(args, 'address') ?? 'http://localhost:3000'}${linkOf(token)}`);
  say(`Works once, until ${until}. Whoever holds this link becomes this person: hand it over in person or by a way you trust.`);
}

async function act(opened: Opened, client: pg.Client, [what = '', ...args]: readonly string[]): Promise<void> {
  const at = opened.runtime.clock();
  if (what === 'invite') return invite(opened, client, args);
  if (what === 'list') {
    const all = await listFromConsole(client, at);
    for (const one of all) say([one.state, one.login ?? '–', one.name, one.role, one.organisation].join('\t'));
    return say(`${all.length} people`);
  }
  if (what === 'lock') {
    const login = args[0];
    if (login === undefined) throw new WrongSetting('lock whom? qorgan user lock LOGIN');
    await client.query('begin');
    await lockFromConsole(client, await personOfLogin(client, login), at);
    await client.query('commit');
    return say(`${login} is locked and signed out. A new invitation lets him in again.`);
  }
  throw new WrongSetting('user what? invite, list or lock');
}

export const userCommand: Command = {
  usage: 'user invite --name N --role R [--organisation ID | --house NAME] [--address URL] | invite --login L | list | lock L',
  run: (args) =>
    withProgram(async (opened) => {
      if (opened.database.ownerUrl === null) throw new WrongSetting('user needs QORGAN_OWNER_URL: only the owner writes who works here');
      try {
        await once(opened.database.ownerUrl, (client) => act(opened, client, args));
      } catch (error) {
        // A sentence for the console; nothing was committed.
        throw error instanceof Error && (error as { code?: unknown }).code === undefined ? new WrongSetting(error.message) : error;
      }
    }),
};
