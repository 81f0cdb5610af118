-- The search again, for a tenth of the time (docs/adr/0015): it goes step by step and stops where nobody who is left could be
-- likelier than whom it found. First what fits word for word; then one slip in a word, and beginnings; then two.
-- Costs are as before: about the logarithm (base 2) of how improbable it is that somebody who means this child writes this.
drop function children.find(jsonb);
drop function children.rank(jsonb, boolean);
drop function children.settled(jsonb);

-- What is asked, as domain/search/asked.ts makes it: lists beside each other, words counted from one.
create type children.question as (
  words smallint, shaped boolean[], place_word smallint[], place text[],
  key_word smallint[], key_part smallint[], key text[], key_cost smallint[],
  spelt text[], slips smallint[], least_part smallint[], once integer[], once_end smallint[], twice integer[], twice_end smallint[], begun text,
  day date, swapped date, close date[], since date, until date, sex text, region text, district text, iin text, iin_end smallint,
  most smallint, unused smallint);
-- A name that a word may mean as one part of a name, and at what cost.
create type children.meaning as (w smallint, part smallint, name integer, cost smallint);

-- Names that are found by the very keys of the words.
create function children.word_for_word(q children.question) returns children.meaning[]
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return array(
    select row(k.w, k.part, n.name, k.cost + case when n.alias then 1 else 0 end)::children.meaning
    from unnest(q.key_word, q.key_part, q.key, q.key_cost) as k(w, part, key, cost) join children.name_key n on n.part = k.part and n.key = k.key);
end $$;

-- What a slip costs: one 3, two 5, three 7; two where letters only changed places are one. Written so that it runs within the query.
create function children.slip_cost(distance integer, one text, other text) returns integer language sql immutable as $$
  select case distance when 1 then 3 when 3 then 7
    else case when length(one) = length(other) and translate(one, other, '') = '' and translate(other, one, '') = '' then 3 else 5 end end
$$;

-- Names within so many slips of the words, at most forty of each. Numbers of names follow how early, and so about how often, they occur.
create function children.slipped(q children.question, twice boolean) returns children.meaning[]
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return array(
    select row(x.w, x.part, x.name, x.cost)::children.meaning
    from (
      select n.w, s.part, s.name, s.cost, row_number() over (partition by n.w, s.part order by s.cost, s.name) as place
      from (
        select w, q.spelt[w] as spelt, q.slips[w] as most, q.least_part[w] as least_part,
          case when twice then q.twice[coalesce(q.twice_end[w - 1], 0) + 1 : q.twice_end[w]] else q.once[coalesce(q.once_end[w - 1], 0) + 1 : q.once_end[w]] end as hashes
        from generate_series(1, q.words) w where q.slips[w] > 0) n
      cross join lateral (
        select y.part, y.name, min(children.slip_cost(y.distance, n.spelt, y.spelling)) as cost
        from (select k.part, k.name, k.spelling, children.levenshtein_less_equal(k.spelling, n.spelt, n.most) as distance
              from children.name_spelling k where k.hashes && n.hashes and k.part >= n.least_part) y
        where y.distance between 1 and n.most group by 1, 2) s) x
    where x.place <= 40);
end $$;

-- Names that the last word begins.
create function children.begun(q children.question) returns children.meaning[]
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return array(
    select row(q.words, p.part, x.name, 2)::children.meaning
    from generate_series(0, 2) as p(part) cross join lateral (
      select distinct n.name from children.name_key n
      where n.part = p.part and n.key >= q.begun collate "C" and n.key < (q.begun || '~') collate "C" order by n.name limit 40) x
    where q.begun is not null and p.part >= q.least_part[q.words]);
end $$;

-- What it costs that a child is born when he is; null where nothing was said.
create function children.birth_cost(day date, close date[], since date, until date, born date, known "char") returns integer language sql immutable as $$
  select case when day is null and since is null then null
    when born is null then 2
    when day is not null and known = 'd' then case when born = day then 0 when born = any (close) then 4 when born between since and until then 6 else 9 end
    when born between since and until then 0
    when born between since - 366 and until + 366 then case when known = 'd' then 3 else 1 end
    else 9 end
