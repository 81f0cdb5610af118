-- Security events become leaves of the same tree (docs/adr/0005): who signed in, was let in or kept out is then changed by
-- nobody unseen. Those of before wait to be sealed like any other.
alter table kernel.unsealed add column event bigint;
alter table kernel.unsealed drop constraint unsealed_check;
alter table kernel.unsealed add check (num_nonnulls(entry, look, event) = 1);

alter table kernel.leaf add column event bigint references kernel.security_event;
alter table kernel.leaf drop constraint leaf_check, drop constraint leaf_check1;
alter table kernel.leaf add check (num_nonnulls(entry, look, event) = 1);
-- A look's words and an event's could be guessed, and so found in a proof.
alter table kernel.leaf add check ((entry is null) = (salt is not null));
create unique index leaf_event_key on kernel.leaf (event) where event is not null;

-- Events are written by functions of the owner, and by the owner at the console: no rights but theirs are needed.
create function kernel.event_to_seal() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into kernel.unsealed (event) values (new.id);
  return null;
end $$;
revoke all on function kernel.event_to_seal() from public;
create trigger to_seal after insert on kernel.security_event for each row execute function kernel.event_to_seal();
insert into kernel.unsealed (event) select id from kernel.security_event order by id;

-- An event as it is sealed and exported.
create function kernel.event_line(e kernel.security_event) returns json language sql stable as $$
  select json_build_object('id', e.id::text, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'what', e.what,
    'person', e.person, 'byPerson', e.by_person, 'way', e.way, 'address', e.address)
$$;
revoke all on function kernel.event_line(kernel.security_event) from public;

create or replace function kernel.seal_take(token bytea, at timestamptz, most integer) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at); last json; rows json;
begin
  if (actor ->> 'role') is distinct from 'clock' then raise exception 'only the clock seals' using errcode = '42501'; end if;
  if not pg_try_advisory_xact_lock(hashtext('qorgan'), hashtext('seal')) then return '{}'; end if;
  select json_build_object('note', c.note, 'edge', c.edge) into last from kernel.checkpoint c order by c.size desc limit 1;
  with gone as (
    delete from kernel.unsealed where ctid = any (array(select u.ctid from kernel.unsealed u limit most)) returning entry, look, event)
  select json_agg(x.row order by x.at, x.sequence) into rows from (
    select e.at, e.sequence::bigint, json_build_object('entry', e.id, 'hash', e.hash) as row from gone g join kernel.entry e on e.id = g.entry
    union all
    select l.at, l.id, json_build_object('look', kernel.look_line(l)) from gone g join kernel.look l on l.id = g.look
    union all
    select v.at, v.id, json_build_object('event', kernel.event_line(v)) from gone g join kernel.security_event v on v.id = g.event) x;
  return json_build_object('last', last, 'rows', coalesce(rows, '[]'));
end $$;

create or replace function kernel.seal_put(c jsonb) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare first bigint := coalesce((select max(size) from kernel.checkpoint), 0);
begin
  if not kernel.context_ok() or kernel.word('role') is distinct from 'clock' then raise exception 'only the clock seals' using errcode = '42501'; end if;
  if first + jsonb_array_length(c -> 'leaves') <> (c ->> 'size')::bigint then raise exception 'not the next leaves' using errcode = '23514'; end if;
  insert into kernel.leaf (number, entry, look, event, salt, hash)
    select first + x.place - 1, (x.leaf ->> 'entry')::uuid, (x.leaf ->> 'look')::bigint, (x.leaf ->> 'event')::bigint, decode(x.leaf ->> 'salt', 'hex'), decode(x.leaf ->> 'hash', 'hex')
    from jsonb_array_elements(c -> 'leaves') with ordinality as x(leaf, place);
  insert into kernel.node (level, index, hash)
    select (n ->> 'level')::smallint, (n ->> 'index')::bigint, decode(n ->> 'hash', 'hex') from jsonb_array_elements(c -> 'nodes') n;
  insert into kernel.checkpoint (size, at, note, edge)
    values ((c ->> 'size')::bigint, kernel.word('at')::timestamptz, c ->> 'note', array(select jsonb_array_elements_text(c -> 'edge')));
end $$;
