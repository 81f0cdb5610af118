-- Break-glass (docs/adr/0009): one person reads, for a short time, what is open about a child and his household, though he has no
-- right to it. It is written down here what it opens: whose proceedings, of which procedures, which classes of fields. It is one
-- more arm of sight, by plain columns; a conflict of interest wins over it, nothing sealed or closed is opened, and no step is taken by it.
create table kernel.break_glass (
  proceeding uuid not null references kernel.proceeding deferrable initially deferred,  -- with the reason, and the review
  subject uuid not null,
  appointment uuid not null references kernel.appointment,
  procedures text[] not null,
  kinds text[] not null,                       -- classes of fields: procedure/class
  since timestamptz not null,
  until timestamptz not null check (until > since),
  ended_at timestamptz,                        -- given up early
  primary key (proceeding, subject)
);
create index break_glass_mine on kernel.break_glass (appointment, until);
alter table kernel.break_glass enable row level security; alter table kernel.break_glass force row level security;
-- His own, while it holds; that he gives it up is a step on its proceeding, and writes a row that then no longer holds.
create policy own on kernel.break_glass for select to qorgan_app using (
  (select kernel.context_ok()) and appointment = (select kernel.one('appointment')) and (
    (since <= (select kernel.word('at'))::timestamptz and (select kernel.word('at'))::timestamptz < least(until, ended_at))
    or proceeding = any ((select kernel.ids('writing'))::uuid[])));
create policy gives_up on kernel.break_glass for update to qorgan_app
  using ((select kernel.context_ok()) and appointment = (select kernel.one('appointment')) and proceeding = any ((select kernel.ids('writing'))::uuid[]))
  with check ((select kernel.context_ok()) and appointment = (select kernel.one('appointment')) and proceeding = any ((select kernel.ids('writing'))::uuid[]));
grant select, update (ended_at) on kernel.break_glass to qorgan_app;

-- The break-glass of the caller that holds over a subject now; null: none.
create function kernel.glass_over(wanted uuid) returns uuid language plpgsql stable as $$
begin
  return (select b.proceeding from kernel.break_glass b where b.appointment = kernel.one('appointment') and b.until > kernel.word('at')::timestamptz
      and b.subject = wanted and b.since <= kernel.word('at')::timestamptz and (b.ended_at is null or kernel.word('at')::timestamptz < b.ended_at)
    order by b.until desc limit 1);
end $$;

-- Does the policy show it to the caller without break-glass? Off only takes away, so that it may be said by anyone.
create function kernel.judged_rightly(main uuid) returns kernel.proceeding language plpgsql as $$
declare p kernel.proceeding; done text;
begin
  done := set_config('qorgan.glass', 'off', true);
  p := kernel.judged(main);
  done := set_config('qorgan.glass', '', true);
  return p;
end $$;
create function kernel.seen_rightly(main uuid) returns boolean language plpgsql as $$
declare seen boolean; done text;
begin
  done := set_config('qorgan.glass', 'off', true);
  seen := exists (select 1 from kernel.proceeding p where p.id = main);
  done := set_config('qorgan.glass', '', true);
  return seen;
end $$;

drop policy sees on kernel.proceeding;
create policy sees on kernel.proceeding for select to qorgan_app using (
  (select kernel.context_ok()) and (
    id = any ((select kernel.ids('writing'))::uuid[])
    or (
      (id = any ((select kernel.ids('conflicts'))::uuid[])) is not true
      and (
        (organisation = (select kernel.one('organisation')) and procedure = any ((select kernel.list('by_organisation'))::text[]))
        -- told
        or (escalated_to = (select kernel.one('appointment')) and procedure = any ((select kernel.list('by_organisation'))::text[]))
        or ((select kernel.word('role')) = 'clock' and procedure = any ((select kernel.list('by_country'))::text[]))
        -- end of told
        or (not sealed and (
          (district = (select kernel.word('district')) and procedure = any ((select kernel.list('by_district'))::text[]))
          or (region = (select kernel.word('region')) and procedure = any ((select kernel.list('by_region'))::text[]))
          or procedure = any ((select kernel.list('by_country'))::text[])))
        or ((id = (select kernel.one('own')) or reporter = (select kernel.one('appointment'))) and procedure = any ((select kernel.list('by_own'))::text[]))
        or exists (select 1 from kernel.access_grant g where g.proceeding = proceeding.id)
        -- break-glass
        or ((select kernel.word('glass')) is distinct from 'off' and not sealed and not final and exists (select 1 from kernel.break_glass b where b.subject = proceeding.subject and proceeding.procedure = any (b.procedures)
          and (select kernel.word('at'))::timestamptz < least(b.until, b.ended_at)))
      ))));

