-- Web push (docs/adr/0023): to a device that its holder named, and nothing in it. Two tables: the devices, and what came to
-- whom for a device and was not judged yet. So the tick reads what waits there, never what is open.
create table kernel.push_subscription (
  id uuid primary key default gen_random_uuid(),
  appointment uuid not null references kernel.appointment on delete cascade,
  endpoint text not null unique check (length(endpoint) between 1 and 1000),   -- an address of the browser's service
  since timestamptz not null,
  pushed_at timestamptz,
  tries smallint not null default 0,           -- in vain, one after the other
  next_at timestamptz                          -- not before; of a server that is about it, or after a try in vain
);
create index on kernel.push_subscription (appointment, since);
alter table kernel.push_subscription enable row level security; alter table kernel.push_subscription force row level security;
-- Written by the functions below alone: a device that changes hands is another's row.
create policy own on kernel.push_subscription for select to qorgan_app
  using ((select kernel.context_ok()) and appointment = (select kernel.one('appointment')));
grant select on kernel.push_subscription to qorgan_app;

-- No reference to the device: a step that writes here must wait for nobody who switches one off. What is left of one, the tick removes.
create table kernel.push_wait (
  proceeding uuid not null references kernel.proceeding on delete cascade,
  subscription uuid not null,
  kind text not null check (kind in ('came', 'told')),
  whose uuid not null,                         -- to whom it came; he or who stands in for him has the device
  came timestamptz not null,
  primary key (proceeding, subscription, kind)
);
create index on kernel.push_wait (subscription, came);
alter table kernel.push_wait enable row level security; alter table kernel.push_wait force row level security;

-- A proceeding came to somebody, or was told to him, by another than himself: his devices wait for it; while he is away, those
-- of who stands in. Whether it presses, the program judges. Where nobody has a device, this is one look into an empty index.
create function kernel.push_wanted() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare acts uuid := kernel.one('appointment'); now_ timestamptz := kernel.word('at')::timestamptz;
begin
  if new.final then return null; end if;
  insert into kernel.push_wait (proceeding, subscription, kind, whose, came)
    select new.id, s.id, w.kind, w.whose, w.came
    from (values
        ('came', new.worker, coalesce(new.worker_since, new.opened_at), tg_op = 'INSERT' or new.worker is distinct from old.worker),
        ('told', new.escalated_to, coalesce(new.told_since, new.opened_at), new.escalated_to <> new.worker and (tg_op = 'INSERT' or new.escalated_to is distinct from old.escalated_to))
      ) w (kind, whose, came, fresh)
      join kernel.appointment a on a.id = w.whose
      join kernel.push_subscription s on s.appointment = case when a.away_from <= now_ and (a.away_until is null or now_ < a.away_until) then a.substitute else a.id end
    where w.fresh and s.appointment is distinct from acts
    on conflict (proceeding, subscription, kind) do update set whose = excluded.whose, came = excluded.came;
  return null;
end $$;
create trigger push_wanted_new after insert on kernel.proceeding for each row execute function kernel.push_wanted();
create trigger push_wanted after update of worker, escalated_to on kernel.proceeding for each row
  when (new.worker is distinct from old.worker or new.escalated_to is distinct from old.escalated_to) execute function kernel.push_wanted();

-- An appointment that is over, or became another one, has no devices.
create function kernel.push_over() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (old.person, old.role, old.organisation) is distinct from (new.person, new.role, new.organisation) or new.until <= kernel.word('at')::timestamptz then
    delete from kernel.push_subscription s where s.appointment = new.id;
  end if;
  return null;
end $$;
create trigger push_over after update of person, role, organisation, until on kernel.appointment for each row execute function kernel.push_over();

-- A device as others may name it: nobody calls the service by its hash.
create function kernel.push_name(endpoint text) returns text language sql immutable as $$ select encode(sha256(convert_to(endpoint, 'UTF8')), 'hex') $$;

-- Which devices the caller has under this appointment. Invoker's rights.
create function kernel.push_devices(token bytea, at timestamptz) returns json language plpgsql as $$
declare actor jsonb;
begin
  actor := kernel.enter(token, at);
  if actor ->> 'appointment' is null then return null; end if;
  return (select coalesce(json_agg(kernel.push_name(s.endpoint) order by s.since, s.id), '[]') from kernel.push_subscription s);
end $$;

-- This device, for this appointment from now on, whoever had it before; of more than `most` the oldest go. True: written.
create function kernel.push_on(token bytea, at timestamptz, address text, most integer) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := (kernel.enter(token, at) ->> 'appointment')::uuid;
begin
  if me is null then return false; end if;
  -- Twice at once: one after the other.
  perform pg_advisory_xact_lock(hashtext('push'), hashtext(me::text));
  insert into kernel.push_subscription as s (appointment, endpoint, since) values (me, address, at)
    on conflict (endpoint) do update set appointment = excluded.appointment, since = excluded.since, tries = 0, next_at = null,
      pushed_at = case when s.appointment = excluded.appointment then s.pushed_at end;
  delete from kernel.push_subscription s where s.id in (
    select o.id from kernel.push_subscription o where o.appointment = me order by o.since desc, o.id offset most);
  return true;
end $$;

