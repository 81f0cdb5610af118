/** Is it somebody who came before? So that a child need not tell it all again. */
import type { FastifyInstance } from 'fastify';
import { withClient, flight } from '#kernel/db/pool.ts';
import { isUuid, tokenOf } from '#kernel/http/call.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import type { ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { say } from '#kernel/texts/text.ts';
import type { Repeat, RepeatAppeal } from './contract.ts';
import { plainContact, plainNumber } from './domain/contact.ts';

interface Answer {
  readonly actor?: ActorRow;
  readonly missing?: boolean;
  readonly appeals?: readonly Omit<RepeatAppeal, 'stageTitle'>[];
  readonly cases?: Repeat['cases'];
  readonly warnings?: readonly string[];
}

const route = 'GET /api/helpline/repeat';

export function mountRepeat(app: FastifyInstance, runtime: Runtime): void {
  app.get('/api/helpline/repeat', async (request, reply) => {
    const problem = (status: 401 | 404) =>
      sendProblem(request, reply, refuse(status === 401 ? 'no-session' : 'not-found', status), runtime.texts);
    const token = tokenOf(request);
    if (token === null) return problem(401);
    const { proceeding, said } = request.query as { proceeding?: unknown; said?: unknown };
    if (typeof proceeding !== 'string' || !isUuid(proceeding)) return problem(404);
    const words = typeof said === 'string' ? said.replaceAll('\0', '').slice(0, 300) : '';
    const number = plainNumber(words);
    const answer = await withClient(runtime.pool, async (client) => {
      const answers = await flight(client, [
        { text: 'begin' },
        {
          text: 'select helpline.repeats($1, $2, $3, $4, $5, $6) as answer',
          values: [token, runtime.clock(), proceeding, number, number === null ? plainContact(words) : null, route],
        },
        { text: 'commit' },
      ]);
      return (answers[1]?.rows[0] as { answer: Answer }).answer;
    });
    if (answer.actor === undefined) return problem(401);
    if (answer.missing === true) return problem(404);
    const language = requestLanguage(request);
    const repeat: Repeat = {
      appeals: (answer.appeals ?? []).map((a) => ({ ...a, stageTitle: say(runtime.texts, language, `helpline.appeal.stage.${a.stage}`) })),
      cases: answer.cases ?? [],
      warnings: answer.warnings ?? [],
    };
    return reply.header('cache-control', 'no-store').send(repeat);
  });
}
