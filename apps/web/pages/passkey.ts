/** Passkeys in the browser: ask the server for a challenge, the device for an answer, and hand it back. */
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { ownProblem } from '#design/data/call.ts';
import type { Answer, Call } from '#design/data/call.ts';

export const passkeysPath = '/api/session/passkeys';

/** A browser without them, or a page that is not at a safe address, shows nothing of them. */
export const hasPasskeys = (): boolean => browserSupportsWebAuthn() && isSecureContext;

interface Begun<Options> {
  readonly ceremony: string;
  readonly options: Options;
}

async function ceremony<Options, T>(call: Call, begin: string, end: string, ask: (options: Options) => Promise<unknown>): Promise<Answer<T>> {
  const begun = await call<Begun<Options>>(begin, { method: 'POST', body: {} });
  if (!begun.ok) return begun;
  let response: unknown;
  try {
    response = await ask(begun.data.options);
  } catch {
    // Given up, too late, or no key here: the browser tells a page no more than that.
    return { ok: false, status: 0, problem: ownProblem('no-passkey', 0), refused: true };
  }
  return call<T>(end, { method: 'POST', body: { ceremony: begun.data.ceremony, response } });
}

const authenticate = (optionsJSON: PublicKeyCredentialRequestOptionsJSON): Promise<unknown> => startAuthentication({ optionsJSON });

export const signInWithPasskey = <T>(call: Call): Promise<Answer<T>> => ceremony(call, '/api/session/passkey/options', '/api/session/passkey', authenticate);

export const proveWithPasskey = (call: Call): Promise<Answer<unknown>> => ceremony(call, '/api/session/step-up/passkey/options', '/api/session/step-up/passkey', authenticate);

export const addPasskey = (call: Call): Promise<Answer<unknown>> =>
  ceremony(call, `${passkeysPath}/options`, passkeysPath, (optionsJSON: PublicKeyCredentialCreationOptionsJSON) => startRegistration({ optionsJSON }));
