/**
 * Whose sign-in is open on this device. Its key lies here while it is open and no longer than `until`; locking throws the key
 * away and what was taken along with it, and never what is not sent yet: that opens again when the same person signs in.
 */
import type { Instant } from '#kernel/clock.ts';
import type { DeviceKey, SessionView } from '#kernel/contract.ts';
import type { Call } from '../call.ts';
import { crypting, fromBytes, keyFrom, seal, toBytes, unseal, type Sealed } from './crypt.ts';
import type { HalfWritten, Taken, Written } from './kept.ts';
import { passingShelf } from './passing.ts';
import { memoryShelf, sealedShelf, type Item, type Shelf } from './shelf.ts';
import { allRows, change, countRows, deviceNotes, noteOf, openStore } from './store.ts';
import { tellLocked } from './tabs.ts';

export interface Shelves {
  readonly unsent: Shelf<Written>;
  readonly drafts: Shelf<HalfWritten>;
  readonly taken: Shelf<Taken>;
}
/** The key has not come: what is written now is in memory, and what lies on the device does not open. */
export interface LockedDevice extends Shelves {
  readonly stage: 'locked';
  /** The key has come: what is in memory goes there, and all that comes after. */
  readonly passTo: (to: Shelves) => Promise<void>;
}
/** `kept`: on the device. `memory`: this browser keeps nothing, so it is gone with the page. */
export type Device = (Shelves & { readonly stage: 'kept' | 'memory' }) | LockedDevice;

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
/** This page has its device open: where the note is gone since, the device was locked, by another page or at its end. */
let open = false;

/** Null: this browser keeps nothing, or has no encryption. */
function place(): Promise<Place | null> {
  const subtle = crypting();
  if (subtle === null || typeof indexedDB === 'undefined') return Promise.resolve(null);
  const onGone = (): void => {
    found = null;
  };
  found ??= openStore(onGone).then((db) => ({ db, subtle }), () => null);
  return found;
}

const memoryDevice = (): Device => ({ stage: 'memory', unsent: memoryShelf(), drafts: memoryShelf(), taken: memoryShelf() });
function lockedDevice(): LockedDevice {
  const [unsent, drafts, taken] = [passingShelf<Written>(), passingShelf<HalfWritten>(), passingShelf<Taken>()];
  const passTo = async (to: Shelves): Promise<void> => {
    await unsent.passTo(to.unsent);
    await drafts.passTo(to.drafts);
    await taken.passTo(to.taken);
  };
  return { stage: 'locked', unsent, drafts, taken, passTo };
}
function deviceUnder({ db, subtle }: Place, key: CryptoKey): Device {
  open = true;
  return { stage: 'kept', unsent: sealedShelf(db, 'unsent', subtle, key), drafts: sealedShelf(db, 'drafts', subtle, key), taken: sealedShelf(db, 'taken', subtle, key) };
}

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

async function deviceAt(at: Place, call: Call, session: SessionView, now: Instant): Promise<Device> {
  // A note that does not open any more is as good as none.
  const before = await opened(at, now).catch(() => null);
  if (before?.session.appointment === session.appointment) {
    void unlock(at, call, session, true);
    return deviceUnder(at, before.key);
  }
  // Another is signed in now: what is open for the one before ends, whether or not the new key comes.
  if (before !== null) await lockDevice();
  const key = await unlock(at, call, session, false);
  return key === null ? lockedDevice() : deviceUnder(at, key);
}

/** The shelves of whoever is signed in. Without a network those of the sign-in that is open here still. Never rejects: what the browser's database refuses is as if the key had not come. */
export async function openDevice(call: Call, session: SessionView, now: Instant): Promise<Device> {
  open = false;
  const at = await place();
  return at === null ? memoryDevice() : deviceAt(at, call, session, now).catch(lockedDevice);
}

/** Who may go on without a network, and until when; null: nobody, the device is locked. */
export async function whoIsOpen(now: Instant): Promise<{ readonly session: SessionView; readonly until: Instant } | null> {
  const at = await place();
  if (at === null) return null;
  return (await timeIsUp(now)) ? null : opened(at, now);
}

/** Its time has come; or the note is gone, and this page had it open. A page that never had one has nothing that could end. */
export const isOver = (note: { readonly until: Instant } | undefined, wasOpen: boolean, now: Instant): boolean => (note === undefined ? wasOpen : note.until <= now);

/** Whether the sign-in on this device has ended, for this page too; locks a device whose key has come to its end. */
export async function timeIsUp(now: Instant): Promise<boolean> {
  const at = await place();
  const note = at === null ? undefined : await noteOf<OpenNote>(at.db, openKey);
  if (!isOver(note, open, now)) return false;
  if (note !== undefined) await lockDevice();
  return true;
}

/** For all pages of this browser. */
export async function lockDevice(): Promise<void> {
  tellLocked();
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

/** How much of it is of this appointment: what does not open while the key does not come. */
export async function unsentOf(appointment: string): Promise<number> {
  const at = await place();
  return at === null ? 0 : (await allRows<Pick<Item<unknown>, 'appointment'>>(at.db, 'unsent')).filter((row) => row.appointment === appointment).length;
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
