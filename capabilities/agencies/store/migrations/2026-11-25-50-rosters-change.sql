-- Rosters are changed and lines taken back, by heads of the house alone; the past of a line stays as it was.
-- Each line has a version: who writes on one that is no longer current is told so, and nothing is overwritten.
alter table kernel.duty add column version integer not null default 1;

-- Who changed what of a roster or of an appointment, when. Appended, never changed.
create table agencies.change (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  subject uuid not null,                     -- the line of a roster, or the appointment
  what text not null check (what in ('added', 'changed', 'ended', 'removed', 'away', 'back', 'left')),
  organisation uuid not null references kernel.organisation,
  by_appointment uuid not null references kernel.appointment,
  by_person uuid not null references kernel.person,
  before jsonb,
  after jsonb
);
create index on agencies.change (subject, id);
create trigger append_only before update or delete on agencies.change for each row execute function kernel.append_only();
create trigger never_emptied before truncate on agencies.change for each statement execute function kernel.append_only();
alter table agencies.change enable row level security; alter table agencies.change force row level security;
create policy sees on agencies.change for select to qorgan_app using (
  (select kernel.context_ok()) and organisation = (select kernel.one('organisation'))
  and (select kernel.word('role')) in ('shift-lead', 'district-head', 'region-head', 'committee-duty', 'police-head'));
grant select on agencies.change to qorgan_app;

-- The house whose roster the caller keeps; raises where he keeps none. Trusts the signed context alone.
create function agencies.own_house() returns uuid language plpgsql stable as $$
begin
  if not kernel.context_ok() then raise exception 'no verified context' using errcode = '42501'; end if;
  if kernel.one('organisation') is null or kernel.one('appointment') is null
     or kernel.word('role') not in ('shift-lead', 'district-head', 'region-head', 'committee-duty', 'police-head') then
    raise exception 'only a head does this' using errcode = '42501';
  end if;
  return kernel.one('organisation');
end $$;

-- The key of a call, first of all: a repeat is answered as before, whatever has changed since.
-- 'fresh', 'repeated', or 'key-reused' where the key stood for something else.
create function agencies.take_key(call_key uuid, request_hash text, status smallint) returns text language plpgsql as $$
declare known record;
begin
  insert into kernel.idempotency (actor, key, request, status, proceeding, sequence, at)
    values (kernel.word('actor'), call_key, request_hash, status, null, null, kernel.word('at')::timestamptz)
    on conflict do nothing;
  if found then return 'fresh'; end if;
  select i.request, i.proceeding into known from kernel.idempotency i where i.actor = kernel.word('actor') and i.key = call_key;
  if known.request is distinct from request_hash or known.proceeding is not null then return 'key-reused'; end if;
  return 'repeated';
end $$;

-- An id that the same caller, key and word give again.
create function agencies.id_of(call_key uuid, word text) returns uuid language plpgsql stable as $$
declare hash text := encode(sha256(convert_to(concat_ws('/', kernel.word('actor'), call_key::text, word), 'UTF8')), 'hex');
begin
  return (substr(hash, 1, 12) || '8' || substr(hash, 14, 3) || '8' || substr(hash, 18, 15))::uuid;
end $$;

create function agencies.note_change(subject uuid, what text, house uuid, before jsonb, after jsonb) returns void language plpgsql as $$
begin
  insert into agencies.change (at, subject, what, organisation, by_appointment, by_person, before, after)
    values (kernel.word('at')::timestamptz, subject, what, house, kernel.one('appointment'), kernel.one('person'), before, after);
end $$;

-- What is wrong with naming these two at this house for this time, or null.
create function agencies.duty_fault(house uuid, who uuid, second uuid, begins timestamptz, finishes timestamptz) returns text language plpgsql stable as $$
declare first_role text;
begin
  select a.role into first_role from kernel.appointment a
    where a.id = who and a.organisation = house and a.since <= begins and (a.until is null or finishes <= a.until);
  if not found then return 'appointment'; end if;
  if second is not null and not exists (select 1 from kernel.appointment a
    where a.id = second and a.organisation = house and a.role = first_role
      and a.since <= begins and (a.until is null or finishes <= a.until)) then return 'deputy'; end if;
  if finishes <= kernel.word('at')::timestamptz then return 'past'; end if;
  return null;
