-- Whose mother or father somebody was and is no longer, by him the child must not be found. Names are read by the program
-- (domain/names), and a step that changes the kind of a relation knows no name: the old one leaves the index in the step, and the
-- clock reads anew who the parents are.
create table children.parents_unread (
  child uuid primary key references children.child,
  at timestamptz not null
);
alter table children.parents_unread enable row level security; alter table children.parents_unread force row level security;

-- In a step about this child. `was`: the kind that the relation had.
create function children.parents_changed(who uuid, was text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform children.demand_step_about(who);
  update children.pointer p set mother = case when was = 'mother' then 0 else p.mother end, father = case when was = 'father' then 0 else p.father end where p.child = who;
  insert into children.parents_unread values (who, kernel.word('at')::timestamptz) on conflict (child) do update set at = excluded.at;
end $$;

-- As before; a relation of another kind is read anew.
create or replace function children.change_relation(which uuid, who uuid, new_kind text, new_name text, new_phone text, represents boolean, lives boolean,
  lives_from date, lives_until date, since date, ended date, is_dead boolean, dead_on date, entries jsonb, given text) returns void
language plpgsql as $$
declare was text := (select r.kind from children.relation r where r.id = which and r.child = who);
begin
  update children.relation r set kind = coalesce(new_kind, r.kind), name = coalesce(new_name, r.name), phone = coalesce(new_phone, r.phone),
    guardian = coalesce(represents, r.guardian), household = coalesce(lives, r.household),
    household_from = coalesce(lives_from, r.household_from),
    household_until = case when lives then null else coalesce(lives_until, r.household_until) end,
    valid_from = coalesce(since, r.valid_from), valid_until = coalesce(ended, r.valid_until),
    died = coalesce(is_dead, r.died), died_on = coalesce(dead_on, r.died_on)
  where r.id = which and r.child = who;
  if new_kind <> was and ('mother' in (was, new_kind) or 'father' in (was, new_kind)) then perform children.parents_changed(who, was); end if;
  if given is not null then perform children.index_parent(who, coalesce(new_kind, was), entries, given); end if;
exception when check_violation then
  raise exception 'relation-dates' using errcode = 'QR409';
end $$;
create function children.strike_relation(which uuid, who uuid) returns void language plpgsql as $$
declare was text;
begin
  delete from children.relation r where r.id = which and r.child = who returning r.kind into was;
  if was in ('mother', 'father') then perform children.parents_changed(who, was); end if;
end $$;

-- For the clock: children whose parents are to be read, and who those are. Of two mothers one, as when the whole index is built.
create function children.unread_parents(token bytea, now_ timestamptz, most integer) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (kernel.enter(token, now_) ->> 'role') is distinct from 'clock' then raise exception 'only the clock reads names anew' using errcode = '42501'; end if;
  return (select coalesce(jsonb_agg(jsonb_build_object('child', u.child, 'at', u.at,
      'mother', (select max(r.name) from children.relation r where r.child = u.child and r.kind = 'mother'),
      'father', (select max(r.name) from children.relation r where r.child = u.child and r.kind = 'father'))), '[]')
    from (select * from children.parents_unread x order by x.at, x.child limit most) u);
end $$;
-- What they are found by: [{child, at, mother, father}], keys of given names or null. Whoever was changed again meanwhile waits for the next time.
create function children.parents_read(token bytea, now_ timestamptz, entries jsonb, rows jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare x record;
begin
  if (kernel.enter(token, now_) ->> 'role') is distinct from 'clock' then raise exception 'only the clock reads names anew' using errcode = '42501'; end if;
  perform children.add_names(entries);
  for x in select * from jsonb_to_recordset(rows) as r(child uuid, at timestamptz, mother text, father text) order by r.child loop
    delete from children.parents_unread u where u.child = x.child and u.at = x.at;
    continue when not found;
    if not exists (select 1 from children.pointer p where p.child = x.child) then perform children.put_pointer(x.child, 0, 0, 0); end if;
    update children.pointer p set mother = children.name_number(1::smallint, x.mother), father = children.name_number(1::smallint, x.father) where p.child = x.child;
  end loop;
end $$;

-- When the key of a child is destroyed, nothing of this waits any more.
create function children.unread_destroyed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from children.parents_unread u where u.child = new.subject;
  return null;
end $$;
create trigger destroyed_unread after update on kernel.subject_key for each row
  when (old.wrapped is not null and new.wrapped is null) execute function children.unread_destroyed();

revoke all on function children.parents_changed(uuid, text), children.strike_relation(uuid, uuid), children.unread_parents(bytea, timestamptz, integer),
  children.parents_read(bytea, timestamptz, jsonb, jsonb), children.unread_destroyed() from public;
grant execute on function children.parents_changed(uuid, text), children.strike_relation(uuid, uuid), children.unread_parents(bytea, timestamptz, integer),
  children.parents_read(bytea, timestamptz, jsonb, jsonb), children.unread_destroyed() to qorgan_app;
