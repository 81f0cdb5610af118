/** The worker (worker.ts), from the pages' side. */
import type { Language } from '#kernel/contract.ts';

/** Has the browser keep the application's files (worker.ts). Not while it is developed, and not by plain http, where no browser does. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const base = import.meta.env.BASE_URL;
  navigator.serviceWorker.register(`${base}worker.js`, { scope: base.slice(0, -1), updateViaCache: 'none' }).catch(() => {
    // Forbidden here, or the network went just now: the application works with a network, and the next visit asks again.
  });
}

/** The worker as the browser knows it; null where there is none. */
export async function workerHere(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  return (await navigator.serviceWorker.getRegistration(import.meta.env.BASE_URL).catch(() => undefined)) ?? null;
}

/** For the one sentence that the worker says by itself. */
export async function tellWorker(language: Language): Promise<void> {
  (await workerHere())?.active?.postMessage(language);
}
