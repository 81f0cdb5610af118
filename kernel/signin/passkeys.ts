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
import { beginCeremony, endCeremony } from './ceremony.ts';
import { failTry, wrongSignIn } from './factors.ts';
import { openSession, renewed, sessionState, type Opened } from './sessions.ts';
import type { Caller, SignIn } from './world.ts';

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

async function rowsOf(world: SignIn, id: string | null, person: string | null): Promise<readonly Row[]> {
  const { rows } = await world.runtime.pool.query<{ list: Row[] }>('select kernel.passkeys($1, $2, $3) as list', [world.key, id, person]);
  return rows[0]?.list ?? [];
}

const transportsOf = (row: Row): AuthenticatorTransport[] => row.transports.split(',').filter((t) => t !== '') as AuthenticatorTransport[];
const known = (rows: readonly Row[]): { id: string; transports: AuthenticatorTransport[] }[] => rows.map((row) => ({ id: row.id, transports: transportsOf(row) }));

export interface Begun<Options> {
  readonly ceremony: string;
  readonly options: Options;
}

export async function beginRegistration(world: SignIn, token: Buffer | null, site: Site): Promise<Begun<PublicKeyCredentialCreationOptionsJSON> | Refusal> {
  const state = await sessionState(world.runtime, token);
  if (state === null) return refuse('no-session', 401);
  const options = await generateRegistrationOptions({
    rpName: program,
    rpID: site.name,
    userName: state.login ?? '',
    userID: new TextEncoder().encode(state.person),
    attestationType: 'none',
    excludeCredentials: known(await rowsOf(world, null, state.person)),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { ceremony: await beginCeremony(world, 'passkey-new', state.person, options.challenge), options };
}

const failed = (): Refusal => refuse('passkey-failed', 400);

export async function register(world: SignIn, token: Buffer | null, site: Site, ceremony: string, response: RegistrationResponseJSON, caller: Caller): Promise<Refusal | null> {
  const state = await sessionState(world.runtime, token);
  if (state === null) return refuse('no-session', 401);
  const begun = await endCeremony(world, 'passkey-new', ceremony);
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
  const { rows } = await world.runtime.pool.query<{ done: boolean }>('select kernel.add_passkey($1, $2, $3, $4) as done', [world.key, token, world.runtime.clock(), JSON.stringify(fresh)]);
  return rows[0]?.done === true ? null : failed();
}

/** To sign in: whichever key of this site the device has. To prove it again: one's own. */
export async function beginAssertion(world: SignIn, site: Site, person: string | null): Promise<Begun<PublicKeyCredentialRequestOptionsJSON>> {
  const allowed = person === null ? {} : { allowCredentials: known(await rowsOf(world, null, person)) };
  const options = await generateAuthenticationOptions({ rpID: site.name, userVerification: 'required', ...allowed });
  return { ceremony: await beginCeremony(world, person === null ? 'passkey-sign-in' : 'passkey-step-up', person, options.challenge), options };
}

/** Whose key answered, or null. */
async function asserted(world: SignIn, site: Site, kind: 'passkey-sign-in' | 'passkey-step-up', ceremony: string, response: AuthenticationResponseJSON): Promise<{ readonly person: string; readonly begunBy: string | null } | null> {
  const begun = await endCeremony(world, kind, ceremony);
  const [row] = begun === null ? [] : await rowsOf(world, response.id, null);
  if (begun === null || row === undefined) return null;
  const credential = { id: row.id, publicKey: new Uint8Array(Buffer.from(row.publicKey, 'base64')), counter: row.counter, transports: transportsOf(row) };
  const verified = await verifyAuthenticationResponse({ response, expectedChallenge: begun.data, expectedOrigin: site.origin, expectedRPID: site.name, credential, requireUserVerification: true }).catch(() => null);
  if (verified?.verified !== true) return null;
  const { rows } = await world.runtime.pool.query<{ used: boolean }>('select kernel.use_passkey($1, $2, $3, $4) as used', [world.key, row.id, verified.authenticationInfo.newCounter, world.runtime.clock()]);
  return rows[0]?.used === true ? { person: row.person, begunBy: begun.person } : null;
}

const way = 'passkey';

export async function signInWithPasskey(world: SignIn, site: Site, ceremony: string, response: AuthenticationResponseJSON, caller: Caller): Promise<Opened | Refusal> {
  const at = world.runtime.clock();
  const proved = await asserted(world, site, 'passkey-sign-in', ceremony, response);
  const opened = proved === null ? null : await openSession(world, { person: proved.person, way, step: null, recovery: null }, null, caller, at);
  if (opened !== null) return opened;
  await failTry(world, '', way, caller.address, at);
  return wrongSignIn();
}

export async function stepUpWithPasskey(world: SignIn, token: Buffer | null, site: Site, ceremony: string, response: AuthenticationResponseJSON): Promise<string | Refusal> {
  const state = await sessionState(world.runtime, token);
  if (state === null) return refuse('no-session', 401);
  const proved = await asserted(world, site, 'passkey-step-up', ceremony, response);
  if (proved === null || proved.person !== state.person || proved.begunBy !== state.person) return refuse('step-up-failed', 403);
  return renewed(world, token, { step: null, recovery: null, way }, world.runtime.clock());
}

export const ownPasskeys = async (world: SignIn, person: string): Promise<readonly OwnPasskey[]> =>
  (await rowsOf(world, null, person)).map((row) => ({ id: row.handle, device: row.device, createdAt: instant(row.createdAt), usedAt: row.usedAt === null ? null : instant(row.usedAt) }));

export async function removePasskey(world: SignIn, token: Buffer | null, id: string): Promise<Refusal | null> {
  const { rows } = await world.runtime.pool.query<{ done: boolean }>('select kernel.remove_passkey($1, $2, $3) as done', [token, world.runtime.clock(), id]);
  return rows[0]?.done === true ? null : refuse('not-found', 404);
}
