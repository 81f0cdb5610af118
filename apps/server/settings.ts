/** Settings from the environment, each checked at start; a wrong one is named in one line. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { OrganisationSettings } from '#kernel/signin/organisation.ts';
import type { ScannerPlace } from '#kernel/files/scan.ts';
import { logSettings, type LogSettings } from './log-settings.ts';
import { mailSettings, type MailSettings } from './mail-settings.ts';
import { serviceName } from '#kernel/push/service.ts';
import { tlsSettings, type TlsSettings } from './tls/settings.ts';
import { WrongSetting } from './wrong-setting.ts';

export { WrongSetting };

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** The application's login. Absent: the embedded PostgreSQL under `data`. */
  readonly databaseUrl: string | null;
  readonly ownerUrl: string | null;
  readonly data: string;
  readonly demo: boolean;
  /** Where the master keys are, the preferred one first. */
  readonly masterKeys: readonly KeySource[];
  /** How browsers call us; null: as each request says. */
  readonly address: URL | null;
  /** Hosts on a network of our own that the program may call. */
  readonly inside: readonly string[];
  /** Services of browsers that pushes go to; none: nobody's device is pushed to. */
  readonly push: readonly string[];
  /** Proxies before us whose word about a caller's address is taken; null: those of our own network. */
  readonly proxies: readonly string[] | null;
  /** Where the organisation signs its people in (OpenID Connect); null: nowhere. */
  readonly organisation: OrganisationSettings | null;
  /** Where the program ends TLS itself; null: a proxy does, or nobody (the demo). */
  readonly tls: TlsSettings | null;
  /** The scanner for viruses; `none`: files go unscanned, in writing; null: nothing was said, and outside the demo no file is taken. */
  readonly clamd: ScannerPlace | 'none' | null;
  /** Where the program's log goes besides; null: nowhere. */
  readonly log: LogSettings | null;
  /** Where letters are handed over, and when the morning's go; null: none are sent. */
  readonly mail: MailSettings | null;
  /** When the register is looked through for children who stand in it twice, `HH:MM` in Almaty; null: by the command alone. */
  readonly duplicatesAt: string | null;
}

/** A file with keys in it, one a line; or a key of a service (Vault's transit engine), whose token is in a file. */
export type KeySource =
  | { readonly kind: 'file'; readonly path: string; readonly ours: boolean }
  | { readonly kind: 'vault'; readonly address: string; readonly mount: string; readonly name: string; readonly tokenFile: string };

