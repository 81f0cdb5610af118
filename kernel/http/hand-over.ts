/** GET /api/hand-over: what a shift hands over to the next: what is open at the house, what cannot wait for morning, who has it. */
import type { FastifyInstance } from 'fastify';
import type { HandOver, HandOverLine } from '../contract.ts';
import { handsOver } from '../access/hand-over.ts';
import { alone } from '../db/pool.ts';
import { refuse } from '../problems/refusal.ts';
import { toProceeding, type ActorRow, type ProceedingRow } from '../procedures/rows.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { handOverAhead } from '../procedures/terms.ts';
import { after } from '../signin/common.ts';
import { say } from '../texts/text.ts';
import { tokenOf } from './call.ts';
import { requestLanguage, sendProblem } from './problem.ts';

interface OpenAnswer {
  actor?: ActorRow;
  missing?: true;
  items?: ProceedingRow[] | null;
}

/** Read at most; and on the sheet, which is one page: what cannot wait, and the rest. */
const most = { read: 300, urgent: 24, other: 14 };
/** Violence and neglect, and danger to life, do not wait for morning. */
const pressing = 2;

export function mountHandOver(app: FastifyInstance, runtime: Runtime): void {
  const { texts, registry } = runtime;
  app.get('/api/hand-over', async (request, reply) => {
    const at = runtime.clock();
    const answer = await alone<OpenAnswer>(runtime.pool, {
      name: 'house_open', text: 'select kernel.house_open($1, $2, $3, $4, $5) as answer', values: [tokenOf(request), at, handsOver, most.read + 1, 'GET /api/hand-over'],
    });
    const { actor } = answer;
    if (actor?.appointment == null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    if (answer.missing === true) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const directory = await runtime.directory(actor.directory);
    const language = requestLanguage(request);
    const until = after(runtime, handOverAhead, at);
    const person = (id: string | null): HandOverLine['worker'] => {
      const a = id === null ? undefined : directory.appointment(id);
      return a === undefined ? null : { name: a.name, phone: a.phone };
    };
    const lines = (answer.items ?? []).map((row): HandOverLine => {
      const p = toProceeding(row);
      const weighed = registry.procedure(p.procedure, p.version)?.weighsDanger !== false;
      return {
        proceeding: p.id, title: say(texts, language, p.procedure), label: p.label, stageTitle: say(texts, language, `${p.procedure}.stage.${p.stage}`),
        danger: p.danger, weighed, due: p.due, termTitle: p.dueTerm === null ? null : say(texts, language, `term.${p.dueTerm}`),
        late: p.level > 0 || (p.due !== null && p.due < at), urgent: (weighed && p.danger >= pressing) || (p.due !== null && p.due < until),
        worker: person(p.worker), told: person(p.escalatedTo),
      };
    });
    const urgent = lines.filter((line) => line.urgent);
    const other = lines.filter((line) => !line.urgent);
    const sheet: HandOver = {
      at, until, by: actor.name ?? '', urgent: urgent.slice(0, most.urgent), other: other.slice(0, most.other),
      left: { urgent: Math.max(0, urgent.length - most.urgent), other: Math.max(0, other.length - most.other), more: lines.length > most.read },
    };
    return reply.header('cache-control', 'no-store').send(sheet);
  });
}
