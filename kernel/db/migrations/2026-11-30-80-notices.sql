-- What happened for whom (docs/adr/0023): derived at the time of reading from what stands in the tables already, so that
-- nobody is told of what he may no longer see. Three moments were written nowhere: since when somebody carries a
-- proceeding, since when he was told of it, since when he stands in for somebody. Null: from the opening on.
alter table kernel.proceeding add column worker_since timestamptz, add column told_since timestamptz;
alter table kernel.appointment add column substitute_since timestamptz;

-- The moment is the context's; whoever writes without one (a migration, an import) leaves none.
create function kernel.hand_dated() returns trigger language plpgsql as $$
begin
  if new.worker is distinct from old.worker then new.worker_since := kernel.word('at')::timestamptz; end if;
  if new.escalated_to is distinct from old.escalated_to then new.told_since := kernel.word('at')::timestamptz; end if;
  return new;
end $$;
create trigger hand_dated before update of worker, escalated_to on kernel.proceeding for each row
  when (new.worker is distinct from old.worker or new.escalated_to is distinct from old.escalated_to) execute function kernel.hand_dated();

create function kernel.substitute_dated() returns trigger language plpgsql as $$
begin
  new.substitute_since := kernel.word('at')::timestamptz;
  return new;
end $$;
create trigger substitute_dated before update of substitute on kernel.appointment for each row
  when (new.substitute is distinct from old.substitute) execute function kernel.substitute_dated();

-- What was read of it, by the key that the program gives to each: ids and moments, and no word.
create table kernel.notice_read (
  appointment uuid not null references kernel.appointment,
  key text not null check (length(key) <= 200),
  at timestamptz not null,
  primary key (appointment, key)
);
alter table kernel.notice_read enable row level security; alter table kernel.notice_read force row level security;
create policy own on kernel.notice_read for all to qorgan_app
  using ((select kernel.context_ok()) and appointment = (select kernel.one('appointment')))
  with check ((select kernel.context_ok()) and appointment = (select kernel.one('appointment')));
grant select, insert, delete on kernel.notice_read to qorgan_app;

-- Invoker's rights: row-level security says of which proceedings one hears. Begins at one's own few rows
-- (proceeding_worker, proceeding_escalated). Of each of mine the newest entries of others: more of one proceeding is
-- read on its page. What is told of and what of it counts, the program decides (kernel/notices). One look.
create function kernel.notices(token bytea, at timestamptz, since timestamptz, most integer, route text) returns json language plpgsql as $$
declare actor jsonb; me uuid; mine uuid[]; carried json; told json; entries json; standing json; seen json; shown integer;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  me := (actor ->> 'appointment')::uuid;
  mine := me || kernel.stands_in_for(me, at);
  select json_agg(json_build_object('row', row_to_json(c.p), 'of', nullif((c.p).worker, me), 'at', coalesce((c.p).worker_since, (c.p).opened_at))
      order by (c.p).danger desc, (c.p).due, (c.p).id), count(*) into carried, shown
    from (select p from kernel.proceeding p where p.worker = any (mine) and not p.final order by p.danger desc, p.due, p.id limit most) c;
  select json_agg(json_build_object('row', row_to_json(c.p), 'of', nullif((c.p).escalated_to, me), 'at', coalesce((c.p).told_since, (c.p).opened_at))
      order by (c.p).danger desc, (c.p).due, (c.p).id), shown + count(*) into told, shown
    from (select p from kernel.proceeding p where p.escalated_to = any (mine) and p.worker <> all (mine) and not p.final order by p.danger desc, p.due, p.id limit most) c;
  select json_agg(json_build_object('proceeding', e.proceeding, 'sequence', e.sequence, 'at', e.at, 'step', e.header ->> 'step',
      'role', e.header ->> 'role', 'appointment', e.header ->> 'appointment') order by e.at, e.proceeding, e.sequence) into entries
    from (select l.proceeding, l.sequence, l.at, l.header::jsonb as header
      from kernel.proceeding p cross join lateral (
        select n.proceeding, n.sequence, n.at, n.header from kernel.entry n where n.proceeding = p.id and n.sequence > 1 order by n.sequence desc limit 5) l
      where p.worker = any (mine) and not p.final and l.at >= since and l.at > coalesce(p.worker_since, p.opened_at) limit most) e
    where e.header ->> 'appointment' is distinct from me::text;
  select json_agg(json_build_object('appointment', a.id, 'from', a.away_from, 'until', a.away_until, 'at', coalesce(a.substitute_since, least(a.away_from, notices.at)))) into standing
    from kernel.appointment a join kernel.appointment s on s.id = me and s.organisation = a.organisation and s.role = a.role
    where a.substitute = me and a.away_from is not null and (a.away_until is null or notices.at < a.away_until) and (a.until is null or notices.at < a.until);
  select json_agg(r.key) into seen from kernel.notice_read r where r.appointment = me and r.at >= since;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', me, (actor ->> 'person')::uuid, 'list', null, route, shown);
  return json_build_object('actor', actor, 'carried', carried, 'told', told, 'entries', entries, 'standing', standing, 'read', seen);
end $$;

-- Says what was read. What was read longer ago than anything is told of is forgotten. True: written.
create function kernel.read_notices(token bytea, at timestamptz, since timestamptz, keys text[]) returns boolean language plpgsql as $$
declare actor jsonb; me uuid;
begin
  actor := kernel.enter(token, at);
  me := (actor ->> 'appointment')::uuid;
  if me is null then return false; end if;
  delete from kernel.notice_read r where r.appointment = me and r.at < since;
  insert into kernel.notice_read (appointment, key, at) select me, k, read_notices.at from unnest(keys) k on conflict do nothing;
  return true;
end $$;
revoke all on function kernel.hand_dated(), kernel.substitute_dated(), kernel.notices(bytea, timestamptz, timestamptz, integer, text),
  kernel.read_notices(bytea, timestamptz, timestamptz, text[]) from public;
grant execute on function kernel.notices(bytea, timestamptz, timestamptz, integer, text), kernel.read_notices(bytea, timestamptz, timestamptz, text[]),
  kernel.hand_dated(), kernel.substitute_dated() to qorgan_app;
