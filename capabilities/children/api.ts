/** /api/children/search, /api/children/:id and what is told of a child. Each is one flight with its look in it. */
import type { FastifyInstance } from 'fastify';
import type { Names } from '#kernel/access/directory.ts';
import { alone, flight, withClient } from '#kernel/db/pool.ts';
import type { DirectoryData } from '#kernel/access/directory.ts';
import type { Directory } from '#kernel/access/lookup.ts';
import type { Language } from '#kernel/contract.ts';
import { bodyOf } from '#kernel/http/body.ts';
import { isUuid, tokenOf } from '#kernel/http/call.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { instant, toProceeding, type ActorRow, type ProceedingRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { isRefusal, refuse } from '#kernel/problems/refusal.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { say } from '#kernel/texts/text.ts';
import type { ChildCard, ChildName, ChildPart, ChildRelation, FoundChild, FoundChildren, ToldOf } from './contract.ts';
import { birthdayOf } from './domain/age.ts';
import { maskIin } from './domain/iin.ts';
import { SearchInput } from './domain/inputs.ts';
import { shortName } from './domain/names.ts';
import { askedOf, narrowingsOf } from './domain/search/asked.ts';
import { gazetteerOf, type Gazetteer } from './domain/search/places.ts';
import { questionOf } from './domain/search/question.ts';
import { trusteeFrom } from './terms.ts';

interface SearchRow {
  id: string;
  reasons: FoundChild['reasons'];
  card: { names: ChildName[]; born: string | null; precision: ChildCard['precision']; sex: ChildCard['sex']; district: string | null } | null;
  small?: boolean;
  desk: { names: Names; phone: string | null } | null;
  open: FoundChild['open'];
}
export interface SearchAnswer {
  actor?: ActorRow;
  missing?: true;
  narrow?: true;
  found?: SearchRow[];
  more?: boolean;
  /** More than are shown fit equally well. */
  even?: boolean;
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
  same?: string[];
  clashes?: ({ names: Names; phone: string | null } | null)[];
  proceedings?: ProceedingRow[];
}

type Relatives = readonly (ChildRelation & { readonly spelt: readonly ChildName[] | null })[];

const spelling = (n: ChildName): string => [n.family, n.given, n.patronymic].filter((p) => p !== null).join(' ');

export const foundChild = ({ id, reasons, card, small, desk, open }: SearchRow): FoundChild => ({
  id,
  reasons,
  card: card === null ? null : {
    name: card.names[0] === undefined ? null : shortName(card.names[0]),
    spellings: card.names.map(spelling),
    born: card.born, precision: card.precision, sex: card.sex, district: card.district, small: small === true,
  },
  desk: card === null || small === true ? desk : null,
  open,
});

const toldOf = (runtime: Runtime, directory: Directory, rows: readonly ProceedingRow[], language: Language): readonly ToldOf[] =>
  rows.map(toProceeding).map((p) => ({
    id: p.id, procedure: p.procedure, title: say(runtime.texts, language, p.procedure), label: p.label, stage: p.stage,
    stageTitle: say(runtime.texts, language, `${p.procedure}.stage.${p.stage}`), final: p.final, danger: p.danger, weighed: runtime.registry.procedure(p.procedure, p.version)?.weighsDanger !== false, sequence: p.sequence, due: p.due,
    openedAt: p.openedAt, closedAt: p.closedAt, worker: directory.appointment(p.worker)?.name ?? null,
  }));

async function childCard(runtime: Runtime, answer: ReadAnswer, relatives: Relatives, language: Language): Promise<ChildCard | null> {
  const { child } = answer;
  if (child === undefined) return null;
  const directory = await runtime.directory(answer.actor?.directory ?? null);
  return {
    id: child.id,
    born: child.born, precision: child.born_precision, sex: child.sex,
    iin: child.iin === null ? null : maskIin(child.iin), iinReason: child.iin_reason,
    language: child.language, signLanguage: child.sign_language, interpreter: child.interpreter, warnings: child.warnings,
    region: child.region, district: child.district, diedOn: child.died_on,
    trusteeFrom: child.born === null || child.born_precision !== 'day' ? null : birthdayOf(child.born, runtime.registry.terms.value(trusteeFrom, runtime.clock()).value),
    names: (answer.names ?? []).map((n) => ({ ...n, at: instant(n.at) })),
    groups: answer.groups ?? [],
    relations: relatives.map(({ spelt, ...r }) => ({ ...r, name: spelt?.[0] === undefined ? r.name : shortName(spelt[0]) })),
    same: answer.same ?? [],
    clashes: (answer.clashes ?? []).filter((c) => c !== null),
    proceedings: toldOf(runtime, directory, answer.proceedings ?? [], language),
  };
}

