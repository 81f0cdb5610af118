/** A program that seals small batches without an end, until it is killed: `sealing.ts APP_URL`. Says one line when it begins. */
import { systemClock } from '#kernel/clock.ts';
import { makePool } from '#kernel/db/pool.ts';
import { journalSigner } from '#kernel/journal/checkpoint.ts';
import { sealOnce } from '#kernel/journal/sealer.ts';
import { secret } from '../../setup/program.ts';

const pool = makePool(process.argv[2] ?? '', { max: 1 });
const sealer = { pool, clockToken: secret('clock'), signer: journalSigner(secret('journal')) };
process.stdout.write('sealing\n');
for (;;) await sealOnce(sealer, systemClock(), 3);
