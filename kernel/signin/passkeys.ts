/**
 * Passkeys (W3C WebAuthn): a key in the telephone or a stick, opened by a finger or a PIN, that no false page can use.
 * The device verifies its owner, so a passkey is both factors by itself.
 */
import {
  generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse,
  type AuthenticationResponseJSON, type AuthenticatorTransport, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON, type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { OwnPasskey } from '../contract.ts';
import { refuse, type Refusal } from '../problems/refusal.ts';
import { instant } from '../procedures/rows.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { beginCeremony, endCeremony } from './ceremony.ts';
import { failTry, wrongSignIn } from './factors.ts';
import { openSession, renewed, sessionState, type Opened } from './sessions.ts';
import type { Caller } from './common.ts';

/** The address a browser is at: a key made for one works at no other. */
export interface Site {
  /** `https://qorgan.kz` */
  readonly origin: string;
  /** `qorgan.kz` */
  readonly name: string;
}

interface Row {
  readonly id: string;
  readonly handle: string;
  readonly person: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: string;
  readonly device: string | null;
  readonly createdAt: string;
  readonly usedAt: string | null;
}

const program = 'Qorgan';

async function rowsOf(runtime: Runtime, id: string | null, person: string | null): Promise<readonly Row[]> {
  const { rows } = await runtime.pool.query<{ list: Row[] }>('select kernel.passkeys($1, $2, $3) as list', [runtime.program, id, person]);
  return rows[0]?.list ?? [];
}

const transportsOf = (row: Row): AuthenticatorTransport[] => row.transports.split(',').filter((t) => t !== '') as AuthenticatorTransport[];
const known = (rows: readonly Row[]): { id: string; transports: AuthenticatorTransport[] }[] => rows.map((row) => ({ id: row.id, transports: transportsOf(row) }));

export interface Begun<Options> {
  readonly ceremony: string;
  readonly options: Options;
}

export async function beginRegistration(runtime: Runtime, token: Buffer | null, site: Site): Promise<Begun<PublicKeyCredentialCreationOptionsJSON> | Refusal> {
  const state = await sessionState(runtime, token);
  if (state === null) return refuse('no-session', 401);
  const options = await generateRegistrationOptions({
    rpName: program,
    rpID: site.name,
    userName: state.login ?? '',
    userID: new TextEncoder().encode(state.person),
    attestationType: 'none',
    excludeCredentials: known(await rowsOf(runtime, null, state.person)),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { ceremony: await beginCeremony(runtime, 'passkey-new', state.person, options.challenge), options };
}

const failed = (): Refusal => refuse('passkey-failed', 400);

export async function register(runtime: Runtime, token: Buffer | null, site: Site, ceremony: string, response: RegistrationResponseJSON, caller: Caller): Promise<Refusal | null> {
  const state = await sessionState(runtime, token);
  if (state === null) return refuse('no-session', 401);
  const begun = await endCeremony(runtime, 'passkey-new', ceremony);
  if (begun === null || begun.person !== state.person) return failed();
  // The library throws at whatever it does not understand; to us that is one answer.
  const verified = await verifyRegistrationResponse({ response, expectedChallenge: begun.data, expectedOrigin: site.origin, expectedRPID: site.name, requireUserVerification: true }).catch(() => null);
  if (verified?.verified !== true) return failed();
  const { credential } = verified.registrationInfo;
  const fresh = {
    id: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64'),
    counter: credential.counter,
    transports: (credential.transports ?? []).join(','),
    device: caller.device.slice(0, 400),
  };
  const { rows } = await runtime.pool.query<{ done: boolean }>('select kernel.add_passkey($1, $2, $3, $4) as done', [runtime.program, token, runtime.clock(), JSON.stringify(fresh)]);
  return rows[0]?.done === true ? null : failed();
}

/** To sign in: whichever key of this site the device has. To prove it again: one's own. */
export async function beginAssertion(runtime: Runtime, site: Site, person: string | null): Promise<Begun<PublicKeyCredentialRequestOptionsJSON>> {
  const allowed = person === null ? {} : { allowCredentials: known(await rowsOf(runtime, null, person)) };
  const options = await generateAuthenticationOptions({ rpID: site.name, userVerification: 'required', ...allowed });
  return { ceremony: await beginCeremony(runtime, person === null ? 'passkey-sign-in' : 'passkey-step-up', person, options.challenge), options };
}

/** Whose key answered, or null. */
async function asserted(runtime: Runtime, site: Site, kind: 'passkey-sign-in' | 'passkey-step-up', ceremony: string, response: AuthenticationResponseJSON): Promise<{ readonly person: string; readonly begunBy: string | null } | null> {
  const begun = await endCeremony(runtime, kind, ceremony);
  const [row] = begun === null ? [] : await rowsOf(runtime, response.id, null);
  if (begun === null || row === undefined) return null;
  const credential = { id: row.id, publicKey: new Uint8Array(Buffer.from(row.publicKey, 'base64')), counter: row.counter, transports: transportsOf(row) };
  const verified = await verifyAuthenticationResponse({ response, expectedChallenge: begun.data, expectedOrigin: site.origin, expectedRPID: site.name, credential, requireUserVerification: true }).catch(() => null);
  if (verified?.verified !== true) return null;
  const { rows } = await runtime.pool.query<{ used: boolean }>('select kernel.use_passkey($1, $2, $3, $4) as used', [runtime.program, row.id, verified.authenticationInfo.newCounter, runtime.clock()]);
  return rows[0]?.used === true ? { person: row.person, begunBy: begun.person } : null;
}

const way = 'passkey';

export async function signInWithPasskey(runtime: Runtime, site: Site, ceremony: string, response: AuthenticationResponseJSON, caller: Caller): Promise<Opened | Refusal> {
  const at = runtime.clock();
  const proved = await asserted(runtime, site, 'passkey-sign-in', ceremony, response);
  const opened = proved === null ? null : await openSession(runtime, { person: proved.person, way, step: null, recovery: null }, null, caller, at);
  if (opened !== null) return opened;
  await failTry(runtime, '', way, caller.address, at);
  return wrongSignIn();
}

export async function stepUpWithPasskey(runtime: Runtime, token: Buffer | null, site: Site, ceremony: string, response: AuthenticationResponseJSON): Promise<string | Refusal> {
  const state = await sessionState(runtime, token);
  if (state === null) return refuse('no-session', 401);
  const proved = await asserted(runtime, site, 'passkey-step-up', ceremony, response);
  if (proved === null || proved.person !== state.person || proved.begunBy !== state.person) return refuse('step-up-failed', 403);
  return renewed(runtime, token, { step: null, recovery: null, way }, runtime.clock());
}

export const ownPasskeys = async (runtime: Runtime, person: string): Promise<readonly OwnPasskey[]> =>
  (await rowsOf(runtime, null, person)).map((row) => ({ id: row.handle, device: row.device, createdAt: instant(row.createdAt), usedAt: row.usedAt === null ? null : instant(row.usedAt) }));

export async function removePasskey(runtime: Runtime, token: Buffer | null, id: string): Promise<Refusal | null> {
  const { rows } = await runtime.pool.query<{ done: boolean }>('select kernel.remove_passkey($1, $2, $3) as done', [token, runtime.clock(), id]);
  return rows[0]?.done === true ? null : refuse('not-found', 404);
}
