-- What is asked comes read already (domain/search): words with their keys and hashes, days, a place. Answered is who it may
-- be, the likeliest first. `cost`: how improbable it is that somebody who means this child writes this, about a logarithm
-- (base 2) of it, so that costs add up; 0: all fits. A slip of the keyboard 3, two of them 5, a date with one figure
-- wrong 4, another year 6, another day altogether 9, a word that fits nothing 7.

-- All rows that may be meant, at most 400. `near`: slips of the keyboard and beginnings of words as well.
-- Small steps by small indexes, whatever the planner thinks of tables it has never counted.
create function children.rank(asked jsonb, near boolean)
returns table (child uuid, cost integer, family integer, given integer, patronymic integer, parent integer, birth integer, sex integer, place integer, number integer, left_over integer)
language plpgsql stable set search_path = pg_catalog, children, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  day date := (asked ->> 'day')::date;
  swapped date := (asked ->> 'swapped')::date;
  close_days date[] := array(select jsonb_array_elements_text(asked -> 'close'))::date[];
  since date := (asked ->> 'since')::date;
  until date := (asked ->> 'until')::date;
  wanted_sex "char" := left(asked ->> 'sex', 1)::"char";
  wanted_region smallint := (select p.id from children.index_place p where p.code = asked ->> 'region');
  wanted_district smallint := (select p.id from children.index_place p where p.code = asked ->> 'district');
  wanted_end smallint := (asked ->> 'end')::smallint;
  most integer := (asked ->> 'most')::integer;
  unused integer := (asked ->> 'unused')::integer;
  few_words boolean := jsonb_array_length(asked -> 'words') < 3;
