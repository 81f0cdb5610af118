/** The rotation that the proof kills: goes over to the second key, says how far it is after each batch, and then waits a little. */
import { systemClock } from '#kernel/clock.ts';
import { once } from '#kernel/db/provision.ts';
import { masterKey } from '#kernel/journal/keys.ts';
import { keyRing, masterInForce } from '#kernel/journal/ring.ts';
import { putInForce, rewrapAll } from '#kernel/journal/rotate.ts';
import { secret } from '../../setup/program.ts';

await once(process.argv[2] ?? '', async (client) => {
  const to = masterKey(secret('second master'));
  const ring = keyRing({ sources: () => [to, masterKey(secret('master'))], inForce: () => masterInForce(client), clock: systemClock });
  await putInForce(client, to.id);
  await rewrapAll(client, ring, to.id, (done) => {
    process.stdout.write(`${done}\n`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
  });
});