-- Whoever has no break-glass reads the classes of his role; whoever has one, of what he sees by it alone, only the classes it opened.
drop policy sees on kernel.record;
create policy sees on kernel.record for select to qorgan_app using (
  (select kernel.context_ok()) and (
    proceeding = any ((select kernel.ids('writing'))::uuid[])
    or (kind = any ((select kernel.list('kinds'))::text[]) and exists (select 1 from kernel.proceeding p where p.id = record.proceeding
      and (not (select exists (select 1 from kernel.break_glass)) or kernel.seen_rightly(p.id))))
    or exists (select 1 from kernel.break_glass b join kernel.proceeding p on p.subject = b.subject
      where p.id = record.proceeding and not p.sealed and not p.final and record.kind = any (b.kinds)
        and (select kernel.word('at'))::timestamptz < least(b.until, b.ended_at))));

-- It is broken by a step of the program: who holds the application's login and a session cannot give himself one. Whoever has an
-- interest in anything about one of these children is shut out there.
create function kernel.open_glass(program bytea, main uuid, subjects uuid[], opens text[], shows text[], ends timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := kernel.one('person'); moment timestamptz := kernel.word('at')::timestamptz;
begin
  perform kernel.demand_program(program);
  if not kernel.context_ok() or me is null or (main = any (kernel.ids('writing'))) is not true then raise exception 'not of this step' using errcode = '42501'; end if;
  insert into kernel.break_glass (proceeding, subject, appointment, procedures, kinds, since, until)
    select distinct main, s, kernel.one('appointment'), opens, shows, moment, ends from unnest(subjects) s
    where not exists (select 1 from kernel.conflict c join kernel.proceeding p on p.id = c.proceeding where p.subject = s
      and (c.person = me or c.organisation = any (array(select a.organisation from kernel.appointment a
        where a.person = me and a.since <= moment and (a.until is null or moment < a.until)))));
end $$;

-- Steps need a right: break-glass shows, and changes nothing.
create or replace function kernel.lock_step(main uuid, subjects uuid[]) returns uuid[] language plpgsql as $$
declare p kernel.proceeding; ids uuid[]; again uuid[]; done text; about uuid;
begin
  -- Before any row: two reports about one child come after each other, also where nothing about him is open yet.
  for about in select distinct s from unnest(subjects) s order by s loop
    perform pg_advisory_xact_lock(hashtextextended('subject ' || about, 0));
  end loop;
  ids := kernel.family(main, subjects);
  loop
    perform 1 from kernel.proceeding where id = any (ids) order by id for update;
    again := kernel.family(main, subjects);
    exit when again = ids;
    ids := again;
  end loop;
  if main is not null then
    -- Judged as it is under the lock.
    p := kernel.judged_rightly(main);
    if p.id is null then return null; end if;
  end if;
  done := set_config('qorgan.writing', array_to_string(ids, ','), true);
  done := set_config('qorgan.signature', kernel.context_mac(), true);
  return ids;
end $$;

-- Two columns more in a look, sealed as format 2 where one of them is there (docs/adr/0005): by which break-glass, and for what purpose.
alter table kernel.look add column break_glass uuid, add column purpose text check (length(purpose) <= 100);
alter table kernel.look drop constraint look_what_check;
alter table kernel.look add constraint look_what_check check (what in ('proceeding', 'list', 'search', 'child', 'refused', 'export', 'lookers'));
create or replace function kernel.look_line(l kernel.look) returns json language sql stable as $$
  select json_build_object('id', l.id::text, 'at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'role', l.role,
    'appointment', l.appointment, 'person', l.person, 'what', l.what, 'target', l.target, 'route', l.route, 'found', l.found,
    'breakGlass', l.break_glass, 'purpose', l.purpose)
$$;

-- The break-glass without which the caller would not see it; null: he sees it by right.
create function kernel.only_glass(p kernel.proceeding) returns uuid language plpgsql as $$
declare glass uuid := kernel.glass_over(p.subject);
begin
  if glass is null or (kernel.judged_rightly(p.id)).id is not null then return null; end if;
  return glass;
end $$;

create or replace function kernel.look_at(at timestamptz, main uuid, route text) returns kernel.proceeding language plpgsql as $$
declare p kernel.proceeding := kernel.judged(main); seen boolean := p.id is not null;
begin
  insert into kernel.look (at, role, appointment, person, what, target, route, found, break_glass)
    values (at, kernel.word('role'), kernel.one('appointment'), kernel.one('person'),
            case when seen then 'proceeding' else 'refused' end, main, route, case when seen then 1 else 0 end,
            case when seen then kernel.only_glass(p) end);
  return case when seen then p end;
end $$;

-- Null where the caller sees it by right; else by which break-glass, until when, and which classes of fields.
create function kernel.glass_shown(p kernel.proceeding) returns json language plpgsql as $$
declare glass uuid := kernel.only_glass(p);
begin
  if glass is null then return null; end if;
  return (select json_build_object('proceeding', glass, 'until', max(b.until), 'kinds', kernel.glass_kinds(p))
    from kernel.break_glass b where b.proceeding = glass and b.subject = p.subject);
end $$;

-- The classes that break-glass opens of it; mostly none.
create function kernel.glass_kinds(p kernel.proceeding) returns text[] language plpgsql stable as $$
begin
  return (select coalesce(array_agg(k), '{}') from kernel.break_glass b, unnest(b.kinds) k where b.subject = p.subject and not p.sealed and not p.final
    and b.appointment = kernel.one('appointment') and b.since <= kernel.word('at')::timestamptz
    and kernel.word('at')::timestamptz < least(b.until, b.ended_at));
end $$;

create or replace function kernel.show(actor jsonb, at timestamptz, main uuid, route text) returns json language plpgsql as $$
declare p kernel.proceeding := kernel.look_at(at, main, route); glass json; kinds text[] := kernel.list('kinds');
begin
  if p.id is null then return json_build_object('actor', actor, 'missing', true); end if;
  if kernel.glass_over(p.subject) is not null then
    glass := kernel.glass_shown(p);
    kinds := kernel.glass_kinds(p) || case when glass is null then kinds else '{}' end;
  end if;
  return json_build_object('actor', actor, 'proceedings', json_build_array(row_to_json(p)),
    -- Of what is seen, the classes that are the caller's: the policy of records would judge the proceeding once more.
    'records', (select json_agg(json_build_array(r.proceeding, r.kind, r.body)) from kernel.record r
      where r.proceeding = main and r.kind = any (kinds)),
    'deadlines', (select json_agg(row_to_json(d) order by d.due_at) from kernel.deadline d where d.proceeding = main),
    'links', kernel.links_of(main),
    'entries', kernel.entries_of(main, null, kernel.story_page()),
    'glass', glass,
    'keys', (select json_agg(json_build_object('subject', k.subject, 'wrapped', encode(k.wrapped, 'base64'), 'master', k.master))
      from kernel.subject_key k where k.subject = p.subject));
end $$;

create or replace function kernel.read_story(token bytea, at timestamptz, main uuid, before integer, route text) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at); p kernel.proceeding;
begin
  if actor is null then return '{}'; end if;
  p := kernel.look_at(at, main, route);
  if p.id is null then return json_build_object('actor', actor, 'missing', true); end if;
  return json_build_object('actor', actor, 'proceedings', json_build_array(row_to_json(p)),
    'entries', kernel.entries_of(main, before, kernel.story_page()),
    'glass', kernel.glass_shown(p),
    'keys', (select json_agg(json_build_object('subject', k.subject, 'wrapped', encode(k.wrapped, 'base64'), 'master', k.master))
      from kernel.subject_key k where k.subject = p.subject));
end $$;

revoke all on function kernel.glass_over(uuid), kernel.judged_rightly(uuid), kernel.seen_rightly(uuid), kernel.only_glass(kernel.proceeding),
  kernel.glass_shown(kernel.proceeding), kernel.glass_kinds(kernel.proceeding), kernel.open_glass(bytea, uuid, uuid[], text[], text[], timestamptz) from public, qorgan_app;
-- seen_rightly is asked by the policy of records, under the caller's own rights; glass_over by what marks a look elsewhere.
grant execute on function kernel.seen_rightly(uuid), kernel.glass_over(uuid), kernel.open_glass(bytea, uuid, uuid[], text[], text[], timestamptz) to qorgan_app;
