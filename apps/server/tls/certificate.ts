/**
 * Is this a certificate to serve with: read, and then tried as a browser will try it, by a connection of the machine with
 * itself. The chain must lead to an authority that browsers trust, or to one that a setting names for a closed network.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { connect, createServer, rootCertificates } from 'node:tls';
import { fromMillis, toMillis, type Instant } from '#kernel/clock.ts';
import { WrongSetting } from '../wrong-setting.ts';
import { offer, type Certificate } from './offer.ts';
import { fileOf, type TlsSettings } from './settings.ts';

export interface Judged extends Certificate {
  /** When it runs out. */
  readonly until: Instant;
}

const day = 86_400_000;
/** From so many days before its end on, whoever runs the program is told each day. */
const soonDays = 21;

const why: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it has run out', CERT_NOT_YET_VALID: 'it is not valid yet', ERR_TLS_CERT_ALTNAME_INVALID: 'it is for other names',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'no authority signed it', SELF_SIGNED_CERT_IN_CHAIN: 'its authority is none that browsers trust', UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its authority is none that browsers trust',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificates between it and its authority are missing in the file, or its authority is none that browsers trust',
};

function strongKey(text: string, path: string): void {
  let key: ReturnType<typeof createPrivateKey>;
  try {
    key = createPrivateKey(text);
  } catch {
    throw new WrongSetting(`TLS_KEY: ${path} holds no private key in PEM, or one under a password`);
  }
  const bits = key.asymmetricKeyDetails?.modulusLength;
  if (bits !== undefined && bits < 3072) throw new WrongSetting(`TLS_KEY: RSA of ${bits} bits is weaker than 128 bits; take an elliptic key (P-256), or RSA of 3072`);
}

/** What a client that trusts `authorities` makes of it: null, or its reason to refuse. */
function tried(certificate: Certificate, name: string, authorities: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer(offer(certificate), (socket) => socket.on('error', () => undefined));
    // Whoever refuses hangs up: that is the answer of the other side.
    server.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const client = connect({ port, host: '127.0.0.1', servername: name, ca: [...authorities] });
      const end = (answer: string | null): void => {
        client.destroy();
        server.close(() => resolve(answer));
      };
      client.once('secureConnect', () => end(null));
      client.on('error', (error: NodeJS.ErrnoException) => end(why[error.code ?? ''] ?? error.message));
    });
  });
}

/** Throws in one line where it is none to serve with. `name`: how browsers call us. */
export async function readCertificate({ certificate, key, authority }: TlsSettings, name: string): Promise<Judged> {
  const found: Certificate = { cert: fileOf('TLS_CERT', certificate), key: fileOf('TLS_KEY', key) };
  let leaf: X509Certificate;
  try {
    leaf = new X509Certificate(found.cert);
  } catch {
    throw new WrongSetting(`TLS_CERT: ${certificate} holds no certificate in PEM`);
  }
  strongKey(found.key, key);
  if (!leaf.checkPrivateKey(createPrivateKey(found.key))) throw new WrongSetting(`TLS_KEY: ${key} is not the key of the certificate in ${certificate}`);
  const refused = await tried(found, name, authority === null ? rootCertificates : [fileOf('TLS_AUTHORITY', authority)]);
  if (refused !== null) throw new WrongSetting(`TLS_CERT: browsers would not take the certificate in ${certificate} for ${name}: ${refused}. On a closed network with an authority of its own name that in TLS_AUTHORITY`);
  return { ...found, until: fromMillis(Date.parse(leaf.validTo)) };
}

export const daysLeft = ({ until }: Pick<Judged, 'until'>, now: Instant): number => Math.floor((toMillis(until) - toMillis(now)) / day);

/** A sentence for whoever runs the program, or null while there is time. */
export function endsSoon(certificate: Pick<Judged, 'until'>, now: Instant): string | null {
  const days = daysLeft(certificate, now);
  return days > soonDays ? null : `The certificate in TLS_CERT runs out on ${certificate.until.slice(0, 10)}, in ${days} days: renew the file, the program takes it without a restart.`;
}
