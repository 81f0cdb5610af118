/**
 * Whose sign-in is open on this device. Its key lies here while it is open and no longer than `until`; locking throws the key
 * away and what was taken along with it, and never what is not sent yet: that opens again when the same person signs in.
 */
import type { Instant } from '#kernel/clock.ts';
import type { DeviceKey, SessionView } from '#kernel/contract.ts';
import type { Call } from '../call.ts';
import { crypting, fromBytes, keyFrom, seal, toBytes, unseal, type Sealed } from './crypt.ts';
import type { HalfWritten, Taken, Written } from './kept.ts';
import { memoryShelf, sealedShelf, type Shelf } from './shelf.ts';
import { change, countRows, deviceNotes, noteOf, openStore } from './store.ts';

export interface Device {
  /** False: in memory only, gone with the page. */
  readonly lasting: boolean;
  readonly unsent: Shelf<Written>;
  readonly drafts: Shelf<HalfWritten>;
  readonly taken: Shelf<Taken>;
}

interface Place {
  readonly db: IDBDatabase;
  readonly subtle: SubtleCrypto;
}
interface OpenNote {
  readonly key: CryptoKey;
  readonly until: Instant;
  readonly session: Sealed;
}
const openKey = 'open';
const leavingKey = 'leaving';
/** Milliseconds after which a key that does not come is not waited for. */
const patience = 10_000;

let found: Promise<Place | null> | null = null;

/** Null: this browser keeps nothing, or has no encryption. */
function place(): Promise<Place | null> {
  const subtle = crypting();
  if (subtle === null || typeof indexedDB === 'undefined') return Promise.resolve(null);
  found ??= openStore().then((db) => ({ db, subtle }), () => null);
  return found;
}

const memoryDevice = (): Device => ({ lasting: false, unsent: memoryShelf(), drafts: memoryShelf(), taken: memoryShelf() });
const deviceUnder = ({ db, subtle }: Place, key: CryptoKey): Device => ({
  lasting: true,
  unsent: sealedShelf(db, 'unsent', subtle, key),
  drafts: sealedShelf(db, 'drafts', subtle, key),
  taken: sealedShelf(db, 'taken', subtle, key),
});

async function opened({ db, subtle }: Place, now: Instant): Promise<{ readonly key: CryptoKey; readonly session: SessionView; readonly until: Instant } | null> {
  const note = await noteOf<OpenNote>(db, openKey);
  if (note === undefined || note.until <= now) return null;
  return { key: note.key, until: note.until, session: fromBytes(await unseal(subtle, note.key, note.session, openKey)) as SessionView };
}

/** Takes the key from the server; null where it does not come. What somebody else had taken along here goes. */
async function unlock({ db, subtle }: Place, call: Call, session: SessionView, same: boolean): Promise<CryptoKey | null> {
  const answer = await call<DeviceKey>('/api/session/device-key', { signal: AbortSignal.timeout(patience) }).catch(() => null);
  if (answer?.ok !== true) return null;
  const key = await keyFrom(subtle, answer.data.key);
  const note: OpenNote = { key, until: answer.data.until, session: await seal(subtle, key, toBytes(session), openKey) };
  await change(db, [deviceNotes, 'taken'], (store) => {
    store(deviceNotes).put(note, openKey);
    store(deviceNotes).delete(leavingKey);
    if (!same) store('taken').clear();
  });
  return key;
}

/** The shelves of whoever is signed in. Without a network those of the sign-in that is open here still. */
export async function openDevice(call: Call, session: SessionView, now: Instant): Promise<Device> {
  const at = await place();
  if (at === null) return memoryDevice();
  const open = await opened(at, now);
  if (open?.session.appointment === session.appointment) {
    void unlock(at, call, session, true);
    return deviceUnder(at, open.key);
  }
  const key = await unlock(at, call, session, false);
  return key === null ? memoryDevice() : deviceUnder(at, key);
}

/** Who may go on without a network, and until when; null: nobody, the device is locked. */
export async function whoIsOpen(now: Instant): Promise<{ readonly session: SessionView; readonly until: Instant } | null> {
  const at = await place();
  if (at === null) return null;
  return (await timeIsUp(now)) ? null : opened(at, now);
}

/** Locks a device whose key has come to its end; where there is none nothing ends. */
export async function timeIsUp(now: Instant): Promise<boolean> {
  const at = await place();
  const note = at === null ? undefined : await noteOf<OpenNote>(at.db, openKey);
  if (note === undefined || now < note.until) return false;
  await lockDevice();
  return true;
}

export async function lockDevice(): Promise<void> {
  const at = await place();
  if (at === null) return;
  await change(at.db, [deviceNotes, 'taken'], (store) => {
    store(deviceNotes).delete(openKey);
    store('taken').clear();
  });
}

/** How much lies here that is not sent yet, whoever wrote it. */
export async function unsentHere(): Promise<number> {
  const at = await place();
  return at === null ? 0 : countRows(at.db, 'unsent');
}

/** Signed out without a network: the server is told at the next contact, before anything else is asked. */
export async function leaveLater(): Promise<void> {
  const at = await place();
  if (at !== null) await change(at.db, [deviceNotes], (store) => void store(deviceNotes).put(true, leavingKey));
}
export async function isLeaving(): Promise<boolean> {
  const at = await place();
  return at !== null && (await noteOf<boolean>(at.db, leavingKey)) === true;
}
export async function hasLeft(): Promise<void> {
  const at = await place();
  if (at !== null) await change(at.db, [deviceNotes], (store) => void store(deviceNotes).delete(leavingKey));
}
