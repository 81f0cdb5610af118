-- A try begins: it counts as failed until it has succeeded, so that many at the same time are not one. The account's
-- and the address's counter are locked in this order. Answers {wait: seconds} when either is blocked; else what the
-- program needs to check the answer, or no credential where nobody (or nobody allowed) has this login.
-- `limits` are terms of the program: {free: {account, address}, steps, lock, window}, seconds.
create function kernel.sign_in_begin(key bytea, login text, account bytea, address bytea, at timestamptz, limits jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare row_ record; waits double precision := 0; over integer; found_ jsonb;
begin
  perform kernel.demand_program(key);
  -- What is long past is forgotten, a few at a time.
  delete from kernel.sign_in_try t where t.ctid = any (array(select o.ctid from kernel.sign_in_try o
    where o.last_at < at - make_interval(secs => (limits ->> 'window')::int * 24) limit 10 for update skip locked));
  insert into kernel.sign_in_try values ('account', account, 0, at, null) on conflict do nothing;
  insert into kernel.sign_in_try values ('address', address, 0, at, null) on conflict do nothing;
  for row_ in select t.blocked_until from kernel.sign_in_try t
      where (t.kind, t.hash) in (('account', account), ('address', address)) order by t.kind for update loop
    if row_.blocked_until > at then waits := greatest(waits, extract(epoch from row_.blocked_until - at)); end if;
  end loop;
  if waits > 0 then return jsonb_build_object('wait', ceil(waits)); end if;
  for row_ in select t.kind, case when t.last_at < at - make_interval(secs => (limits ->> 'window')::int) then 1 else t.failures + 1 end as failures
      from kernel.sign_in_try t where (t.kind, t.hash) in (('account', account), ('address', address)) loop
    over := row_.failures - (limits -> 'free' ->> row_.kind)::int;
    update kernel.sign_in_try t set failures = row_.failures, last_at = at,
        blocked_until = case when over <= 0 then null
          when over >= (limits ->> 'steps')::int then at + make_interval(secs => (limits ->> 'lock')::int)
          else at + make_interval(secs => least(power(2, over - 1), (limits ->> 'lock')::int)) end
      where t.kind = row_.kind and t.hash = case row_.kind when 'account' then account else address end;
  end loop;
  select jsonb_build_object('person', c.person, 'password', c.password, 'totp', encode(c.totp, 'base64'), 'totp_step', c.totp_step)
    into found_ from kernel.person p join kernel.credential c on c.person = p.id
    where p.login = sign_in_begin.login and c.locked_at is null;
  return jsonb_build_object('credential', found_);
end $$;

create function kernel.sign_in_failed(key bytea, login text, at timestamptz, way text, network text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform kernel.demand_program(key);
  insert into kernel.security_event (at, what, person, way, address)
    values (at, 'sign-in-failed', (select p.id from kernel.person p where p.login = sign_in_failed.login), way, network);
end $$;

-- The second factor is used up here, in the database, so that two requests cannot use it both: a code of a step of
-- time that is newer than the last, or a recovery code that was never used. Inner room of the functions below.
create function kernel.use_factor(who uuid, at timestamptz, step bigint, recovery bytea) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if step is not null then
    update kernel.credential c set totp_step = step where c.person = who and c.totp_step < step;
  elsif recovery is not null then
    update kernel.recovery_code r set used_at = at where r.person = who and r.hash = recovery and r.used_at is null;
  else
    return true;  -- a way that is two factors by itself
  end if;
  return found;
end $$;

-- Opens a session for a person who has proved who he is. He acts as he last did, or under his oldest appointment.
-- `opened`: {person, hash, until, absolute, device, way, address, step, recovery, account, network}, hashes in hex.
-- Null: the code was used before, the person is locked, or has no appointment now.
create function kernel.sign_in_open(key bytea, at timestamptz, opened jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid := (opened ->> 'person')::uuid; chosen record;
begin
  perform kernel.demand_program(key);
  perform from kernel.credential c where c.person = who and c.locked_at is null for update;
  if not found then return null; end if;
  select a.id, a.role into chosen from kernel.appointment a
    where a.person = who and a.since <= at and (a.until is null or at < a.until)
    order by (select max(s.created_at) from kernel.session s where s.appointment = a.id) desc nulls last, a.since, a.id limit 1;
  if not found then return null; end if;
  if not kernel.use_factor(who, at, (opened ->> 'step')::bigint, decode(opened ->> 'recovery', 'hex')) then return null; end if;
  insert into kernel.session (hash, role, person, appointment, created_at, until, way, device, last_used, absolute_until, stepped_up_at)
    values (decode(opened ->> 'hash', 'hex'), chosen.role, who, chosen.id, at, (opened ->> 'until')::timestamptz, opened ->> 'way',
      opened ->> 'device', at, (opened ->> 'absolute')::timestamptz, at);
  delete from kernel.sign_in_try t where t.kind = 'account' and t.hash = decode(opened ->> 'account', 'hex');
  update kernel.sign_in_try t set failures = greatest(0, t.failures - 1), blocked_until = null
    where t.kind = 'address' and t.hash = decode(opened ->> 'network', 'hex');
  insert into kernel.security_event (at, what, person, way, address) values (at, 'signed-in', who, opened ->> 'way', opened ->> 'address');
  if opened ->> 'recovery' is not null then
    insert into kernel.security_event (at, what, person, way, address) values (at, 'recovery-code-used', who, 'recovery', opened ->> 'address');
  end if;
  return jsonb_build_object('appointment', chosen.id);
end $$;

revoke all on function kernel.sign_in_begin(bytea, text, bytea, bytea, timestamptz, jsonb), kernel.sign_in_failed(bytea, text, timestamptz, text, text),
  kernel.use_factor(uuid, timestamptz, bigint, bytea), kernel.sign_in_open(bytea, timestamptz, jsonb) from public;
grant execute on function kernel.sign_in_begin(bytea, text, bytea, bytea, timestamptz, jsonb), kernel.sign_in_failed(bytea, text, timestamptz, text, text),
  kernel.sign_in_open(bytea, timestamptz, jsonb) to qorgan_app;
