/** Has the browser keep the application's files (worker.ts). Not while it is developed, and not by plain http, where no browser does. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const base = import.meta.env.BASE_URL;
  navigator.serviceWorker.register(`${base}worker.js`, { scope: base.slice(0, -1), updateViaCache: 'none' }).catch(() => {
    // Forbidden here, or the network went just now: the application works with a network, and the next visit asks again.
  });
}
