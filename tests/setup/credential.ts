/** Somebody who signs in as people do: a password and an application with codes, put there by the owner. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '#kernel/clock.ts';
import { totpBound } from '#kernel/signin/factors.ts';
import { hashPassword } from '#kernel/signin/password.ts';
import { newRecoveryCodes, recoveryHash } from '#kernel/signin/recovery.ts';
import { codeAt } from '#kernel/signin/totp.ts';
import type { TestProgram } from './program.ts';

export interface Known {
  readonly person: string;
  readonly login: string;
  readonly password: string;
  readonly recovery: readonly string[];
  /** What the application shows now. */
  code(): string;
}

export async function giveCredential(program: TestProgram, appointment: string, password = 'төрт қара тау қозғалды', clock: Clock = program.clock.now): Promise<Known> {
  const { rows } = await program.owner.query<{ person: string; login: string }>(
    'select p.id as person, p.login from kernel.appointment a join kernel.person p on p.id = a.person where a.id = $1', [appointment]);
  const [row] = rows;
  if (row === undefined) throw new Error(`no appointment ${appointment}`);
  const secret = randomBytes(20);
  const { wrapped, master } = await program.runtime.keys.wrap(secret, totpBound(row.person));
  const recovery = newRecoveryCodes();
  await program.owner.query('insert into kernel.credential (person, password, totp, totp_master, changed_at) values ($1, $2, $3, $4, $5)', [
    row.person, await hashPassword(password), wrapped, master, clock()]);
  for (const code of recovery) {
    await program.owner.query('insert into kernel.recovery_code (person, hash) values ($1, $2)', [row.person, Buffer.from(await recoveryHash(row.person, code), 'hex')]);
  }
  return { ...row, password, recovery, code: () => codeAt(secret, clock()) };
}
