/** A shelf of the device: things sealed one by one. In the open lie an id, an appointment and a time. */
import type { Instant } from '#kernel/clock.ts';
import { fromBytes, seal, toBytes, unseal, type Sealed } from './crypt.ts';
import { allRows, change, type ShelfName } from './store.ts';

export interface Item<T> {
  /** Sorts as they were put there. */
  readonly id: string;
  /** Whose it is; to no other appointment is it shown. */
  readonly appointment: string;
  readonly at: Instant;
  readonly value: T;
  /** A picture. */
  readonly bytes: ArrayBuffer | null;
}

export interface Shelf<T> {
  /** In place of one of the same id. */
  put(item: Item<T>): Promise<void>;
  /** In the order of their ids. */
  of(appointment: string): Promise<readonly Item<T>[]>;
  /** What others left is counted, never opened. */
  others(appointment: string): Promise<number>;
  remove(id: string): Promise<void>;
}

export function memoryShelf<T>(): Shelf<T> {
  const all = new Map<string, Item<T>>();
  const sorted = (): Item<T>[] => [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    put: (item) => Promise.resolve(void all.set(item.id, item)),
    of: (appointment) => Promise.resolve(sorted().filter((i) => i.appointment === appointment)),
    others: (appointment) => Promise.resolve(sorted().filter((i) => i.appointment !== appointment).length),
    remove: (id) => Promise.resolve(void all.delete(id)),
  };
}

interface Row extends Pick<Item<unknown>, 'id' | 'appointment' | 'at'> {
  readonly value: Sealed;
  readonly bytes: Sealed | null;
}

export function sealedShelf<T>(db: IDBDatabase, name: ShelfName, subtle: SubtleCrypto, key: CryptoKey): Shelf<T> {
  const bound = (part: 'value' | 'bytes', { id, appointment }: Pick<Row, 'id' | 'appointment'>): string => `${name} ${part} ${appointment} ${id}`;
  const open = async (row: Row): Promise<Item<T>> => ({
    id: row.id, appointment: row.appointment, at: row.at,
    value: fromBytes(await unseal(subtle, key, row.value, bound('value', row))) as T,
    bytes: row.bytes === null ? null : await unseal(subtle, key, row.bytes, bound('bytes', row)),
  });
  return {
    put: async ({ id, appointment, at, value, bytes }) => {
      const row: Row = {
        id, appointment, at,
        value: await seal(subtle, key, toBytes(value), bound('value', { id, appointment })),
        bytes: bytes === null ? null : await seal(subtle, key, bytes, bound('bytes', { id, appointment })),
      };
      await change(db, [name], (store) => void store(name).put(row));
    },
    of: async (appointment) => {
      const own = (await allRows<Row>(db, name)).filter((row) => row.appointment === appointment);
      // One that cannot be opened any more holds up none of the others.
      return (await Promise.allSettled(own.map(open))).flatMap((opened) => (opened.status === 'fulfilled' ? [opened.value] : []));
    },
    others: async (appointment) => (await allRows<Row>(db, name)).filter((row) => row.appointment !== appointment).length,
    remove: (id) => change(db, [name], (store) => void store(name).delete(id)),
  };
}
