/** The door with TLS: its certificate, judged before anybody is served; its renewal; and the plain port beside it. */
import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { Server as TlsServer } from 'node:tls';
import type { Clock } from '#kernel/clock.ts';
import type { Texts } from '#kernel/texts/text.ts';
import type { Settings } from '../settings.ts';
import { endsSoon, readCertificate, type Judged } from './certificate.ts';
import { plainServer } from './plain.ts';
import { renewing } from './renew.ts';

export interface Door {
  readonly certificate: Judged;
  /** With the server that listens already; resolves to its end. */
  serve(server: HttpServer): Promise<() => Promise<void>>;
}

/** Null where the settings name no certificate. Throws in one line where it is none to serve with. */
export async function openDoor({ tls, address, host }: Pick<Settings, 'tls' | 'address' | 'host'>, texts: Texts, clock: Clock, log: (line: string) => void): Promise<Door | null> {
  if (tls === null || address === null) return null;
  const certificate = await readCertificate(tls, address.hostname);
  const soon = endsSoon(certificate, clock());
  if (soon !== null) log(soon);
  return {
    certificate,
    serve: async (server) => {
      const renewal = renewing({ server: server as HttpServer & TlsServer, settings: tls, name: address.hostname, first: certificate, clock, log });
      const plain = tls.plainPort === null ? null : plainServer(address.origin, texts);
      if (plain !== null) await once(plain.listen(tls.plainPort ?? 0, host), 'listening');
      return async () => {
        renewal.stop();
        if (plain === null) return;
        plain.closeAllConnections();
        await new Promise((resolve) => plain.close(resolve));
      };
    },
  };
}