begin
  return query
  with looked as materialized (
    select k.w, k.p, n.name, min(k.c + case when n.alias then 1 else 0 end) as c
    from jsonb_to_recordset(asked -> 'keys') as k(w smallint, p smallint, k text, c smallint)
    join children.name_key n on n.part = k.p and n.key = k.k
    group by 1, 2, 3),
  slips as materialized (
    select x.w, x.p, x.name, x.c from (
      select n.w, s.part as p, s.name, s.c, row_number() over (partition by n.w, s.part order by s.c, s.name) as place
      from jsonb_to_recordset(asked -> 'near') as n(w smallint, s text, h integer[], most smallint)
      cross join lateral (
        select y.part, y.name, min(case y.d when 0 then 0 when 1 then 3 when 2 then 5 else 7 end) as c
        from (select s.part, s.name, levenshtein_less_equal(s.spelling, n.s, n.most) as d from children.name_spelling s where s.hashes && n.h) y
        where y.d <= n.most group by 1, 2) s
      where near) x
    where x.place <= 40),
  begun as materialized (
    select b.w, b.p, x.name, 2 as c
    from jsonb_to_recordset(asked -> 'begins') as b(w smallint, p smallint, k text)
    cross join lateral (
      select distinct n.name, k.bearers from children.name_key n join children.known_name k on k.id = n.name
      where n.part = b.p and n.key >= b.k collate "C" and n.key < (b.k || '~') collate "C"
      order by k.bearers desc limit 40) x
    where near),
  meant as materialized (
    select x.w, x.p, x.name, min(x.c)::integer as c
    from (select * from looked union all select * from slips union all select * from begun) x group by 1, 2, 3),
  families as materialized (select m.w, m.name, m.c from meant m where m.p = 0 order by m.c limit 90),
  givens as materialized (select m.w, m.name, m.c from meant m where m.p = 1 order by m.c limit 90),
  pairs as materialized (
    select f.w as fw, g.w as gw, f.name as fn, g.name as gn, f.c as fc, g.c as gc
    from families f join givens g on g.w <> f.w and f.c + g.c <= 8 order by f.c + g.c limit 300),
  -- What the rows must agree in where names alone are many: the year, give or take one, and somebody's name for a third word.
  others as materialized (
    select coalesce(array_agg(m.name) filter (where m.p = 2), '{}') || 0 as fathers, coalesce(array_agg(m.name) filter (where m.p = 1), '{}') as parents from meant m),
  full_names as materialized (
    select r.*, p.fw, p.gw, p.fc, p.gc from pairs p
    cross join lateral (
      select x.* from children.pointer x where x.family = p.fn and x.given = p.gn
        and (since is null or x.born is null or x.born between since - 366 and until + 366 or x.born = any (close_days))
        and (few_words or x.patronymic = any ((select o.fathers from others o)::integer[])
          or x.mother = any ((select o.parents from others o)::integer[]) or x.father = any ((select o.parents from others o)::integer[])) limit 500) r
    union all
    select r.*, p.fw, p.gw, p.fc, p.gc from pairs p
    cross join lateral (select x.* from children.pointer x where x.family = p.fn and x.given = p.gn limit 60) r
    where p.fc + p.gc <= 1),
  rows as (
    select * from full_names
    union all
    select r.*, f.w, null, f.c, null from families f
    cross join lateral (select x.* from children.pointer x where x.family = f.name and x.born in (day, swapped) limit 100) r
    where day is not null and f.c <= 3
    union all
    select r.*, null, g.w, null, g.c from givens g
    cross join lateral (select x.* from children.pointer x where x.given = g.name and x.born = day limit 200) r
    where day is not null and g.c <= 1
    union all
    select r.*, null, g.w, null, g.c from givens g
    cross join lateral (select x.* from children.pointer x where x.given = g.name and x.born = day limit 20) r
    where day is not null and g.c between 2 and 3
    union all
    select r.*, f.w, null, f.c, null from families f
    cross join lateral (select x.* from children.pointer x where x.family = f.name
      and (since is null or x.born is null or x.born between since and until or x.born = any (close_days)) and (wanted_district is null or x.district = wanted_district)
      and (wanted_sex is null or x.sex in (wanted_sex, '-')) limit 300) r
    where not exists (select 1 from full_names)
    union all
    select r.*, null, g.w, null, g.c from givens g
    cross join lateral (select x.* from children.pointer x where x.given = g.name
      and (since is null or x.born is null or x.born between since and until or x.born = any (close_days)) and (wanted_district is null or x.district = wanted_district)
      and (wanted_sex is null or x.sex in (wanted_sex, '-')) limit 300) r
    where not exists (select 1 from full_names)),
  words as materialized (
    select w.w, w.shaped, array(select m.name from meant m where m.w = w.w and m.p = 2 order by m.c) as pn, array(select m.c from meant m where m.w = w.w and m.p = 2 order by m.c) as pc,
      array(select m.name from meant m where m.w = w.w and m.p = 1 order by m.c) as kn, array(select m.c from meant m where m.w = w.w and m.p = 1 order by m.c) as kc,
      array(select p.id from children.index_place p where p.code in (select jsonb_array_elements_text(w.places))) as places
    from jsonb_to_recordset(asked -> 'words') as w(w smallint, shaped boolean, places jsonb)),
  judged as (
    select r.child, r.fc, r.gc, u.rest, u.pc, u.kc, u.lc, u.none,
      case when day is null and since is null then null
        when r.born is null then 2
        when day is not null and r.precision = 'd' then case when r.born = day then 0 when r.born = any (close_days) then 4 when r.born between since and until then 6 else 9 end
        when r.born between since and until then 0
        when r.born between since - 366 and until + 366 then case when r.precision = 'd' then 3 else 1 end
        else 9 end as bc,
      case when wanted_sex is null then null when r.sex = wanted_sex then 0 when r.sex = '-' then 1 else 5 end as sc,
      case when wanted_district is not null then case when r.district = wanted_district then 0 when r.region = wanted_region then 2 else 4 end
        when wanted_region is not null then case when r.region = wanted_region then 0 else 3 end end as dc,
      case when wanted_end is null then null when r.iin_end = wanted_end then 0 when r.iin_end = -1 then 2 else 6 end as nc
    from rows r cross join lateral (
      select coalesce(sum(least(unused, x.pc, x.kc, x.lc)), 0)::integer as rest, min(x.pc) as pc, min(x.kc) filter (where x.kc < coalesce(x.pc, 99)) as kc,
        min(x.lc) as lc, (count(*) filter (where least(unused, x.pc, x.kc, x.lc) = unused))::integer as none
      from (
        select case when r.patronymic = 0 then case when w.shaped then 3 end else w.pc[array_position(w.pn, r.patronymic)] end as pc,
          least(case when r.mother > 0 then w.kc[array_position(w.kn, r.mother)] end, case when r.father > 0 then w.kc[array_position(w.kn, r.father)] end) as kc,
          case when r.district = any (w.places) or r.region = any (w.places) then 0 end as lc
        from words w where w.w is distinct from r.fw and w.w is distinct from r.gw) x) u),
  best as (
    select distinct on (j.child) j.child, coalesce(j.fc, 0) + coalesce(j.gc, 0) + j.rest + coalesce(j.bc, 0) + coalesce(j.sc, 0) + coalesce(j.dc, 0) + coalesce(j.nc, 0) as total,
      j.fc, j.gc, j.pc, j.kc, j.bc, j.sc, coalesce(j.dc, j.lc) as dc, j.nc, j.none
    from judged j order by j.child, total)
  select b.child, b.total, b.fc, b.gc, b.pc, b.kc, b.bc, b.sc, b.dc, b.nc, b.none from best b where b.total <= most order by b.total, b.child limit 400;
