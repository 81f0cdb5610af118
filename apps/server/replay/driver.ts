/** Drives procedures as people would, at instants that are handed in: for replays. Demo databases only. */
import { createHash, randomBytes } from 'node:crypto';
import { plusMillis, type Instant } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { performStart, performStep, type Done } from '#kernel/procedures/perform.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { uuidOf } from '#kernel/uuid.ts';

/** The same source and step, the same key: a replay that was killed goes on where it was. */
export const keyFor = (source: string): string => uuidOf(source);

export class ReplayRefused extends Error {}

export interface Driver {
  /** A session of a demo appointment, kept for the run. */
  token(appointment: string, at: Instant): Promise<Buffer>;
  start(call: { as: string | null; procedure: string; input: unknown; at: Instant; source: string }): Promise<Done>;
  step(call: { as: string | Buffer; id: string; procedure: string; name: string; input?: unknown; at: Instant; source: string }): Promise<Done>;
}

export function driver(runtime: Runtime): Driver {
  const tokens = new Map<string, Promise<Buffer>>();

  const signIn = async (appointment: string): Promise<Buffer> => {
    const token = randomBytes(32);
    const { rows } = await runtime.pool.query<{ done: boolean }>('select kernel.sign_in_demo($1, $2, $3, $4) as done', [
      appointment, createHash('sha256').update(token).digest(), runtime.clock(), plusMillis(runtime.clock(), 86_400_000),
    ]);
    if (rows[0]?.done !== true) throw new ReplayRefused(`cannot sign in as ${appointment}: a replay needs demo mode, and an appointment that holds now`);
    return token;
  };
  const token: Driver['token'] = (appointment) => {
    let made = tokens.get(appointment);
    if (made === undefined) {
      made = signIn(appointment);
      tokens.set(appointment, made);
    }
    return made;
  };
  const orThrow = (done: Done | { code: string; fields?: unknown }, what: string): Done => {
    if (isRefusal(done)) throw new ReplayRefused(`${what}: ${done.code} ${JSON.stringify(done.fields ?? {})}`);
    return done as Done;
  };
  return {
    token,
    start: async ({ as, procedure, input, at, source }) =>
      orThrow(
        await performStart(runtime, { token: as === null ? null : await token(as, at), key: keyFor(source), method: 'POST', address: procedure, input, at }, procedure),
        `${procedure} (${source})`,
      ),
    step: async ({ as, id, procedure, name, input = {}, at, source }) =>
      orThrow(
        await performStep(
          runtime,
          { token: typeof as === 'string' ? await token(as, at) : as, key: keyFor(source), method: 'POST', address: `${procedure}/${id}/${name}`, input, at },
          { id, procedure, name, expected: null, validate: () => null },
        ),
        `${procedure} ${name} (${source})`,
      ),
  };
}
