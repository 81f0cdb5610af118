/** Says to a service of browsers who sends (VAPID, RFC 8292): a token signed by ES256 (RFC 7518), good for that service and some hours. */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { toMillis, type Instant } from '../clock.ts';

/** A private key of P-256 in PKCS #8, up to its 32 bytes; the point is worked out from them. */
const keyPrefix = Buffer.from('3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420', 'hex');
/** Of the day that the standard allows at most. */
const goodFor = 12 * 3_600_000;

export interface Vapid {
  /** As browsers take it (`applicationServerKey`): the point, uncompressed, base64url. */
  readonly publicKey: string;
  /** The header `Authorization` of a call to this endpoint. */
  readonly authorization: (endpoint: URL, at: Instant) => string;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** `subject`: by what a service finds whoever runs this; an https address. */
export function vapid(seed: Buffer, subject: string): Vapid {
  if (seed.length !== 32) throw new Error('a key of P-256 has 32 bytes');
  const key = createPrivateKey({ key: Buffer.concat([keyPrefix, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const publicKey = spki.subarray(spki.length - 65).toString('base64url');
  const token = (audience: string, at: Instant): string => {
    const said = `${part({ typ: 'JWT', alg: 'ES256' })}.${part({ aud: audience, exp: Math.floor((toMillis(at) + goodFor) / 1000), sub: subject })}`;
    return `${said}.${sign('sha256', Buffer.from(said), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
  return { publicKey, authorization: ({ origin }, at) => `vapid t=${token(origin, at)}, k=${publicKey}` };
}
