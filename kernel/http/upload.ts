/** The bytes of a file as they come in: no more than is allowed of one, and of all that are under way together. */
import type { Readable } from 'node:stream';
import { refuse, type Refusal } from '../problems/refusal.ts';

/** What all uploads of this process may hold at a time, in bytes; a little more than four of the largest. */
const mostAtOnce = 48 * 1024 * 1024;
/** A sender that is silent this long is gone. Whoever trickles is stopped by the server's own limit for a request. */
const silentMs = 30_000;

export interface Uploads {
  read(body: Readable, largest: number): Promise<Buffer | Refusal>;
}

export function uploads(most = mostAtOnce): Uploads {
  let held = 0;
  return {
    async read(body, largest) {
      if (held + largest > most) return refuse('files-busy', 503);
      held += largest;
      try {
        return await collect(body, largest);
      } finally {
        held -= largest;
      }
    },
  };
}

function collect(body: Readable, largest: number): Promise<Buffer | Refusal> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    const end = (answer: Buffer | Refusal): void => {
      clearTimeout(silent);
      body.removeAllListeners('data').removeAllListeners('end').removeAllListeners('close');
      // What still comes is let go, so that the answer can be heard.
      body.resume();
      resolve(answer);
    };
    const broken = (): void => end(refuse('file-broken-off', 408));
    let silent = setTimeout(broken, silentMs);
    body.on('data', (part: Buffer) => {
      clearTimeout(silent);
      size += part.length;
      if (size > largest) return end(refuse('file-too-large', 413));
      parts.push(part);
      silent = setTimeout(broken, silentMs);
    });
    body.once('end', () => end(Buffer.concat(parts)));
    body.once('close', broken);
    body.on('error', broken);
  });
}
