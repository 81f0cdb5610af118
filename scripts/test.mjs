#!/usr/bin/env node
/**
 * `npm test`: every check, stage by stage, and one line of sums at the end. Sets itself up.
 * `npm test -- lint unit` runs only the stages named. A failed stage does not keep the next from running.
 */
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { add, nothing, stages } from './lib/stages.mjs';

checkNode();
await ensureInstalled();

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`qorgan: no stage ${unknown.join(', ')}; there are ${stages.map((stage) => stage.name).join(', ')}`);
  process.exit(2);
}

let sum = nothing;
for (const stage of stages) {
  if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
  console.log(`\n== ${stage.name}: ${stage.about}`);
  const count = await stage.run();
  console.log(`== ${stage.name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  sum = add(sum, count);
}
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
