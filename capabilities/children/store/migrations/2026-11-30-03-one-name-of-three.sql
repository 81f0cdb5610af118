-- Where of three words only one is known as a name, of its many bearers those are weighed whom another word fits as well. Else as before (2026-11-30-01).
create or replace function children.rank(q children.question, known children.meaning[], bound integer, last boolean)
returns table (child uuid, cost integer, family integer, given integer, patronymic integer, parent integer, birth integer, sex integer, place integer, number integer, left_over integer)
language plpgsql stable set search_path = pg_catalog, children, pg_temp as $$
#variable_conflict use_column
declare
  day date := q.day;
  swapped date := q.swapped;
  close date[] := q.close;
  since date := q.since;
  until date := q.until;
  wanted_sex "char" := left(q.sex, 1)::"char";
  wanted_region smallint := (select p.id from children.index_place p where p.code = q.region);
  wanted_district smallint := (select p.id from children.index_place p where p.code = q.district);
  wanted_end smallint := q.iin_end;
  unused integer := q.unused;
  few_words boolean := q.words < 3;
  alone boolean := q.words = 1;
begin
  return query
  with meant as materialized (select m.w, m.part, m.name, min(m.cost)::integer as c from unnest(known) m group by 1, 2, 3),
  families as materialized (select m.w, m.name, m.c from meant m where m.part = 0 and m.c <= bound order by m.c, m.name limit 60),
  givens as materialized (select m.w, m.name, m.c from meant m where m.part = 1 and m.c <= bound order by m.c, m.name limit 60),
  pairs as materialized (
    select f.w as fw, g.w as gw, f.name as fn, g.name as gn, f.c as fc, g.c as gc
    from families f join givens g on g.w <> f.w and f.c + g.c <= case when day is null then bound else least(bound, 4) end order by f.c + g.c limit 250),
  others as materialized (
    select coalesce(array_agg(m.name) filter (where m.part = 2), '{}') as fathers, coalesce(array_agg(m.name) filter (where m.part = 1), '{}') as parents from meant m),
  -- The nearest names first, and never more rows than can be weighed in time.
  full_names as materialized (
    -- Where a full name is common, the rows that fit the rest best.
    (select r.*, p.fw, p.gw, p.fc, p.gc from pairs p
    cross join lateral (
      select x.* from children.pointer x where x.family = p.fn and x.given = p.gn
      order by coalesce(children.birth_cost(day, close, since, until, x.born, x.precision), 0)
        + case when few_words or x.patronymic = any ((select o.fathers from others o)::integer[])
          or x.mother = any ((select o.parents from others o)::integer[]) or x.father = any ((select o.parents from others o)::integer[]) then 0 else unused end
        + case when wanted_district is null or x.district = wanted_district then 0 when x.region = wanted_region then 2 else 4 end
        + case when wanted_end is null or x.iin_end = wanted_end then 0 else 6 end + case when wanted_sex is null or x.sex = wanted_sex then 0 else 5 end
      limit 30) r
    where p.fc + p.gc <= 1 limit 500)
    union all
    (select r.*, p.fw, p.gw, p.fc, p.gc from pairs p
    cross join lateral (
      select x.* from children.pointer x where x.family = p.fn and x.given = p.gn
        and (since is null or x.born is null or x.born between since - 366 and until + 366 or x.born = any (close))
        and (few_words or x.patronymic = any ((select o.fathers from others o)::integer[])
          or x.mother = any ((select o.parents from others o)::integer[]) or x.father = any ((select o.parents from others o)::integer[])) limit 30) r
    where p.fc + p.gc > 1 limit 500)),
  named as materialized (
    select * from full_names
    union all
    (select r.*, f.w, null, f.c, null from families f
    cross join lateral (select x.* from children.pointer x where x.family = f.name and x.born in (day, swapped) limit 100) r
    where day is not null and f.c <= 3 limit 500)
    union all
    (select r.*, null, g.w, null, g.c from givens g
    cross join lateral (select x.* from children.pointer x where x.given = g.name and x.born = day limit 200) r
    where day is not null and g.c <= 3 limit 500)),
  rows as (
    select * from named
    union all
    -- One name alone, or none together with another.
    select r.*, f.w, null, f.c, null from (select * from families f order by f.c, f.name limit 12) f
    cross join lateral (select x.* from children.pointer x where x.family = f.name
      and (since is null or x.born is null or x.born between since and until or x.born = any (close)) and (wanted_district is null or x.district = wanted_district)
      and (wanted_sex is null or x.sex in (wanted_sex, '-'))
      and (few_words or x.patronymic = any ((select o.fathers from others o)::integer[])
        or x.mother = any ((select o.parents from others o)::integer[]) or x.father = any ((select o.parents from others o)::integer[])) limit 30) r
    where alone or (last and not exists (select 1 from named))
    union all
    select r.*, null, g.w, null, g.c from (select * from givens g order by g.c, g.name limit 12) g
    cross join lateral (select x.* from children.pointer x where x.given = g.name
      and (since is null or x.born is null or x.born between since and until or x.born = any (close)) and (wanted_district is null or x.district = wanted_district)
      and (wanted_sex is null or x.sex in (wanted_sex, '-'))
      and (few_words or x.patronymic = any ((select o.fathers from others o)::integer[])
        or x.mother = any ((select o.parents from others o)::integer[]) or x.father = any ((select o.parents from others o)::integer[])) limit 30) r
    where alone or (last and not exists (select 1 from named))),
  words as materialized (
    select w.w, w.shaped, m.fn, m.fc, m.pn, m.pc, m.gn, m.gc, array(select p.id from unnest(q.place_word, q.place) as x(w, code) join children.index_place p on p.code = x.code where x.w = w.w) as places
    from unnest(q.shaped) with ordinality as w(shaped, w) left join (
      select m.w, array_agg(m.name) filter (where m.part = 0) as fn, array_agg(m.c) filter (where m.part = 0) as fc,
        array_agg(m.name) filter (where m.part = 1) as gn, array_agg(m.c) filter (where m.part = 1) as gc,
        array_agg(m.name) filter (where m.part = 2) as pn, array_agg(m.c) filter (where m.part = 2) as pc from meant m group by 1) m on m.w = w.w),
  judged as (
    select r.child, coalesce(r.fc, u.fc) as fc, coalesce(r.gc, u.gc) as gc, coalesce(r.fc, 0) + coalesce(r.gc, 0) + u.rest as names, u.pc, u.kc, u.lc, u.none,
      children.birth_cost(day, close, since, until, r.born, r.precision) as bc,
      case when wanted_sex is null then null when r.sex = wanted_sex then 0 when r.sex = '-' then 1 else 5 end as sc,
      case when wanted_district is not null then case when r.district = wanted_district then 0 when r.region = wanted_region then 2 else 4 end
        when wanted_region is not null then case when r.region = wanted_region then 0 else 3 end end as dc,
      case when wanted_end is null then null when r.iin_end = wanted_end then 0 when r.iin_end = -1 then 2 else 6 end as nc
    from rows r cross join lateral (
      -- What the other words are of him; each that is nothing costs as much.
      select coalesce(sum(least(unused, x.fc, x.gc, x.pc, x.kc, x.lc)), 0)::integer as rest, min(x.fc) as fc, min(x.gc) as gc, min(x.pc) as pc,
        min(x.kc) filter (where x.kc < coalesce(x.pc, 99)) as kc, min(x.lc) as lc, (count(*) filter (where least(unused, x.fc, x.gc, x.pc, x.kc, x.lc) = unused))::integer as none
      from (
        select case when r.fw is null then w.fc[array_position(w.fn, r.family)] end as fc, case when r.gw is null then w.gc[array_position(w.gn, r.given)] end as gc,
          case when r.patronymic = 0 then case when w.shaped then 3 end else w.pc[array_position(w.pn, r.patronymic)] end as pc,
          least(case when r.mother > 0 then w.gc[array_position(w.gn, r.mother)] end, case when r.father > 0 then w.gc[array_position(w.gn, r.father)] end) as kc,
          case when r.district = any (w.places) or r.region = any (w.places) then 0 end as lc
        from words w where w.w is distinct from r.fw and w.w is distinct from r.gw) x) u),
  best as (
    select distinct on (j.child) j.child, j.names + coalesce(j.bc, 0) + coalesce(j.sc, 0) + coalesce(j.dc, 0) + coalesce(j.nc, 0) as total,
      j.fc, j.gc, j.pc, j.kc, j.bc, j.sc, coalesce(j.dc, j.lc) as dc, j.nc, j.none
    from judged j order by j.child, total)
  select b.child, b.total, b.fc, b.gc, b.pc, b.kc, b.bc, b.sc, b.dc, b.nc, b.none from best b where b.total <= q.most order by b.total, b.child limit 400;
end $$;
