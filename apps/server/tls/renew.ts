/** A certificate lives for weeks: a new one in the file is taken while the program runs, if it is one to serve with; the old one serves on if it is not. */
import { statSync } from 'node:fs';
import type { Server } from 'node:tls';
import type { Clock } from '#kernel/clock.ts';
import { logTrouble } from '#kernel/http/log.ts';
import { daysLeft, endsSoon, readCertificate, type Judged } from './certificate.ts';
import { offer } from './offer.ts';
import type { TlsSettings } from './settings.ts';

export interface Renewing {
  /** The certificate that serves now. */
  readonly current: () => Judged;
  /** Looks whether the files are others than before. Resolves to whether a new one serves. */
  look(): Promise<boolean>;
  stop(): void;
}

const lookEveryMs = 60_000;

export function renewing({ server, settings, name, first, clock, log }: { server: Pick<Server, 'setSecureContext'>; settings: TlsSettings; name: string; first: Judged; clock: Clock; log: (line: string) => void }): Renewing {
  const stamp = (): string => [settings.certificate, settings.key].map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0).join(' ');
  let [current, seen, told] = [first, stamp(), -1];

  const look = async (): Promise<boolean> => {
    const days = daysLeft(current, clock());
    const soon = days === told ? null : endsSoon(current, clock());
    told = days;
    if (soon !== null) log(soon);
    const now = stamp();
    if (now === seen) return false;
    seen = now;
    try {
      const fresh = await readCertificate(settings, name);
      server.setSecureContext(offer(fresh));
      current = fresh;
      log(`A new certificate serves, until ${fresh.until.slice(0, 10)}.`);
      return true;
    } catch (error) {
      log(`${error instanceof Error ? error.message : String(error)}. The certificate of before goes on serving.`);
      return false;
    }
  };
  const timer = setInterval(() => void look().catch((error: unknown) => logTrouble('certificate', clock(), error)), lookEveryMs);
  timer.unref();
  return { current: () => current, look, stop: () => clearInterval(timer) };
}
