/**
 * The keys a program holds: one master key wraps what is new, others may still open what was wrapped before. Which one is
 * in force the database says, by its id; where the keys lie, only the program's settings say. Keys of subjects that were
 * unwrapped stay in memory for a while, so that no step waits for a key service.
 */
import { toMillis, type Clock } from '../clock.ts';
import { newKey, type MasterKey, type WrappedKey } from './keys.ts';

export interface Wrapped {
  readonly wrapped: Buffer;
  /** Id of the master key; null: made before there were several. */
  readonly master: string | null;
}

export interface KeyRing {
  /** The keys of these subjects; null where destroyed. */
  open(rows: readonly WrappedKey[]): Promise<ReadonlyMap<string, Buffer | null>>;
  /** A key for a new subject, and the row that keeps it. */
  make(subject: string): Promise<{ key: Buffer; row: WrappedKey }>;
  wrap(plain: Buffer, bound: string): Promise<Wrapped>;
  unwrap(sealed: Wrapped, bound: string): Promise<Buffer>;
  /** After an erasure: out of memory too. */
  forget(subject: string): void;
  /** Looks again which keys there are and which one is in force. */
  refresh(): void;
  /** Ids of the keys that are held, the preferred one first. */
  ids(): readonly string[];
  readonly counts: { hits: number; unwraps: number };
}

export interface RingOptions {
  /** The master keys that can be had now, the preferred one first. */
  sources(): readonly MasterKey[];
  /** Id of the one in force; null: none yet, then the preferred one. */
  inForce(): Promise<string | null>;
  clock: Clock;
  /** How many keys of subjects stay in memory, and for how long (ms). */
  most?: number;
  livesMs?: number;
}

/** A key is not to be had: it is missing here, or its service does not answer. */
export class KeysUnavailable extends Error {}

const defaults = { most: 20_000, livesMs: 10 * 60_000 };
/** A key that is missing is looked for again no more often than this. */
const refreshMs = 1_000;

const plainBase64 = (text: string): string => text.replaceAll('\n', '');

interface Kept {
  readonly wrapped: string;
  readonly key: Buffer;
  readonly until: number;
}

export function keyRing({ sources, inForce, clock, most = defaults.most, livesMs = defaults.livesMs }: RingOptions): KeyRing {
  let masters = sources();
  let named: Promise<string | null> | null = null;
  let refreshed = -Infinity;
  const counts = { hits: 0, unwraps: 0 };
  /** By subject, the one used longest ago first. */
  const kept = new Map<string, Kept>();

  const keep = (subject: string, wrapped: string, key: Buffer): void => {
    kept.delete(subject);
    kept.set(subject, { wrapped, key, until: toMillis(clock()) + livesMs });
    if (kept.size > most) for (const oldest of kept.keys()) { kept.delete(oldest); break; }
  };
  /** Only for the very bytes it was unwrapped from: what was wrapped anew, or destroyed, is not found. */
  const held = (subject: string, wrapped: string): Buffer | null => {
    const found = kept.get(subject);
    if (found?.wrapped !== wrapped) return null;
    kept.delete(subject);
    if (found.until <= toMillis(clock())) return null;
    kept.set(subject, found);
    return found.key;
  };

  const look = (): void => {
    masters = sources();
    named = null;
    refreshed = toMillis(clock());
  };
  const find = (id: string): MasterKey => {
    const there = masters.find((m) => m.id === id);
    if (there !== undefined) return there;
    if (Math.abs(toMillis(clock()) - refreshed) >= refreshMs) look();
    const now = masters.find((m) => m.id === id);
    if (now === undefined) throw new KeysUnavailable(`master key ${id} is not among the keys of this program`);
    return now;
  };
  const wrapping = async (): Promise<MasterKey> => {
    named ??= inForce();
    const id = await named.catch((error: unknown) => {
      named = null;
      throw error;
    });
    if (id !== null) return find(id);
    const [first] = masters;
    if (first === undefined) throw new KeysUnavailable('there is no master key');
    return first;
  };
  const asked = async (master: MasterKey, what: () => Promise<Buffer>): Promise<Buffer> => {
    try {
      return await what();
    } catch (error) {
      throw new KeysUnavailable(`master key ${master.id}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  };
  const wrap = async (plain: Buffer, bound: string): Promise<{ wrapped: Buffer; master: string }> => {
    const master = await wrapping();
    return { wrapped: await asked(master, () => master.wrap(plain, bound)), master: master.id };
  };
  const unwrap = async ({ wrapped, master }: Wrapped, bound: string): Promise<Buffer> => {
    counts.unwraps += 1;
    const by = master === null ? masters[masters.length - 1] : find(master);
    if (by === undefined) throw new KeysUnavailable('there is no master key');
    return asked(by, () => by.unwrap(wrapped, bound));
  };

  const openOne = async (row: WrappedKey): Promise<Buffer | null> => {
    if (row.wrapped === null) {
      kept.delete(row.subject);
      return null;
    }
    const wrapped = plainBase64(row.wrapped);
    const there = held(row.subject, wrapped);
    if (there !== null) {
      counts.hits += 1;
      return there;
    }
    const key = await unwrap({ wrapped: Buffer.from(wrapped, 'base64'), master: row.master }, row.subject);
    keep(row.subject, wrapped, key);
    return key;
  };

  return {
    open: async (rows) => new Map(await Promise.all(rows.map(async (row) => [row.subject, await openOne(row)] as const))),
    make: async (subject) => {
      const key = newKey();
      const { wrapped, master } = await wrap(key, subject);
      const text = wrapped.toString('base64');
      keep(subject, text, key);
      return { key, row: { subject, wrapped: text, master } };
    },
    wrap,
    unwrap,
    forget: (subject) => void kept.delete(subject),
    refresh: look,
    ids: () => masters.map((m) => m.id),
    counts,
  };
}

/** SQLSTATE with which the database refuses what was wrapped by a master key that is not in force any more. */
const otherMaster = 'QRKEY';
export const isOtherMaster = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === otherMaster;

/** Wraps and writes; once more where another master key came into force meanwhile. */
export async function underMaster<T>(ring: KeyRing, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isOtherMaster(error)) throw error;
    ring.refresh();
    return work();
  }
}

/** Asks the database which master key is in force. */
export const masterInForce = async (asks: { query(text: string): Promise<{ rows: unknown[] }> }): Promise<string | null> =>
  ((await asks.query('select id from kernel.master_key')).rows[0] as { id: string } | undefined)?.id ?? null;
