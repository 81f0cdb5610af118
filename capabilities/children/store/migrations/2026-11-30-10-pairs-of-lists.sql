-- What a list finds that may be one child with somebody of the register goes to the worklist with the batch that found it, and
-- no longer waits for the next pass. And a batch is written by joins: names are not looked up one by one.

-- As before, and of each candidate what weighs a pair: sex, place and parents.
create or replace function children.list_known(token bytea, now_ timestamptz, which uuid, rows jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare l children.list; closed uuid[]; answer jsonb;
begin
  if (kernel.enter(token, now_) ->> 'role') is distinct from 'clock' then raise exception 'only the clock works on lists' using errcode = '42501'; end if;
  select * into l from children.list x where x.id = which and x.state = 'going';
  if l.id is null then return null; end if;
  select array_agg(distinct c.proceeding) into closed from kernel.conflict c where c.person = l.person
    or c.organisation = any (array(select a.organisation from kernel.appointment a where a.person = l.person and a.since <= now_ and (a.until is null or now_ < a.until)));
  with r as materialized (
    select x.n, x.hash, x.born, x.iin, x.reference, x.family, x.given
    from jsonb_to_recordset(rows) as x(n integer, hash text, born date, iin text, reference text, family text, given text)),
  seen as (select r.n from r join children.source s on s.organisation = l.organisation and s.row_hash = r.hash),
  asked as materialized (select r.* from r where not exists (select 1 from seen where seen.n = r.n)),
  hits as (
    select a.n, c.id, false as own from asked a join children.child c on c.iin = a.iin
    union all
    select a.n, p.child, false from asked a join children.known_name f on f.part = 0 and f.key = a.family join children.known_name g on g.part = 1 and g.key = a.given
      join children.pointer p on p.family = f.id and p.born = a.born and p.given = g.id
    union all
    select a.n, s.child, true from asked a join children.source s on s.organisation = l.organisation and s.reference = a.reference),
  one as (select h.n, h.id, bool_or(h.own) as own from hits h group by h.n, h.id),
  shown as (
    select o.* from one o where not exists (select 1 from kernel.proceeding p where p.subject = o.id)
      or exists (select 1 from kernel.proceeding p where p.subject = o.id and not p.sealed and (p.id = any (closed)) is not true))
  select jsonb_build_object(
    'seen', (select coalesce(jsonb_agg(seen.n), '[]') from seen),
    'candidates', (select coalesce(jsonb_agg(jsonb_build_object('n', o.n, 'id', o.id, 'byReference', o.own, 'born', c.born, 'iin', c.iin,
        'sex', c.sex, 'region', c.region, 'district', c.district,
        'mother', (select max(r.name) from children.relation r where r.child = o.id and r.kind = 'mother'),
        'father', (select max(r.name) from children.relation r where r.child = o.id and r.kind = 'father'),
        'names', (select coalesce(jsonb_agg(jsonb_build_object('family', n.family, 'given', n.given, 'patronymic', n.patronymic)), '[]') from children.child_name n where n.child = o.id))), '[]')
      from shown o join children.child c on c.id = o.id)) into answer;
  return answer;
end $$;

-- One batch: rows `from` + 1 to `till` of the file. `rows` are children to write: new ones, and what is new of known ones;
-- none where it is a preview. `alike`: {model, pairs}, as children.found_alike takes them: who of these may be somebody else.
-- False: another process was quicker, or it was stopped; nothing was written.
drop function children.list_batch(bytea, timestamptz, uuid, uuid, timestamptz, integer, integer, jsonb, jsonb, jsonb, bytea);
create function children.list_batch(token bytea, now_ timestamptz, which uuid, me uuid, hold_until timestamptz, starts integer, till integer, counts jsonb, entries jsonb, rows jsonb, alike jsonb, failed_rows bytea)
returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare l children.list; place record; here smallint; there smallint;
begin
  if (kernel.enter(token, now_) ->> 'role') is distinct from 'clock' then raise exception 'only the clock works on lists' using errcode = '42501'; end if;
  select * into l from children.list x where x.id = which for update;
  if l.id is null or l.state <> 'going' or l.cursor <> starts or l.holder is distinct from me then return false; end if;
  if jsonb_array_length(rows) > 0 and l.phase <> 'run' then raise exception 'a preview writes nothing' using errcode = '42501'; end if;
  select p.region, p.district into place from kernel.proceeding p where p.id = which;
  if jsonb_array_length(rows) > 0 then
    with r as materialized (select * from jsonb_to_recordset(rows) as x(child uuid, fresh boolean, born date, sex text, iin text)),
    made as (
      insert into children.child (id, born, born_precision, sex, iin, region, district, created_at)
        select r.child, r.born, case when r.born is null then 'unknown' else 'day' end, r.sex,
          case when not exists (select 1 from children.child k where k.iin = r.iin) then r.iin end, place.region, place.district, now_
        from r where r.fresh returning id)
    update children.child c set born = coalesce(c.born, r.born), born_precision = case when c.born is null and r.born is not null then 'day' else c.born_precision end,
        sex = coalesce(c.sex, r.sex),
        iin = case when c.iin is null and r.iin is not null and not exists (select 1 from children.child k where k.iin = r.iin) then r.iin else c.iin end,
        iin_reason = case when c.iin is null and r.iin is not null and not exists (select 1 from children.child k where k.iin = r.iin) then null else c.iin_reason end
      from r where not r.fresh and c.id = r.child
        and ((c.born is null and r.born is not null) or (c.sex is null and r.sex is not null) or (c.iin is null and r.iin is not null));
    -- A number that another child bears is not his: to be asked about, as where a worker writes it.
    insert into children.clash (child, other, at)
      select x.child, k.id, now_ from jsonb_to_recordset(rows) as x(child uuid, iin text) join children.child k on k.iin = x.iin and k.id <> x.child
      on conflict do nothing;
    insert into children.child_name (id, child, kind, family, given, patronymic, script, at)
      select n.id, x.child, 'document', n.family, n.given, n.patronymic, n.script, now_
      from jsonb_to_recordset(rows) as x(child uuid, fresh boolean, names jsonb)
        cross join lateral jsonb_to_recordset(x.names) as n(id uuid, family text, given text, patronymic text, script text)
      where x.fresh or not exists (select 1 from children.child_name k where k.child = x.child
        and (k.family, k.given, k.patronymic) is not distinct from (n.family, n.given, n.patronymic));
    insert into children.relation (id, child, kind, name, guardian, household, at)
      select p.id, x.child, p.kind, p.name, false, false, now_
      from jsonb_to_recordset(rows) as x(child uuid, fresh boolean, people jsonb) cross join lateral jsonb_to_recordset(x.people) as p(id uuid, kind text, name text)
      where x.fresh or not exists (select 1 from children.relation k where k.child = x.child and k.kind = p.kind and k.name = p.name);
    insert into children.source (organisation, row_hash, child, list, reference, looks_like, at)
      select l.organisation, x.hash, x.child, which, x.reference, x.looks_like, now_ from jsonb_to_recordset(rows) as x(child uuid, hash text, reference text, looks_like uuid)
      on conflict do nothing;
    -- Into the index that searches look into, as a step about the child would.
    if jsonb_array_length(entries) > 0 then perform children.add_names(entries); end if;
    here := children.place_number(place.region);
    there := children.place_number(place.district);
    insert into children.pointer (child, family, given, patronymic, mother, father, born, region, district, iin_end, sex, precision)
      select distinct c.id, coalesce(f.id, 0), coalesce(g.id, 0), coalesce(y.id, 0), greatest(m.id, o.mother, 0), greatest(d.id, o.father, 0), c.born,
        case when x.fresh then here else children.place_number(c.region) end, case when x.fresh then there else children.place_number(c.district) end,
        coalesce(right(c.iin, 4)::smallint, -1), coalesce(left(c.sex, 1), '-')::"char", left(c.born_precision, 1)::"char"
      from jsonb_to_recordset(rows) as x(child uuid, fresh boolean, pointers jsonb, mother text, father text)
        cross join lateral jsonb_to_recordset(x.pointers) as w(family text, given text, patronymic text)
        join children.child c on c.id = x.child
        left join children.known_name f on f.part = 0 and f.key = w.family
        left join children.known_name g on g.part = 1 and g.key = w.given
        left join children.known_name y on y.part = 2 and y.key = w.patronymic
        left join children.known_name m on m.part = 1 and m.key = x.mother
        left join children.known_name d on d.part = 1 and d.key = x.father
        left join lateral (select max(p.mother) as mother, max(p.father) as father from children.pointer p where p.child = c.id and not x.fresh) o on true
      where x.fresh or not exists (select 1 from children.pointer p where p.child = c.id and p.family = coalesce(f.id, 0)
        and p.given = coalesce(g.id, 0) and p.patronymic = coalesce(y.id, 0));
    if jsonb_array_length(alike -> 'pairs') > 0 then perform children.found_alike(token, now_, 'import', alike ->> 'model', alike -> 'pairs'); end if;
  end if;
  if failed_rows is not null then insert into children.list_failed values (which, l.phase, starts, failed_rows); end if;
  update children.list x set cursor = till, holder = me, held_until = hold_until,
    fresh = x.fresh + (counts ->> 'fresh')::integer, known = x.known + (counts ->> 'known')::integer,
    looked = x.looked + (counts ->> 'looked')::integer, failed = x.failed + (counts ->> 'failed')::integer,
    failures = (select coalesce(jsonb_object_agg(f.key, f.n), '{}') from (
      select e.key, sum(e.value::integer) as n from (select * from jsonb_each_text(x.failures) union all select * from jsonb_each_text(counts -> 'failures')) e group by e.key) f)
    where x.id = which;
  return true;
end $$;
revoke all on function children.list_batch(bytea, timestamptz, uuid, uuid, timestamptz, integer, integer, jsonb, jsonb, jsonb, jsonb, bytea) from public;
grant execute on function children.list_batch(bytea, timestamptz, uuid, uuid, timestamptz, integer, integer, jsonb, jsonb, jsonb, jsonb, bytea) to qorgan_app;
