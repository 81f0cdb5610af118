/** GET, POST, DELETE /api/digest and POST /api/digest/confirm: whether a letter comes each morning, and where to; of one's own appointment alone. */
import { createHmac, randomInt } from 'node:crypto';
import { setTimeout as late } from 'node:timers/promises';
import { Type, type Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import type { DigestView } from '../contract.ts';
import { alone } from '../db/pool.ts';
import { codeLetter } from '../digest/letters.ts';
import { codeLives, codesADay, codeTries } from '../digest/terms.ts';
import type { Mail } from '../outgoing/mail.ts';
import { isRefusal, refuse } from '../problems/refusal.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { after, figure } from '../signin/common.ts';
import { almatyDate } from '../terms/almaty.ts';
import { bodyOf } from './body.ts';
import { tokenOf } from './call.ts';
import { logTrouble } from './log.ts';
import { requestLanguage, sendProblem } from './problem.ts';

/** One address and nothing beside it, in the letters that every mail server takes. */
export const DigestInput = Type.Object({ address: Type.String({ minLength: 6, maxLength: 254, pattern: '^[A-Za-z0-9.!#$%&\'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}$' }) }, { additionalProperties: false });
export type DigestInput = Static<typeof DigestInput>;
export const DigestCode = Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) }, { additionalProperties: false });
export type DigestCode = Static<typeof DigestCode>;

/** ms that whoever asks waits for the mail server. */
const patienceMs = 20_000;

interface Own {
  readonly appointment?: string;
  readonly address?: string | null;
  readonly confirmed?: boolean;
}

/** `mail`: null where the program sends none. */
export function mountDigest(app: FastifyInstance, runtime: Runtime, mail: Mail | null): void {
  const { texts } = runtime;
  const hashOf = (code: string): Buffer => createHmac('sha256', runtime.program).update(`qorgan-digest\n${code}`).digest();
  const own = (token: Buffer | null): Promise<Own> => alone<Own>(runtime.pool, { name: 'digest_of', text: 'select kernel.digest_of($1, $2) as answer', values: [token, runtime.clock()] });

  app.get('/api/digest', async (request, reply) => {
    const { appointment, address = null, confirmed = false } = await own(tokenOf(request));
    if (appointment === undefined) return sendProblem(request, reply, refuse('no-session', 401), texts);
    const view: DigestView = { offered: mail !== null, address, confirmed };
    return reply.header('cache-control', 'no-store').send(view);
  });

  app.post('/api/digest', async (request, reply) => {
    const token = tokenOf(request);
    const input = bodyOf<DigestInput>(request, DigestInput);
    if (isRefusal(input)) return sendProblem(request, reply, input, texts);
    if ((await own(token)).appointment === undefined) return sendProblem(request, reply, refuse('no-session', 401), texts);
    if (mail === null) return sendProblem(request, reply, refuse('digest-not-offered', 409), texts);
    const at = runtime.clock();
    const language = requestLanguage(request);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const asked = await alone<string | null>(runtime.pool, {
      name: 'ask_digest', text: 'select kernel.ask_digest($1, $2, $3, $4, $5, $6, $7, $8) as answer',
      values: [token, at, almatyDate(at), input.address, language, hashOf(code), after(runtime, codeLives, at), figure(runtime, codesADay, at)],
    });
    if (asked === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    if (asked !== 'asked') return sendProblem(request, reply, refuse('digest-too-many', 429), texts);
    try {
      await Promise.race([mail({ to: input.address, ...codeLetter(texts, language, code, figure(runtime, codeLives, at)) }), late(patienceMs, undefined, { ref: false }).then(() => Promise.reject(new Error('the mail server takes too long')))]);
    } catch (error) {
      logTrouble('mail', runtime.clock(), error);
      await runtime.pool.query('select kernel.unask_digest($1, $2)', [token, at]);
      return sendProblem(request, reply, refuse('digest-not-sent', 503), texts);
    }
    return reply.code(204).send();
  });

  app.post('/api/digest/confirm', async (request, reply) => {
    const input = bodyOf<DigestCode>(request, DigestCode);
    if (isRefusal(input)) return sendProblem(request, reply, input, texts);
    const at = runtime.clock();
    const said = await alone<string | null>(runtime.pool, { name: 'confirm_digest', text: 'select kernel.confirm_digest($1, $2, $3, $4, $5) as answer', values: [tokenOf(request), at, almatyDate(at), hashOf(input.code), figure(runtime, codeTries, at)] });
    if (said === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    if (said === 'confirmed') return reply.code(204).send();
    return sendProblem(request, reply, refuse(said === 'wrong' ? 'digest-wrong-code' : 'digest-no-code', 409), texts);
  });

  app.delete('/api/digest', async (request, reply) => {
    const left = await alone<boolean>(runtime.pool, { name: 'leave_digest', text: 'select kernel.leave_digest($1, $2) as answer', values: [tokenOf(request), runtime.clock()] });
    return left ? reply.code(204).send() : sendProblem(request, reply, refuse('no-session', 401), texts);
  });
}
