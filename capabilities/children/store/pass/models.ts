/** Versions of the model as the database keeps them. */
import type { ClientBase } from 'pg';
import type { Model, Weight } from '../../domain/matching/children/model.ts';

export async function keepModel(client: ClientBase, m: Model): Promise<void> {
  await client.query('begin');
  await client.query('insert into children.matching_model values ($1, $2, $3, $4, $5, $6, $7)', [m.version, m.children, m.pairs, m.same, m.look, m.classes, m.shares]);
  for (const [place, w] of m.weights.entries()) {
    await client.query('insert into children.matching_weight values ($1, $2, $3, $4, $5, $6)', [m.version, place, w.field, w.level, w.weight, w.likely]);
  }
  await client.query('commit');
}

/** One version, or the newest; null where there is none. */
export async function readModel(client: ClientBase, version: string | null = null): Promise<Model | null> {
  const found = await client.query<Omit<Model, 'weights'>>(
    'select version, children, pairs::float8 as pairs, same, look, classes, shares from children.matching_model where version = coalesce($1, version) order by version desc limit 1', [version]);
  const [model] = found.rows;
  if (model === undefined) return null;
  const weights = await client.query<Weight>('select field, level, weight, likely from children.matching_weight where model = $1 order by place', [model.version]);
  return { ...model, weights: weights.rows };
}
