-- Calendars (docs/adr/0021): one's own deadlines at a secret address, read by a program that cannot sign in. The address stands
-- nowhere but with whoever switched it on; here is its hash. Rows stay: an address that was ended never works again.
create schema calendar;
grant usage on schema calendar to qorgan_app;

create table calendar.feed (
  hash bytea primary key,                       -- SHA-256 of the token in the address
  appointment uuid not null references kernel.appointment,
  person uuid not null references kernel.person,
  -- As the appointment was then: one that became another's, or another house's, shows nothing here.
  role text not null,
  organisation uuid not null references kernel.organisation,
  language text not null check (language in ('kk', 'ru', 'en')),
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index feed_live on calendar.feed (appointment) where ended_at is null;
alter table calendar.feed enable row level security; alter table calendar.feed force row level security;

create policy own on calendar.feed for select to qorgan_app using (
  (select kernel.context_ok()) and appointment = (select kernel.one('appointment')));
create policy makes on calendar.feed for insert to qorgan_app with check (
  (select kernel.context_ok()) and appointment = (select kernel.one('appointment')) and person = (select kernel.one('person'))
  and organisation = (select kernel.one('organisation')) and role = (select kernel.word('role')));
create policy ends on calendar.feed for update to qorgan_app
  using ((select kernel.context_ok()) and appointment = (select kernel.one('appointment')))
  with check ((select kernel.context_ok()) and appointment = (select kernel.one('appointment')));
grant select, insert on calendar.feed to qorgan_app;
grant update (ended_at) on calendar.feed to qorgan_app;

-- Switches it on under a new address; the one before is over. The same address once more changes nothing, unless it was ended:
-- then false. To be called after `enter`, under the caller's own rights.
create function calendar.switch_on(new_hash bytea, spoken text, at timestamptz) returns boolean language plpgsql as $$
declare known calendar.feed;
begin
  -- Twice at once: one after the other.
  perform pg_advisory_xact_lock(hashtext('calendar'), hashtext(kernel.word('appointment')));
  select * into known from calendar.feed f where f.hash = new_hash;
  if known.hash is not null then return known.ended_at is null; end if;
  update calendar.feed f set ended_at = switch_on.at where f.appointment = kernel.one('appointment') and f.ended_at is null;
  insert into calendar.feed values (new_hash, kernel.one('appointment'), kernel.one('person'), kernel.word('role'), kernel.one('organisation'), spoken, at, null);
  return true;
end $$;

-- What stands at an address: ids, terms and times of what its holder must do. Null where there is nothing for whatever reason:
-- no such address, one that was ended, an appointment that is over or became another one, a person who is kept out.
create function calendar.read(token bytea, at timestamptz, most integer, route text) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare f calendar.feed; events json; shown integer;
begin
  select x.* into f from calendar.feed x
    join kernel.appointment a on a.id = x.appointment and a.person = x.person and a.role = x.role and a.organisation = x.organisation
      and a.since <= read.at and (a.until is null or read.at < a.until)
    where x.hash = sha256(token) and x.ended_at is null
      and not exists (select from kernel.credential c where c.person = x.person and c.locked_at is not null);
  if f.hash is null then return null; end if;
  select coalesce(json_agg(json_build_object('id', d.id, 'proceeding', d.proceeding, 'term', d.term, 'due', d.due_at) order by d.due_at, d.id), '[]'), count(*)
    into events, shown from (
    select d.* from kernel.proceeding p join kernel.deadline d on d.proceeding = p.id and d.state = 'running'
    where p.worker = f.appointment and not p.final
      -- As `enter` closes what is in conflict: of the person, and of every house he works in.
      and not exists (select from kernel.conflict c where c.proceeding = p.id and (c.person = f.person or c.organisation = any (array(
        select a.organisation from kernel.appointment a where a.person = f.person and a.since <= read.at and (a.until is null or read.at < a.until)))))
    order by d.due_at, d.id limit most) d;
  insert into kernel.look (at, role, appointment, person, what, target, route, found) values (at, f.role, f.appointment, f.person, 'list', null, route, shown);
  return json_build_object('language', f.language, 'events', events);
end $$;

revoke all on all functions in schema calendar from public;
grant execute on function calendar.switch_on(bytea, text, timestamptz), calendar.read(bytea, timestamptz, integer, text) to qorgan_app;
