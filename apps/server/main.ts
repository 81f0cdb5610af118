/** The server: settings, database, rules, HTTP, tick; and a clean end. */
import { setFlagsFromString } from 'node:v8';
import { systemClock } from '#kernel/clock.ts';
import { makePool } from '#kernel/db/pool.ts';
import { notScanned, scanBy, unscanned, type Scan } from '#kernel/files/scan.ts';
import { logTrouble } from '#kernel/http/log.ts';
import { mailer } from '#kernel/outgoing/mail.ts';
import { buildApp } from './app.ts';
import { checkDeclarations, checkKey, checkLastDesk, checkMasters } from './check.ts';
import { changes } from './changes.ts';
import { takeNarrativesIn } from './demo-day.ts';
import { openDatabase, prepareDatabase, type Database } from './database.ts';
import { demandErased, erasuresFile, keepingErasures, readErasures } from './erasures.ts';
import { readKeys } from './keys.ts';
import { nightly, passEnded, passProcess } from './nightly.ts';
import { pushFrom } from './push.ts';
import { makeRuntime } from './runtime.ts';
import { startDigests } from './digests.ts';
import { readSettings, WrongSetting, type Settings } from './settings.ts';
import { sendLog } from './send-log.ts';
import { startTicking } from './tick.ts';
import { openDoor } from './tls/door.ts';

// V8 learns at the start that rows of answers live long, and makes them old from then on: each such row, dead at once, keeps
// all that it names (whole pages) until the next large collection, which then comes every few seconds and takes a tenth of
// a second from whoever waits. Our rows are short-lived: all of them are born young.
setFlagsFromString('--no-allocation-site-pretenuring');

const log = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** A checkpoint at least every minute, however long a tick takes. */
const every = { tickMs: 5_000, sealMs: 30_000 };

async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  const ends: (() => Promise<unknown>)[] = [];
  let ending = false;
  const end = async (code: number): Promise<never> => {
    if (!ending) {
      ending = true;
      for (const step of ends.reverse()) await step().catch((error: unknown) => log(String(error)));
    }
    process.exit(code);
  };
  process.on('SIGINT', () => void end(0));
  process.on('SIGTERM', () => void end(0));
  // scripts/start.mjs was killed: nobody is left to tell us when to stop.
  process.on('disconnect', () => void end(0));

  try {
    checkDeclarations();
    const sending = sendLog(settings, systemClock, log);
    if (sending !== null) ends.push(sending.end);
    const keys = readKeys(settings);
    const database = await openDatabase(settings, log);
    ends.push(() => database.stop());
    await prepareDatabase(database, settings, keys, systemClock(), log);
    const pool = makePool(database.appUrl, { max: 16 });
    ends.push(() => pool.end());
    const hub = changes();
    const runtime = makeRuntime(pool, keys, systemClock, hub.tell, scanOf(settings));
    await checkMasters(runtime, keys);
    const erasures = erasuresFile(settings.data);
    if (database.ownerUrl === null) await demandErased(runtime, keys.clock, readErasures(erasures));
    const missing = await checkLastDesk(runtime);
    if (missing !== null) log(missing);
    const stranger = await checkKey(runtime);
    if (stranger !== null) log(stranger);
    if (settings.demo && database.ownerUrl !== null) {
      const taken = await takeNarrativesIn(runtime, database.ownerUrl);
      if (taken > 0) log(`${taken} appeals taken in`);
    }
    const mail = settings.mail === null ? null : mailer(settings.mail.place);
    const door = await openDoor(settings, runtime.texts, systemClock, log);
    const push = pushFrom(settings, keys);
    const app = await buildApp({
      runtime, demo: settings.demo, logger: true, changes: hub, inside: settings.inside, httpsOnly: !settings.demo, limits: !settings.demo,
      ...(door === null ? {} : { certificate: door.certificate }),
      ...(settings.address === null ? {} : { address: settings.address }),
      ...(settings.proxies === null ? {} : { proxies: settings.proxies }),
      ...(mail === null ? {} : { mail }),
      ...(push.offer === null ? {} : { push: push.offer }),
      ...(settings.organisation === null ? {} : { organisation: settings.organisation }),
    });
    ends.push(() => app.close());
    await app.listen({ port: settings.port, host: settings.host });
    if (door !== null) ends.push(await door.serve(app.server));
    if (settings.mail !== null && mail !== null) {
      const { at, link } = settings.mail;
      const stopLetters = startDigests({ runtime, clockToken: keys.clock, mail, at, address: link, failed: (error) => logTrouble('mail', systemClock(), error) }, every.tickMs);
      ends.push(async () => stopLetters());
    }
    const pass = nightPass(settings, database);
    ends.push(() => pass.stop());
    const pushes = push.begin(runtime, (error) => logTrouble('push', systemClock(), error));
    ends.push(pushes.end);
    const jobs = [keepingErasures(runtime, keys.clock, erasures), ...pass.jobs, pushes.job];
    const stopTicking = startTicking(runtime, keys.clock, every, (error) => logTrouble('tick', systemClock(), error), { jobs, ...(sending === null ? {} : { eventsSealed: sending.events }) });
    ends.push(stopTicking);
    const address = app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : settings.port;
    log(settings.demo ? 'DEMO: invented people and institutions only; anybody may sign in as anyone.' : 'Production mode.');
    log(`Qorgan answers at ${door === null ? `http://localhost:${port}` : `${settings.address?.origin ?? ''} (port ${port})`}`);
    if (!settings.demo && settings.address === null) log('QORGAN_ADDRESS is not set: whatever name a caller gives is taken for ours.');
    if (settings.databaseUrl !== null && unchanging(settings.databaseUrl)) log('DATABASE_URL has a password, which does not change by itself: give the program a certificate (sslcert, sslkey) instead.');
    if (!settings.demo && settings.clamd === null) log('CLAMD is not set: no file is taken. Name the scanner for viruses, or none.');
    if (!settings.demo && door === null) log('TLS_CERT is not set: only a proxy that says X-Forwarded-Proto: https is answered; pages asked for by plain http are sent over, calls are refused.');
  } catch (error) {
    log(plainly(error, settings.port));
    await end(1);
  }
}

/** The pass over the register by night, where it is asked for and there is the owner's login. */
function nightPass({ duplicatesAt: at }: Settings, { ownerUrl }: Database): { readonly jobs: readonly (() => Promise<void>)[]; stop(): Promise<void> } {
  const { begin, stop } = passProcess((error) => logTrouble('pass', systemClock(), error));
  if (at !== null && ownerUrl === null) log('QORGAN_OWNER_URL is not set: run `qorgan duplicates` by night, with the owner’s login.');
  return { jobs: at === null || ownerUrl === null ? [] : [nightly({ at, clock: systemClock, ended: (since) => passEnded(ownerUrl, since), begin })], stop };
}

const scanOf = ({ clamd, demo }: Settings): Scan => {
  if (clamd === null) return demo ? unscanned : notScanned;
  return clamd === 'none' ? unscanned : scanBy(clamd, (error) => logTrouble('scanner', systemClock(), error));
};

/** To another machine, by a password. */
const unchanging = (url: string): boolean => URL.canParse(url) && new URL(url).password !== '' && new URL(url).searchParams.has('sslmode');

function plainly(error: unknown, port: number): string {
  if (error instanceof WrongSetting) return error.message;
  if ((error as { code?: string }).code === 'EADDRINUSE') return `Port ${port} is taken by another program. Set PORT to a free one, or 0 for any.`;
  return error instanceof Error ? error.message : String(error);
}

serve().catch((error: unknown) => {
  log(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