-- Not this device any more, under whichever of his appointments the caller named it. True: so it is.
create function kernel.push_off(token bytea, at timestamptz, device text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid := (kernel.enter(token, at) ->> 'person')::uuid;
begin
  if who is null then return false; end if;
  delete from kernel.push_subscription s using kernel.appointment a
    where a.id = s.appointment and a.person = who and kernel.push_name(s.endpoint) = device;
  return true;
end $$;

-- For the clock: devices for which something waits and which were left in peace since `quiet`, each taken for this server until
-- `taken`, with what the program needs to judge whether it presses, and what of it was read. `about` is null where it is not his
-- to hear of: closed, handed on, closed to him by an interest, or he is kept out. No name, no word. Reads what waits, a hundred a device.
create function kernel.push_due(token bytea, at timestamptz, quiet timestamptz, too_old timestamptz, taken timestamptz, most integer) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare devices uuid[];
begin
  if (kernel.enter(token, at) ->> 'role') is distinct from 'clock' then raise exception 'only the clock pushes' using errcode = '42501'; end if;
  delete from kernel.push_subscription s using kernel.appointment a
    where a.id = s.appointment and a.until <= push_due.at and s.id in (select w.subscription from kernel.push_wait w);
  delete from kernel.push_wait w where w.ctid = any (array(
    select o.ctid from kernel.push_wait o
    where o.came < too_old or not exists (select from kernel.push_subscription s where s.id = o.subscription) limit 1000 for update skip locked));
  devices := array(
    select s.id from kernel.push_subscription s
    where s.id in (select w.subscription from kernel.push_wait w)
      and (s.next_at is null or s.next_at <= push_due.at) and (s.pushed_at is null or s.pushed_at <= quiet)
    order by s.next_at nulls first, s.id limit most for no key update of s skip locked);
  update kernel.push_subscription s set next_at = taken where s.id = any (devices);
  return (
    select json_agg(json_build_object('device', s.id, 'endpoint', s.endpoint, 'tries', s.tries, 'waits', x.waits, 'read', (
        select json_agg(r.key) from kernel.notice_read r where r.appointment = s.appointment and split_part(r.key, '/', 2) = any (x.ids))))
    from kernel.push_subscription s join kernel.appointment a on a.id = s.appointment
      cross join lateral (
        select json_agg(json_build_object('proceeding', w.proceeding, 'kind', w.kind, 'came', w.came, 'about', b.about)) as waits, array_agg(w.proceeding::text) as ids
        from (select o.* from kernel.push_wait o where o.subscription = s.id order by o.came desc limit 100) w
          left join lateral (
            select json_build_object('procedure', p.procedure, 'version', p.version, 'danger', p.danger, 'dueTerm', p.due_term, 'openedAt', p.opened_at, 'region', p.region,
                'at', coalesce(case w.kind when 'came' then p.worker_since else p.told_since end, p.opened_at)) as about
            from kernel.proceeding p
            where p.id = w.proceeding and not p.final
              and case w.kind when 'came' then p.worker = w.whose else p.escalated_to = w.whose and p.worker <> w.whose end
              and (w.whose = s.appointment or w.whose = any (kernel.stands_in_for(s.appointment, push_due.at)))
              and not exists (select from kernel.credential c where c.person = a.person and c.locked_at is not null)
              -- As `enter` closes what is in conflict: of the person, and of every house he works in.
              and not exists (select from kernel.conflict c where c.proceeding = p.id and (c.person = a.person or c.organisation = any (array(
                select h.organisation from kernel.appointment h where h.person = a.person and h.since <= push_due.at and (h.until is null or push_due.at < h.until)))))
          ) b on true) x
    where s.id = any (devices) and x.waits is not null);
end $$;

-- What became of it. `seen`: what was judged, which does not wait any more; a moment later that it came anew stays. Told as
-- gone, the device is forgotten.
create function kernel.push_done(token bytea, at timestamptz, device uuid, sent boolean, gone boolean, failed smallint, again timestamptz, seen json) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (kernel.enter(token, at) ->> 'role') is distinct from 'clock' then raise exception 'only the clock pushes' using errcode = '42501'; end if;
  if gone then delete from kernel.push_subscription s where s.id = device; end if;
  update kernel.push_subscription s set tries = failed, next_at = again, pushed_at = case when sent then push_done.at else s.pushed_at end where s.id = device;
  -- What a step is just writing anew is left to it: nobody waits for another here.
  delete from kernel.push_wait w where w.ctid = any (array(
    select o.ctid from kernel.push_wait o
      join json_to_recordset(seen) as j (proceeding uuid, kind text, came timestamptz) on o.proceeding = j.proceeding and o.kind = j.kind and o.came = j.came
    where o.subscription = device for update of o skip locked));
end $$;

revoke all on function kernel.push_wanted(), kernel.push_over(), kernel.push_name(text), kernel.push_devices(bytea, timestamptz),
  kernel.push_on(bytea, timestamptz, text, integer), kernel.push_off(bytea, timestamptz, text),
  kernel.push_due(bytea, timestamptz, timestamptz, timestamptz, timestamptz, integer),
  kernel.push_done(bytea, timestamptz, uuid, boolean, boolean, smallint, timestamptz, json) from public;
grant execute on function kernel.push_wanted(), kernel.push_over(), kernel.push_name(text), kernel.push_devices(bytea, timestamptz),
  kernel.push_on(bytea, timestamptz, text, integer), kernel.push_off(bytea, timestamptz, text),
  kernel.push_due(bytea, timestamptz, timestamptz, timestamptz, timestamptz, integer),
  kernel.push_done(bytea, timestamptz, uuid, boolean, boolean, smallint, timestamptz, json) to qorgan_app;
