-- The clock works on lists, batch by batch: what it is to work on, whom the rows may mean, and the batch with its counts in
-- one transaction, so that whatever ends the program leaves no row half taken and none taken twice.

-- The oldest list that waits and that no living process holds. No content.
create function children.list_next(token bytea, now_ timestamptz, me uuid, hold_until timestamptz) returns jsonb language plpgsql as $$
declare l children.list;
begin
  if (kernel.enter(token, now_) ->> 'role') is distinct from 'clock' then raise exception 'only the clock works on lists' using errcode = '42501'; end if;
  select * into l from children.list x where x.state = 'going' and (x.holder is null or x.holder = me or x.held_until <= now_) order by x.at, x.id limit 1 for update skip locked;
  if l.id is null then return null; end if;
  -- A dry run remembers whom it met: one that another began is begun anew.
  if l.phase = 'preview' and l.cursor > 0 then
    perform children.list_begin(l.id, 'preview', null);
    l.cursor := 0;
  end if;
  update children.list x set holder = me, held_until = hold_until where x.id = l.id;
  return jsonb_build_object('id', l.id, 'file', l.file, 'plan', l.plan, 'phase', l.phase, 'cursor', l.cursor, 'organisation', l.organisation,
    'place', (select jsonb_build_object('region', p.region, 'district', p.district) from kernel.proceeding p where p.id = l.id),
    'key', (select jsonb_build_object('subject', k.subject, 'wrapped', encode(k.wrapped, 'base64'), 'master', k.master) from kernel.subject_key k where k.subject = l.id));
end $$;

-- Whom these rows may mean: by number, by the agency's own number, by day and name as the index reads it. For the clock alone, for
-- a list it works on; and none whom whoever opened the list would not find: all about him is sealed, or closed to that person.
create function children.list_known(token bytea, now_ timestamptz, which uuid, rows jsonb) returns jsonb
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
        'names', (select coalesce(jsonb_agg(jsonb_build_object('family', n.family, 'given', n.given, 'patronymic', n.patronymic)), '[]') from children.child_name n where n.child = o.id))), '[]')
      from shown o join children.child c on c.id = o.id)) into answer;
  return answer;
end $$;

-- One batch: rows `from` + 1 to `till` of the file. `rows` are children to write: new ones, and what is new of known ones;
-- none where it is a preview. False: another process was quicker, or it was stopped; nothing was written.
create function children.list_batch(token bytea, now_ timestamptz, which uuid, me uuid, hold_until timestamptz, starts integer, till integer, counts jsonb, entries jsonb, rows jsonb, failed_rows bytea)
returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare l children.list; place record;
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
      select (n ->> 'id')::uuid, x.child, 'document', n ->> 'family', n ->> 'given', n ->> 'patronymic', n ->> 'script', now_
      from jsonb_to_recordset(rows) as x(child uuid, fresh boolean, names jsonb) cross join lateral jsonb_array_elements(x.names) n
      where x.fresh or not exists (select 1 from children.child_name k where k.child = x.child
        and (k.family, k.given, k.patronymic) is not distinct from (n ->> 'family', n ->> 'given', n ->> 'patronymic'));
    insert into children.relation (id, child, kind, name, guardian, household, at)
      select (p ->> 'id')::uuid, x.child, p ->> 'kind', p ->> 'name', false, false, now_
      from jsonb_to_recordset(rows) as x(child uuid, people jsonb) cross join lateral jsonb_array_elements(x.people) p
      where not exists (select 1 from children.relation k where k.child = x.child and k.kind = p ->> 'kind' and k.name = p ->> 'name');
    insert into children.source (organisation, row_hash, child, list, reference, looks_like, at)
      select l.organisation, x.hash, x.child, which, x.reference, x.looks_like, now_ from jsonb_to_recordset(rows) as x(child uuid, hash text, reference text, looks_like uuid)
      on conflict do nothing;
    -- Into the index that searches look into, as a step about the child would.
    if jsonb_array_length(entries) > 0 then perform children.add_names(entries); end if;
    insert into children.pointer (child, family, given, patronymic, mother, father, born, region, district, iin_end, sex, precision)
      select distinct c.id, children.name_number(0::smallint, w.family), children.name_number(1::smallint, w.given), children.name_number(2::smallint, w.patronymic),
        greatest(children.name_number(1::smallint, x.mother), coalesce(o.mother, 0)), greatest(children.name_number(1::smallint, x.father), coalesce(o.father, 0)), c.born,
        children.place_number(c.region), children.place_number(c.district), coalesce(right(c.iin, 4)::smallint, -1), coalesce(left(c.sex, 1), '-')::"char", left(c.born_precision, 1)::"char"
      from jsonb_to_recordset(rows) as x(child uuid, pointers jsonb, mother text, father text)
        cross join lateral jsonb_to_recordset(x.pointers) as w(family text, given text, patronymic text)
        join children.child c on c.id = x.child
        left join lateral (select max(p.mother) as mother, max(p.father) as father from children.pointer p where p.child = c.id) o on true
      where not exists (select 1 from children.pointer p where p.child = c.id and p.family = children.name_number(0::smallint, w.family)
        and p.given = children.name_number(1::smallint, w.given) and p.patronymic = children.name_number(2::smallint, w.patronymic));
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

-- What became of the rows of a list, for the clock.
create function children.list_totals(token bytea, now_ timestamptz, which uuid) returns jsonb language plpgsql as $$
begin
  if (kernel.enter(token, now_) ->> 'role') is distinct from 'clock' then raise exception 'only the clock works on lists' using errcode = '42501'; end if;
  return (select jsonb_build_object('cursor', l.cursor, 'fresh', l.fresh, 'known', l.known, 'looked', l.looked, 'failed', l.failed, 'failures', l.failures)
    from children.list l where l.id = which);
end $$;

-- The tick: failed rows whose time is over, and uploads of which nothing became.
create function children.list_expire(token bytea, now_ timestamptz, before timestamptz) returns integer language plpgsql as $$
declare gone integer;
begin
  if (kernel.enter(token, now_) ->> 'role') is distinct from 'clock' then raise exception 'only the clock works on lists' using errcode = '42501'; end if;
  delete from children.list_failed f using children.list l where l.id = f.list and l.until <= now_;
  get diagnostics gone = row_count;
  update children.list l set until = null where l.until <= now_;
  delete from children.list_part p using children.list_file f, children.list l where f.id = p.file and l.id = f.list and f.id is distinct from l.file and f.at <= before;
  delete from children.list_file f using children.list l where l.id = f.list and f.id is distinct from l.file and f.at <= before;
  return gone;
end $$;

revoke all on function children.list_next(bytea, timestamptz, uuid, timestamptz), children.list_totals(bytea, timestamptz, uuid), children.list_known(bytea, timestamptz, uuid, jsonb),
  children.list_batch(bytea, timestamptz, uuid, uuid, timestamptz, integer, integer, jsonb, jsonb, jsonb, bytea), children.list_expire(bytea, timestamptz, timestamptz) from public;
grant execute on function children.list_next(bytea, timestamptz, uuid, timestamptz), children.list_totals(bytea, timestamptz, uuid), children.list_known(bytea, timestamptz, uuid, jsonb),
  children.list_batch(bytea, timestamptz, uuid, uuid, timestamptz, integer, integer, jsonb, jsonb, jsonb, bytea), children.list_expire(bytea, timestamptz, timestamptz) to qorgan_app;