end $$;

-- Why a child was found, in words that texts.ts has.
create function children.reasons_of(r jsonb) returns text[] language sql immutable set search_path = pg_catalog, pg_temp as $$
  select array_remove(array[
    case (r ->> 'family')::int when 0 then 'family' when 1 then 'family-form' when 2 then 'family-begins' else case when r ->> 'family' is not null then 'family-near' end end,
    case (r ->> 'given')::int when 0 then 'given' when 1 then 'given-form' when 2 then 'given-begins' else case when r ->> 'given' is not null then 'given-near' end end,
    case (r ->> 'patronymic')::int when 0 then 'patronymic' when 1 then 'patronymic' when 2 then 'patronymic-begins' else case when r ->> 'patronymic' is not null then 'patronymic-near' end end,
    case when r ->> 'parent' is not null then 'parent' end,
    case (r ->> 'birth')::int when 0 then 'born' when 1 then 'born-about' when 2 then 'born-unknown' when 3 then 'born-about' when 4 then 'born-near' when 6 then 'born-year' when 9 then 'born-differs' end,
    case (r ->> 'sex')::int when 0 then 'sex' when 5 then 'sex-differs' end,
    case (r ->> 'place')::int when 0 then 'place' when 2 then 'place-differs' when 3 then 'place-differs' when 4 then 'place-differs' end,
    case (r ->> 'number')::int when 0 then 'iin-end' when 6 then 'iin-differs' end,
    case when (r ->> 'left_over')::int > 0 then 'not-all' end], null)
$$;

