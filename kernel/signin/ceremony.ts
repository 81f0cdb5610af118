/** What must come back within minutes, once. The caller keeps a token; what belongs to it stays in the database. */
import type { Runtime } from '../procedures/runtime.ts';
import { ceremonyLasts } from './terms.ts';
import { after, freshToken, sha256 } from './common.ts';

export type CeremonyKind = 'passkey-new' | 'passkey-sign-in' | 'passkey-step-up' | 'organisation';

export async function beginCeremony(runtime: Runtime, kind: CeremonyKind, person: string | null, data: string): Promise<string> {
  const at = runtime.clock();
  const { token, hash } = freshToken();
  await runtime.pool.query('select kernel.begin_ceremony($1, $2, $3, $4, $5, $6, $7)', [runtime.program, hash, at, kind, person, data, after(runtime, ceremonyLasts, at)]);
  return token;
}

/** Null: never begun, of another kind, too late, or asked for before. */
export async function endCeremony(runtime: Runtime, kind: CeremonyKind, token: string): Promise<{ readonly person: string | null; readonly data: string } | null> {
  const { rows } = await runtime.pool.query<{ ended: { person: string | null; data: string } | null }>('select kernel.end_ceremony($1, $2, $3, $4) as ended', [
    runtime.program, sha256(Buffer.from(token, 'base64url')), runtime.clock(), kind,
  ]);
  return rows[0]?.ended ?? null;
}
