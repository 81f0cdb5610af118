/**
 * Keeps the application's own files on the device, so that it opens without a network. Built files only, each named by its
 * content, and the one page; what the API answers passes it by. Where there is a network the page comes from there, so
 * nobody works with a shell of yesterday.
 */

/** What of a service worker is used here: its types and those of pages exclude each other. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
}
const worker = globalThis as unknown as Worker;

/** Put in when it is built (build/offline.ts). `page`: SHA-256 of the page, hex; `version`: of all that is kept. */
declare const __SHELL__: { readonly version: string; readonly page: string; readonly files: readonly string[] };
const shell = __SHELL__;

const base = import.meta.env.BASE_URL;
const prefix = 'qorgan-shell-';
const name = `${prefix}${shell.version}`;
const ours = (path: string): boolean => path === base.slice(0, -1) || path.startsWith(base);

async function sha256(content: ArrayBuffer): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', content);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function fill(): Promise<void> {
  const kept = await caches.open(name);
  await kept.addAll(shell.files);
  const page = await fetch(base, { cache: 'no-store' });
  // In the midst of a deployment page and files may be of two builds: then the next visit tries again.
  if (!page.ok || (await sha256(await page.clone().arrayBuffer())) !== shell.page) throw new Error('the page is of another build');
  await kept.put(base, page);
}

/** The build before stays, for pages that are still open with it. */
async function tidy(): Promise<void> {
  const others = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);
  await Promise.all(others.slice(0, -1).map((key) => caches.delete(key)));
}

async function pageOf(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (noNetwork) {
    const kept = await (await caches.open(name)).match(base, { ignoreVary: true });
    if (kept === undefined) throw noNetwork;
    return kept;
  }
}

const fileOf = async (request: Request): Promise<Response> => (await caches.match(request, { ignoreVary: true })) ?? fetch(request);

worker.addEventListener('install', (event) => event.waitUntil(fill().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => worker.clients.claim())));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !ours(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(pageOf(request));
  else if (pathname.startsWith(`${base}assets/`)) event.respondWith(fileOf(request));
});
