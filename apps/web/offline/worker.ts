/**
 * Keeps the application's own files on the device, so that it opens without a network. Built files only, each named by its
 * content, and the one page; what the API answers passes it by. Where there is a network the page comes from there, so
 * nobody works with a shell of yesterday. And it shows one sentence when a push comes, which brings nothing with it.
 */
import { pushed } from './worker-texts.ts';

/** What of a service worker is used here: its types and those of pages exclude each other. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Said extends Lasting {
  readonly data: unknown;
}
interface Clicked extends Lasting {
  readonly notification: { close(): void };
}
interface Open {
  readonly url: string;
  focus(): Promise<unknown>;
}
interface Worker {
  readonly clients: { claim(): Promise<void>; matchAll(of: { readonly type: 'window' }): Promise<readonly Open[]>; openWindow(address: string): Promise<unknown> };
  readonly registration: { showNotification(title: string, how: object): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate' | 'push', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(type: 'message', listener: (event: Said) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: Clicked) => void): void;
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

/** Which language the pages speak, the only thing they tell it: a push says nothing of whom it is for. */
const said = 'qorgan-said';
const languageAt = `${base}language`;
const sentence = pushed['web.push.shown'];
const isSpoken = (word: unknown): word is keyof typeof sentence => typeof word === 'string' && Object.hasOwn(sentence, word);

async function listen(word: unknown): Promise<void> {
  if (isSpoken(word)) await (await caches.open(said)).put(languageAt, new Response(word));
}

async function show(): Promise<void> {
  const kept = await (await (await caches.open(said)).match(languageAt))?.text();
  const language = isSpoken(kept) ? kept : 'kk';
  const icon = shell.files.find((file) => file.includes('icon-192'));
  // Several stand as one, and each is heard.
  await worker.registration.showNotification('Qorgan', { body: sentence[language], lang: language, tag: 'qorgan', renotify: true, ...(icon === undefined ? {} : { icon }) });
}

/** My day: where it is open already, or in a page of its own. A page on which somebody writes is left as it is. */
async function goToDay(): Promise<void> {
  const day = (await worker.clients.matchAll({ type: 'window' })).find(({ url }) => [base, base.slice(0, -1)].includes(new URL(url).pathname));
  await (day === undefined ? worker.clients.openWindow(base) : day.focus());
}

worker.addEventListener('install', (event) => event.waitUntil(fill().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => worker.clients.claim())));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !ours(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(pageOf(request));
  else if (pathname.startsWith(`${base}assets/`)) event.respondWith(fileOf(request));
});
worker.addEventListener('message', (event) => event.waitUntil(listen(event.data)));
worker.addEventListener('push', (event) => event.waitUntil(show()));
worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(goToDay());
});
