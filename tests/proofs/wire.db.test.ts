/** Below HTTP as clients know it: requests that two readers would cut differently, headers without an end, bytes that come one by one. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testServer, type TestServer } from './server.ts';

let s: TestServer;
let port: number;
beforeAll(async () => {
  s = await testServer();
  await s.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = s.app.server.address() as { port: number });
});
afterAll(() => s.close());

/** Sends bytes and waits until the other side closes, or is silent for a while. */
const send = (text: string, silence = 1_500): Promise<string> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(text, 'latin1')));
    const done = (): void => {
      socket.destroy();
      resolve(Buffer.concat(parts).toString('utf8'));
    };
    socket.setTimeout(silence, done);
    socket.on('data', (part) => parts.push(part));
    socket.on('end', done);
    // Closed upon us while we were still sending.
    socket.on('error', (error: NodeJS.ErrnoException) => (['ECONNRESET', 'EPIPE'].includes(error.code ?? '') ? done() : reject(error)));
  });
const answers = (text: string): string[] => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((m) => m[1] ?? '');
const request = (line: string, ...headers: string[]): string => `${[line, 'Host: localhost', ...headers].join('\r\n')}\r\n\r\n`;
/** What would be the second one's, if somebody cut it off. */
const hidden = 'GET /api/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n';

describe('one request', () => {
  it.each([
    ['with a length and in chunks', `${request('POST /api/session HTTP/1.1', 'Content-Type: application/json', `Content-Length: ${5 + hidden.length}`, 'Transfer-Encoding: chunked')}0\r\n\r\n${hidden}`],
    ['with two lengths', `${request('POST /api/session HTTP/1.1', 'Content-Length: 2', `Content-Length: ${2 + hidden.length}`)}{}${hidden}`],
    ['with a length that is none', `${request('POST /api/session HTTP/1.1', 'Content-Length: +2')}{}${hidden}`],
    ['with a length in a list', `${request('POST /api/session HTTP/1.1', 'Content-Length: 2, 2')}{}${hidden}`],
    ['in chunks of another name', `${request('POST /api/session HTTP/1.1', 'Transfer-Encoding: xchunked')}0\r\n\r\n${hidden}`],
    ['in chunks, and not as the last coding', `${request('POST /api/session HTTP/1.1', 'Transfer-Encoding: chunked, identity')}0\r\n\r\n${hidden}`],
    ['with a blank before the colon', `POST /api/session HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`],
    ['with a header that goes on in the next line', `POST /api/session HTTP/1.1\r\nHost: localhost\r\nX: a\r\n Transfer-Encoding: chunked\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`],
    ['with a chunk longer than it says', `${request('POST /api/session HTTP/1.1', 'Content-Type: application/json', 'Transfer-Encoding: chunked')}1\r\n{}\r\n0\r\n\r\n${hidden}`],
    ['with a null byte in a header', `GET /api/session HTTP/1.1\r\nHost: local\0host\r\n\r\n${hidden}`],
    ['with bare line ends', `GET /api/session HTTP/1.1\nHost: localhost\rX: y\n\n${hidden}`],
    ['without a host', `GET /api/session HTTP/1.1\r\n\r\n${hidden}`],
    ['with two hosts', `GET /api/session HTTP/1.1\r\nHost: localhost\r\nHost: evil.kz\r\nConnection: close\r\n\r\n`],
    ['that is none', 'quack\r\n\r\n'],
    ['of another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ])('%s is refused, and the connection with it: nothing hidden in it is answered', async (_, bytes) => {
    const heard = await send(bytes);
    expect(heard).not.toContain('"openapi"');
    expect(answers(heard).every((status) => status === '400' || status === '421'), heard.slice(0, 200)).toBe(true);
    expect(answers(heard).length).toBeLessThanOrEqual(1);
  });

  it('unread, is told so as any other problem', async () => {
    const heard = await send('quack\r\n\r\n');
    expect(heard).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(heard).toContain('content-type: application/problem+json; charset=utf-8');
    expect(heard).toContain("content-security-policy: default-src 'none'");
    expect(heard).toContain('"code":"unreadable-request"');
  });

  it('with more in its headers than 16 kB ends there', async () => {
    for (const more of [`X: ${'a'.repeat(20_000)}`, Array.from({ length: 3_000 }, (_, i) => `X${i}: a`).join('\r\n')]) {
      expect(answers(await send(request('GET /api/session HTTP/1.1', more)))).toEqual(['431']);
    }
    expect(answers(await send(request(`GET /${'a'.repeat(20_000)} HTTP/1.1`)))).toEqual(['431']);
  });

  it('with more body than it may have ends there, in chunks too', async () => {
    expect(answers(await send(`${request('POST /api/session HTTP/1.1', 'Content-Type: application/json', 'Content-Length: 99999999', 'Connection: close')}{`))).toEqual(['413']);
    const chunk = `10000\r\n${'a'.repeat(65_536)}\r\n`;
    expect(answers(await send(`${request('POST /api/session HTTP/1.1', 'Content-Type: application/json', 'Transfer-Encoding: chunked', 'Connection: close')}${chunk.repeat(6)}`))).toEqual(['413']);
  });

  it('to another protocol or proxied is no way through', async () => {
    for (const line of ['CONNECT evil.kz:443 HTTP/1.1', 'TRACE /api/session HTTP/1.1', 'GET http://169.254.169.254/latest HTTP/1.1']) {
      const heard = await send(request(line, 'Connection: close'));
      expect(['', '400', '404', '405', '421'], `${line} ${heard.slice(0, 100)}`).toContain(answers(heard)[0] ?? '');
      expect(heard).not.toContain('TRACE /api');
    }
    expect(answers(await send(request('GET /api/session HTTP/1.1', 'Connection: Upgrade, close', 'Upgrade: websocket')))[0]).not.toBe('101');
  });
});

describe('whoever sends slowly', () => {
  it('has limits: for the headers, for the whole', () => {
    const { headersTimeout, requestTimeout } = s.app.server;
    expect([headersTimeout, requestTimeout]).toEqual([20_000, 300_000]);
  });

  it('is told that time is up, and the place is free', async () => {
    // The same clockwork with less patience.
    Object.assign(s.app.server, { headersTimeout: 300, requestTimeout: 600 });
    const [head, body] = await Promise.all([send('GET /api/session HTTP/1.1\r\nHost: local', 20_000), send(`${request('POST /api/session HTTP/1.1', 'Content-Type: application/json', 'Content-Length: 100')}{`, 20_000)]);
    expect([answers(head), answers(body)]).toEqual([['408'], ['408']]);
  }, 40_000);
});
