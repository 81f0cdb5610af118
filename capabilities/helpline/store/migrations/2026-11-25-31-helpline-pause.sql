-- Pauses of operators after grave talks: intervals, which end by themselves or by their own step.
create table helpline.pause (
  proceeding uuid primary key references kernel.proceeding deferrable initially deferred,   -- the debrief
  appointment uuid not null references kernel.appointment,
  since timestamptz not null,
  until timestamptz not null check (until >= since)
);
create index on helpline.pause (appointment, until);
create index on helpline.pause (until);
alter table helpline.pause enable row level security;
alter table helpline.pause force row level security;
create policy sees on helpline.pause for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.id = pause.proceeding));
create policy opens on helpline.pause for insert to qorgan_app with check (
  (select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));
create policy ends on helpline.pause for update to qorgan_app
  using ((select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]))
  with check ((select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));
grant select, insert, update (until) on helpline.pause to qorgan_app;

-- The pause of whoever acts, if one runs, and whether he is alone: no other operator of the house is on duty by the roster,
-- or has his page open since `seen`, without resting himself.
create function helpline.rest(at timestamptz, seen timestamptz) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid; mine record;
begin
  if not kernel.context_ok() then return null; end if;
  me := kernel.one('appointment');
  select p.proceeding, p.until, q.sequence into mine from helpline.pause p join kernel.proceeding q on q.id = p.proceeding
    where p.appointment = me and p.until > at order by p.until desc limit 1;
  if not found then return null; end if;
  return jsonb_build_object('proceeding', mine.proceeding, 'until', mine.until, 'sequence', mine.sequence, 'alone', not exists (
    select 1 from kernel.appointment a
    where a.organisation = kernel.one('organisation') and a.role = 'operator' and a.id <> me
      and a.since <= at and (a.until is null or at < a.until)
      and (a.away_from <= at and (a.away_until is null or at < a.away_until)) is not true
      and not exists (select 1 from helpline.pause r where r.appointment = a.id and r.until > at)
      and (exists (select 1 from helpline.presence s where s.appointment = a.id and s.seen_at >= seen)
        or exists (select 1 from kernel.duty d where d.organisation = a.organisation and d.role = a.role and d.appointment = a.id
          and d.starts <= at and at < d.ends))));
end $$;

-- A claim's own question, in its transaction. QR409: the step is refused, with the message as the problem's code.
create function helpline.take(at timestamptz, seen timestamptz) returns void language plpgsql as $$
declare rest jsonb := helpline.rest(at, seen);
begin
  if rest is not null and not (rest ->> 'alone')::boolean then
    raise exception 'helpline.resting' using errcode = 'QR409',
      detail = jsonb_build_object('until', to_char((rest ->> 'until')::timestamptz at time zone 'Asia/Almaty', 'HH24:MI'))::text;
  end if;
end $$;
revoke all on function helpline.rest(timestamptz, timestamptz), helpline.take(timestamptz, timestamptz) from public;
grant execute on function helpline.rest(timestamptz, timestamptz), helpline.take(timestamptz, timestamptz) to qorgan_app;
