/** What every capability declares is in order: stages, terms, readers, texts in three languages. */
import { describe, expect, it } from 'vitest';
import { checkRegistry } from '#kernel/procedures/verify.ts';
import { allCapabilities, findCapabilities } from './capabilities.ts';

const found = await findCapabilities();

describe('declarations', () => {
  it.each(found.map((f) => [f.folder, f] as const))('%s exports one capability of its own name', (folder, { capabilities }) => {
    expect(capabilities.map((c) => c.name)).toEqual([folder]);
  });

  it('of all capabilities together pass verify', async () => {
    const all = await allCapabilities();
    expect(all.length).toBeGreaterThan(0);
    expect(checkRegistry(all)).toEqual([]);
  });
});
