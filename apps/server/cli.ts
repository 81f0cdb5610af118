/** `qorgan`: one tool for those who run the system. */
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { checkTlsCommand } from './commands/check-tls.ts';
import type { Command } from './commands/command.ts';
import { duplicatesCommand } from './commands/duplicates.ts';
import { exportJournalCommand } from './commands/export-journal.ts';
import { journalKeyCommand } from './commands/journal-key.ts';
import { migrateCommand } from './commands/migrate.ts';
import { nationCommand } from './commands/nation.ts';
import { replayCommand } from './commands/replay.ts';
import { rotateMasterKeyCommand } from './commands/rotate-master-key.ts';
import { userCommand } from './commands/user.ts';
import { verifyCommand } from './commands/verify.ts';
import { witnessCommand } from './commands/witness.ts';
import { WrongSetting } from './settings.ts';

const commands: Readonly<Record<string, Command>> = {
  migrate: migrateCommand,
  nation: nationCommand,
  replay: replayCommand,
  duplicates: duplicatesCommand,
  user: userCommand,
  verify: verifyCommand,
  'export-journal': exportJournalCommand,
  'journal-key': journalKeyCommand,
  witness: witnessCommand,
  'check-tls': checkTlsCommand,
  'rotate-master-key': rotateMasterKeyCommand,
  backup: backupCommand,
  restore: restoreCommand,
};

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = commands[name];
  if (command === undefined) {
    process.stdout.write(`qorgan COMMAND\n${Object.values(commands).map((c) => `  qorgan ${c.usage}`).join('\n')}\n`);
    return name === '' || name === 'help' ? 0 : 2;
  }
  await command.run(args);
  return Number(process.exitCode ?? 0);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof WrongSetting || !(error instanceof Error) ? String((error as Error).message ?? error) : (error.stack ?? error.message)}\n`);
    process.exit(1);
  },
);
