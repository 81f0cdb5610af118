/** docs/asvs.md: no requirement is missing, no test it names is gone, no figure in it is typed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linesOf, states, withFigures } from './asvs/page.ts';
import { titlesIn } from './asvs/titles.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/asvs.md'), 'utf8');
const lines = linesOf(page);
const vectors = join(root, '../shared/vectors/asvs/ASVS5_L1L2.tsv');

describe('the page of the ASVS', () => {
  it('says of each line what its state asks for', () => {
    const rows = page.split('\n').filter((text) => /^\| V\d+\.\d/.test(text));
    expect(lines.map((line) => line.id), 'a row that cannot be read').toEqual(rows.map((text) => text.split(' ')[1]));
    for (const { id, state, says, shown } of lines) {
      expect(states, id).toContain(state);
      expect(says.length, id).toBeGreaterThan(15);
      if (state === 'met') expect(shown.length, `${id} is met: which test shows it?`).toBeGreaterThan(0);
    }
  });

  it('names tests that are there', { timeout: 120_000 }, () => {
    const titles = new Map<string, ReadonlySet<string> | null>();
    const read = (file: string): ReadonlySet<string> | null => {
      const path = join(root, file);
      const known = titles.get(file) ?? (existsSync(path) && /\.test\.tsx?$/.test(file) ? titlesIn(readFileSync(path, 'utf8')) : null);
      titles.set(file, known);
      return known;
    };
    const gone = lines.flatMap(({ id, shown }) => shown.filter(({ file, title }) => read(file)?.has(title) !== true).map(({ file, title }) => `${id}: ${file} “${title}”`));
    expect(gone).toEqual([]);
  });

  it('counts itself', () => expect(withFigures(page), 'run: npm run asvs').toBe(page));

  it('reads titles as they run: no test that is skipped, and none that is only mentioned', () => {
    const source = `it('a', () => 1); it.each([1])('b %i', f); it.skipIf(x)('c', f); test(\`d \${n} e\`, f); // it('f', f)\nit.skip('g', f); it.todo('h'); say('i'); describe('j', f);`;
    expect([...titlesIn(source)]).toEqual(['a', 'b %i', 'c', 'd … e']);
  });

  describe.skipIf(!existsSync(vectors))('beside the standard itself', () => {
    const requirements = existsSync(vectors)
      ? readFileSync(vectors, 'utf8').split('\n').slice(1).filter((text) => text !== '').map((text) => text.split('\t')).map(([id = '', , , , text = '']) => ({ id, text }))
      : [];

    it('has every requirement of levels 1 and 2 but those of WebRTC, once, in its order', () => {
      expect(lines.map((line) => line.id)).toEqual(requirements.map((r) => r.id).filter((id) => !id.startsWith('V17.')));
    });

    it('is in our own words: no seven words in a row are the standard’s', () => {
      const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      const runs = (text: string): string[] => words(text).flatMap((_, i, all) => (i + 7 > all.length ? [] : [all.slice(i, i + 7).join(' ')]));
      const theirs = new Set(requirements.flatMap(({ text }) => runs(text)));
      expect(lines.flatMap(({ id, says }) => runs(says).filter((run) => theirs.has(run)).map((run) => `${id}: ${run}`))).toEqual([]);
    });
  });
});
