/** What every part of signing in works with. */
import { createHash, randomBytes } from 'node:crypto';
import { toMillis, type Instant } from '../clock.ts';
import type { Runtime } from '../procedures/runtime.ts';
import type { Term } from '../terms/term.ts';

/** Where a call comes from. */
export interface Caller {
  readonly device: string;
  readonly address: string;
}

export const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

/** What the holder keeps, and the hash, which is all that the database has. */
export interface Fresh {
  readonly token: string;
  readonly hash: Buffer;
}

export function freshToken(): Fresh {
  const token = randomBytes(32);
  return { token: token.toString('base64url'), hash: sha256(token) };
}

export const normalLogin = (login: string): string => login.normalize('NFKC').trim().toLowerCase();

export const figure = (runtime: Runtime, term: Term, at: Instant): number => runtime.registry.terms.value(term, at).value;
export const after = (runtime: Runtime, term: Term, at: Instant): Instant => runtime.registry.terms.due(term, at);
export const secondsOf = (runtime: Runtime, term: Term, at: Instant): number => (toMillis(after(runtime, term, at)) - toMillis(at)) / 1000;