$$;

-- Who may be meant, the likeliest first, by names that the words may mean; names that together cost more than `bound` are
-- not looked for. `last`: nothing else will be tried. Small steps by small indexes, whatever the planner thinks of tables
-- it has never counted: the settings are those of whoever calls it.
create function children.rank(q children.question, known children.meaning[], bound integer, last boolean)
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
      and (wanted_sex is null or x.sex in (wanted_sex, '-')) limit 30) r
    where alone or (last and not exists (select 1 from named))
    union all
    select r.*, null, g.w, null, g.c from (select * from givens g order by g.c, g.name limit 12) g
    cross join lateral (select x.* from children.pointer x where x.given = g.name
      and (since is null or x.born is null or x.born between since and until or x.born = any (close)) and (wanted_district is null or x.district = wanted_district)
      and (wanted_sex is null or x.sex in (wanted_sex, '-')) limit 30) r
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

-- Is it clear without looking further? At each level more is forgiven, and what would come next costs more: 3 a slip, 5 two in
-- a word. `costs` of those found, in order; of the first how many things fit (a day counts twice), and how many words fit nothing:
-- one may be another surname, where all the rest fits.
create function children.settled(level integer, costs integer[], things integer, left_over integer) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select coalesce(case
    when level = 0 then left_over = 0 and costs[1] <= 1 and (things >= 3 or costs[21] <= 1)
    when left_over = 0 then costs[1] <= 1 or costs[1] <= 4 and (things >= 3 or costs[21] <= 4) or costs[1] <= 6 and things >= 4
    else left_over = 1 and costs[1] <= 7 and things >= 4 end, false)
$$;

