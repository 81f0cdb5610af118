-- Relations in time: who lives with the child since when, who has died; and a relation can end, be put right or be struck out.
-- What the register said before is kept beside it.
alter table children.relation
  add column household_from date,
  add column household_until date,
  add column died boolean not null default false,
  add column died_on date,
  add constraint relation_household check (household_until >= household_from),
  add constraint relation_died check (died_on is null or died);

create table children.relation_before (
  id uuid primary key,
  relation uuid not null,
  child uuid not null references children.child,
  kind text not null,
  other uuid references children.child,
  name text, phone text,
  guardian boolean not null,
  household boolean not null,
  household_from date, household_until date,
  valid_from date, valid_until date,
  died boolean not null,
  died_on date,
  at timestamptz not null,                 -- when it was written so
  until timestamptz not null               -- when it was put otherwise, or struck out
);
create index on children.relation_before (child);
create index on children.relation_before (other) where other is not null;
alter table children.relation_before enable row level security; alter table children.relation_before force row level security;
create policy sees on children.relation_before for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from children.child c where c.id = relation_before.child));
create policy adds on children.relation_before for insert to qorgan_app with check (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.subject = relation_before.child
    and p.id = any ((select kernel.ids('writing'))::uuid[])));
grant select, insert on children.relation_before to qorgan_app;
-- Only what is kept beside it can be struck out.
create policy strikes on children.relation for delete to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.subject = relation.child
    and p.id = any ((select kernel.ids('writing'))::uuid[])));
grant delete on children.relation to qorgan_app;

-- A relation of this child as it stood, put by; raises what a missing foreign key raises where he has no such relation. This and the
-- next run with the caller's own rights, in a step about this child.
create function children.put_by(which uuid, who uuid, copy uuid, moment timestamptz) returns void
language plpgsql as $$
begin
  insert into children.relation_before (id, relation, child, kind, other, name, phone, guardian, household, household_from, household_until,
      valid_from, valid_until, died, died_on, at, until)
    select copy, r.id, r.child, r.kind, r.other, r.name, r.phone, r.guardian, r.household, r.household_from, r.household_until,
      r.valid_from, r.valid_until, r.died, r.died_on, r.at, moment
    from children.relation r where r.id = which and r.child = who;
  if not found then raise exception 'no such relation' using errcode = '23503'; end if;
end $$;
-- What is null stays as it was. A parent's name put right finds the child (docs/adr/0015). Who lives with the child again has no day on which that ended.
create function children.change_relation(which uuid, who uuid, new_kind text, new_name text, new_phone text, represents boolean, lives boolean,
  lives_from date, lives_until date, since date, ended date, is_dead boolean, dead_on date, entries jsonb, given text) returns void
language plpgsql as $$
begin
  update children.relation r set kind = coalesce(new_kind, r.kind), name = coalesce(new_name, r.name), phone = coalesce(new_phone, r.phone),
    guardian = coalesce(represents, r.guardian), household = coalesce(lives, r.household),
    household_from = coalesce(lives_from, r.household_from),
    household_until = case when lives then null else coalesce(lives_until, r.household_until) end,
    valid_from = coalesce(since, r.valid_from), valid_until = coalesce(ended, r.valid_until),
    died = coalesce(is_dead, r.died), died_on = coalesce(dead_on, r.died_on)
  where r.id = which and r.child = who;
  if given is not null then perform children.index_parent(who, (select r.kind from children.relation r where r.id = which), entries, given); end if;
exception when check_violation then
  raise exception 'relation-dates' using errcode = 'QR409';
end $$;

-- The relatives of a child, and those of the rows that are the same child. Whose brother or sister he is in another's row, and
-- whose father or mother, is told here as well, as far as the caller may see that other child.
create function children.relatives(who uuid) returns jsonb language sql stable as $$
  with ids as (
    select who as id
    union select s.same from children.same_child s where s.child = who and s.ended_at is null
    union select s.child from children.same_child s where s.same = who and s.ended_at is null),
  told as (
    select r.id, r.child as of, r.kind, r.other, r.name, r.phone, r.guardian, r.household, r.household_from, r.household_until, r.valid_from, r.valid_until,
      r.died or c.died_on is not null as died, coalesce(c.died_on, r.died_on) as died_on, r.at
    from children.relation r left join children.child c on c.id = r.other where r.child in (select i.id from ids i)
    union all
    select r.id, r.child, case when r.kind = 'sibling' then 'sibling' else 'own-child' end, r.child, null, null, false, r.household, r.household_from,
      r.household_until, null, null, c.died_on is not null, c.died_on, r.at
    from children.relation r join children.child c on c.id = r.child
    where r.other in (select i.id from ids i) and r.kind in ('sibling', 'mother', 'father') and r.child not in (select i.id from ids i)
      and not exists (select 1 from children.relation mine where mine.child in (select i.id from ids i) and mine.other = r.child))
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'of', t.of, 'kind', t.kind, 'other', t.other, 'name', t.name, 'phone', t.phone,
      'guardian', t.guardian, 'household', t.household, 'householdFrom', t.household_from, 'householdUntil', t.household_until,
      'from', t.valid_from, 'until', t.valid_until, 'died', t.died, 'diedOn', t.died_on,
      'spelt', case when t.other is null then null else children.spelt(t.other) end) order by t.at, t.id), '[]')
  from told t
$$;

-- What was put by goes with the key of the child, as the relations do.
create function children.relations_destroyed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from children.relation_before b where b.child = new.subject;
  update children.relation_before b set name = null, phone = null, died = false, died_on = null where b.other = new.subject;
  update children.relation r set died = false, died_on = null where r.other = new.subject;
  return null;
end $$;
create trigger destroyed_relations after update on kernel.subject_key for each row
  when (old.wrapped is not null and new.wrapped is null) execute function children.relations_destroyed();

revoke all on function children.put_by(uuid, uuid, uuid, timestamptz), children.relatives(uuid), children.relations_destroyed(),
  children.change_relation(uuid, uuid, text, text, text, boolean, boolean, date, date, date, date, boolean, date, jsonb, text) from public;
grant execute on function children.put_by(uuid, uuid, uuid, timestamptz), children.relatives(uuid), children.relations_destroyed(),
  children.change_relation(uuid, uuid, text, text, text, boolean, boolean, date, date, date, date, boolean, date, jsonb, text) to qorgan_app;
