/** What must hold before the program serves anyone: declarations that verify, and somebody at the desk where escalations end. */
import { lastDesk } from '#kernel/access/roles.ts';
import { checkRegistry } from '#kernel/procedures/verify.ts';
import { masterInForce } from '#kernel/journal/ring.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { capabilities } from './capabilities.ts';
import type { Keys } from './keys.ts';
import { WrongSetting } from './settings.ts';

/** Throws with every problem of the declarations: a procedure that does not verify never runs. */
export function checkDeclarations(): void {
  const problems = checkRegistry(capabilities);
  if (problems.length > 0) throw new Error(`The declarations do not verify:\n${problems.map((p) => `  ${p}`).join('\n')}`);
}

/** A sentence for whoever runs the system, or null. Without that desk nothing can be opened: each start answers 503. */
export async function checkLastDesk(runtime: Runtime): Promise<string | null> {
  const directory = await runtime.directory(null);
  const found = directory.choose(lastDesk, { region: 'KZ', district: null }, runtime.clock(), 'start');
  return found === null
    ? 'Nobody is appointed to the Committee’s duty desk (role committee-duty). Until somebody is, no proceeding can be opened: every escalation ends there.'
    : null;
}

/** A sentence for whoever runs the system, or null. With another key than the database knows nobody can sign in. */
export async function checkKey(runtime: Runtime): Promise<string | null> {
  try {
    await runtime.pool.query('select kernel.sign_in_states($1, null, $2, $3)', [runtime.program, runtime.clock(), []]);
    return null;
  } catch (error) {
    if ((error as { code?: unknown }).code !== '42501') throw error;
    return 'The database does not know keys/program.key: nobody can sign in. Copy the key of the other servers, or run migrate with QORGAN_OWNER_URL to make this one known.';
  }
}

/** Throws in one line where a master key cannot be used, or the one in force is none of ours. */
export async function checkMasters(runtime: Runtime, { masters }: Keys): Promise<void> {
  const tried = Buffer.alloc(32, 1);
  const all = masters();
  for (const master of all) {
    const back = await master.wrap(tried, 'start').then((wrapped) => master.unwrap(wrapped, 'start')).catch((error: unknown) => {
      throw new WrongSetting(`QORGAN_MASTER_KEY: ${error instanceof Error ? error.message : String(error)}`);
    });
    if (!back.equals(tried)) throw new WrongSetting(`QORGAN_MASTER_KEY: key ${master.id} does not give back what it was given`);
  }
  const inForce = await masterInForce(runtime.pool);
  if (inForce !== null && all.every((m) => m.id !== inForce)) {
    throw new WrongSetting(`QORGAN_MASTER_KEY: the database is under master key ${inForce}, which is not among ${all.map((m) => m.id).join(', ')}. Bring the file of the other servers, or name it`);
  }
}
