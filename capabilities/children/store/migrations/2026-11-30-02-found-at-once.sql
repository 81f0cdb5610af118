-- What is told of those found is put together once, at the end and for all of them: done of each at every level, it took longer
-- than finding them.
create type children.hit as (child uuid, family integer, given integer, patronymic integer, parent integer, birth integer, sex integer, place integer, number integer, left_over integer, unknown boolean);

-- Why a child was found, in words that texts.ts has. Written so that it runs within the query.
drop function children.reasons_of(jsonb);
create function children.reasons_of(h children.hit) returns text[] language sql immutable as $$
  select array_remove(array[
    case (h).family when 0 then 'family' when 1 then 'family-form' when 2 then 'family-begins' else case when (h).family is not null then 'family-near' end end,
    case (h).given when 0 then 'given' when 1 then 'given-form' when 2 then 'given-begins' else case when (h).given is not null then 'given-near' end end,
    case (h).patronymic when 0 then 'patronymic' when 1 then 'patronymic' when 2 then 'patronymic-begins' else case when (h).patronymic is not null then 'patronymic-near' end end,
    case when (h).parent is not null then 'parent' end,
    case (h).birth when 0 then 'born' when 1 then 'born-about' when 2 then 'born-unknown' when 3 then 'born-about' when 4 then 'born-near' when 6 then 'born-year' when 9 then 'born-differs' end,
    case (h).sex when 0 then 'sex' when 5 then 'sex-differs' end,
    case (h).place when 0 then 'place' when 2 then 'place-differs' when 3 then 'place-differs' when 4 then 'place-differs' end,
    case (h).number when 0 then 'iin-end' when 6 then 'iin-differs' end,
    case when (h).left_over > 0 then 'not-all' end], null)
$$;

-- As before (2026-11-30-01).
create or replace function children.find(asked jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set plan_cache_mode = force_generic_plan as $$
declare
  q children.question := jsonb_populate_record(null::children.question, asked);
  keeps boolean := children.keeps_register();
  reports boolean := kernel.word('role') in ('school-worker', 'health-worker', 'social-worker', 'police-inspector');
  closed uuid[] := coalesce(kernel.ids('conflicts'), '{}');
  -- How much less likely than the first somebody may be.
  far constant integer := 6;
  known children.meaning[];
  hit record;
  hits children.hit[];
  costs integer[] := '{}';
  things integer;
  even boolean;
  numbered uuid;
begin
  if not kernel.context_ok() or kernel.word('appointment') is null then return '{"found": [], "more": false}'; end if;
  if q.words > 0 then
    for level in 0..2 loop
      known := case level when 0 then children.word_for_word(q) when 1 then known || children.slipped(q, false) || children.begun(q) else known || children.slipped(q, true) end;
      select array_agg(v.cost), array_agg(row(v.child, v.family, v.given, v.patronymic, v.parent, v.birth, v.sex, v.place, v.number, v.left_over, v.known_of is null)::children.hit)
        into costs, hits from (
          select r.*, u.known_of from (select * from children.rank(q, known, case level when 0 then 2 when 1 then 6 else 8 end, level = 2) offset 0) r
            cross join lateral (select bool_or(not p.sealed and not p.id = any (closed)) as known_of from kernel.proceeding p where p.subject = r.child) u
          where (u.known_of or (u.known_of is null and keeps)) and (not reports or (r.cost <= 3 and r.birth <= 2 and r.left_over = 0))
          limit 21) v;
      things := num_nonnulls(hits[1].family, hits[1].given, hits[1].patronymic, hits[1].parent, hits[1].birth, hits[1].number, nullif(hits[1].place, 4))
        + case when q.day is not null and hits[1].birth = 0 then 1 else 0 end;
      exit when children.settled(level, costs, things, hits[1].left_over);
    end loop;
  end if;
  even := coalesce(costs[1] = costs[21], false);
  hits := case when even then '{}' else array(select h from unnest(hits, costs) with ordinality as x(child, family, given, patronymic, parent, birth, sex, place, number, left_over, unknown, cost, nth)
    cross join lateral (select row(x.child, x.family, x.given, x.patronymic, x.parent, x.birth, x.sex, x.place, x.number, x.left_over, x.unknown)::children.hit as h) y
    where x.nth <= 20 and x.cost <= costs[1] + far order by x.nth) end;
  if q.iin is not null then
    for hit in
      select c.id, u.known_of from children.child c cross join lateral (
        select bool_or(not p.sealed and not p.id = any (closed)) as known_of from kernel.proceeding p where p.subject = c.id) u
      where c.iin = q.iin and (u.known_of or (u.known_of is null and keeps))
    loop
      even := false;
      numbered := hit.id;
      hits := row(hit.id, null, null, null, null, null, null, null, null, null, hit.known_of is null)::children.hit || hits;
    end loop;
  end if;
  return jsonb_build_object('more', coalesce(cardinality(costs) > 20, false), 'even', even, 'found', coalesce((
    select jsonb_agg(jsonb_build_object('id', h.child, 'small', h.unknown, 'reasons', case when h.child = numbered then array['iin'] else
          children.reasons_of(row(h.child, h.family, h.given, h.patronymic, h.parent, h.birth, h.sex, h.place, h.number, h.left_over, h.unknown)::children.hit) end)
        || case when h.unknown then (
          select jsonb_build_object('open', null, 'desk', null, 'card', jsonb_build_object('names', children.spelt(c.id), 'born', c.born, 'precision', c.born_precision, 'sex', c.sex, 'district', c.district))
          from children.child c where c.id = h.child) else '{}' end order by h.nth)
    from unnest(hits) with ordinality as h(child, family, given, patronymic, parent, birth, sex, place, number, left_over, unknown, nth)
    where h.nth <= 20 and (h.nth = 1 or h.child is distinct from numbered)), '[]'));
end $$;
drop function children.small_card(uuid);
revoke all on function children.reasons_of(children.hit) from public;