-- Who it may be: {found: [{id, reasons, card, small, desk, open}], more, even}. At most twenty ids with why, and of a child about
-- whom there is no proceeding at all, names, birth date, sex and district for those who keep the register (`small`); others do
-- not find him. A child all of whose proceedings are closed to the caller by a conflict of interest, or sealed, is not found; he
-- costs the time of a child who is not there. Whoever is far less likely than the first is left out: no list of strangers'
-- children. `more`: there are others; `even`: they fit as well, and nobody is shown. Roles that only report find nobody but
-- whom they name well enough.
create function children.find(asked jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set plan_cache_mode = force_generic_plan as $$
declare
  q children.question := jsonb_populate_record(null::children.question, asked);
  keeps boolean := children.keeps_register();
  reports boolean := kernel.word('role') in ('school-worker', 'health-worker', 'social-worker', 'police-inspector');
  closed uuid[] := coalesce(kernel.ids('conflicts'), '{}');
  -- How much less likely than the first somebody may be.
  far constant integer := 6;
  nobody constant jsonb := '{"found": [], "more": false}';
  known children.meaning[];
  hit record;
  hits jsonb[] := '{}';
  costs integer[] := '{}';
  things integer;
  left_over integer;
  even boolean;
begin
  if not kernel.context_ok() or kernel.word('appointment') is null then return nobody; end if;
  if q.words > 0 then
    for level in 0..2 loop
      known := case level when 0 then children.word_for_word(q) when 1 then known || children.slipped(q, false) || children.begun(q) else known || children.slipped(q, true) end;
      hits := '{}';
      costs := '{}';
      for hit in
        select r.*, u.known_of from (select * from children.rank(q, known, case level when 0 then 2 when 1 then 6 else 8 end, level = 2) offset 0) r
          cross join lateral (select bool_or(not p.sealed and not p.id = any (closed)) as known_of from kernel.proceeding p where p.subject = r.child) u
        where (u.known_of or (u.known_of is null and keeps)) and (not reports or (r.cost <= 3 and r.birth <= 2 and r.left_over = 0))
        limit 21
      loop
        if costs = '{}' then
          things := num_nonnulls(hit.family, hit.given, hit.patronymic, hit.parent, hit.birth, hit.number, nullif(hit.place, 4)) + case when q.day is not null and hit.birth = 0 then 1 else 0 end;
          left_over := hit.left_over;
        end if;
        costs := costs || hit.cost;
        if cardinality(hits) < 20 and hit.cost <= costs[1] + far then hits := hits || jsonb_build_object('id', hit.child, 'reasons', children.reasons_of(to_jsonb(hit)), 'small', hit.known_of is null); end if;
      end loop;
      exit when children.settled(level, costs, things, left_over);
    end loop;
  end if;
  even := coalesce(costs[1] = costs[21], false);
  if even then hits := '{}'; end if;
  if q.iin is not null then
    for hit in
      select c.id, u.known_of from children.child c cross join lateral (
        select bool_or(not p.sealed and not p.id = any (closed)) as known_of from kernel.proceeding p where p.subject = c.id) u
      where c.iin = q.iin and (u.known_of or (u.known_of is null and keeps))
    loop
      even := false;
      hits := array[jsonb_build_object('id', hit.id, 'reasons', array['iin'], 'small', hit.known_of is null)]
        || array(select h from unnest(hits) h where h ->> 'id' <> hit.id::text limit 19);
    end loop;
  end if;
  return jsonb_build_object('more', cardinality(costs) > 20, 'even', even, 'found', to_jsonb(array(
    select case when (h -> 'small')::boolean then h || children.small_card((h ->> 'id')::uuid) else h end from unnest(hits) with ordinality as x(h, place) order by place)));
end $$;

create function children.small_card(who uuid) returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (select jsonb_build_object('open', null, 'desk', null, 'card', jsonb_build_object('names', children.spelt(c.id), 'born', c.born, 'precision', c.born_precision, 'sex', c.sex, 'district', c.district))
    from children.child c where c.id = who);
end $$;

-- Of a child who was found, what the caller may know of him: a card, or else whom to ask; for the contact centre, whether a case is open.
create function children.seen_of(hit jsonb, calls boolean) returns jsonb language plpgsql stable as $$
declare who uuid := hit ->> 'id'; card jsonb;
begin
  if calls then return hit || jsonb_build_object('card', null, 'small', false, 'desk', null, 'open', children.open_of(who)); end if;
  if (hit -> 'small')::boolean then return hit; end if;
  select jsonb_build_object('names', children.spelt(c.id), 'born', c.born, 'precision', c.born_precision, 'sex', c.sex, 'district', c.district) into card
    from children.child c where c.id = who;
  return hit || jsonb_build_object('card', card, 'open', null, 'desk', case when card is null then children.desk_of(who) end);
end $$;

-- One search: the session, the ids, one look, and of each child what the caller may know of him.
-- Roles that only report may ask by number, or by name and birth date together: they must know the child already.
create or replace function children.search(token bytea, at timestamptz, asked jsonb, route text) returns jsonb
language plpgsql as $$
declare actor jsonb; hits jsonb; answer jsonb := '[]'; acting text;
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
     and ((asked ->> 'words')::integer = 0 or asked ->> 'day' is null) then
    return jsonb_build_object('actor', actor, 'narrow', true);
  end if;
  hits := children.find(asked);
  for at_hit in 0 .. jsonb_array_length(hits -> 'found') - 1 loop
    answer := answer || jsonb_build_array(children.seen_of(hits -> 'found' -> at_hit, acting in ('operator', 'shift-lead')));
  end loop;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, acting, (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'search', null, route, jsonb_array_length(answer));
  return jsonb_build_object('actor', actor, 'found', answer, 'more', hits -> 'more', 'even', hits -> 'even');
end $$;

revoke all on function children.word_for_word(children.question), children.slip_cost(integer, text, text), children.slipped(children.question, boolean), children.begun(children.question),
  children.birth_cost(date, date[], date, date, date, "char"), children.rank(children.question, children.meaning[], integer, boolean),
  children.settled(integer, integer[], integer, integer), children.find(jsonb), children.small_card(uuid), children.seen_of(jsonb, boolean) from public;
grant execute on function children.find(jsonb), children.seen_of(jsonb, boolean) to qorgan_app;