end $$;

create or replace function agencies.add_duty(call_key uuid, request_hash text, who uuid, second uuid, number text, begins timestamptz, finishes timestamptz)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare house uuid; taken text; fault text; fresh uuid; line kernel.duty;
begin
  house := agencies.own_house();
  fresh := agencies.id_of(call_key, null);
  taken := agencies.take_key(call_key, request_hash, 201::smallint);
  if taken = 'key-reused' then return jsonb_build_object('refused', taken); end if;
  if taken = 'repeated' then return jsonb_build_object('id', fresh, 'repeated', true); end if;
  fault := agencies.duty_fault(house, who, second, begins, finishes);
  if fault is not null then return jsonb_build_object('refused', fault); end if;
  insert into kernel.duty (id, role, organisation, appointment, deputy, phone, starts, ends)
    select fresh, a.role, house, who, second, number, begins, finishes from kernel.appointment a where a.id = who
    returning * into line;
  perform agencies.note_change(fresh, 'added', house, null, to_jsonb(line));
  return jsonb_build_object('id', fresh, 'repeated', false);
end $$;

-- Changes a line that is not over. One that runs keeps what it was up to now: it ends, and another goes on from here,
-- since who answered is evidence. Only its end may be moved in place.
create function agencies.change_duty(call_key uuid, request_hash text, line uuid, seen integer,
  who uuid, second uuid, number text, begins timestamptz, finishes timestamptz)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare house uuid; moment timestamptz; taken text; fault text; was kernel.duty; now_is kernel.duty; fresh uuid;
begin
  house := agencies.own_house();
  moment := kernel.word('at')::timestamptz;
  fresh := agencies.id_of(call_key, line::text);
  taken := agencies.take_key(call_key, request_hash, 200::smallint);
  if taken = 'key-reused' then return jsonb_build_object('refused', taken); end if;
  if taken = 'repeated' then
    return jsonb_build_object('id', case when exists (select 1 from agencies.change c where c.subject = fresh) then fresh else line end, 'repeated', true);
  end if;
  select * into was from kernel.duty d where d.id = line and d.organisation = house for update;
  if not found then
    return jsonb_build_object('refused', case when exists (select 1 from agencies.change c where c.subject = line and c.organisation = house) then 'changed' else 'missing' end);
  end if;
  if was.version <> seen then return jsonb_build_object('refused', 'changed'); end if;
  if was.ends <= moment then return jsonb_build_object('refused', 'over'); end if;
  if was.starts <= moment and begins <> was.starts then return jsonb_build_object('refused', 'begun'); end if;
  if was.starts > moment and begins < moment then return jsonb_build_object('refused', 'starts-past'); end if;
  fault := agencies.duty_fault(house, who, second, greatest(begins, moment), finishes);
  if fault is not null then return jsonb_build_object('refused', fault); end if;
  if was.starts <= moment and row(who, second, number) is distinct from row(was.appointment, was.deputy, was.phone) then
    update kernel.duty d set ends = moment, version = d.version + 1 where d.id = line returning * into now_is;
    perform agencies.note_change(line, 'ended', house, to_jsonb(was), to_jsonb(now_is));
    insert into kernel.duty (id, role, organisation, appointment, deputy, phone, starts, ends)
      select fresh, a.role, house, who, second, number, moment, finishes from kernel.appointment a where a.id = who
      returning * into now_is;
    perform agencies.note_change(fresh, 'added', house, null, to_jsonb(now_is));
    return jsonb_build_object('id', fresh, 'repeated', false);
  end if;
  update kernel.duty d set role = a.role, appointment = who, deputy = second, phone = number, starts = begins, ends = finishes, version = d.version + 1
    from kernel.appointment a where a.id = who and d.id = line returning d.* into now_is;
  perform agencies.note_change(line, 'changed', house, to_jsonb(was), to_jsonb(now_is));
  return jsonb_build_object('id', line, 'repeated', false);
