/** GET /api/children/duplicates/:id: both sides of a pair, for whoever may know both. One flight, a look at each child. */
import type { FastifyInstance } from 'fastify';
import type { Names } from '#kernel/access/directory.ts';
import type { Directory } from '#kernel/access/lookup.ts';
import { flight, withClient } from '#kernel/db/pool.ts';
import { isUuid, tokenOf } from '#kernel/http/call.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { instant, type ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import { say } from '#kernel/texts/text.ts';
import type { ChildName, DuplicateView, Likely, PairSource, Side } from './contract.ts';
import { compareSides } from './domain/compare.ts';
import { shortName } from './domain/names.ts';

interface Answer {
  actor?: ActorRow;
  missing?: true;
  one?: SideRow;
  other?: SideRow;
  likeness?: { weight: number | null; reasons: readonly { field?: string; level?: string; weight?: number }[]; likely: Likely; source: PairSource } | null;
  joined?: boolean;
}
type SideRow = Omit<Side, 'place' | 'relations'> & { readonly relations: readonly (Side['relations'][number] & { readonly spelt: readonly ChildName[] | null })[] };

const placeOf = (directory: Directory, row: SideRow): Names | null => {
  const district = row.district === null ? undefined : directory.district(row.district);
  return district?.names ?? directory.region(row.region)?.names ?? null;
};

const sideOf = (row: SideRow, directory: Directory): Side => ({
  ...row,
  names: row.names.map((n) => ({ ...n, at: instant(n.at) })),
  since: instant(row.since),
  place: placeOf(directory, row),
  relations: row.relations.map(({ kind, name, spelt }) => ({ kind, name: spelt?.[0] === undefined ? name : shortName(spelt[0]) })),
});

/** `children.likeness.born.day-and-month-swapped`; a level that has no words is not shown. */
const reasonText = (field: string, level: string): string => `children.likeness.${field}.${level.replaceAll(/[^a-z0-9]+/g, '-')}`;

export function mountDuplicates(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;
  app.get<{ Params: { id: string } }>('/api/children/duplicates/:id', async (request, reply) => {
    const { id } = request.params;
    if (!isUuid(id)) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const answer = await withClient(runtime.pool, async (client) => {
      const answers = await flight(client, [
        { text: 'begin' },
        { name: 'children_read_pair', text: 'select children.read_pair($1, $2, $3, $4) as answer', values: [tokenOf(request), runtime.clock(), id, 'GET /api/children/duplicates/:id'] },
        { text: 'commit' },
      ]);
      return (answers[1]?.rows[0] as { answer: Answer }).answer;
    });
    const { actor, one, other, likeness } = answer;
    if (actor === undefined) return sendProblem(request, reply, refuse('no-session', 401), texts);
    if (one === undefined || other === undefined) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const directory = await runtime.directory(actor.directory);
    const language = requestLanguage(request);
    const sides = [sideOf(one, directory), sideOf(other, directory)] as const;
    const reasons = (likeness?.reasons ?? [])
      .map((r) => ({ key: reasonText(r.field ?? '', r.level ?? ''), weight: r.weight ?? 0 }))
      .filter((r) => Object.hasOwn(texts, r.key) && r.weight !== 0)
      .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    const view: DuplicateView = {
      one: sides[0], other: sides[1], lines: compareSides(sides[0], sides[1]), joined: answer.joined === true,
      reasons: reasons.map((r) => ({ text: say(texts, language, r.key), speaks: r.weight > 0 ? 'for' : 'against' })),
      source: likeness?.source ?? 'entry', likely: likeness?.likely ?? null,
    };
    return reply.header('cache-control', 'no-store').send(view);
  });
}