const url = (name: string, text: string | undefined): string | null => {
  if (text === undefined || text === '') return null;
  if (!/^postgres(ql)?:\/\//.test(text)) throw new WrongSetting(`${name} must begin with postgres://`);
  // To another machine nothing goes in the clear unless somebody decided so in writing.
  const there = URL.canParse(text) ? new URL(text) : null;
  const near = there === null || ['', 'localhost', '127.0.0.1', '[::1]'].includes(there.hostname) || there.searchParams.get('host')?.startsWith('/') === true;
  const said = there?.searchParams.get('sslmode') ?? null;
  if (!near && said === null) throw new WrongSetting(`${name} leads to another machine: say how TLS is checked, best ?sslmode=verify-full (and sslrootcert=FILE for an authority of your own); ?sslmode=disable only inside a network that encrypts by itself`);
  // Every other mode would take any certificate, or none.
  if (said !== null && !['verify-full', 'disable'].includes(said)) throw new WrongSetting(`${name}: sslmode must be verify-full or disable, not "${said}"`);
  if (there?.searchParams.has('uselibpqcompat') === true) throw new WrongSetting(`${name}: uselibpqcompat changes what sslmode means; leave it out`);
  return text;
};

const proxies = (text: string | undefined): readonly string[] | null => {
  if (text === undefined || text.trim() === '') return null;
  const all = text.split(',').map((one) => one.trim());
  const wrong = all.find((one) => !/^[\da-f:.]+(\/\d{1,3})?$/i.test(one));
  if (wrong !== undefined) throw new WrongSetting(`QORGAN_PROXIES must be addresses or networks (10.0.0.0/8), joined by commas, not "${wrong}"`);
  return all;
};

const inside = (text: string | undefined): readonly string[] => {
  const all = (text ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '');
  const wrong = all.find((one) => !/^[a-z\d][\w.-]*$|^\[?[\da-f:]+\]?$/i.test(one));
  if (wrong !== undefined) throw new WrongSetting(`QORGAN_INSIDE must be names of hosts, joined by commas, not "${wrong}"`);
  return all;
};

/** A service asks who sends, and our address is what says it. */
function push(text: string | undefined, ourAddress: URL | null, demo: boolean): readonly string[] {
  const all = (text ?? '').split(',').map((one) => one.trim().toLowerCase()).filter((one) => one !== '');
  const wrong = all.find((one) => !serviceName.test(one));
  if (wrong !== undefined) throw new WrongSetting(`QORGAN_PUSH must be names of hosts, joined by commas, *. before one for all under it, not "${wrong}"`);
  if (all.length > 0 && ourAddress === null && !demo) throw new WrongSetting('QORGAN_PUSH needs QORGAN_ADDRESS as well, by which a service of browsers knows who sends');
  return all;
}

function clamd(text: string | undefined): Settings['clamd'] {
  if (text === undefined || text.trim() === '') return null;
  if (text === 'none' || text.startsWith('/')) return text === 'none' ? text : { path: text };
  const [, host, port] = /^([a-z\d][\w.-]*):(\d{1,5})$/i.exec(text) ?? [];
  if (host === undefined || port === undefined || Number(port) > 65535) throw new WrongSetting(`CLAMD must be a socket (/run/clamav/clamd.ctl), HOST:PORT, or none, not "${text}"`);
  return { host, port: Number(port) };
}

/** A demo left running is not to begin anything by itself. */
function duplicatesAt(text: string | undefined, demo: boolean): string | null {
  if (text === undefined || text.trim() === '') return demo ? null : '02:00';
  if (text === 'off') return null;
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new WrongSetting(`QORGAN_DUPLICATES must be a time of day (02:00) or off, not "${text}"`);
  return text;
}

const loopback = /^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/;

/** Only in the demo may it be without https: there are no secrets in it. */
function address(text: string | undefined, demo: boolean): URL | null {
  if (text === undefined || text === '') return null;
  const found = URL.canParse(text) ? new URL(text) : null;
  const fits = found !== null && `${found.origin}/` === found.href && (found.protocol === 'https:' || (found.protocol === 'http:' && demo));
  if (!fits) throw new WrongSetting(`QORGAN_ADDRESS must be https:// and a name, without a path, not "${text}"`);
  return found;
}

/** The secret is in a file, so that no list of processes shows it. */
function organisation(env: NodeJS.ProcessEnv, demo: boolean): OrganisationSettings | null {
  const issuer = env['QORGAN_OIDC_ISSUER'];
  if (issuer === undefined || issuer === '') return null;
  if (!URL.canParse(issuer) || !(issuer.startsWith('https:') || (demo && loopback.test(issuer)))) throw new WrongSetting('QORGAN_OIDC_ISSUER must be an address that begins with https://');
  const client = env['QORGAN_OIDC_CLIENT'];
  const file = env['QORGAN_OIDC_SECRET_FILE'];
  if (client === undefined || client === '' || file === undefined || file === '') throw new WrongSetting('QORGAN_OIDC_ISSUER needs QORGAN_OIDC_CLIENT and QORGAN_OIDC_SECRET_FILE as well');
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch {
    throw new WrongSetting(`QORGAN_OIDC_SECRET_FILE: ${file} cannot be read`);
  }
  if (secret === '') throw new WrongSetting(`QORGAN_OIDC_SECRET_FILE: ${file} is empty`);
  return { issuer, client, secret, name: env['QORGAN_OIDC_NAME'] ?? new URL(issuer).hostname, iinClaim: env['QORGAN_OIDC_IIN_CLAIM'] ?? null };
}

const local = /^https:|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/;

/** `file:PATH` or `vault:https://HOST/MOUNT/NAME`, joined by commas; by default a file of our own. */
function keySources(env: NodeJS.ProcessEnv, data: string): readonly KeySource[] {
  const text = env['QORGAN_MASTER_KEY'];
  if (text === undefined || text.trim() === '') return [{ kind: 'file', path: join(data, 'keys/master.key'), ours: true }];
  const sources = text.split(',').map((one): KeySource => {
    const source = one.trim();
    if (source.startsWith('file:') && source.length > 5) return { kind: 'file', path: resolve(source.slice(5)), ours: false };
    const address = source.startsWith('vault:') ? source.slice(6) : '';
    const [, mount, name] = URL.canParse(address) ? (/^\/([\w./-]+)\/([\w.-]+)$/.exec(new URL(address).pathname) ?? []) : [];
    if (mount === undefined || name === undefined || !local.test(address)) {
      throw new WrongSetting(`QORGAN_MASTER_KEY must be file:PATH or vault:https://HOST/MOUNT/NAME, or several joined by commas, not "${source}"`);
    }
    const tokenFile = env['QORGAN_VAULT_TOKEN_FILE'];
    if (tokenFile === undefined || tokenFile === '') throw new WrongSetting('QORGAN_MASTER_KEY=vault:… needs QORGAN_VAULT_TOKEN_FILE as well, the file with the token');
    return { kind: 'vault', address: new URL(address).origin, mount, name, tokenFile };
  });
  return sources;
}

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = env['PORT'] === undefined || env['PORT'] === '' ? 3000 : Number(env['PORT']);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new WrongSetting(`PORT must be a number from 0 to 65535, not "${env['PORT'] ?? ''}"`);
  const databaseUrl = url('DATABASE_URL', env['DATABASE_URL']);
  const data = resolve(env['QORGAN_DATA'] ?? '.qorgan');
  const demoText = env['QORGAN_DEMO'];
  if (demoText !== undefined && !['', '0', '1'].includes(demoText)) throw new WrongSetting(`QORGAN_DEMO must be 1 or 0, not "${demoText}"`);
  // On a database of one's own, demo people must be asked for.
  const demo = demoText === '1' || ((demoText === undefined || demoText === '') && databaseUrl === null);
  const ourAddress = address(env['QORGAN_ADDRESS'], demo);
  return {
    port,
    host: env['HOST'] ?? '0.0.0.0',
    databaseUrl,
    ownerUrl: url('QORGAN_OWNER_URL', env['QORGAN_OWNER_URL']),
    data,
    masterKeys: keySources(env, data),
    address: ourAddress,
    tls: tlsSettings(env, ourAddress),
    clamd: clamd(env['CLAMD']),
    log: logSettings(env, demo),
    mail: mailSettings(env, demo, ourAddress),
    duplicatesAt: duplicatesAt(env['QORGAN_DUPLICATES'], demo),
    inside: inside(env['QORGAN_INSIDE']),
    push: push(env['QORGAN_PUSH'], ourAddress, demo),
    organisation: organisation(env, demo),
    proxies: proxies(env['QORGAN_PROXIES']),
    demo,
  };
}
