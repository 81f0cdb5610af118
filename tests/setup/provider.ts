/** An organisation's sign-in for tests: an OpenID provider on this machine, and a browser that fills its forms in. */
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';

export interface TestProvider {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  /** Goes there as somebody, agrees to everything, and answers where the browser is sent back to. */
  visit(url: string, who: string): Promise<URL>;
  close(): Promise<void>;
}

/** `who` may carry a number: `subject/850101300015`; it becomes the claim `iin`. */
export async function testProvider(callback: string): Promise<TestProvider> {
  const client = 'qorgan';
  const secret = 'a secret of the test, long enough';
  // The issuer must be known before the provider is made, and the port before the issuer.
  const probe: Server = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client, client_secret: secret, redirect_uris: [callback] }],
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id.split('/')[0] ?? id, iin: id.split('/')[1] }) }),
    claims: { openid: ['sub', 'iin'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['one'] },
    features: { devInteractions: { enabled: true } },
  });
  const server = createServer((request, response) => void provider.callback()(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  const visit = async (url: string, who: string): Promise<URL> => {
    const jar = new Map<string, string>();
    let at = new URL(url);
    let form: URLSearchParams | null = null;
    for (let hop = 0; hop < 20; hop += 1) {
      const response: Response = await fetch(at, {
        redirect: 'manual',
        headers: { cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; '), ...(form === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) },
        ...(form === null ? {} : { method: 'POST', body: form.toString() }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        const cut = pair.indexOf('=');
        jar.set(pair.slice(0, cut), pair.slice(cut + 1));
      }
      const next = response.headers.get('location');
      form = null;
      if (next !== null) {
        at = new URL(next, at);
        if (at.href.startsWith(callback)) return at;
        continue;
      }
      const page = await response.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      const action = /action="([^"]+)"/.exec(page)?.[1];
      if (prompt === undefined || action === undefined) throw new Error(`${at.href}: ${page.slice(0, 400)}`);
      at = new URL(action, at);
      form = new URLSearchParams(prompt === 'login' ? { prompt, login: who, password: 'x' } : { prompt });
    }
    throw new Error('the provider goes round in circles');
  };
  return { issuer, client, secret, visit, close: () => new Promise((resolve) => void server.close(() => resolve())) };
}
