/** Where the program's log goes besides standard error: a collector on another machine. */
import { readFileSync } from 'node:fs';
import { WrongSetting } from './wrong-setting.ts';

export interface LogSettings {
  /** Takes lines of JSON by POST. */
  readonly url: string;
  /** Proves who sends; null: nothing does. */
  readonly token: string | null;
}

const loopback = /^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/;

export function logSettings(env: NodeJS.ProcessEnv, demo: boolean): LogSettings | null {
  const url = env['QORGAN_LOG_TO'];
  if (url === undefined || url.trim() === '') return null;
  if (!URL.canParse(url) || !(url.startsWith('https:') || (demo && loopback.test(url)))) throw new WrongSetting(`QORGAN_LOG_TO must be an address that begins with https://, not "${url}"`);
  const file = env['QORGAN_LOG_TOKEN_FILE'];
  if (file === undefined || file === '') return { url, token: null };
  try {
    return { url, token: readFileSync(file, 'utf8').trim() };
  } catch {
    throw new WrongSetting(`QORGAN_LOG_TOKEN_FILE: ${file} cannot be read`);
  }
}
