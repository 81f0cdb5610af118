-- A head says who is away and who stands in, and ends an appointment. What was before stays in agencies.change.
alter table kernel.appointment add column version integer not null default 1;

-- The appointment, locked, if the caller is its head (kernel/access/heads.ts); raises where he is not.
create function agencies.managed(target uuid) returns kernel.appointment language plpgsql as $$
declare house uuid := agencies.own_house(); found_ kernel.appointment;
begin
  select a.* into found_ from kernel.appointment a join kernel.organisation o on o.id = a.organisation
    where a.id = target and a.id <> kernel.one('appointment')
      and (a.organisation = house or (kernel.word('role') = 'region-head' and o.parent = house))
    for update of a;
  if not found then raise exception 'not of this head' using errcode = '42501'; end if;
  return found_;
end $$;

-- Is there anybody else at the desk where every escalation ends, who is there from `begins` until `finishes`?
create function agencies.last_desk_kept(without uuid, begins timestamptz, finishes timestamptz) returns boolean language plpgsql stable as $$
begin
  return exists (select 1 from kernel.appointment a join kernel.organisation o on o.id = a.organisation
    where a.role = 'committee-duty' and a.id <> without and o.ended_at is null and a.since <= begins
      and (a.until is null or (finishes is not null and finishes <= a.until))
      and (a.away_from is null or a.away_until <= begins or finishes <= a.away_from));
end $$;

-- Away from `begins` until `finishes` (null: nobody knows yet); `second` stands in, somebody of the same desk who is there.
create function agencies.set_away(call_key uuid, request_hash text, target uuid, seen integer, begins timestamptz, finishes timestamptz, second uuid)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare was kernel.appointment; now_is kernel.appointment; taken text; moment timestamptz;
begin
  was := agencies.managed(target);
  moment := kernel.word('at')::timestamptz;
  taken := agencies.take_key(call_key, request_hash, 200::smallint);
  if taken = 'key-reused' then return jsonb_build_object('refused', taken); end if;
  if taken = 'repeated' then return jsonb_build_object('id', target, 'repeated', true); end if;
  if was.version <> seen then return jsonb_build_object('refused', 'changed'); end if;
  if was.until <= moment then return jsonb_build_object('refused', 'over'); end if;
  if finishes <= moment then return jsonb_build_object('refused', 'past'); end if;
  if second is not null and not exists (select 1 from kernel.appointment a
    where a.id = second and a.id <> target and a.organisation = was.organisation and a.role = was.role and a.since <= greatest(begins, moment)
      and (a.until is null or (finishes is not null and finishes <= a.until))
      and (a.away_from is null or a.away_until <= greatest(begins, moment) or finishes <= a.away_from)) then
    return jsonb_build_object('refused', 'substitute');
  end if;
  if was.role = 'committee-duty' and not agencies.last_desk_kept(target, greatest(begins, moment), finishes) then return jsonb_build_object('refused', 'last-desk'); end if;
  update kernel.appointment a set away_from = begins, away_until = finishes, substitute = second, version = a.version + 1
    where a.id = target returning * into now_is;
  perform agencies.note_change(target, 'away', was.organisation, to_jsonb(was), to_jsonb(now_is));
  return jsonb_build_object('id', target, 'repeated', false);
end $$;

create function agencies.set_back(call_key uuid, request_hash text, target uuid, seen integer)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare was kernel.appointment; now_is kernel.appointment; taken text;
begin
  was := agencies.managed(target);
  taken := agencies.take_key(call_key, request_hash, 200::smallint);
  if taken = 'key-reused' then return jsonb_build_object('refused', taken); end if;
  if taken = 'repeated' then return jsonb_build_object('id', target, 'repeated', true); end if;
  if was.version <> seen then return jsonb_build_object('refused', 'changed'); end if;
  update kernel.appointment a set away_from = null, away_until = null, substitute = null, version = a.version + 1
    where a.id = target returning * into now_is;
  perform agencies.note_change(target, 'back', was.organisation, to_jsonb(was), to_jsonb(now_is));
  return jsonb_build_object('id', target, 'repeated', false);
end $$;

-- Ends an appointment now: its sessions end with it, and it stands in no roster any more, so that gaps show at once.
-- Past lines stay. What it carries is handed over in steps of their own, right after.
create function agencies.end_appointment(call_key uuid, request_hash text, target uuid, seen integer, why text)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare was kernel.appointment; now_is kernel.appointment; taken text; moment timestamptz; line kernel.duty; after_ kernel.duty;
begin
  was := agencies.managed(target);
  moment := kernel.word('at')::timestamptz;
  taken := agencies.take_key(call_key, request_hash, 200::smallint);
  if taken = 'key-reused' then return jsonb_build_object('refused', taken); end if;
  if taken = 'repeated' then return jsonb_build_object('id', target, 'repeated', true); end if;
  if was.version <> seen then return jsonb_build_object('refused', 'changed'); end if;
  if was.until <= moment or was.since >= moment then return jsonb_build_object('refused', 'over'); end if;
  if was.role = 'committee-duty' and not agencies.last_desk_kept(target, moment, moment) then return jsonb_build_object('refused', 'last-desk'); end if;
  update kernel.appointment a set until = moment, version = a.version + 1 where a.id = target returning * into now_is;
  update kernel.session x set ended_at = moment where x.appointment = target and x.ended_at is null;
  for line in select * from kernel.duty d where target in (d.appointment, d.deputy) and d.ends > moment order by d.id for update loop
    if line.deputy = target then
      update kernel.duty d set deputy = null, version = d.version + 1 where d.id = line.id returning * into after_;
      perform agencies.note_change(line.id, 'changed', line.organisation, to_jsonb(line), to_jsonb(after_));
    elsif line.starts >= moment then
      delete from kernel.duty d where d.id = line.id;
      perform agencies.note_change(line.id, 'removed', line.organisation, to_jsonb(line), null);
    else
      update kernel.duty d set ends = moment, version = d.version + 1 where d.id = line.id returning * into after_;
      perform agencies.note_change(line.id, 'ended', line.organisation, to_jsonb(line), to_jsonb(after_));
    end if;
  end loop;
  perform agencies.note_change(target, 'left', was.organisation, to_jsonb(was), to_jsonb(now_is) || jsonb_build_object('why', why));
  return jsonb_build_object('id', target, 'repeated', false);
end $$;

revoke all on function agencies.managed(uuid), agencies.last_desk_kept(uuid, timestamptz, timestamptz),
  agencies.set_away(uuid, text, uuid, integer, timestamptz, timestamptz, uuid), agencies.set_back(uuid, text, uuid, integer),
  agencies.end_appointment(uuid, text, uuid, integer, text) from public;
grant execute on function agencies.set_away(uuid, text, uuid, integer, timestamptz, timestamptz, uuid), agencies.set_back(uuid, text, uuid, integer),
  agencies.end_appointment(uuid, text, uuid, integer, text) to qorgan_app;
