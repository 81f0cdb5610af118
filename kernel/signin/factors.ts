/** Checks a login, a password and a code together: which of them was wrong is told to nobody, nor by the time it takes. */
import type { Instant } from '../clock.ts';
import { isRefusal, refuse, type Refusal } from '../problems/refusal.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { isPassword } from './password.ts';
import { looksLikeRecovery, recoveryHash } from './recovery.ts';
import { freeTries, freeTriesOfAddress, growingWaits, lockLasts, triesForgotten } from './terms.ts';
import { stepOf } from './totp.ts';
import { figure, normalLogin, secondsOf, sha256 } from './common.ts';

export interface Answered {
  readonly login: string;
  readonly password: string;
  /** Six figures of the application, or a recovery code. */
  readonly code: string;
}

export interface Proved {
  readonly person: string;
  readonly way: 'password' | 'recovery';
  readonly step: number | null;
  /** Hash of a recovery code, hex. */
  readonly recovery: string | null;
}

interface Credential {
  readonly person: string;
  readonly password: string | null;
  readonly totp: string | null;
  readonly totp_step: number;
  readonly totp_master: string | null;
}

export const wrongSignIn = (): Refusal => refuse('sign-in-failed', 401);

/** Counts a try of this login from this address; or the refusal, where one must wait. */
export async function beginTry(runtime: Runtime, login: string, address: string, at: Instant): Promise<Credential | null | Refusal> {
  const limits = {
    free: { account: figure(runtime, freeTries, at), address: figure(runtime, freeTriesOfAddress, at) },
    steps: figure(runtime, growingWaits, at),
    lock: secondsOf(runtime, lockLasts, at),
    window: secondsOf(runtime, triesForgotten, at),
  };
  const { rows } = await runtime.pool.query<{ answer: { wait?: number; credential?: Credential | null } }>(
    'select kernel.sign_in_begin($1, $2, $3, $4, $5, $6) as answer', [runtime.program, login, sha256(login), sha256(address), at, JSON.stringify(limits)]);
  const answer = rows[0]?.answer ?? {};
  if (answer.wait !== undefined) return refuse('sign-in-wait', 429, {}, { extra: { wait: answer.wait } });
  return answer.credential ?? null;
}

export async function failTry(runtime: Runtime, login: string, way: string, address: string, at: Instant): Promise<void> {
  await runtime.pool.query('select kernel.sign_in_failed($1, $2, $3, $4, $5)', [runtime.program, login, at, way, address]);
}

export const totpBound = (person: string): string => `totp ${person}`;

async function factorOf(runtime: Runtime, credential: Credential | null, code: string, at: Instant): Promise<Proved | null> {
  const recovery = looksLikeRecovery(code) ? await recoveryHash(credential?.person ?? '', code) : null;
  if (credential === null) return null;
  const { person } = credential;
  if (recovery !== null) return { person, way: 'recovery', step: null, recovery };
  if (credential.totp === null) return null;
  const secret = await runtime.keys.unwrap({ wrapped: Buffer.from(credential.totp, 'base64'), master: credential.totp_master }, totpBound(person));
  const step = stepOf(secret, code, at);
  return step === null || step <= credential.totp_step ? null : { person, way: 'password', step, recovery: null };
}

/** The try is counted before it is checked. Whether the code was used before, the database decides when it is used. */
export async function checkFactors(runtime: Runtime, answered: Answered, address: string, at: Instant): Promise<Proved | Refusal> {
  const login = normalLogin(answered.login);
  const credential = await beginTry(runtime, login, address, at);
  if (isRefusal(credential)) return credential;
  const right = await isPassword(credential?.password ?? null, answered.password);
  const proved = await factorOf(runtime, credential, answered.code, at);
  if (right && proved !== null) return proved;
  await failTry(runtime, login, 'password', address, at);
  return wrongSignIn();
}
