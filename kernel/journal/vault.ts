/** A master key that never leaves its service: encryption as a service in the manner of Vault's transit engine (also OpenBao's). */
import { keyId, type MasterKey } from './keys.ts';

export interface VaultKey {
  /** Of the service, https. */
  readonly address: string;
  /** Path of the engine. */
  readonly mount: string;
  readonly name: string;
  /** Asked for at each call: an agent may renew it. */
  token(): string;
}

const waitMs = 5_000;

/** The type of the key must take additional data: aes256-gcm96 (the default) or chacha20-poly1305. */
export function vaultMasterKey({ address, mount, name, token }: VaultKey): MasterKey {
  const ask = async (what: 'encrypt' | 'decrypt', body: object): Promise<Record<string, unknown>> => {
    const call = (): Promise<Response> => fetch(new URL(`/v1/${mount}/${what}/${name}`, address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-vault-token': token() },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(waitMs),
    });
    const response = await call().catch((error: unknown) => {
      const why = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).message;
      throw new Error(`${mount}/${name}: ${address} does not answer (${why})`, { cause: error });
    });
    const answer = (await response.json().catch(() => ({}))) as { data?: Record<string, unknown>; errors?: readonly string[] };
    if (!response.ok) throw new Error(`${mount}/${name}: ${what} answered ${response.status} ${(answer.errors ?? []).join('; ')}`);
    return answer.data ?? {};
  };
  const text = (data: Record<string, unknown>, field: string): string => {
    const value = data[field];
    if (typeof value !== 'string') throw new Error(`${mount}/${name}: the answer has no ${field}`);
    return value;
  };
  const base64 = (value: string): string => Buffer.from(value).toString('base64');
  return {
    // By its name, not its address: a service may move.
    id: keyId(`vault ${mount}/${name}`),
    wrap: async (plain, bound) => Buffer.from(text(await ask('encrypt', { plaintext: plain.toString('base64'), associated_data: base64(bound) }), 'ciphertext')),
    unwrap: async (wrapped, bound) => Buffer.from(text(await ask('decrypt', { ciphertext: wrapped.toString('utf8'), associated_data: base64(bound) }), 'plaintext'), 'base64'),
  };
}
