-- What the holder of a session does with his own sessions. The token says who he is.

create function kernel.live_session(token bytea, at timestamptz) returns kernel.session
language sql stable set search_path = pg_catalog, pg_temp as $$
  select s from kernel.session s left join kernel.appointment a on a.id = s.appointment
  where s.hash = sha256(token) and s.person is not null and s.ended_at is null and at < s.until
    and a.since <= at and (a.until is null or at < a.until)
$$;

-- Slides the idle limit, never past the absolute one; at most one write a minute for a session.
create function kernel.touch_session(token bytea, at timestamptz, idle_until timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update kernel.session s set last_used = at, until = least(idle_until, s.absolute_until)
    where s.hash = sha256(token) and s.ended_at is null and at < s.until
      and s.absolute_until is not null and s.last_used <= at - interval '1 minute'
$$;

-- How this session stands: when its holder last proved who he is, how it was opened, whether this is the demo.
create function kernel.session_state(token bytea, at timestamptz) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine kernel.session := kernel.live_session(token, at);
begin
  if mine.hash is null then return null; end if;
  return jsonb_build_object('person', mine.person, 'appointment', mine.appointment, 'way', mine.way, 'steppedUpAt', mine.stepped_up_at,
    'login', (select p.login from kernel.person p where p.id = mine.person),
    'demo', mine.way is null and coalesce((select g.value from kernel.setting g where g.name = 'demo'), '0') = '1');
end $$;

create function kernel.my_sessions(token bytea, at timestamptz) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine kernel.session := kernel.live_session(token, at);
begin
  if mine.hash is null then return null; end if;
  return (select jsonb_agg(jsonb_build_object('id', s.id, 'device', s.device, 'way', s.way, 'appointment', s.appointment,
      'createdAt', s.created_at, 'lastUsed', coalesce(s.last_used, s.created_at), 'current', s.hash = mine.hash) order by s.hash = mine.hash desc, coalesce(s.last_used, s.created_at) desc)
    from kernel.session s where s.person = mine.person and s.ended_at is null and at < s.until);
end $$;

-- Ends one of one's own sessions by its id, or with null all but this one. Answers how many.
create function kernel.end_sessions(token bytea, at timestamptz, which uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare mine kernel.session := kernel.live_session(token, at); ended integer;
begin
  if mine.hash is null then return null; end if;
  update kernel.session s set ended_at = at where s.person = mine.person and s.ended_at is null and at < s.until
    and case when which is null then s.hash <> mine.hash else s.id = which end;
  get diagnostics ended = row_count;
  if ended > 0 then
    insert into kernel.security_event (at, what, person) values (at, case when which is null then 'other-sessions-ended' else 'session-ended' end, mine.person);
  end if;
  return ended;
end $$;

-- Acts under another of one's own appointments from now on: same session, new token.
create function kernel.switch_appointment(key bytea, token bytea, at timestamptz, acting uuid, new_hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare mine kernel.session := kernel.live_session(token, at); chosen text;
begin
  perform kernel.demand_program(key);
  select a.role into chosen from kernel.appointment a
    where a.id = acting and a.person = mine.person and a.since <= at and (a.until is null or at < a.until);
  if not found then return false; end if;
  update kernel.session s set hash = new_hash, appointment = acting, role = chosen where s.hash = mine.hash and s.ended_at is null;
  return found;
end $$;

-- The holder has proved again who he is: a new token, and the moment.
create function kernel.step_up(key bytea, token bytea, at timestamptz, new_hash bytea, step bigint, recovery bytea, how text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare mine kernel.session := kernel.live_session(token, at);
begin
  perform kernel.demand_program(key);
  if mine.hash is null or not kernel.use_factor(mine.person, at, step, recovery) then return false; end if;
  update kernel.session s set hash = new_hash, stepped_up_at = at where s.hash = mine.hash and s.ended_at is null;
  if not found then raise exception 'the session ended meanwhile' using errcode = '40001'; end if;
  delete from kernel.sign_in_try t where t.kind = 'account'
    and t.hash = (select sha256(convert_to(p.login, 'UTF8')) from kernel.person p where p.id = mine.person);
  insert into kernel.security_event (at, what, person, way) values (at, 'stepped-up', mine.person, how);
  return true;
end $$;

-- An appointment whose role, house, place or person changes is another one: whoever acts under it signs in again.
-- (One that ends is refused by kernel.enter from that moment on.) No clock here, so they ended when they were last good.
create function kernel.appointment_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (old.person, old.role, old.organisation, old.region, old.district) is distinct from (new.person, new.role, new.organisation, new.region, new.district) then
    update kernel.session s set ended_at = coalesce(s.last_used, s.created_at) where s.appointment = old.id and s.ended_at is null;
  end if;
  return null;
end $$;
create trigger sessions_end after update on kernel.appointment for each row execute function kernel.appointment_changed();

revoke all on function kernel.live_session(bytea, timestamptz), kernel.touch_session(bytea, timestamptz, timestamptz), kernel.session_state(bytea, timestamptz),
  kernel.my_sessions(bytea, timestamptz), kernel.end_sessions(bytea, timestamptz, uuid),
  kernel.switch_appointment(bytea, bytea, timestamptz, uuid, bytea), kernel.step_up(bytea, bytea, timestamptz, bytea, bigint, bytea, text),
  kernel.appointment_changed() from public;
grant execute on function kernel.touch_session(bytea, timestamptz, timestamptz), kernel.session_state(bytea, timestamptz),
  kernel.my_sessions(bytea, timestamptz), kernel.end_sessions(bytea, timestamptz, uuid),
  kernel.switch_appointment(bytea, bytea, timestamptz, uuid, bytea), kernel.step_up(bytea, bytea, timestamptz, bytea, bigint, bytea, text),
  kernel.appointment_changed() to qorgan_app;
