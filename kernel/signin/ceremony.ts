/** What must come back within minutes, once. The caller keeps a token; what belongs to it stays in the database. */
import { ceremonyLasts } from './terms.ts';
import { after, freshToken, sha256, type SignIn } from './world.ts';

export type CeremonyKind = 'passkey-new' | 'passkey-sign-in' | 'passkey-step-up' | 'organisation';

export async function beginCeremony(world: SignIn, kind: CeremonyKind, person: string | null, data: string): Promise<string> {
  const at = world.runtime.clock();
  const { token, hash } = freshToken();
  await world.runtime.pool.query('select kernel.begin_ceremony($1, $2, $3, $4, $5, $6, $7)', [world.key, hash, at, kind, person, data, after(world, ceremonyLasts, at)]);
  return token;
}

/** Null: never begun, of another kind, too late, or asked for before. */
export async function endCeremony(world: SignIn, kind: CeremonyKind, token: string): Promise<{ readonly person: string | null; readonly data: string } | null> {
  const { rows } = await world.runtime.pool.query<{ ended: { person: string | null; data: string } | null }>('select kernel.end_ceremony($1, $2, $3, $4) as ended', [
    world.key, sha256(Buffer.from(token, 'base64url')), world.runtime.clock(), kind,
  ]);
  return rows[0]?.ended ?? null;
}
