/** Every capability there is: what the index.ts of each folder exports in the shape of one. Found, not listed. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Capability } from '#kernel/procedures/registry.ts';

const folder = fileURLToPath(new URL('../../capabilities', import.meta.url));

const isCapability = (value: unknown): value is Capability =>
  typeof value === 'object' && value !== null &&
  ['name', 'procedures', 'reactions', 'terms', 'texts', 'statements'].every((key) => key in value);

/** Folders with an index.ts, each with the capabilities it exports. */
export async function findCapabilities(): Promise<{ folder: string; capabilities: Capability[] }[]> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.ts')))
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const module = (await import(pathToFileURL(join(folder, name, 'index.ts')).href)) as Record<string, unknown>;
      return { folder: name, capabilities: Object.values(module).filter(isCapability) };
    }),
  );
}

export const allCapabilities = async (): Promise<Capability[]> => (await findCapabilities()).flatMap((f) => f.capabilities);
