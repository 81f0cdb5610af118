/** /api/calendar: switched on and off by whoever acts; and the calendar itself, for programs that know only its address. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#kernel/contract.ts';
import { alone, assertCommitted, flight, withClient, type Query } from '#kernel/db/pool.ts';
import { bodyOf } from '#kernel/http/body.ts';
import { keyOf, tokenOf } from '#kernel/http/call.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { siteOf } from '#kernel/http/site.ts';
import { hmac } from '#kernel/journal/hmac.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { instant, type ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { figure, sha256 } from '#kernel/signin/common.ts';
import { NoInput } from '#kernel/signin/inputs.ts';
import { requireStepUp } from '#kernel/signin/sessions.ts';
import { almatyDate, endOfDay } from '#kernel/terms/almaty.ts';
import { numberOf } from '#kernel/texts/number.ts';
import { say } from '#kernel/texts/text.ts';
import type { CalendarMade, CalendarState } from './contract.ts';
import { icalendar, type Event } from './domain/ics.ts';
import { mostEvents } from './terms.ts';

interface FeedAnswer {
  readonly language: Language;
  readonly events: readonly { readonly id: string; readonly proceeding: string; readonly term: string; readonly due: string }[];
}

const mine = 'select created_at from calendar.feed where appointment = kernel.one(\'appointment\') and ended_at is null';
const end = 'update calendar.feed set ended_at = $1 where appointment = kernel.one(\'appointment\') and ended_at is null';
const fileName = /^([\w-]{43})\.ics$/;

/** Under the caller's own rights, in one transaction. Answers what `query` answers. */
async function asCaller<T>(runtime: Runtime, request: FastifyRequest, query: (actor: ActorRow) => Query): Promise<T | undefined | Refusal> {
  return withClient(runtime.pool, async (client) => {
    const [, entered] = await flight(client, [{ text: 'begin' }, { name: 'enter', text: 'select kernel.enter($1, $2) as actor', values: [tokenOf(request), runtime.clock()] }]);
    const actor = (entered?.rows[0] as { actor: ActorRow | null }).actor;
    if (actor?.appointment == null) return refuse('no-session', 401);
    const answers = await flight(client, [query(actor), { text: 'commit' }]);
    assertCommitted(answers.at(-1));
    return answers[0]?.rows[0] as T | undefined;
  });
}

/** What lasts to the end of a day is a day; everything else a moment. Number and kind of task: no name, no word of a case. */
const eventOf = (runtime: Runtime, language: Language, origin: string) => ({ id, proceeding, term, due }: FeedAnswer['events'][number]): Event => {
  const at = instant(due);
  const day = almatyDate(at);
  return {
    uid: `${id}@qorgan`, at: at === endOfDay(day) ? day : at, summary: `${say(runtime.texts, language, `term.${term}`)} · № ${numberOf(proceeding)}`,
    url: `${origin}/app/proceedings/${proceeding}`,
  };
};

export function mountCalendar(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;

  app.get('/api/calendar', async (request, reply) => {
    const found = await asCaller<{ created_at: string }>(runtime, request, () => ({ name: 'my_calendar', text: mine }));
    if (isRefusal(found)) return sendProblem(request, reply, found, texts);
    const state: CalendarState = { since: found === undefined ? null : instant(found.created_at) };
    return reply.header('cache-control', 'no-store').send(state);
  });

  app.post('/api/calendar', async (request, reply) => {
    const key = keyOf(request);
    if (isRefusal(key)) return sendProblem(request, reply, key, texts);
    const proof = await requireStepUp(runtime, tokenOf(request));
    if (proof?.status === 401) return sendProblem(request, reply, proof, texts);
    const input = bodyOf<object>(request, NoInput);
    if (isRefusal(input)) return sendProblem(request, reply, input, texts);
    if (proof !== null) return sendProblem(request, reply, proof, texts);
    let secret: Buffer = Buffer.alloc(0);
    // By the key: a call that is sent again gives the same address, and no third one.
    const begun = await asCaller<{ begun: boolean }>(runtime, request, (actor) => {
      secret = hmac(runtime.secret, `calendar\n${actor.appointment ?? ''}\n${key}`);
      return { name: 'begin_calendar', text: 'select calendar.switch_on($1, $2, $3) as begun', values: [sha256(secret), requestLanguage(request), runtime.clock()] };
    });
    if (isRefusal(begun)) return sendProblem(request, reply, begun, texts);
    if (begun?.begun !== true) return sendProblem(request, reply, refuse('key-reused', 422), texts);
    const made: CalendarMade = { address: `/api/calendar/feeds/${secret.toString('base64url')}.ics` };
    return reply.code(201).header('cache-control', 'no-store').send(made);
  });

  /** No proof is asked for: whoever shuts a door opens none. */
  app.delete('/api/calendar', async (request, reply) => {
    const ended = await asCaller(runtime, request, () => ({ name: 'end_calendar', text: end, values: [runtime.clock()] }));
    return isRefusal(ended) ? sendProblem(request, reply, ended, texts) : reply.code(204).send();
  });

  app.get<{ Params: { name: string } }>('/api/calendar/feeds/:name', async (request, reply): Promise<FastifyReply> => {
    const token = fileName.exec(request.params.name)?.[1];
    const now = runtime.clock();
    const values = [Buffer.from(token ?? '', 'base64url'), now, figure(runtime, mostEvents, now), 'GET /api/calendar/feeds/:name'];
    const answer = token === undefined ? null : await alone<FeedAnswer | null>(runtime.pool, { name: 'read_calendar', text: 'select calendar.read($1, $2, $3, $4) as answer', values });
    if (answer === null) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const { language, events } = answer;
    const text = icalendar({ name: say(texts, language, 'calendar.name'), now, events: events.map(eventOf(runtime, language, siteOf(request)?.origin ?? '')) });
    return reply.header('cache-control', 'no-store').type('text/calendar; charset=utf-8').send(text);
  });
}
