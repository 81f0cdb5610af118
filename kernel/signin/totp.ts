/** The second factor: RFC 6238 as every authenticator application speaks it (SHA-1, six digits, thirty seconds). */
import { createHmac } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';
import { toMillis, type Instant } from '../clock.ts';

const period = 30;
/** Neither the step before nor the one after: a code lives as long as it is shown (ASVS 5.0, 6.5.5). */
const drift = 0;
const issuer = 'Qorgan';

const totp = (secret: Buffer, label: string): TOTP =>
  new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period, secret: new Secret({ buffer: new Uint8Array(secret).buffer }) });

/** The secret of an invitation: the same at every look, and nobody's who has not the key. RFC 4226 §4: 160 bits. */
export const secretOf = (key: Buffer, invitation: Buffer): Buffer => createHmac('sha256', key).update('qorgan-totp\n').update(invitation).digest().subarray(0, 20);

/** The step of time whose code this is, or null. The caller keeps it: no step serves twice. */
export function stepOf(secret: Buffer, code: string, at: Instant): number | null {
  const digits = code.replace(/\s+/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const timestamp = toMillis(at);
  const delta = totp(secret, '').validate({ token: digits, timestamp, window: drift });
  return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta;
}

export const codeAt = (secret: Buffer, at: Instant): string => totp(secret, '').generate({ timestamp: toMillis(at) });

export interface TotpCard {
  /** For who types it in. */
  readonly secret: string;
  readonly uri: string;
  /** A picture of the uri: the path of an SVG `size` units wide. */
  readonly picture: { readonly size: number; readonly path: string };
}

export function totpCard(secret: Buffer, login: string): TotpCard {
  const one = totp(secret, login);
  const uri = one.toString();
  const { size, data } = encode(uri, { border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { secret: one.secret.base32, uri, picture: { size, path } };
}
