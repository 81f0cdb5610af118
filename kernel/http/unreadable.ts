/** What a connection hears that sends no request we can read: too slowly, too much, or not in HTTP. Then it is closed. */
import type { Socket } from 'node:net';
import { refuse } from '../problems/refusal.ts';
import type { Texts } from '../texts/text.ts';
import { safetyHeaders } from './headers.ts';
import { problemOf } from './problem.ts';

const statuses: Readonly<Record<string, readonly [number, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
};

export const answerUnreadable = (texts: Texts) => (error: Error & { readonly code?: string }, socket: Socket): void => {
  // No TLS came about, so nothing can be said by it.
  if (/^(?:ERR_SSL_|ERR_TLS_|EPROTO)/.test(error.code ?? '')) return void socket.destroy();
  // Gone already: nobody hears.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const [status, words] = statuses[error.code ?? ''] ?? [400, 'Bad Request'];
  const body = JSON.stringify(problemOf(refuse('unreadable-request', status), texts, 'kk'));
  const headers = { ...safetyHeaders(false), 'cache-control': 'no-store', 'content-type': 'application/problem+json; charset=utf-8', 'content-length': String(Buffer.byteLength(body)), connection: 'close' };
  socket.end(`HTTP/1.1 ${status} ${words}\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`);
  socket.destroySoon();
};
