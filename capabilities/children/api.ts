/** /api/children/search and /api/children/:id. Each is one flight with its look in it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Names } from '#kernel/access/directory.ts';
import { flight, withClient } from '#kernel/db/pool.ts';
import { bodyOf } from '#kernel/http/body.ts';
import { isUuid, tokenOf } from '#kernel/http/call.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { instant, toProceeding, type ActorRow, type ProceedingRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { almatyDate, isDate } from '#kernel/terms/almaty.ts';
import { say } from '#kernel/texts/text.ts';
import type { ChildCard, ChildName, ChildRelation, FoundChild, FoundChildren } from './contract.ts';
import { checkIin, maskIin } from './domain/iin.ts';
import { SearchInput } from './domain/inputs.ts';
import { shortName, unmixed } from './domain/names.ts';

interface SearchRow {
  id: string;
  reasons: FoundChild['reasons'];
  card: { names: ChildName[]; born: string | null; precision: ChildCard['precision']; sex: ChildCard['sex']; district: string | null } | null;
  desk: { names: Names; phone: string | null } | null;
  open: FoundChild['open'];
}
interface SearchAnswer {
  actor?: ActorRow;
  missing?: true;
  narrow?: true;
  found?: SearchRow[];
}

interface ReadAnswer {
  actor?: ActorRow;
  missing?: true;
  child?: {
    id: string; born: string | null; born_precision: ChildCard['precision']; sex: ChildCard['sex']; iin: string | null; iin_reason: ChildCard['iinReason'];
    language: string | null; sign_language: boolean; interpreter: string | null; warnings: string | null; region: string; district: string | null; died_on: string | null;
  };
  names?: ChildName[];
  groups?: ChildCard['groups'];
  relations?: (ChildRelation & { spelt: ChildName[] | null })[];
  same?: string[];
  clashes?: ({ names: Names; phone: string | null } | null)[];
  proceedings?: ProceedingRow[];
}

const spelling = (n: ChildName): string => [n.family, n.given, n.patronymic].filter((p) => p !== null).join(' ');

const foundChild = ({ id, reasons, card, desk, open }: SearchRow): FoundChild => ({
  id,
  reasons,
  card: card === null ? null : {
    name: card.names[0] === undefined ? null : shortName(card.names[0]),
    spellings: card.names.map(spelling),
    born: card.born, precision: card.precision, sex: card.sex, district: card.district,
  },
  desk: card === null ? desk : null,
  open,
});

async function childCard(runtime: Runtime, answer: ReadAnswer, language: ReturnType<typeof requestLanguage>): Promise<ChildCard | null> {
  const { child } = answer;
  if (child === undefined) return null;
  const directory = await runtime.directory(answer.actor?.directory ?? null);
  return {
    id: child.id,
    born: child.born, precision: child.born_precision, sex: child.sex,
    iin: child.iin === null ? null : maskIin(child.iin), iinReason: child.iin_reason,
    language: child.language, signLanguage: child.sign_language, interpreter: child.interpreter, warnings: child.warnings,
    region: child.region, district: child.district, diedOn: child.died_on,
    names: (answer.names ?? []).map((n) => ({ ...n, at: instant(n.at) })),
    groups: answer.groups ?? [],
    relations: (answer.relations ?? []).map(({ spelt, ...r }) => ({ ...r, name: spelt?.[0] === undefined ? r.name : shortName(spelt[0]) })),
    same: answer.same ?? [],
    clashes: (answer.clashes ?? []).filter((c) => c !== null),
    proceedings: (answer.proceedings ?? []).map(toProceeding).map((p) => ({
      id: p.id, procedure: p.procedure, title: say(runtime.texts, language, p.procedure), stage: p.stage,
      stageTitle: say(runtime.texts, language, `${p.procedure}.stage.${p.stage}`), final: p.final, danger: p.danger, sequence: p.sequence, due: p.due,
      openedAt: p.openedAt, closedAt: p.closedAt, worker: directory.appointment(p.worker)?.name ?? null,
    })),
  };
}

const asText = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);

/** What is asked for, or which part of it cannot be asked. */
function asked(query: unknown, today: string): { q: string | null; born: string | null; iin: string | null } | Refusal {
  const { q, born, iin } = query as Record<string, unknown>;
  const [name, day, number] = [asText(q), asText(born), asText(iin)];
  const fields: { path: string; code: string }[] = [];
  if (name === null && number === null) fields.push({ path: '/q', code: 'required' });
  if (name !== null && name.length > 400) fields.push({ path: '/q', code: 'too-long' });
  if (name?.includes('\u0000') === true) fields.push({ path: '/q', code: 'format' });
  if (name !== null && !/[\p{L}\p{N}]{2}/u.test(name)) fields.push({ path: '/q', code: 'too-short' });
  if (day !== null && !isDate(day)) fields.push({ path: '/born', code: 'format' });
  else if (day !== null && day > today) fields.push({ path: '/born', code: 'birth-date.future' });
  const checked = number === null ? null : checkIin(number);
  if (checked !== null && !checked.ok) fields.push({ path: '/iin', code: checked.code });
  if (fields.length > 0) return refuse('invalid-input', 400, {}, { fields });
  return { q: name === null ? null : unmixed(name), born: day, iin: checked?.ok === true ? checked.iin : null };
}

