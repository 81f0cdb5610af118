/** The device's own shelf: IndexedDB, each thing sealed (crypt.ts), the key beside it. In the open lie an id, an appointment and a time. */
import { crypting, newKey, seal, unseal, type Sealed } from './crypt.ts';
import { memoryShelf, type Kept, type Shelf } from './kept.ts';

const database = 'qorgan';
const version = 1;
const things = 'unsent';
const keys = 'keys';
const keyName = 'unsent';

interface Row extends Pick<Kept, 'id' | 'appointment' | 'at'> {
  readonly words: Sealed;
  readonly picture: Sealed | null;
}
type Words = Pick<Kept, 'fileId' | 'path' | 'input'> & { readonly pictureName: string | null };

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the shelf did not answer'));
  });

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, version);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(things, { keyPath: 'id' });
    request.result.createObjectStore(keys);
  };
  return asked(request);
}

/** Written when the transaction is, not when the request is. */
const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('the shelf did not keep it'));
    transaction.onabort = () => reject(transaction.error ?? new Error('the shelf did not keep it'));
  });

async function keyOf(db: IDBDatabase, subtle: SubtleCrypto): Promise<CryptoKey> {
  const known = await asked<CryptoKey | undefined>(db.transaction(keys).objectStore(keys).get(keyName) as IDBRequest<CryptoKey | undefined>);
  if (known !== undefined) return known;
  const made = await newKey(subtle);
  const transaction = db.transaction(keys, 'readwrite');
  const store = transaction.objectStore(keys);
  // Another page of this device may have been quicker: the first key stays.
  const first = await asked<CryptoKey | undefined>(store.get(keyName) as IDBRequest<CryptoKey | undefined>);
  if (first === undefined) store.put(made, keyName);
  await done(transaction);
  return first ?? made;
}

/** Where the browser keeps nothing, or has no encryption, it is held in memory, and the page says so. */
export async function deviceShelf(): Promise<Shelf> {
  const subtle = crypting();
  if (subtle === null || typeof indexedDB === 'undefined') return memoryShelf();
  try {
    return shelfOn(await opened(), subtle);
  } catch {
    return memoryShelf();
  }
}

function shelfOn(db: IDBDatabase, subtle: SubtleCrypto): Shelf {
  // Made when there is something to seal, and not on every device that opens the application.
  let made: Promise<CryptoKey> | null = null;
  const theKey = (): Promise<CryptoKey> => (made ??= keyOf(db, subtle));
  const rows = (): Promise<readonly Row[]> => asked<Row[]>(db.transaction(things).objectStore(things).getAll() as IDBRequest<Row[]>);
  const change = async (what: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = db.transaction(things, 'readwrite');
    what(transaction.objectStore(things));
    await done(transaction);
  };
  return {
    lasting: true,
    put: async ({ id, appointment, at, fileId, path, input, picture }) => {
      const words: Words = { fileId, path, input, pictureName: picture?.name ?? null };
      const key = await theKey();
      const row: Row = {
        id, appointment, at,
        words: await seal(subtle, key, new TextEncoder().encode(JSON.stringify(words)).buffer),
        picture: picture === null ? null : await seal(subtle, key, picture.content),
      };
      await change((store) => store.put(row));
    },
    of: async (appointment) => {
      const own = (await rows()).filter((r) => r.appointment === appointment);
      if (own.length === 0) return [];
      const key = await theKey();
      const read = own.map(async ({ id, at, words, picture }): Promise<Kept> => {
        const { fileId, path, input, pictureName } = JSON.parse(new TextDecoder().decode(await unseal(subtle, key, words))) as Words;
        return { id, appointment, at, fileId, path, input, picture: picture === null ? null : { name: pictureName ?? '', content: await unseal(subtle, key, picture) } };
      });
      // One that cannot be opened any more holds up none of the others.
      return (await Promise.allSettled(read)).flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
    },
    others: async (appointment) => (await rows()).filter((r) => r.appointment !== appointment).length,
    remove: (id) => change((store) => store.delete(id)),
  };
}
