/** HTTP/1.1 over plain sockets, keep-alive, one request at a time per connection: as little of two cores as can be. */
import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  /** Header lines as they came. */
  readonly head: string;
  readonly body: Buffer;
}

export interface Wire {
  ask(method: string, path: string, headers: Readonly<Record<string, string>>, body?: string): Promise<Answer>;
  /** The server ends a connection that rests for long; nothing can be asked on it then. */
  open(): boolean;
  close(): void;
}

const blank = Buffer.from('\r\n\r\n');

export function openWire(port: number): Promise<Wire> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;
  let got: Buffer = Buffer.alloc(0);
  const fail = (error: Error): void => {
    waiting?.reject(error);
    waiting = null;
  };
  socket.on('data', (chunk: Buffer) => {
    got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
    const end = got.indexOf(blank);
    if (end === -1) return;
    const head = got.toString('latin1', 0, end);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    const status = Number(head.slice(9, 12));
    if (length === undefined && status !== 204) return fail(new Error(`an answer without a length: ${head}`));
    const whole = end + 4 + Number(length ?? 0);
    if (got.length < whole) return;
    const body = got.subarray(end + 4, whole);
    got = got.subarray(whole);
    const { resolve } = waiting ?? {};
    waiting = null;
    resolve?.({ status, head, body });
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the connection was closed')));
  return new Promise((opened, refused) => {
    socket.once('error', refused);
    socket.once('connect', () => {
      socket.off('error', refused);
      opened({
        ask: (method, path, headers, body) =>
          new Promise((resolve, reject) => {
            if (socket.destroyed) return reject(new Error('the connection is closed'));
            waiting = { resolve, reject };
            const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
            const content = body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
            socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}${content}\r\n${body ?? ''}`);
          }),
        open: () => !socket.destroyed,
        close: () => socket.destroy(),
      });
    });
  });
}

/** The sequence in an answer's ETag. */
export const etagOf = (answer: Answer): number => Number(/\r\netag: *"(\d+)"/i.exec(answer.head)?.[1] ?? Number.NaN);
