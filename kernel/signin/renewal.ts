/**
 * Changing one's password, telephone and codes: who proves who he is gets a link like the one he first came with, for
 * himself and for minutes. There is one way to set these, and with it everything that was known before is worth nothing.
 */
import type { InvitationMade } from '../contract.ts';
import { isRefusal, refuse, type Refusal } from '../problems/refusal.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { sendLink } from './invitations.ts';
import { sessionState, stepUp } from './sessions.ts';
import { stepUpLasts } from './terms.ts';
import { after, type Caller } from './common.ts';

export interface Renewal {
  readonly made: InvitationMade;
  /** The session goes on under this one. */
  readonly token: string;
}

/** Asks for the password and the code of now, whenever they were last asked for. */
export async function beginRenewal(runtime: Runtime, token: Buffer | null, known: { readonly password: string; readonly code: string }, caller: Caller): Promise<Renewal | Refusal> {
  const fresh = await stepUp(runtime, token, known, caller);
  if (isRefusal(fresh)) return fresh;
  const session = Buffer.from(fresh, 'base64url');
  const state = await sessionState(runtime, session);
  if (state === null) return refuse('no-session', 401);
  const name = (await runtime.directory(null)).appointment(state.appointment)?.name ?? '';
  const made = await sendLink(runtime, session, { person: state.person, appointment: state.appointment }, name, after(runtime, stepUpLasts, runtime.clock()));
  return isRefusal(made) ? made : { made, token: fresh };
}
