-- A letter each morning for who asked for it (docs/adr/0025): how much ends today and how much has passed, and no word of whom.
-- The address is the person's own, of one appointment, and proved by a code that was sent there. Whoever wants no more letters
-- keeps the row without an address: how many codes were asked for today must not be forgotten with it.
create table kernel.digest (
  appointment uuid primary key references kernel.appointment,
  address text check (length(address) between 3 and 254),
  language text not null check (language in ('kk', 'ru', 'en')),
  code bytea,
  code_until timestamptz,
  tries integer not null default 0,
  asked_on date not null,
  asked integer not null,
  confirmed_at timestamptz,
  sent_on date,
  check ((code is null) = (code_until is null)),
  check (address is not null or (code is null and confirmed_at is null))
);
create index digest_confirmed on kernel.digest (sent_on) where confirmed_at is not null;
alter table kernel.digest enable row level security; alter table kernel.digest force row level security;
create policy own on kernel.digest for all to qorgan_app
  using ((select kernel.context_ok()) and appointment = (select kernel.one('appointment')))
  with check ((select kernel.context_ok()) and appointment = (select kernel.one('appointment')));
grant select, insert, update on kernel.digest to qorgan_app;

-- One's own: where it goes, and whether that is proved. Empty: no session.
create function kernel.digest_of(token bytea, at timestamptz) returns json language plpgsql as $$
declare me uuid; d kernel.digest;
begin
  me := (kernel.enter(token, at) ->> 'appointment')::uuid;
  if me is null then return '{}'; end if;
  select * into d from kernel.digest g where g.appointment = me;
  return json_build_object('appointment', me, 'address', d.address, 'confirmed', d.confirmed_at is not null);
end $$;

-- Asks for letters to an address. `asked`: the code is to be sent; `too-many`: so many codes went out that day; null: no session.
create function kernel.ask_digest(token bytea, at timestamptz, day date, to_address text, in_language text, code_hash bytea, until timestamptz, most integer)
returns text language plpgsql as $$
declare me uuid; d kernel.digest;
begin
  me := (kernel.enter(token, at) ->> 'appointment')::uuid;
  if me is null then return null; end if;
  insert into kernel.digest (appointment, language, asked_on, asked) values (me, in_language, day, 0) on conflict do nothing;
  select * into d from kernel.digest g where g.appointment = me for update;
  if d.asked_on = day and d.asked >= most then return 'too-many'; end if;
  update kernel.digest g set address = to_address, language = in_language, code = code_hash, code_until = until, tries = 0, confirmed_at = null,
    asked_on = day, asked = case when d.asked_on = day then d.asked + 1 else 1 end where g.appointment = me;
  return 'asked';
end $$;

-- The code could not be sent: it does not count, and the address is forgotten.
create function kernel.unask_digest(token bytea, at timestamptz) returns void language plpgsql as $$
declare me uuid;
begin
  me := (kernel.enter(token, at) ->> 'appointment')::uuid;
  update kernel.digest g set address = null, code = null, code_until = null, asked = greatest(g.asked - 1, 0) where g.appointment = me and g.confirmed_at is null;
end $$;

-- `confirmed` (letters from the next morning on), `wrong` (each counts), or `none`: nothing is asked for, it is too late, or it was wrong too often. null: no session.
create function kernel.confirm_digest(token bytea, at timestamptz, day date, code_hash bytea, most integer) returns text language plpgsql as $$
declare me uuid; d kernel.digest;
begin
  me := (kernel.enter(token, at) ->> 'appointment')::uuid;
  if me is null then return null; end if;
  select * into d from kernel.digest g where g.appointment = me for update;
  if d.code is null or at >= d.code_until or d.tries >= most then return 'none'; end if;
  if d.code <> code_hash then
    update kernel.digest g set tries = g.tries + 1 where g.appointment = me;
    return 'wrong';
  end if;
  update kernel.digest g set code = null, code_until = null, tries = 0, confirmed_at = at, sent_on = day where g.appointment = me;
  return 'confirmed';
