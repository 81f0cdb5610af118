/** `npm run access`: writes docs/access.md. */
import { writeFileSync } from 'node:fs';
import { accessFile, theDocument } from './made.ts';

writeFileSync(accessFile, theDocument());
