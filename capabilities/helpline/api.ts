/** Appeals by number and code, and the public form's door. The queue itself is the uniform list of the desk. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { applicantToken } from '#kernel/access/code.ts';
import { guessed } from '#kernel/access/guesses.ts';
import { numberAndCode } from '#kernel/access/number.ts';
import { writeOf } from '#kernel/http/call.ts';
import { sendRefusal } from '#kernel/http/body.ts';
import { requestLanguage } from '#kernel/http/problem.ts';
import { readProceeding } from '#kernel/http/proceedings.ts';
import { tokenOf } from '#kernel/http/call.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { performStart, performStep, type Write } from '#kernel/procedures/perform.ts';
import { recordsOf, type ProceedingRow } from '#kernel/procedures/rows.ts';
import { worldOf, type Runtime } from '#kernel/procedures/runtime.ts';
import { validateInput } from '#kernel/procedures/schemas.ts';
import type { Language } from '#kernel/contract.ts';
import { isDate, isInstant } from '#kernel/terms/almaty.ts';
import { say } from '#kernel/texts/text.ts';
import { AppealInput, LookupInput, type AppealState, type TalkRecord } from './contract.ts';
import { mountDesk } from './desk.ts';

/** Takes an appeal. The number and code follow from the key, so a repeated key gives the same. */
export async function takeAppeal(runtime: Runtime, write: Write): Promise<{ number: string; code: string; status: number; proceeding: string } | Refusal> {
  const invalid = validateInput(AppealInput, write.input);
  if (invalid !== null) return invalid;
  const done = await performStart(runtime, write, 'helpline.appeal');
  if (isRefusal(done)) return done;
  const input = write.input as AppealInput;
  const directory = await runtime.directory(null);
  const actor = done.actor.appointment ?? done.actor.role;
  const { derive } = worldOf(runtime, directory, runtime.clock(), `${actor}/${write.key}`);
  return { ...numberAndCode(derive, 'helpline', input.language ?? 'kk'), status: done.status, proceeding: done.proceeding };
}

/** What the holder of number and code may see: where it stands, and the talk. Not found: no such appeal, or not this code. */
export async function lookUp(runtime: Runtime, number: string, code: string, language: Language, route: string): Promise<(AppealState & { id: string }) | Refusal> {
  const answer = await readByCode(runtime, number, code, route);
  if (isRefusal(answer)) return answer;
  const { row, talk } = answer;
  return {
    id: row.id,
    number: row.label,
    state: talk.state,
    stateText: say(runtime.texts, language, `helpline.state.${talk.state}`),
    messages: talk.messages.map((m) => ({
      from: m.from,
      at: m.at,
      text: m.text ?? (m.key === undefined ? '' : say(runtime.texts, language, m.key, m.params)),
    })),
    sequence: row.sequence,
    final: row.final,
  };
}

const readByCode = (runtime: Runtime, number: string, code: string, route: string): Promise<{ row: ProceedingRow; talk: TalkRecord } | Refusal> =>
  guessed(runtime, number, () => findByCode(runtime, number, code, route));

async function findByCode(runtime: Runtime, number: string, code: string, route: string): Promise<{ row: ProceedingRow; talk: TalkRecord } | null> {
  const token = applicantToken(number, code);
  const { rows } = await runtime.pool.query<{ actor: { proceeding: string | null } | null }>('select kernel.enter($1, $2) as actor', [token, runtime.clock()]);
  const own = rows[0]?.actor?.proceeding;
  if (own === undefined || own === null) return null;
  const answer = await readProceeding(runtime, token, own, route);
  const [row] = answer.proceedings ?? [];
  if (row === undefined) return null;
  const talk = recordsOf(answer.records ?? []).get(own)?.['talk'] as TalkRecord | undefined;
  return { row, talk: talk ?? { state: 'received', messages: [] } };
}

