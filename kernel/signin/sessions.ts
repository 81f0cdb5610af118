/** Sessions of staff: opened, kept alive while one works, listed, ended, switched, and proved again. */
import type { Instant } from '../clock.ts';
import type { OwnAppointment, OwnSession } from '../contract.ts';
import { isRefusal, refuse, type Refusal } from '../problems/refusal.ts';
import { instant } from '../procedures/rows.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { checkFactors, failTry, wrongSignIn, type Answered, type Proved } from './factors.ts';
import { absoluteLimit, idleLimit, stepUpLasts } from './terms.ts';
import { after, freshToken, normalLogin, sha256, type Caller } from './common.ts';

export interface Opened {
  readonly token: string;
  readonly appointment: string;
}

/** As much of a browser's own name as is kept. */
const longestDevice = 400;

/** Who was proved to be somebody gets a session; null where the database knows better (code used, locked, no appointment). */
export async function openSession(runtime: Runtime, proved: Omit<Proved, 'way'> & { readonly way: string }, login: string | null, caller: Caller, at: Instant): Promise<Opened | null> {
  const { token, hash } = freshToken();
  const absolute = after(runtime, absoluteLimit, at);
  const idle = after(runtime, idleLimit, at);
  const opened = {
    ...proved,
    hash: hash.toString('hex'),
    until: idle < absolute ? idle : absolute,
    absolute,
    device: caller.device.slice(0, longestDevice),
    address: caller.address,
    account: login === null ? null : sha256(login).toString('hex'),
    network: login === null ? null : sha256(caller.address).toString('hex'),
  };
  const { rows } = await runtime.pool.query<{ answer: { appointment: string } | null }>('select kernel.sign_in_open($1, $2, $3) as answer', [runtime.program, at, JSON.stringify(opened)]);
  const answer = rows[0]?.answer ?? null;
  return answer === null ? null : { token, appointment: answer.appointment };
}

export async function signIn(runtime: Runtime, answered: Answered, caller: Caller): Promise<Opened | Refusal> {
  const at = runtime.clock();
  const proved = await checkFactors(runtime, answered, caller.address, at);
  if (isRefusal(proved)) return proved;
  const login = normalLogin(answered.login);
  const opened = await openSession(runtime, proved, login, caller, at);
  if (opened !== null) return opened;
  await failTry(runtime, login, proved.way, caller.address, at);
  return wrongSignIn();
}

export interface SessionState {
  readonly person: string;
  readonly appointment: string;
  readonly login: string | null;
  /** Null: not opened by a person who proved who he is. */
  readonly way: string | null;
  readonly steppedUpAt: string | null;
  readonly demo: boolean;
}

export async function sessionState(runtime: Runtime, token: Buffer | null): Promise<SessionState | null> {
  if (token === null) return null;
  const { rows } = await runtime.pool.query<{ state: SessionState | null }>('select kernel.session_state($1, $2) as state', [token, runtime.clock()]);
  return rows[0]?.state ?? null;
}

/**
 * Null where the holder of the session proved a short while ago who he is; else what to answer. For exports, for what is
 * sealed or opened in an emergency, for administration. Nobody can prove anything in the demo, so there it asks nothing.
 */
export async function requireStepUp(runtime: Runtime, token: Buffer | null): Promise<Refusal | null> {
  const state = await sessionState(runtime, token);
  if (state === null) return refuse('no-session', 401);
  if (state.demo) return null;
  const at = runtime.clock();
  return state.steppedUpAt !== null && at < runtime.registry.terms.due(stepUpLasts, instant(state.steppedUpAt)) ? null : refuse('step-up-needed', 403);
}

/** A new token for the same session, or the refusal. */
export async function stepUp(runtime: Runtime, token: Buffer | null, answered: Omit<Answered, 'login'>, caller: Caller): Promise<string | Refusal> {
  const state = await sessionState(runtime, token);
  if (state === null) return refuse('no-session', 401);
  if (state.login === null) return refuse('no-password', 409);
  const at = runtime.clock();
  const proved = await checkFactors(runtime, { ...answered, login: state.login }, caller.address, at);
  // Who is signed in stays so; 401 would send him to the door.
  if (isRefusal(proved)) return proved.status === 401 ? refuse('step-up-failed', 403) : proved;
  return renewed(runtime, token, proved, at);
}

export async function renewed(runtime: Runtime, token: Buffer | null, proved: Pick<Proved, 'step' | 'recovery'> & { readonly way: string }, at: Instant): Promise<string | Refusal> {
  const fresh = freshToken();
  const { rows } = await runtime.pool.query<{ done: boolean }>('select kernel.step_up($1, $2, $3, $4, $5, $6, $7) as done', [
    runtime.program, token, at, fresh.hash, proved.step, proved.recovery === null ? null : Buffer.from(proved.recovery, 'hex'), proved.way,
  ]);
  return rows[0]?.done === true ? fresh.token : refuse('step-up-failed', 403);
}

type SessionRow = Omit<OwnSession, 'appointment'> & { readonly appointment: string };

export async function mySessions(runtime: Runtime, token: Buffer | null): Promise<readonly SessionRow[] | Refusal> {
  const { rows } = await runtime.pool.query<{ list: SessionRow[] | null }>('select kernel.my_sessions($1, $2) as list', [token, runtime.clock()]);
  return rows[0]?.list?.map((s) => ({ ...s, createdAt: instant(s.createdAt), lastUsed: instant(s.lastUsed) })) ?? refuse('no-session', 401);
}

/** With null, all but this one. */
export async function endSessions(runtime: Runtime, token: Buffer | null, which: string | null): Promise<number | Refusal> {
  const { rows } = await runtime.pool.query<{ ended: number | null }>('select kernel.end_sessions($1, $2, $3) as ended', [token, runtime.clock(), which]);
  return rows[0]?.ended ?? refuse('no-session', 401);
}

export async function switchAppointment(runtime: Runtime, token: Buffer | null, appointment: string): Promise<string | Refusal> {
  const fresh = freshToken();
  const { rows } = await runtime.pool.query<{ done: boolean }>('select kernel.switch_appointment($1, $2, $3, $4, $5) as done', [
    runtime.program, token, runtime.clock(), appointment, fresh.hash,
  ]);
  return rows[0]?.done === true ? fresh.token : refuse('not-found', 404);
}

/** Under which appointments a person may act now. */
export async function ownAppointments(runtime: Runtime, person: string): Promise<readonly Omit<OwnAppointment, 'roleTitle'>[]> {
  const { data, ...directory } = await runtime.directory(null);
  const now = runtime.clock();
  return data.appointments
    .filter((a) => a.person === person && a.since <= now && (a.until === null || now < a.until))
    .map((a) => ({ appointment: a.id, role: a.role, organisation: directory.organisation(a.organisation)?.names ?? { kk: '', ru: '', en: '' } }));
}
