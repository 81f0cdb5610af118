/**
 * Signing in where the organisation signs its people in: OpenID Connect, code flow with PKCE, state and nonce. It says who
 * somebody is; whether he works here an invitation says. A second factor is then the organisation's to ask for; that it signs
 * the person in anew, rather than remembers him, is asked for and checked, since this is also how he proves it again.
 */
import { createHmac } from 'node:crypto';
import {
  allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, customFetch, discovery, enableNonRepudiationChecks, randomNonce, randomPKCECodeVerifier, type Configuration,
} from 'openid-client';
import type { Outgoing } from '../outgoing/outgoing.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { beginCeremony, endCeremony } from './ceremony.ts';
import { failTry } from './factors.ts';
import { openSession, type Opened } from './sessions.ts';
import { ceremonyLasts } from './terms.ts';
import { secondsOf, sha256, type Caller } from './common.ts';

export interface OrganisationSettings {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  /** What the button says: the name of the organisation's sign-in. */
  readonly name: string;
  /** The claim that holds the IIN; null: people are bound by their link alone. */
  readonly iinClaim: string | null;
}

/** What belongs to one way there and back; kept in the database under the state. */
interface Way {
  readonly verifier: string;
  readonly nonce: string;
  /** Hash of the invitation he came with, hex. */
  readonly link: string | null;
}

export interface OrganisationSignIn {
  readonly settings: OrganisationSettings;
  /** Where to send the browser, and the state that it must bring back. */
  begin(callback: string, link: string | null): Promise<{ readonly url: string; readonly state: string }>;
  /** `came`: the address the browser came back to, whole. Null: refused, whatever the reason. */
  end(came: URL, state: string, caller: Caller): Promise<Opened | null>;
}

const way = 'organisation';
const local = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Never the number itself: a hash that only the holder of the key can make. */
export const iinHash = (key: Buffer, iin: string): Buffer => createHmac('sha256', key).update(`qorgan-iin\n${iin}`).digest();

/** Seconds since the provider asked the person to prove who he is. */
const anewWithin = (runtime: Runtime): number => secondsOf(runtime, ceremonyLasts, runtime.clock());

/** `call`: the way out; addresses of the provider's endpoints come from the provider. */
export function organisationSignIn(runtime: Runtime, settings: OrganisationSettings, call: Outgoing): OrganisationSignIn {
  let found: Promise<Configuration> | null = null;
  /** Asked at the first sign-in and kept; a provider that does not answer is asked again by the next. The library checks signatures only when told to: else it trusts TLS alone. */
  const configuration = (): Promise<Configuration> => {
    const server = new URL(settings.issuer);
    const insecure = server.protocol === 'http:' && local.has(server.hostname);
    found ??= discovery(server, settings.client, settings.secret, undefined, { [customFetch]: call, execute: [enableNonRepudiationChecks, ...(insecure ? [allowInsecureRequests] : [])] }).catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };

  const personOf = async (claims: Readonly<Record<string, unknown>>, link: string | null): Promise<string | null> => {
    const iin = settings.iinClaim === null ? undefined : claims[settings.iinClaim];
    const { rows } = await runtime.pool.query<{ person: string | null }>('select kernel.outside_person($1, $2, $3, $4, $5, $6) as person', [
      runtime.program, runtime.clock(), claims['iss'], claims['sub'], link === null ? null : Buffer.from(link, 'hex'), typeof iin === 'string' ? iinHash(runtime.program, iin) : null,
    ]);
    return rows[0]?.person ?? null;
  };

  return {
    settings,
    begin: async (callback, link) => {
      const config = await configuration();
      const verifier = randomPKCECodeVerifier();
      const nonce = randomNonce();
      const kept: Way = { verifier, nonce, link: link === null ? null : sha256(Buffer.from(link, 'base64url')).toString('hex') };
      const state = await beginCeremony(runtime, 'organisation', null, JSON.stringify(kept));
      const url = buildAuthorizationUrl(config, {
        redirect_uri: callback, scope: 'openid', prompt: 'login', max_age: String(anewWithin(runtime)), state, nonce, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
      });
      return { url: url.href, state };
    },
    end: async (came, state, caller) => {
      const begun = await endCeremony(runtime, 'organisation', state);
      if (begun === null) return null;
      const { verifier, nonce, link } = JSON.parse(begun.data) as Way;
      // Whatever is wrong with the answer (refused, forged, too late) is one thing to us: nobody comes in.
      const answer = await authorizationCodeGrant(await configuration(), came, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, maxAge: anewWithin(runtime), idTokenExpected: true }).catch(() => null);
      const claims = answer?.claims();
      const person = claims === undefined ? null : await personOf(claims, link);
      const at = runtime.clock();
      const opened = person === null ? null : await openSession(runtime, { person, way, step: null, recovery: null }, null, caller, at);
      if (opened === null) await failTry(runtime, '', way, caller.address, at);
      return opened;
    },
  };
}