/** A step of the applicant himself, by number and code: `write` or `withdraw`. */
export async function applicantStep(runtime: Runtime, write: Omit<Write, 'token'>, by: { number: string; code: string }, name: 'write' | 'withdraw'): Promise<Refusal | null> {
  const found = await readByCode(runtime, by.number, by.code, write.address);
  if (isRefusal(found)) return found;
  const declared = runtime.registry.current('helpline.appeal', runtime.clock())?.steps[name];
  if (declared === undefined) return refuse('not-found', 404);
  const done = await performStep(
    runtime,
    { ...write, token: applicantToken(by.number, by.code) },
    { id: found.row.id, procedure: 'helpline.appeal', name, expected: null, validate: () => validateInput(declared.input, write.input) },
  );
  return isRefusal(done) ? done : null;
}

export function mountHelpline(app: FastifyInstance, runtime: Runtime): void {
  mountDesk(app, runtime);
  const problem = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) => sendRefusal(request, reply, refusal, runtime.texts);

  app.post('/api/helpline/appeals', async (request, reply) => {
    const write = writeOf(request, tokenOf(request));
    if (isRefusal(write)) return problem(request, reply, write);
    const taken = await takeAppeal(runtime, write);
    if (isRefusal(taken)) return problem(request, reply, taken);
    return reply.code(taken.status).header('cache-control', 'no-store').send({ number: taken.number, code: taken.code });
  });

  app.post('/api/helpline/appeals/lookup', async (request, reply) => {
    const invalid = validateInput(LookupInput, request.body);
    if (invalid !== null) return problem(request, reply, invalid);
    const { number, code } = request.body as LookupInputType;
    const found = await lookUp(runtime, number, code, requestLanguage(request), 'POST /api/helpline/appeals/lookup');
    if (isRefusal(found)) return problem(request, reply, found);
    const { id: _id, ...state } = found;
    return reply.header('cache-control', 'no-store').send(state);
  });

  app.get('/api/helpline/counts', async (request, reply) => {
    const { from = '2000-01-01', until = '2100-01-01' } = request.query as { from?: string; until?: string };
    const wrong = Object.entries({ from, until }).filter(([, day]) => !isDate(day) && !isInstant(day));
    if (wrong.length > 0) return problem(request, reply, refuse('invalid-input', 400, {}, { fields: wrong.map(([name]) => ({ path: `/${name}`, code: 'format' })) }));
    const { rows } = await runtime.pool.query<{ answer: CountsAnswer }>('select helpline.counts($1, $2, $3, $4) as answer', [
      tokenOf(request), runtime.clock(), from, until,
    ]);
    const answer = rows[0]?.answer;
    if (answer?.actor === undefined) return problem(request, reply, refuse('no-session', 401));
    if (answer.refused === true) return problem(request, reply, refuse('not-found', 404));
    return reply.header('cache-control', 'no-store').send(answer.counts ?? []);
  });

  for (const name of ['write', 'withdraw'] as const) {
    app.post(`/api/helpline/appeals/${name}`, async (request, reply) => {
      const write = writeOf(request, null);
      if (isRefusal(write)) return problem(request, reply, write);
      const { number, code, ...input } = (request.body ?? {}) as { number?: unknown; code?: unknown };
      const invalid = validateInput(LookupInput, { number, code });
      if (invalid !== null) return problem(request, reply, invalid);
      const refusal = await applicantStep(runtime, { ...write, input }, { number: String(number), code: String(code) }, name);
      if (refusal !== null) return problem(request, reply, refusal);
      const state = await lookUp(runtime, String(number), String(code), requestLanguage(request), write.address);
      return reply.header('cache-control', 'no-store').send(isRefusal(state) ? {} : { ...state, id: undefined });
    });
  }
}
interface CountsAnswer {
  actor?: object;
  refused?: true;
  counts?: { channel: string; region: string; outcome: string; n: number }[];
}
type LookupInputType = { number: string; code: string };
