#!/usr/bin/env node
/** `npm run weaknesses`: reads what npm's audit says of the installed versions, keeps when each notice was first seen, and ends with 1 where one has stayed longer than docs/security.md allows. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/root.mjs';
import { daysIn, judge } from './lib/weaknesses.mjs';

const file = join(root, 'docs/weaknesses.json');
const text = readFileSync(0, 'utf8');
const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { asked: '', looked: 0, notices: [] };
try {
  const days = daysIn(readFileSync(join(root, 'docs/security.md'), 'utf8'));
  const found = judge({ report: JSON.parse(text), kept, today: new Date().toISOString().slice(0, 10), days });
  writeFileSync(file, `${JSON.stringify(found.kept, null, 2)}\n`);
  for (const one of found.kept.notices) console.log(`${found.breached.includes(one) ? 'TOO LATE' : 'open'}: ${one.package}, ${one.severity}, seen ${one.first}: ${one.title} (${one.id})`);
  console.log(`${found.kept.looked} packages looked at, ${found.kept.notices.length} notices, ${found.breached.length} past their days`);
  process.exitCode = found.breached.length > 0 ? 1 : 0;
} catch (error) {
  console.error(`qorgan: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
