/** Counts anew what docs/asvs.md says of itself: npm run asvs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFigures } from './page.ts';

const path = join(import.meta.dirname, '../../../docs/asvs.md');
writeFileSync(path, withFigures(readFileSync(path, 'utf8')));
