/** What goes into an export: read under the caller's own rights, by the very functions that his pages read by. */
import type pg from 'pg';
import type { FastifyRequest } from 'fastify';
import type { StoryLine } from '#kernel/contract.ts';
import { viewWorld } from '#kernel/http/proceedings.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { toActor, toProceeding, type ActorRow, type ProceedingRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { proceedingView, storyView, type ReadAnswer } from '#kernel/procedures/view.ts';
import { figure } from '#kernel/signin/common.ts';
import { formatDateTime } from '#kernel/texts/format.ts';
import { say } from '#kernel/texts/text.ts';
import { csv } from '#kernel/texts/csv.ts';
import { xlsx } from '#kernel/texts/xlsx.ts';
import { documentOf } from './domain/document.ts';
import { tableOf } from './domain/list.ts';
import type { What } from './domain/ask.ts';
import { exportEntries, exportRows } from './terms.ts';
import type { Entry } from './zip.ts';

export interface Asked {
  readonly runtime: Runtime;
  readonly request: FastifyRequest;
  readonly client: pg.ClientBase;
  readonly token: Buffer | null;
  readonly at: string;
  readonly actor: ActorRow;
  readonly route: string;
  readonly mark: string;
}

export interface Content {
  readonly proceedings: readonly string[];
  readonly entries: readonly Entry[];
}

const tooLarge = (): Refusal => refuse('export-too-large', 409);

async function answerOf<T>(client: pg.ClientBase, text: string, values: readonly unknown[]): Promise<T> {
  const { rows } = await client.query<{ answer: T }>(text, [...values]);
  if (rows[0] === undefined) throw new Error('no answer');
  return rows[0].answer;
}

async function ofProceeding(asked: Asked, id: string): Promise<Content | Refusal> {
  const { runtime, request, client, token, at, actor, route, mark } = asked;
  const answer = await answerOf<ReadAnswer>(client, 'select kernel.read_proceeding($1, $2, $3, $4) as answer', [token, at, id, route]);
  const world = await viewWorld(runtime, request, actor.directory, answer.keys ?? []);
  const view = answer.missing === true ? null : proceedingView(answer, toActor(actor), world);
  // What break-glass shows is read here, and taken nowhere.
  if (view === null || view.breakGlass !== null) return refuse('not-found', 404);
  const story: StoryLine[] = [...view.story];
  let names = view.names;
  while ((story.at(-1)?.sequence ?? 1) > 1) {
    if (story.length > figure(runtime, exportEntries, at)) return tooLarge();
    const page = await answerOf<ReadAnswer>(client, 'select kernel.read_story($1, $2, $3, $4, $5) as answer', [token, at, id, story.at(-1)?.sequence, route]);
    const more = storyView(page, toActor(actor), world);
    if (more === null || more.story.length === 0) break;
    story.push(...more.story);
    names = { ...names, ...more.names };
  }
  const { language } = world;
  const first = (keys: readonly string[]): string | null => keys.map((key) => runtime.texts[key]?.[language]).find((text) => text !== undefined) ?? null;
  const text = documentOf(view, story.toReversed(), names, mark, { language, first, say: (key) => say(runtime.texts, language, key) });
  return { proceedings: [id], entries: [{ name: 'proceeding.html', content: text }] };
}

/** The function behind the page that shows this list, and what it is asked after token and time, before the route. */
function questionOf({ scope, procedure, worker }: Extract<What, { kind: 'list' }>, most: number): readonly [string, readonly unknown[]] {
  if (scope === 'mine') return ['select kernel.my_day($1, $2, null, null, null, $3, $4) as answer', [most]];
  if (worker !== null) return ['select kernel.list_of_worker($1, $2, $3, $4, $5, 0::smallint, false, null, null, null, $6, $7) as answer', [scope, procedure, worker, most]];
  return ['select kernel.list_open($1, $2, $3, $4, null, null, null, $5, $6) as answer', [scope, procedure, most]];
}

async function ofList(asked: Asked, what: Extract<What, { kind: 'list' }>): Promise<Content | Refusal> {
  const { runtime, request, client, token, at, actor, route, mark } = asked;
  const most = figure(runtime, exportRows, at);
  const [text, values] = questionOf(what, most + 1);
  const answer = await answerOf<{ items?: { row: ProceedingRow }[] | null }>(client, text, [token, at, ...values, route]);
  const rows = (answer.items ?? []).map(({ row }) => toProceeding(row));
  if (rows.length > most) return tooLarge();
  const { texts, language, directory } = await viewWorld(runtime, request, actor.directory);
  const table = tableOf(rows, mark, {
    say: (key) => say(texts, language, key),
    moment: (moment) => formatDateTime(moment, language),
    district: (code) => directory.district(code)?.names[language] ?? code,
  });
  const content = what.format === 'csv' ? csv([[mark], ...table]) : await xlsx('Qorgan', table);
  return { proceedings: [...new Set(rows.map((p) => p.id))], entries: [{ name: `list.${what.format}`, content }] };
}

export const contentOf = (asked: Asked, what: What): Promise<Content | Refusal> => (what.kind === 'proceeding' ? ofProceeding(asked, what.proceeding) : ofList(asked, what));
