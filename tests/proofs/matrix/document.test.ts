/** docs/access.md is what `npm run access` makes. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { accessFile, theDocument } from './made.ts';

it('docs/access.md is what the declarations make of it; otherwise: npm run access', () => {
  const made = theDocument();
  expect(readFileSync(accessFile, 'utf8') === made, 'npm run access, and read what changed before you commit it').toBe(true);
  // No key of a text stands where its words should.
  expect(made.match(/\b(?:role|kernel\.step|cases|helpline|referrals|incidents)\.[\w-]+\.(?:class|step)\.[\w-]+/g) ?? []).toEqual([]);
});