/** Of the directory as it was last read; made again when it changes. */
const gazetteers = new WeakMap<DirectoryData, Gazetteer>();
function gazetteerFor(data: DirectoryData): Gazetteer {
  const known = gazetteers.get(data) ?? gazetteerOf(data);
  gazetteers.set(data, known);
  return known;
}

export function mountChildren(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;

  app.post('/api/children/search', async (request, reply) => {
    const sent = bodyOf<SearchInput>(request, SearchInput);
    if (isRefusal(sent)) return sendProblem(request, reply, sent, texts);
    const directory = await runtime.directory(null);
    const question = questionOf(sent, almatyDate(runtime.clock()), gazetteerFor(directory.data));
    if (question.faults.length > 0) return sendProblem(request, reply, refuse('invalid-input', 400, {}, { fields: question.faults }), texts);
    const region = question.region ?? (question.district === null ? null : (directory.district(question.district)?.region ?? null));
    const answer = await alone<SearchAnswer>(runtime.pool, {
      name: 'children_search', text: 'select children.search($1, $2, $3, $4) as answer',
      values: [tokenOf(request), runtime.clock(), JSON.stringify(askedOf({ ...question, region })), 'POST /api/children/search'],
    });
    if (answer.actor === undefined || answer.actor.appointment === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    if (answer.missing === true) return sendProblem(request, reply, refuse('not-found', 404), texts);
    if (answer.narrow === true) return sendProblem(request, reply, refuse('search-narrow', 400, {}, { fields: [{ path: '/born', code: 'required' }] }), texts);
    const found: FoundChildren = { found: (answer.found ?? []).map(foundChild), more: answer.more === true, narrow: answer.even === true ? narrowingsOf(question) : [] };
    return reply.header('cache-control', 'no-store').send(found);
  });

  app.get<{ Params: { id: string } }>('/api/children/:id', async (request, reply) => {
    const { id } = request.params;
    if (!isUuid(id)) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const { answer, relatives } = await withClient(runtime.pool, async (client) => {
      const [, read, family] = await flight(client, [
        { text: 'begin' },
        { name: 'children_read', text: 'select children.read($1, $2, $3, $4) as answer', values: [tokenOf(request), runtime.clock(), id, 'GET /api/children/:id'] },
        { name: 'children_relatives', text: 'select children.relatives($1) as relatives', values: [id] },
        { text: 'commit' },
      ]);
      return { ...(read?.rows[0] as { answer: ReadAnswer }), ...(family?.rows[0] as { relatives: Relatives }) };
    });
    if (answer.actor === undefined) return sendProblem(request, reply, refuse('no-session', 401), texts);
    const card = answer.missing === true ? null : await childCard(runtime, answer, relatives, requestLanguage(request));
    if (card === null) return sendProblem(request, reply, refuse('not-found', 404), texts);
    return reply.header('cache-control', 'no-store').send(card);
  });

  app.get<{ Params: { id: string } }>('/api/children/:id/proceedings', async (request, reply) => {
    const { id } = request.params;
    if (!isUuid(id)) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const answer = await alone<ReadAnswer>(runtime.pool, {
      name: 'children_part', text: 'select children.part($1, $2, $3, $4) as answer', values: [tokenOf(request), runtime.clock(), id, 'GET /api/children/:id/proceedings'],
    });
    if (answer.actor === undefined) return sendProblem(request, reply, refuse('no-session', 401), texts);
    if (answer.proceedings === undefined) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const part: ChildPart = { proceedings: toldOf(runtime, await runtime.directory(answer.actor.directory), answer.proceedings, requestLanguage(request)) };
    return reply.header('cache-control', 'no-store').send(part);
  });
}
