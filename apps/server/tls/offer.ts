/** What we offer whoever connects: versions 1.2 and 1.3, the newer first; suites with forward secrecy and authenticated encryption alone (Mozilla's intermediate list), the strongest first. */
import { createServer, type ServerOptions } from 'node:https';
import type { RequestListener, Server } from 'node:http';

const suites = [
  'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384', 'ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305', 'ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256',
];

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export const offer = ({ cert, key }: Certificate) =>
  ({ cert, key, minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3', ciphers: suites.join(':'), honorCipherOrder: true, ecdhCurve: 'X25519:P-256:P-384' }) as const;

/** A handshake is dear: a connection is kept a while for the next call. */
export const securely = (certificate: Certificate, limits: ServerOptions, answer: RequestListener): Server => createServer({ ...offer(certificate), keepAliveTimeout: 60_000, ...limits }, answer);
