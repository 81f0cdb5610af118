#!/usr/bin/env node
/** `npm run qorgan -- <command>`: the command-line tool (migrate, nation, replay, verify, backup, restore, user). */
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { runProgram } from './lib/run.mjs';

checkNode();
await ensureInstalled();
process.exitCode = await runProgram('apps/server/cli.ts', process.argv.slice(2));