-- Who it may be: {found: [{id, reasons, cost, small}], more}. At most twenty ids with why, and of a child about whom there is
-- no proceeding at all, names, birth date, sex and district for those who keep the register; others do not find him.
-- A child all of whose proceedings are closed to the caller by a conflict of interest, or sealed, is not found.
-- `more`: others fit as well as the last one shown. Roles that only report find nobody but whom they name well enough.
create function children.find(asked jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  keeps boolean := children.keeps_register();
  reports boolean := kernel.word('role') in ('school-worker', 'health-worker', 'social-worker', 'police-inspector');
  closed uuid[] := coalesce(kernel.ids('conflicts'), '{}');
  hits jsonb := '[]';
  numbered jsonb;
  near boolean := false;
begin
  if not kernel.context_ok() or kernel.word('appointment') is null then return '{"found": [], "more": false}'; end if;
  select coalesce(jsonb_agg(jsonb_build_object('child', c.id, 'cost', 0, 'iin', true)), '[]') into numbered
    from children.child c where c.iin = asked ->> 'iin' and (exists (select 1 from kernel.proceeding p where p.subject = c.id and not p.sealed and not p.id = any (closed))
      or (keeps and not exists (select 1 from kernel.proceeding p where p.subject = c.id)));
  if jsonb_array_length(asked -> 'words') > 0 then
    loop
      select coalesce(jsonb_agg(to_jsonb(v)), '[]') into hits from (
        select * from (select * from children.rank(asked, near) offset 0) r
        where (not reports or (r.cost <= 3 and r.birth <= 2 and r.left_over = 0))
          and (exists (select 1 from kernel.proceeding p where p.subject = r.child and not p.sealed and not p.id = any (closed))
            or (keeps and not exists (select 1 from kernel.proceeding p where p.subject = r.child)))
        limit 21) v;
      exit when near or children.settled(hits);
      near := true;
    end loop;
  end if;
  return (
    select jsonb_build_object('more', jsonb_array_length(hits) > 20,
      'even', jsonb_array_length(hits) > 20 and hits -> 0 -> 'cost' = hits -> 20 -> 'cost',
      'found', coalesce(jsonb_agg(jsonb_build_object('id', h.r ->> 'child', 'cost', h.r -> 'cost',
        'reasons', case when h.r ? 'iin' then to_jsonb(array['iin']) else to_jsonb(children.reasons_of(h.r)) end,
        'small', case when keeps and not exists (select 1 from kernel.proceeding p where p.subject = (h.r ->> 'child')::uuid) then (
          select jsonb_build_object('names', children.spelt(c.id), 'born', c.born, 'precision', c.born_precision, 'sex', c.sex, 'district', c.district)
          from children.child c where c.id = (h.r ->> 'child')::uuid) end) order by h.place), '[]'))
    from (select x.r, x.place from jsonb_array_elements(numbered || hits) with ordinality as x(r, place)
          where x.r ? 'iin' or not exists (select 1 from jsonb_array_elements(numbered) n where n -> 'child' = x.r -> 'child') order by x.place limit 20) h);
end $$;

-- Is it clear without asking for slips? Somebody fits in three things or more, or more fit word for word than are shown.
create function children.settled(hits jsonb) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select coalesce((hits -> 0 ->> 'cost')::int <= 1 and (hits -> 0 ->> 'left_over')::int = 0 and (
    (hits -> 20 ->> 'cost')::int <= 1
    or num_nonnulls(hits -> 0 ->> 'family', hits -> 0 ->> 'given', hits -> 0 ->> 'patronymic', hits -> 0 ->> 'parent', hits -> 0 ->> 'birth', hits -> 0 ->> 'number') >= 3), false)
$$;

-- One search: the session, the ids, one look, and of each child what the caller may know of him.
-- Roles that only report may ask by number, or by name and birth date together: they must know the child already.
create function children.search(token bytea, at timestamptz, asked jsonb, route text) returns jsonb
language plpgsql as $$
declare actor jsonb; answer jsonb; hits jsonb; acting text;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  acting := actor ->> 'role';
  if acting not in ('operator', 'shift-lead', 'guardianship-specialist', 'case-manager', 'district-head', 'region-head', 'committee-duty',
                    'school-worker', 'health-worker', 'social-worker', 'police-inspector') then
    insert into kernel.look (at, role, appointment, person, what, target, route, found)
      values (at, acting, (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'refused', null, route, 0);
    return jsonb_build_object('actor', actor, 'missing', true);
  end if;
  if acting in ('school-worker', 'health-worker', 'social-worker', 'police-inspector') and asked ->> 'iin' is null
     and (jsonb_array_length(asked -> 'words') = 0 or asked ->> 'day' is null) then
    return jsonb_build_object('actor', actor, 'narrow', true);
  end if;
  hits := children.find(asked);
  if (hits ->> 'even')::boolean then
    answer := '[]';
  elsif acting in ('operator', 'shift-lead') then
    select coalesce(jsonb_agg(jsonb_build_object('id', h ->> 'id', 'reasons', h -> 'reasons', 'card', null, 'desk', null, 'open', children.open_of((h ->> 'id')::uuid)) order by place), '[]')
      into answer from jsonb_array_elements(hits -> 'found') with ordinality as x(h, place);
  else
    select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'reasons', f.reasons, 'card', f.card, 'small', f.small, 'open', null,
        'desk', case when f.card is null and not f.small then children.desk_of(f.id) end) order by f.place), '[]')
      into answer from (
        select (h ->> 'id')::uuid as id, h -> 'reasons' as reasons, place, h -> 'small' <> 'null' as small,
          case when h -> 'small' <> 'null' then h -> 'small' else (
            select jsonb_build_object('names', children.spelt(c.id), 'born', c.born, 'precision', c.born_precision, 'sex', c.sex, 'district', c.district)
            from children.child c where c.id = (h ->> 'id')::uuid) end as card
        from jsonb_array_elements(hits -> 'found') with ordinality as x(h, place) offset 0) f;
  end if;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, acting, (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'search', null, route, jsonb_array_length(answer));
  return jsonb_build_object('actor', actor, 'found', answer, 'more', hits -> 'more', 'even', hits -> 'even');
end $$;

drop function children.search(bytea, timestamptz, text, date, text, text);
revoke all on function children.rank(jsonb, boolean), children.reasons_of(jsonb), children.find(jsonb), children.settled(jsonb), children.search(bytea, timestamptz, jsonb, text) from public;
grant execute on function children.find(jsonb), children.search(bytea, timestamptz, jsonb, text) to qorgan_app;
