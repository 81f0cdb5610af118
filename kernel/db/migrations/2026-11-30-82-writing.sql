-- Who has a form of a proceeding open now: for the others who have one open, so that two do not write the same in vain. No
-- content. A line lives for less than a minute unless it is renewed; whoever sees the proceeding sees it.
create table kernel.writer (
  proceeding uuid not null references kernel.proceeding deferrable initially deferred,
  appointment uuid not null references kernel.appointment,
  step text not null check (length(step) between 1 and 60),
  until timestamptz not null,
  primary key (proceeding, appointment)
) with (fillfactor = 50);
create index on kernel.writer (appointment);
alter table kernel.writer enable row level security; alter table kernel.writer force row level security;
create policy sees on kernel.writer for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.id = writer.proceeding));
create policy own on kernel.writer for all to qorgan_app
  using ((select kernel.context_ok()) and appointment = (select kernel.one('appointment')))
  with check ((select kernel.context_ok()) and appointment = (select kernel.one('appointment'))
    and exists (select 1 from kernel.proceeding p where p.id = writer.proceeding));
grant select, insert, update, delete on kernel.writer to qorgan_app;

-- Says that one writes, or (no `last`) no more; answers who else does. `fresh`: the others were not told of it yet. What is
-- not the caller's is missing, and the attempt leaves a look, as everywhere.
create function kernel.write_here(token bytea, at timestamptz, id uuid, wanted text, last timestamptz, route text) returns json language plpgsql as $$
declare actor jsonb; me uuid; before timestamptz; others json;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  me := (actor ->> 'appointment')::uuid;
  if me is null or not exists (select 1 from kernel.proceeding p where p.id = write_here.id) then
    if me is not null then
      insert into kernel.look (at, role, appointment, person, what, target, route) values (at, actor ->> 'role', me, (actor ->> 'person')::uuid, 'refused', id, route);
    end if;
    return json_build_object('actor', actor, 'missing', true);
  end if;
  select w.until into before from kernel.writer w where w.proceeding = write_here.id and w.appointment = me;
  if last is null then
    delete from kernel.writer w where w.proceeding = write_here.id and w.appointment = me;
  else
    -- One's own old lines go with it: a browser that was shut says nothing any more.
    delete from kernel.writer w where w.appointment = me and w.until <= write_here.at;
    insert into kernel.writer as w (proceeding, appointment, step, until) values (write_here.id, me, wanted, last)
      on conflict (proceeding, appointment) do update set step = excluded.step, until = excluded.until;
  end if;
  select json_agg(json_build_object('appointment', w.appointment, 'step', w.step) order by w.appointment) into others
    from kernel.writer w where w.proceeding = write_here.id and w.appointment <> me and w.until > write_here.at;
  return json_build_object('actor', actor, 'others', others, 'fresh', (before is null or before <= at) <> (last is null));
end $$;
revoke all on function kernel.write_here(bytea, timestamptz, uuid, text, timestamptz, text) from public;
grant execute on function kernel.write_here(bytea, timestamptz, uuid, text, timestamptz, text) to qorgan_app;
