/** POST /api/proceedings/by-number: what is called by a number of twelve digits, in a body, since addresses are kept by browsers and proxies. */
import { Type, type Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import type { NumberedPage } from '../contract.ts';
import { alone } from '../db/pool.ts';
import { isRefusal, refuse } from '../problems/refusal.ts';
import { toProceeding, type ActorRow, type ProceedingRow } from '../procedures/rows.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { say } from '../texts/text.ts';
import { bodyOf } from './body.ts';
import { tokenOf } from './call.ts';
import { requestLanguage, sendProblem } from './problem.ts';

/** As people write it down: in threes with hyphens or spaces, or in one. What stands between two digits is read in one way only: else a line of blanks would be tried in all ways there are. */
export const NumberInput = Type.Object({ number: Type.String({ pattern: /^\s*\d(?:[\s-]*\d){11}\s*$/.source, maxLength: 60 }) }, { additionalProperties: false });
export type NumberInput = Static<typeof NumberInput>;

interface NumberedAnswer {
  actor?: ActorRow;
  items?: ProceedingRow[] | null;
}

/** One number may be the label of an appeal and of the cases that grew out of it. */
const most = 20;

const inThrees = (number: string): string => number.replace(/\D/g, '').replace(/(\d{3})(?=\d)/g, '$1-');

export function mountByNumber(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;
  app.post('/api/proceedings/by-number', async (request, reply) => {
    const input = bodyOf<NumberInput>(request, NumberInput);
    if (isRefusal(input)) return sendProblem(request, reply, input, texts);
    const answer = await alone<NumberedAnswer>(runtime.pool, {
      name: 'by_number', text: 'select kernel.by_number($1, $2, $3, $4, $5) as answer',
      values: [tokenOf(request), runtime.clock(), inThrees(input.number), most, 'POST /api/proceedings/by-number'],
    });
    if (answer.actor === undefined || answer.actor.appointment === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    const language = requestLanguage(request);
    const page: NumberedPage = {
      items: (answer.items ?? []).map(toProceeding).map((p) => ({
        proceeding: p.id, title: say(texts, language, p.procedure), label: p.label, stageTitle: say(texts, language, `${p.procedure}.stage.${p.stage}`), final: p.final,
      })),
    };
    return reply.header('cache-control', 'no-store').send(page);
  });
}
