-- When an operator's page was last open. Two definer functions, nothing else: `here` by himself, `dropped` by the clock.
create table helpline.presence (
  appointment uuid primary key references kernel.appointment,
  seen_at timestamptz not null
);
alter table helpline.presence enable row level security;
alter table helpline.presence force row level security;

create function helpline.here(token bytea, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb;
begin
  actor := kernel.enter(token, at);
  if actor is null or actor ->> 'role' not in ('operator', 'shift-lead') then return; end if;
  insert into helpline.presence values ((actor ->> 'appointment')::uuid, at)
    on conflict (appointment) do update set seen_at = greatest(presence.seen_at, excluded.seen_at);
end $$;

-- Talks in the hands of operators whose page was open once and has not been since `until`.
-- Whoever never opened one (a telephone system's own login) is not meant.
create function helpline.dropped(token bytea, at timestamptz, until timestamptz) returns uuid[]
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb;
begin
  actor := kernel.enter(token, at);
  if actor is null or actor ->> 'role' <> 'clock' then return '{}'; end if;
  return coalesce((select array_agg(p.id order by p.danger desc, p.id) from helpline.presence s
    join kernel.proceeding p on p.worker = s.appointment and not p.final and p.procedure = 'helpline.appeal' and p.stage = 'talking'
    where s.seen_at <= until), '{}');
end $$;
revoke all on function helpline.here(bytea, timestamptz), helpline.dropped(bytea, timestamptz, timestamptz) from public;
grant execute on function helpline.here(bytea, timestamptz), helpline.dropped(bytea, timestamptz, timestamptz) to qorgan_app;
