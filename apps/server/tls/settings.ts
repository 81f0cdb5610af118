/** Settings of TLS, where the program ends it itself. */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { WrongSetting } from '../wrong-setting.ts';

export interface TlsSettings {
  /** Files in PEM: the certificate with those that lead to its authority, and its key. */
  readonly certificate: string;
  readonly key: string;
  /** A file of authorities of one's own; null: those that browsers trust. */
  readonly authority: string | null;
  /** A plain port that sends pages over to https; null: none. */
  readonly plainPort: number | null;
}

const given = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text);

/** Null: the program speaks plain HTTP, in the demo, or to a proxy. */
export function tlsSettings(env: NodeJS.ProcessEnv, address: URL | null): TlsSettings | null {
  const [certificate, key] = [given(env['TLS_CERT']), given(env['TLS_KEY'])];
  const plain = given(env['HTTP_PORT']);
  if (certificate === null && key === null) {
    if (plain !== null) throw new WrongSetting('HTTP_PORT sends over to https: it needs TLS_CERT and TLS_KEY');
    return null;
  }
  if (certificate === null || key === null) throw new WrongSetting('TLS_CERT and TLS_KEY go together: the file of the certificate, and the file of its key');
  if (address?.protocol !== 'https:') throw new WrongSetting('TLS_CERT needs QORGAN_ADDRESS as well: the https:// address that the certificate is for');
  if (isIP(address.hostname.replace(/^\[|\]$/g, '')) !== 0) throw new WrongSetting('TLS_CERT needs a name in QORGAN_ADDRESS, not an address: certificates are for names');
  const plainPort = plain === null ? null : Number(plain);
  if (plainPort !== null && (!Number.isInteger(plainPort) || plainPort < 0 || plainPort > 65535)) throw new WrongSetting(`HTTP_PORT must be a number from 0 to 65535, not "${plain ?? ''}"`);
  return { certificate, key, authority: given(env['TLS_AUTHORITY']), plainPort };
}

export function fileOf(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new WrongSetting(`${name}: ${path} cannot be read`);
  }
}
