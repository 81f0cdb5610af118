import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const pages = ['apps/web', 'design', 'capabilities'].flatMap((folder) =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => ({ name: `${folder}/${name}`, source: readFileSync(join(project, folder, name), 'utf8') })),
);

it('whatever names a term on a screen has its § beside it', () => {
  // In the queue of 111, whose rows are buttons, it stands in a hint; the talk that a row opens has the §.
  // A term is named by its title in a deadline (`d.title`) or in a row of the day (`termTitle`).
  const naming = pages.filter(({ source }) => /(?<!\$)\{\w+\.termTitle\}|\{d\.title\}/.test(source));
  expect(naming.length).toBeGreaterThanOrEqual(4);
  expect(naming.filter(({ source }) => !source.includes('<Basis ')).map(({ name }) => name)).toEqual([]);
});
