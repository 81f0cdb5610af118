/** The mail server that takes our letters, from the environment. */
import { readFileSync } from 'node:fs';
import type { MailPlace } from '#kernel/outgoing/mail.ts';
import { WrongSetting } from './wrong-setting.ts';

export interface MailSettings {
  readonly place: MailPlace;
  /** When the morning's letters go, `HH:MM` in Almaty. */
  readonly at: string;
  /** Where the link in a letter leads: our address, without a path. */
  readonly link: string;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const ports = { 'smtps:': 465, 'smtp:': 587 } as const;

function passwordOf(file: string | undefined): string | null {
  if (file === undefined || file === '') return null;
  let password: string;
  try {
    password = readFileSync(file, 'utf8').trim();
  } catch {
    throw new WrongSetting(`QORGAN_MAIL_PASSWORD_FILE: ${file} cannot be read`);
  }
  if (password === '') throw new WrongSetting(`QORGAN_MAIL_PASSWORD_FILE: ${file} is empty`);
  return password;
}

/** `address`: how browsers call us. */
export function mailSettings(env: NodeJS.ProcessEnv, demo: boolean, address: URL | null): MailSettings | null {
  const text = env['QORGAN_MAIL'];
  if (text === undefined || text.trim() === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'smtps:' && url.protocol !== 'smtp:') || url.hostname === '' || url.password !== '' || url.pathname.replace('/', '') !== '' || url.search !== '' || !/^[\w.%@-]*$/.test(url.username) || /%(?![\da-f]{2})/i.test(url.username)) {
    throw new WrongSetting('QORGAN_MAIL must be smtps://USER@HOST (TLS from the first byte) or smtp://USER@HOST:587 (STARTTLS), without a password, which stands in QORGAN_MAIL_PASSWORD_FILE');
  }
  const from = env['QORGAN_MAIL_FROM'] ?? '';
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(from)) throw new WrongSetting('QORGAN_MAIL needs QORGAN_MAIL_FROM as well: the address from which letters come');
  // In a demo anybody signs in as anybody: it must not fill strangers' boxes from our name.
  if (demo && !loopback.has(url.hostname)) throw new WrongSetting('QORGAN_MAIL in the demo may be on this machine alone: anybody may sign in there, and have letters sent');
  const plain = demo && url.protocol === 'smtp:' && loopback.has(url.hostname);
  if (address === null && !demo) throw new WrongSetting('QORGAN_MAIL needs QORGAN_ADDRESS as well: a letter says where to look');
  const at = env['QORGAN_MAIL_AT'] ?? '08:00';
  if (!/^(0[4-9]|1[01]):[0-5]\d$/.test(at)) throw new WrongSetting(`QORGAN_MAIL_AT must be a time of the morning, from 04:00 to 11:59, not "${at}"`);
  const user = url.username === '' ? null : decodeURIComponent(url.username);
  const password = passwordOf(env['QORGAN_MAIL_PASSWORD_FILE']);
  if ((user === null) !== (password === null)) throw new WrongSetting('QORGAN_MAIL with a user needs QORGAN_MAIL_PASSWORD_FILE, and the other way round');
  return {
    place: {
      host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? ports[url.protocol] : Number(url.port),
      tls: plain ? 'none' : url.protocol === 'smtps:' ? 'first' : 'started', user, password, from,
    },
    at, link: address?.origin ?? `http://localhost:${env['PORT'] ?? '3000'}`,
  };
}
