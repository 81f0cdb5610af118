#!/usr/bin/env node
/** `npm run updates`: asks the registry (its address comes in by stdin) since when what we use could have been newer, writes docs/updates.json, and ends with 1 where that is longer than docs/security.md allows. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/root.mjs';
import { installedOf, judge } from './lib/updates.mjs';
import { daysIn } from './lib/weaknesses.mjs';

const json = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const registry = readFileSync(0, 'utf8').trim().replace(/\/?$/, '/');
async function timesOf(name) {
  const answer = await fetch(registry + name.replace('/', '%2F'));
  if (!answer.ok) throw new Error(`the registry answers ${answer.status} for ${name}`);
  return (await answer.json()).time;
}
try {
  const days = daysIn(readFileSync(join(root, 'docs/security.md'), 'utf8')).low;
  const installed = installedOf(json('package.json'), json('package-lock.json'));
  const times = new Map();
  for (const { name } of installed) times.set(name, await timesOf(name));
  const found = judge({ installed, timesOf: (name) => times.get(name), today: new Date().toISOString().slice(0, 10), days });
  writeFileSync(join(root, 'docs/updates.json'), `${JSON.stringify(found, null, 2)}\n`);
  for (const one of found.late) console.log(`TOO LATE: ${one.name} ${one.version}, ${one.newer} since ${one.since}`);
  console.log(`${found.looked} packages looked at, ${found.late.length} later than ${days} days`);
  process.exitCode = found.late.length > 0 ? 1 : 0;
} catch (error) {
  console.error(`qorgan: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
