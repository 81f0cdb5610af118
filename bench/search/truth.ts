/** Of the made nation: children to ask for, the rows that are one child, and how many children a query fits without its slips. */
import type pg from 'pg';
import type { Facet, Query, Sample } from './queries.ts';

/** Children whose own row has everything right, evenly over the register. */
export async function samplesOf(client: pg.Client, count: number): Promise<Sample[]> {
  const { rows } = await client.query<Sample>(`
    select c.id as child, n.family, n.given, n.patronymic, c.born::text as born, c.district, c.iin,
      (select split_part(r.name, ' ', 2) from children.relation r where r.child = c.id and r.kind = 'mother' limit 1) as mother
    from (select t.child from nation.truth t where t.errors = '{}' and t.person % greatest(1, (select count(*) from nation.truth) / ($1 * 3)) = 0) t
    join children.child c on c.id = t.child and c.born_precision = 'day' join children.child_name n on n.child = c.id
    where n.family is not null and n.given is not null order by md5(c.id::text) limit $1`, [count]);
  return rows;
}

/** Rows that are the same child as each of these. */
export async function sameAs(client: pg.Client, children: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
  const { rows } = await client.query<{ child: string; rows: string[] }>(
    `select t.child, array_agg(o.child) as rows from nation.truth t join nation.truth o on o.person = t.person where t.child = any ($1) group by 1`, [children]);
  return new Map(rows.map((r) => [r.child, new Set(r.rows)]));
}

/** A condition on a row of the index `x`, beside the child's own `p`. */
const fits: Readonly<Record<Facet, string>> = {
  family: 'x.family = p.family',
  given: 'x.given = p.given',
  patronymic: 'x.patronymic = p.patronymic',
  mother: '(x.mother = p.mother or x.father = p.mother)',
  day: 'x.born = p.born',
  year: `x.born between date_trunc('year', p.born)::date and (date_trunc('year', p.born) + interval '1 year - 1 day')::date`,
  // Born within the same year of age on the day of asking.
  age: `age($2::date, x.born) >= make_interval(years => extract(year from age($2::date, p.born))::int) and age($2::date, x.born) < make_interval(years => extract(year from age($2::date, p.born))::int + 1)`,
  district: 'x.district = p.district',
  iin: 'x.child = p.child',
};

export const mostAlike = 10;

/** How many children each query fits, counted up to eleven. */
export async function fitting(client: pg.Client, queries: readonly Query[], today: string): Promise<number[]> {
  await client.query('set enable_seqscan = off');
  const known = new Map<string, number>();
  for (const q of queries) {
    const key = `${q.child} ${q.facets.join()}`;
    if (known.has(key)) continue;
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from (select distinct x.child from (select * from children.pointer where child = $1 limit 1) p join children.pointer x on ${q.facets.map((f) => fits[f]).join(' and ')} and $2::date is not null limit ${mostAlike + 1}) y`,
      [q.child, today]);
    known.set(key, rows[0]?.n ?? 0);
  }
  await client.query('set enable_seqscan = on');
  return queries.map((q) => known.get(`${q.child} ${q.facets.join()}`) ?? 0);
}
