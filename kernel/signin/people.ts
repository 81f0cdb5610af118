/** For heads: who of theirs can sign in, and keeping somebody out at once. */
import type { HouseUser, HouseUsers } from '../contract.ts';
import { refuse, type Refusal } from '../problems/refusal.ts';
import type { ActorRow } from '../procedures/rows.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { isHead, mayLetIn, rolesToGive } from './heads.ts';
import { compareKk } from '../texts/format.ts';

type State = HouseUser['state'];

/** The people of one house, as far as this head lets them in. Titles are the caller's to write. */
export async function usersOf(runtime: Runtime, token: Buffer | null, head: ActorRow, organisation: string | null): Promise<Omit<HouseUsers, 'roles'> & { readonly roles: readonly string[] } | Refusal> {
  const directory = await runtime.directory(head.directory);
  const house = directory.organisation(organisation ?? head.organisation ?? '');
  const give = house === undefined ? [] : rolesToGive(head, house);
  if (!isHead(head.role) || house === undefined || give.length === 0) return refuse('not-found', 404);
  const at = runtime.clock();
  const working = directory.data.appointments.filter((a) => a.organisation === house.id && (a.until === null || at < a.until) && mayLetIn(head, a.role, house));
  const { rows } = await runtime.pool.query<{ states: Record<string, State> | null }>('select kernel.sign_in_states($1, $2, $3, $4) as states', [
    runtime.program, token, at, working.map((a) => a.person),
  ]);
  const states = rows[0]?.states ?? null;
  if (states === null) return refuse('no-session', 401);
  const users: HouseUser[] = working
    .map((a): HouseUser => ({ appointment: a.id, name: a.name, role: a.role, roleTitle: '', state: states[a.person] ?? 'none' }))
    .sort((a, b) => compareKk(a.name, b.name));
  return { organisation: { id: house.id, names: house.names }, users, roles: give };
}

/** Nobody locks himself out. */
export async function lockUser(runtime: Runtime, token: Buffer | null, head: ActorRow, appointment: string, locks: boolean): Promise<Refusal | null> {
  const directory = await runtime.directory(head.directory);
  const a = directory.appointment(appointment);
  const house = a === undefined ? undefined : directory.organisation(a.organisation);
  if (!isHead(head.role) || a === undefined || house === undefined || a.person === head.person || !mayLetIn(head, a.role, house)) return refuse('not-found', 404);
  const { rows } = await runtime.pool.query<{ done: boolean | null }>('select kernel.lock_person($1, $2, $3, $4, $5) as done', [
    runtime.program, token, runtime.clock(), a.person, locks,
  ]);
  return rows[0]?.done === true ? null : refuse('no-session', 401);
}