end $$;

-- Takes back a line that has not begun; ends one that runs. What is over stays.
create function agencies.remove_duty(call_key uuid, request_hash text, line uuid, seen integer)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare house uuid; moment timestamptz; taken text; was kernel.duty; now_is kernel.duty;
begin
  house := agencies.own_house();
  moment := kernel.word('at')::timestamptz;
  taken := agencies.take_key(call_key, request_hash, 200::smallint);
  if taken = 'key-reused' then return jsonb_build_object('refused', taken); end if;
  if taken = 'repeated' then return jsonb_build_object('id', line, 'repeated', true); end if;
  select * into was from kernel.duty d where d.id = line and d.organisation = house for update;
  if not found then
    return jsonb_build_object('refused', case when exists (select 1 from agencies.change c where c.subject = line and c.organisation = house) then 'changed' else 'missing' end);
  end if;
  if was.version <> seen then return jsonb_build_object('refused', 'changed'); end if;
  if was.ends <= moment then return jsonb_build_object('refused', 'over'); end if;
  if was.starts >= moment then
    delete from kernel.duty d where d.id = line;
    perform agencies.note_change(line, 'removed', house, to_jsonb(was), null);
  else
    update kernel.duty d set ends = moment, version = d.version + 1 where d.id = line returning * into now_is;
    perform agencies.note_change(line, 'ended', house, to_jsonb(was), to_jsonb(now_is));
  end if;
  return jsonb_build_object('id', line, 'repeated', false);
end $$;

-- The lines of a role that begin in the seven days before `first`, once more a week later: whole ones that lie ahead, of people
-- who still hold the post, are not away and have nothing else then. Answers how many were added, and how many were not.
create function agencies.copy_week(call_key uuid, request_hash text, wanted text, first timestamptz)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare house uuid; moment timestamptz; taken text; was kernel.duty; made kernel.duty; week interval := interval '168 hours'; added integer := 0; all_ integer := 0;
begin
  house := agencies.own_house();
  moment := kernel.word('at')::timestamptz;
  taken := agencies.take_key(call_key, request_hash, 200::smallint);
  if taken = 'key-reused' then return jsonb_build_object('refused', taken); end if;
  for was in select * from kernel.duty d where d.organisation = house and d.role = wanted and d.starts >= first - week and d.starts < first order by d.starts, d.id loop
    all_ := all_ + 1;
    if taken = 'repeated' then
      if exists (select 1 from agencies.change c where c.subject = agencies.id_of(call_key, was.id::text)) then added := added + 1; end if;
      continue;
    end if;
    continue when was.starts + week < moment
      or agencies.duty_fault(house, was.appointment, was.deputy, was.starts + week, was.ends + week) is not null
      or exists (select 1 from kernel.appointment a where a.id = was.appointment
        and a.away_from < was.ends + week and (a.away_until is null or was.starts + week < a.away_until));
    insert into kernel.duty (id, role, organisation, appointment, deputy, phone, starts, ends)
      values (agencies.id_of(call_key, was.id::text), was.role, house, was.appointment, was.deputy, was.phone, was.starts + week, was.ends + week)
      on conflict do nothing returning * into made;
    continue when not found;
    perform agencies.note_change(made.id, 'added', house, null, to_jsonb(made));
    added := added + 1;
  end loop;
  return jsonb_build_object('added', added, 'skipped', all_ - added, 'repeated', taken = 'repeated');
end $$;

revoke all on all functions in schema agencies from public;
grant execute on function agencies.add_duty(uuid, text, uuid, uuid, text, timestamptz, timestamptz),
  agencies.change_duty(uuid, text, uuid, integer, uuid, uuid, text, timestamptz, timestamptz),
  agencies.remove_duty(uuid, text, uuid, integer), agencies.copy_week(uuid, text, text, timestamptz) to qorgan_app;
