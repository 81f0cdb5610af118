/** What a backup is: a folder with this page and one sealed file a table. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../clock.ts';

export interface Manifest {
  readonly format: 1;
  readonly at: Instant;
  /** Of the schema it was made of. */
  readonly migrations: readonly string[];
  /** The backup's own key, wrapped (base64) by this master key. */
  readonly key: { readonly wrapped: string; readonly master: string | null };
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[]; readonly file: string; readonly rows: number }[];
  /** The journal's newest checkpoint in it; null: nothing was sealed yet. */
  readonly checkpoint: string | null;
}

/** What the backup's key is bound to. */
export const keyBound = 'backup';
export const manifestFile = 'manifest.json';

export function readManifest(folder: string): Manifest {
  const manifest = JSON.parse(readFileSync(join(folder, manifestFile), 'utf8')) as Partial<Manifest>;
  if (manifest.format !== 1) throw new Error(`${folder} holds no backup that this program can read`);
  return manifest as Manifest;
}
