/** Which services of browsers a push may go to: those an operator named, by https; in the demo also one on this machine. Pure. */

/** `fcm.googleapis.com`; `*.notify.windows.com` for whatever stands under it. */
export const serviceName = /^(?:\*\.)?(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)*[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;

const fits = (host: string, service: string): boolean => (service.startsWith('*.') ? host.endsWith(service.slice(1)) && host.length > service.length - 1 : host === service);
const thisMachine: readonly string[] = ['localhost', '127.0.0.1'];
export const longestEndpoint = 1000;

/** The endpoint that a browser gave, as it is called; null where it leads elsewhere. `local`: this machine too, by http. */
export function endpointOf(text: string, services: readonly string[], local: boolean): URL | null {
  if (text.length > longestEndpoint || !URL.canParse(text)) return null;
  const url = new URL(text);
  const open = url.protocol === 'http:' && local && thisMachine.includes(url.hostname);
  // A port that is not the one of https is some other program on that host.
  if (!open && (url.protocol !== 'https:' || url.port !== '')) return null;
  if (url.username !== '' || url.password !== '' || url.hash !== '' || url.href.length > longestEndpoint) return null;
  return services.some((service) => fits(url.hostname, service)) ? url : null;
}
