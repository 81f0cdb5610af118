/** The browser's own database (IndexedDB) in small promises. What is put into it is sealed before (shelf.ts, device.ts). */

/** `unsent`: what waits for the network. `drafts`: what is half written. `taken`: what was taken along to be read. */
export const shelves = ['unsent', 'drafts', 'taken'] as const;
export type ShelfName = (typeof shelves)[number];
const notes = 'device';
export type StoreName = ShelfName | typeof notes;
/** The one row of `device`: whose sign-in is open here. */
export const deviceNotes = notes;

const database = 'qorgan';
const version = 2;

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the device did not answer'));
  });

/** Written when the transaction is, not when the request is. */
const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('the device did not keep it'));
    transaction.onabort = () => reject(transaction.error ?? new Error('the device did not keep it'));
  });

/** `onGone`: told when what was opened is of no use any more. */
export async function openStore(onGone: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(database, version);
  request.onupgradeneeded = () => {
    const db = request.result;
    // Rows of the first version were of the demonstration alone, under a key that lay beside them.
    for (const name of Array.from(db.objectStoreNames)) db.deleteObjectStore(name);
    for (const name of shelves) db.createObjectStore(name, { keyPath: 'id' });
    db.createObjectStore(notes);
  };
  const db = await asked(request);
  // Another page brings a newer version: this one must not stand in its way.
  db.onversionchange = () => {
    db.close();
    onGone();
  };
  db.onclose = onGone;
  return db;
}

export const allRows = <Row>(db: IDBDatabase, name: ShelfName): Promise<readonly Row[]> => asked<Row[]>(db.transaction(name).objectStore(name).getAll() as IDBRequest<Row[]>);
export const countRows = (db: IDBDatabase, name: ShelfName): Promise<number> => asked(db.transaction(name).objectStore(name).count());
export const noteOf = <Note>(db: IDBDatabase, key: string): Promise<Note | undefined> => asked<Note | undefined>(db.transaction(notes).objectStore(notes).get(key) as IDBRequest<Note | undefined>);

/** One or more changes, all or none. */
export async function change(db: IDBDatabase, names: readonly StoreName[], what: (store: (name: StoreName) => IDBObjectStore) => void): Promise<void> {
  const transaction = db.transaction([...names], 'readwrite');
  what((name) => transaction.objectStore(name));
  await done(transaction);
}
