/** What a house offers whoever connects, seen from outside: of ours, or of a proxy before us. It only looks. */
import { request } from 'node:http';
import { connect, type ConnectionOptions, type SecureVersion } from 'node:tls';

export interface Place {
  readonly name: string;
  readonly port: number;
  /** Where plain http answers; null: not looked at. */
  readonly plainPort: number | null;
  /** Authorities of a closed network; null: those that browsers trust. */
  readonly authority: string | null;
  /** Where to connect, if not where the name leads. */
  readonly host?: string;
}

/** Suites that nobody should take: without forward secrecy, or with a mode of before authenticated encryption. */
const weak = 'AES128-SHA:AES256-SHA:AES128-SHA256:AES256-SHA256:AES128-GCM-SHA256:AES256-GCM-SHA384:ECDHE-RSA-AES128-SHA:ECDHE-RSA-AES256-SHA:ECDHE-ECDSA-AES128-SHA:ECDHE-ECDSA-AES256-SHA:ECDHE-RSA-AES128-SHA256:ECDHE-ECDSA-AES128-SHA256:@SECLEVEL=0';
const patienceMs = 10_000;
/** Codes of a certificate that is not taken: the connection itself stood. */
const ofCertificate = /CERT|ALTNAME|SELF_SIGNED|UNABLE_TO/;

interface Shaken {
  readonly stood: boolean;
  readonly trusted: boolean;
  readonly version: string | null;
  readonly code: string;
}

function shake(place: Place, options: ConnectionOptions): Promise<Shaken> {
  return new Promise((resolve) => {
    const socket = connect({ host: place.host ?? place.name, port: place.port, servername: place.name, ...(place.authority === null ? {} : { ca: place.authority }), ...options });
    const end = (answer: Shaken): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(patienceMs, () => end({ stood: false, trusted: false, version: null, code: 'no answer' }));
    socket.once('secureConnect', () => end({ stood: true, trusted: true, version: socket.getProtocol(), code: '' }));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? error.message;
      end({ stood: ofCertificate.test(code), trusted: false, version: null, code });
    });
  });
}

function plainly({ name, plainPort, host }: Place, path: string): Promise<{ status: number; to: string } | null> {
  return new Promise((resolve) => {
    const call = request({ host: host ?? name, port: plainPort ?? 80, path, headers: { host: name }, timeout: patienceMs }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, to: answer.headers.location ?? '' });
    });
    call.on('timeout', () => call.destroy());
    // Nobody answers there: that is as good as a redirect.
    call.on('error', () => resolve(null));
    call.end();
  });
}

/** What is wrong, a sentence each; empty: nothing. Throws where nobody answers at all. */
export async function wrongOutside(place: Place): Promise<readonly string[]> {
  const only = (version: SecureVersion, ciphers?: string): Promise<Shaken> => shake(place, { minVersion: version, maxVersion: version, ...(ciphers === undefined ? {} : { ciphers }) });
  const best = await shake(place, {});
  if (!best.stood) throw new Error(`${place.name}:${place.port} does not answer by TLS: ${best.code}`);
  const wrong: string[] = [];
  if (!best.trusted) wrong.push(`the certificate is not taken: ${best.code}`);
  else if (best.version !== 'TLSv1.3') wrong.push(`the newest version is not preferred: ${best.version ?? ''}`);
  for (const old of ['TLSv1', 'TLSv1.1'] as const) if ((await only(old, 'DEFAULT:@SECLEVEL=0')).stood) wrong.push(`${old} is still spoken`);
  if (!(await only('TLSv1.3')).stood) wrong.push('TLSv1.3 is not spoken');
  if ((await only('TLSv1.2', weak)).stood) wrong.push('weak suites are still taken');
  if (place.plainPort !== null) {
    const [page, call] = [await plainly(place, '/help'), await plainly(place, '/api/session')];
    if (page !== null && !(page.status >= 300 && page.status < 400 && page.to.startsWith(`https://${place.name}`))) wrong.push(`pages are answered by plain http (${page.status})`);
    if (call !== null && call.status < 400) wrong.push(`calls are answered by plain http (${call.status})`);
  }
  return wrong;
}