end $$;

-- No more letters; the address is forgotten. May be repeated. False: no session.
create function kernel.leave_digest(token bytea, at timestamptz) returns boolean language plpgsql as $$
declare me uuid;
begin
  me := (kernel.enter(token, at) ->> 'appointment')::uuid;
  if me is null then return false; end if;
  update kernel.digest g set address = null, code = null, code_until = null, confirmed_at = null where g.appointment = me;
  return true;
end $$;

-- The clock's: takes up to `most` whose letter of the day is still to go, and counts what they carry (proceeding_worker). A row
-- taken is one server's. Who is away or has left gets none; where nothing is due nothing is sent, and the day is done.
create function kernel.digests_due(token bytea, now_ timestamptz, day date, ends timestamptz, most integer) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare due jsonb;
begin
  if (kernel.enter(token, now_) ->> 'role') is distinct from 'clock' then raise exception 'only the clock writes letters' using errcode = '42501'; end if;
  -- What nobody proved in time, and what is of somebody who has left, is forgotten.
  update kernel.digest g set address = null, code = null, code_until = null, confirmed_at = null
    where g.address is not null and ((g.confirmed_at is null and g.code_until < now_) or exists (select from kernel.appointment a where a.id = g.appointment and a.until <= now_));
  with taken as (
    update kernel.digest g set sent_on = day where g.appointment = any (array(
      select o.appointment from kernel.digest o where o.confirmed_at is not null and (o.sent_on is null or o.sent_on < day) order by o.sent_on nulls last, o.appointment limit most for update skip locked))
    returning g.appointment, g.address, g.language)
  select jsonb_agg(jsonb_build_object('appointment', t.appointment, 'address', t.address, 'language', t.language, 'today', n.today, 'missed', n.missed, 'open', n.open)) into due
    from taken t join kernel.appointment a on a.id = t.appointment
      cross join lateral (
        select count(*) as open, count(*) filter (where p.due <= ends and p.due >= now_ and p.level = 0) as today, count(*) filter (where p.due < now_ or p.level > 0) as missed
        from kernel.proceeding p where p.worker = t.appointment and not p.final) n
    where (a.until is null or now_ < a.until) and not (a.away_from is not null and a.away_from <= now_ and (a.away_until is null or now_ < a.away_until))
      and n.today + n.missed > 0;
  return coalesce(due, '[]');
end $$;

-- They did not go out: they are tried again.
create function kernel.digests_failed(token bytea, now_ timestamptz, of_ uuid[], day date) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (kernel.enter(token, now_) ->> 'role') is distinct from 'clock' then raise exception 'only the clock writes letters' using errcode = '42501'; end if;
  update kernel.digest g set sent_on = null where g.appointment = any (of_) and g.sent_on = day;
end $$;

revoke all on function kernel.digest_of(bytea, timestamptz), kernel.ask_digest(bytea, timestamptz, date, text, text, bytea, timestamptz, integer),
  kernel.unask_digest(bytea, timestamptz), kernel.confirm_digest(bytea, timestamptz, date, bytea, integer), kernel.leave_digest(bytea, timestamptz),
  kernel.digests_due(bytea, timestamptz, date, timestamptz, integer), kernel.digests_failed(bytea, timestamptz, uuid[], date) from public;
grant execute on function kernel.digest_of(bytea, timestamptz), kernel.ask_digest(bytea, timestamptz, date, text, text, bytea, timestamptz, integer),
  kernel.unask_digest(bytea, timestamptz), kernel.confirm_digest(bytea, timestamptz, date, bytea, integer), kernel.leave_digest(bytea, timestamptz),
  kernel.digests_due(bytea, timestamptz, date, timestamptz, integer), kernel.digests_failed(bytea, timestamptz, uuid[], date) to qorgan_app;
