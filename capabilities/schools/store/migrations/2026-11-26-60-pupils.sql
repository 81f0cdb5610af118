-- Pupils of bullying files, as far as it takes to see that the same ones come again: a name as it is found, and its key.
-- A row is seen by whoever sees the file and reads what happened in it.
create schema schools;
grant usage on schema schools to qorgan_app;

create table schools.pupil (
  proceeding uuid not null references kernel.proceeding deferrable initially deferred,
  school uuid not null,
  side text not null check (side in ('hurt', 'others')),
  key text not null,                       -- domain/pupils.ts
  name text not null check (length(name) <= 400),
  class text,
  at timestamptz not null,
  primary key (proceeding, side, key)
);
create index on schools.pupil (school, key);

alter table schools.pupil enable row level security; alter table schools.pupil force row level security;
create policy sees on schools.pupil for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.id = pupil.proceeding)
    and ((select 'schools.bullying/bullying' = any (kernel.list('kinds'))) or proceeding = any ((select kernel.ids('writing'))::uuid[])));
create policy adds on schools.pupil for insert to qorgan_app with check (
  (select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));
create policy goes on schools.pupil for delete to qorgan_app using (
  (select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));
grant select, insert, delete on schools.pupil to qorgan_app;

-- Who a file is about, as it was recorded last: [{side, key, name, class}].
create function schools.put_pupils(file uuid, at_school uuid, pupils jsonb, moment timestamptz) returns void language plpgsql as $$
begin
  delete from schools.pupil p where p.proceeding = file;
  insert into schools.pupil (proceeding, school, side, key, name, class, at)
    select file, at_school, x.side, x.key, x.name, x.class, moment from jsonb_to_recordset(pupils) as x(side text, key text, name text, class text)
    on conflict do nothing;
end $$;

-- Who comes again in the files that the caller may read, of a time: a pair, one who is hurt, one who hurts, a class. One look.
create function schools.repeats(token bytea, moment timestamptz, since timestamptz, route text) returns jsonb language plpgsql as $$
declare actor jsonb; answer jsonb;
begin
  actor := kernel.enter(token, moment);
  if actor is null or actor ->> 'appointment' is null then return '{}'; end if;
  with seen as materialized (select * from schools.pupil p where p.at >= since),
  one as (
    select 'pair' as what, h.school, h.key || ' ' || o.key as key, h.proceeding, h.at, jsonb_build_array(h.name, o.name) as names, h.class
      from seen h join seen o on o.proceeding = h.proceeding and o.side = 'others' where h.side = 'hurt'
    union all select s.side, s.school, s.key, s.proceeding, s.at, jsonb_build_array(s.name), s.class from seen s
    union all select distinct 'class', s.school, s.class, s.proceeding, s.at, '[]'::jsonb, s.class from seen s where s.class is not null),
  again as (
    select o.what, o.school, count(distinct o.proceeding) as times, max(o.at) as last, (array_agg(o.names order by o.at desc))[1] as names,
      (array_agg(o.class order by o.at desc) filter (where o.class is not null))[1] as class,
      (array_agg(distinct o.proceeding))[1:20] as proceedings
    from one o group by o.what, o.school, o.key having count(distinct o.proceeding) > 1
    order by count(distinct o.proceeding) desc, max(o.at) desc limit 200)
  select coalesce(jsonb_agg(to_jsonb(a) order by a.times desc, a.last desc), '[]') into answer from again a;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (moment, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'list', null, route, jsonb_array_length(answer));
  return jsonb_build_object('actor', actor, 'again', answer);
end $$;
revoke all on function schools.put_pupils(uuid, uuid, jsonb, timestamptz), schools.repeats(bytea, timestamptz, timestamptz, text) from public;
grant execute on function schools.put_pupils(uuid, uuid, jsonb, timestamptz), schools.repeats(bytea, timestamptz, timestamptz, text) to qorgan_app;

-- With the key of the file its pupils go.
create function schools.key_destroyed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from schools.pupil s using kernel.proceeding p where p.id = s.proceeding and p.subject = new.subject;
  return null;
end $$;
create trigger destroyed_schools after update on kernel.subject_key for each row
  when (old.wrapped is not null and new.wrapped is null) execute function schools.key_destroyed();
revoke all on function schools.key_destroyed() from public;
grant execute on function schools.key_destroyed() to qorgan_app;
