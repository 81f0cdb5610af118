-- What is listed for erasure, and what people decided about it: ids and days, nothing of what is in the files.
create schema retention;
grant usage on schema retention to qorgan_app;
create table retention.item (
  proceeding uuid not null references kernel.proceeding deferrable initially deferred,   -- the list it stands in
  subject uuid not null,
  main uuid not null references kernel.proceeding,                                       -- the last one closed about it
  closed_at timestamptz not null,
  state text not null check (state in ('listed', 'kept', 'approved', 'erased')),
  until timestamptz,                             -- kept: listed again then, at the earliest
  primary key (proceeding, subject),
  check ((until is not null) = (state = 'kept'))
);
create unique index item_once on retention.item (subject) where state in ('listed', 'approved');
create index item_approved on retention.item (proceeding) where state = 'approved';
create index item_kept on retention.item (subject) where state = 'kept';
alter table retention.item enable row level security; alter table retention.item force row level security;
create policy sees on retention.item for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.id = item.proceeding));
create policy lists on retention.item for insert to qorgan_app with check (
  (select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]) and state = 'listed');
create policy decides on retention.item for update to qorgan_app
  using ((select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]) and state in ('listed', 'approved'))
  with check ((select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]) and state in ('kept', 'approved'));
grant select, insert, update (state, until) on retention.item to qorgan_app;

-- For the clock: subjects of which everything was closed before its day, with what they are linked to, and which are on no
-- list. `before`: the days for {alone, joined, child} (appeals without signs of harm and joined to nothing; other appeals
-- and incidents; children). A hold is an open proceeding about the subject, so it needs no word here. No content.
create function retention.due(token bytea, at timestamptz, before jsonb, most integer) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (kernel.enter(token, at) ->> 'role') is distinct from 'clock' then raise exception 'only the clock lists' using errcode = '42501'; end if;
  return coalesce((
    with closed as (
      select p.subject, min(p.subject_kind) as kind, max(p.danger) as danger, max(p.closed_at) filter (where p.procedure <> 'retention.hold') as closed_at
      from kernel.proceeding p join kernel.subject_key k on k.subject = p.subject and k.wrapped is not null
      where p.subject_kind in ('child', 'appeal', 'incident')
      group by p.subject having bool_and(p.final) and max(p.closed_at) filter (where p.procedure <> 'retention.hold') < (select max(v::timestamptz) from jsonb_each_text(before) b(k, v))
    ), tied as (
      select c.*, near.n > 0 as linked, greatest(c.closed_at, near.closed_at) as last_at
      from closed c cross join lateral (
        select count(*) as n, max(o.closed_at) as closed_at, coalesce(bool_and(o.final), true) as final
        from kernel.proceeding p join kernel.link l on p.id in (l.source, l.target)
          join kernel.proceeding o on o.id = case when l.source = p.id then l.target else l.source end and o.subject <> p.subject and o.procedure <> 'retention.erasure'
        where p.subject = c.subject) near
      where near.final
    ), ruled as (
      select t.*, case when t.kind = 'child' then 'child' when t.danger = 0 and not t.linked then 'alone' else 'joined' end as rule from tied t
    )
    select jsonb_agg(jsonb_build_object('subject', x.subject, 'rule', x.rule, 'closed', x.last_at, 'main', x.main, 'region', x.region) order by x.last_at, x.subject)
    from (
      select r.*, m.id as main, m.region from ruled r cross join lateral (
        select p.id, p.region from kernel.proceeding p where p.subject = r.subject and p.procedure <> 'retention.hold' order by p.closed_at desc, p.id limit 1) m
      where r.last_at < (before ->> r.rule)::timestamptz
        and not exists (select from retention.item i where i.subject = r.subject and (i.state in ('listed', 'approved') or (i.state = 'kept' and i.until > at)))
      order by r.last_at, r.subject limit most) x), '[]');
end $$;

-- For the clock: what was approved and is not erased yet.
create function retention.approved(token bytea, at timestamptz, most integer) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (kernel.enter(token, at) ->> 'role') is distinct from 'clock' then raise exception 'only the clock erases' using errcode = '42501'; end if;
  -- Opened again, or closed again since: what was approved was another thing. It is listed anew when its time has come.
  update retention.item i set state = 'kept', until = at where i.state = 'approved' and exists (
    select from kernel.proceeding p where p.subject = i.subject and p.procedure <> 'retention.hold' and (not p.final or p.closed_at > i.closed_at));
  return coalesce((select jsonb_agg(jsonb_build_object('subject', i.subject, 'main', i.main, 'list', i.proceeding)) from (
    select i.* from retention.item i join kernel.proceeding p on p.id = i.proceeding and p.final
    where i.state = 'approved' order by i.proceeding, i.subject limit most) i), '[]');
end $$;

-- Erases in the clock's step on everything about the subject: approved on a closed list, nothing open, nothing new since.
create function retention.erase(who uuid, list uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i retention.item; moment timestamptz := kernel.word('at')::timestamptz;
begin
  if not kernel.context_ok() or kernel.word('role') is distinct from 'clock' then raise exception 'only the clock erases' using errcode = '42501'; end if;
  select x.* into i from retention.item x join kernel.proceeding p on p.id = x.proceeding and p.final
    where x.proceeding = list and x.subject = who and x.state = 'approved' for update of x;
  if not found then raise exception 'nobody has approved it' using errcode = '42501'; end if;
  if exists (select from kernel.proceeding p where p.subject = who and (not p.final or (p.closed_at > i.closed_at and p.procedure <> 'retention.hold') or p.id <> all (kernel.ids('writing')))) then
    raise exception 'still-open' using errcode = 'QR409';
  end if;
  perform kernel.erase(who, moment, list);
  update retention.item x set state = 'erased' where x.proceeding = list and x.subject = who;
end $$;

-- A hold must be on something: refuses the step otherwise.
create function retention.known(who uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not kernel.context_ok() then raise exception 'no verified context' using errcode = '42501'; end if;
  if not exists (select from kernel.proceeding p where p.subject = who and p.procedure <> 'retention.hold') then
    raise exception 'retention.nothing-known' using errcode = 'QR409';
  end if;
end $$;
revoke all on function retention.due(bytea, timestamptz, jsonb, integer), retention.approved(bytea, timestamptz, integer), retention.erase(uuid, uuid), retention.known(uuid) from public;
grant execute on function retention.due(bytea, timestamptz, jsonb, integer), retention.approved(bytea, timestamptz, integer), retention.erase(uuid, uuid), retention.known(uuid) to qorgan_app;
