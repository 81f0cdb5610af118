/** Settings from the environment, each checked at start; a wrong one is named in one line. */
import { resolve } from 'node:path';

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** The application's login. Absent: the embedded PostgreSQL under `data`. */
  readonly databaseUrl: string | null;
  readonly ownerUrl: string | null;
  readonly data: string;
  readonly demo: boolean;
  /** Proxies before us whose word about a caller's address is taken; null: those of our own network. */
  readonly proxies: readonly string[] | null;
}

export class WrongSetting extends Error {}

const url = (name: string, text: string | undefined): string | null => {
  if (text === undefined || text === '') return null;
  if (!/^postgres(ql)?:\/\//.test(text)) throw new WrongSetting(`${name} must begin with postgres://`);
  return text;
};

const proxies = (text: string | undefined): readonly string[] | null => {
  if (text === undefined || text.trim() === '') return null;
  const all = text.split(',').map((one) => one.trim());
  const wrong = all.find((one) => !/^[\da-f:.]+(\/\d{1,3})?$/i.test(one));
  if (wrong !== undefined) throw new WrongSetting(`QORGAN_PROXIES must be addresses or networks (10.0.0.0/8), joined by commas, not "${wrong}"`);
  return all;
};

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = env['PORT'] === undefined || env['PORT'] === '' ? 3000 : Number(env['PORT']);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new WrongSetting(`PORT must be a number from 0 to 65535, not "${env['PORT'] ?? ''}"`);
  const databaseUrl = url('DATABASE_URL', env['DATABASE_URL']);
  const demoText = env['QORGAN_DEMO'];
  if (demoText !== undefined && !['', '0', '1'].includes(demoText)) throw new WrongSetting(`QORGAN_DEMO must be 1 or 0, not "${demoText}"`);
  return {
    port,
    host: env['HOST'] ?? '0.0.0.0',
    databaseUrl,
    ownerUrl: url('QORGAN_OWNER_URL', env['QORGAN_OWNER_URL']),
    data: resolve(env['QORGAN_DATA'] ?? '.qorgan'),
    // On a database of one's own, demo people must be asked for.
    proxies: proxies(env['QORGAN_PROXIES']),
    demo: demoText === '1' || ((demoText === undefined || demoText === '') && databaseUrl === null),
  };
}