export function mountChildren(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;

  const search = async (request: FastifyRequest, reply: FastifyReply, sent: unknown): Promise<FastifyReply> => {
    const wanted = asked(sent, almatyDate(runtime.clock()));
    if ('refused' in wanted) return sendProblem(request, reply, wanted, texts);
    const answer = await withClient(runtime.pool, async (client) => {
      const answers = await flight(client, [
        { text: 'begin' },
        {
          name: 'children_search', text: 'select children.search($1, $2, $3, $4, $5, $6) as answer',
          values: [tokenOf(request), runtime.clock(), wanted.q, wanted.born, wanted.iin, `${request.method} /api/children/search`],
        },
        { text: 'commit' },
      ]);
      return (answers[1]?.rows[0] as { answer: SearchAnswer }).answer;
    });
    if (answer.actor === undefined || answer.actor.appointment === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    if (answer.missing === true) return sendProblem(request, reply, refuse('not-found', 404), texts);
    if (answer.narrow === true) return sendProblem(request, reply, refuse('search-narrow', 400, {}, { fields: [{ path: '/born', code: 'required' }] }), texts);
    const found: FoundChildren = { found: (answer.found ?? []).map(foundChild) };
    return reply.header('cache-control', 'no-store').send(found);
  };
  app.get('/api/children/search', (request, reply) => search(request, reply, request.query));
  app.post('/api/children/search', (request, reply) => {
    const sent = bodyOf<SearchInput>(request, SearchInput);
    return isRefusal(sent) ? sendProblem(request, reply, sent, texts) : search(request, reply, sent);
  });

  app.get<{ Params: { id: string } }>('/api/children/:id', async (request, reply) => {
    const { id } = request.params;
    if (!isUuid(id)) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const answer = await withClient(runtime.pool, async (client) => {
      const answers = await flight(client, [
        { text: 'begin' },
        { name: 'children_read', text: 'select children.read($1, $2, $3, $4) as answer', values: [tokenOf(request), runtime.clock(), id, 'GET /api/children/:id'] },
        { text: 'commit' },
      ]);
      return (answers[1]?.rows[0] as { answer: ReadAnswer }).answer;
    });
    if (answer.actor === undefined) return sendProblem(request, reply, refuse('no-session', 401), texts);
    const card = answer.missing === true ? null : await childCard(runtime, answer, requestLanguage(request));
    if (card === null) return sendProblem(request, reply, refuse('not-found', 404), texts);
    return reply.header('cache-control', 'no-store').send(card);
  });
}
