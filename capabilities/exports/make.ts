/** Makes an export: reads, packs and writes it with its traces in one transaction, and hands out the password this once. */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Language } from '#kernel/contract.ts';
import type { Directory } from '#kernel/access/lookup.ts';
import { assertCommitted, flight, withClient } from '#kernel/db/pool.ts';
import { requestLanguage } from '#kernel/http/problem.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { ActorRow } from '#kernel/procedures/rows.ts';
import { newIdAt, type Runtime } from '#kernel/procedures/runtime.ts';
import { after, figure } from '#kernel/signin/common.ts';
import { formatDateTime } from '#kernel/texts/format.ts';
import { numberOf } from '#kernel/texts/number.ts';
import { say } from '#kernel/texts/text.ts';
import { mayExport, type ExportInput, type ExportMade } from './contract.ts';
import { whatOf, type What } from './domain/ask.ts';
import { contentOf } from './read.ts';
import { exportFetches, exportLives } from './terms.ts';
import { viewOf, type ExportRow } from './rows.ts';
import { newPassword, zipOf } from './zip.ts';

export interface Wish {
  readonly token: Buffer | null;
  readonly key: string;
  readonly input: ExportInput;
  /** Of what came in, so that a repeat is known. */
  readonly body: string;
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const route = 'POST /api/exports';
const byKey = `select e.*, exists (select 1 from exports.content c where c.export = e.id) as there
  from exports.export e where e.appointment = kernel.one('appointment') and e.key = $1`;

function markOf(runtime: Runtime, language: Language, directory: Directory, actor: ActorRow, made: { number: string; at: string; input: ExportInput }): string {
  const words = (key: string): string => say(runtime.texts, language, key);
  const house = directory.organisation(actor.organisation ?? '')?.names[language] ?? '';
  return [
    `Qorgan № ${made.number}`, [actor.name, words(`role.${actor.role}`), house].filter((w) => w !== null && w !== '').join(', '),
    formatDateTime(made.at, language), `${words(`exports.purpose.${made.input.purpose}`)}: ${made.input.words.replace(/\s+/g, ' ').trim()}`,
  ].join(' · ');
}

async function once(runtime: Runtime, request: FastifyRequest, wish: Wish, what: What): Promise<ExportMade | Refusal> {
  const at = runtime.clock();
  const { token, key, input } = wish;
  return withClient(runtime.pool, async (client) => {
    // What one sees by break-glass alone is for three hours and one's own eyes: it is not taken out.
    const [, , entered, known] = await flight(client, [
      { text: 'begin' },
      { text: `select set_config('qorgan.glass', 'off', true)` },
      { name: 'enter', text: 'select kernel.enter($1, $2) as actor', values: [token, at] },
      { name: 'export_by_key', text: byKey, values: [key] },
    ]);
    const actor = (entered?.rows[0] as { actor: ActorRow | null }).actor;
    if (actor?.appointment == null) return refuse('no-session', 401);
    if (!mayExport(actor.role, what.kind)) return refuse('not-found', 404);
    const directory = await runtime.directory(actor.directory);
    const before = known?.rows[0] as ExportRow | undefined;
    if (before !== undefined) {
      return before.request === sha256(wish.body) ? { ...viewOf(before, { actor, directory, at }), password: null } : refuse('key-reused', 422);
    }
    const id = newIdAt(at);
    const number = numberOf(id);
    const mark = markOf(runtime, requestLanguage(request), directory, actor, { number, at, input });
    const content = await contentOf({ runtime, request, client, token, at, actor, route, mark }, what);
    if (isRefusal(content)) {
      // That he asked is a look, and stays.
      await client.query('commit');
      return content;
    }
    const password = newPassword();
    const file = await zipOf(content.entries, password, at);
    const row: ExportRow = {
      id, number, at, role: actor.role, appointment: actor.appointment, person: actor.person ?? '', organisation: actor.organisation ?? '', what: what.kind,
      scope: what.kind === 'list' ? what.scope : null, purpose: input.purpose, words: input.words.trim(), rows: content.proceedings.length,
      until: after(runtime, exportLives, at), most: figure(runtime, exportFetches, at), taken: 0, sha256: sha256(file), key, request: sha256(wish.body),
    };
    const answers = await flight(client, [
      { name: 'make_export', text: 'select exports.make($1, $2, $3, $4)', values: [JSON.stringify(row), file, content.proceedings, route] },
      { text: 'commit' },
    ]);
    assertCommitted(answers.at(-1));
    return { ...viewOf({ ...row, there: true }, { actor, directory, at }), password };
  });
}

export async function makeExport(runtime: Runtime, request: FastifyRequest, wish: Wish): Promise<ExportMade | Refusal> {
  const what = whatOf(wish.input);
  if (isRefusal(what)) return what;
  try {
    return await once(runtime, request, wish, what);
  } catch (error) {
    // The same key at the same time: the other one made it.
    if ((error as { code?: unknown }).code !== '23505') throw error;
    return once(runtime, request, wish, what);
  }
}
