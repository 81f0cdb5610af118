-- The tree over entries and looks (docs/adr/0005-the-tree.md). What is written waits in `unsealed`; one sealer at a time
-- takes what is committed, numbers it as leaves, and signs the root. No watermark over a sequence (it would pass over
-- what is still under way), no horizon of transactions (a long one would hold it up): only rows that are there.
create table kernel.unsealed (
  entry uuid,
  look bigint,
  check (num_nonnulls(entry, look) = 1)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

create table kernel.leaf (
  number bigint primary key check (number >= 0),
  entry uuid unique references kernel.entry,
  look bigint unique references kernel.look,
  salt bytea,                                   -- of a look: its words could be guessed, and so found in a proof
  hash bytea not null check (length(hash) = 32),
  check (num_nonnulls(entry, look) = 1),
  check ((look is null) = (salt is null))
);
-- Complete subtrees of every eighth level; what lies between is computed from these and the leaves.
create table kernel.node (
  level smallint not null check (level > 0 and level % 8 = 0),
  index bigint not null check (index >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (level, index)
);
create table kernel.checkpoint (
  size bigint primary key check (size > 0),
  at timestamptz not null,
  note text not null,                           -- as signed: name, size, root, signature
  edge text[] not null                          -- the complete subtrees of this size, hex: where the tree grows on
);
create trigger append_only before update or delete on kernel.leaf for each row execute function kernel.append_only();
create trigger append_only before update or delete on kernel.node for each row execute function kernel.append_only();
create trigger append_only before update or delete on kernel.checkpoint for each row execute function kernel.append_only();
create trigger never_emptied before truncate on kernel.leaf for each statement execute function kernel.append_only();
create trigger never_emptied before truncate on kernel.node for each statement execute function kernel.append_only();
create trigger never_emptied before truncate on kernel.checkpoint for each statement execute function kernel.append_only();

alter table kernel.unsealed enable row level security; alter table kernel.unsealed force row level security;
alter table kernel.leaf enable row level security; alter table kernel.leaf force row level security;
-- Sizes, roots and signatures are for everyone: they say nothing of what is below.
grant select on kernel.checkpoint to qorgan_app;

-- In the transaction that writes the row, whoever writes it.
create function kernel.entry_to_seal() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into kernel.unsealed (entry) values (new.id);
  return null;
end $$;
create function kernel.look_to_seal() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into kernel.unsealed (look) values (new.id);
  return null;
end $$;
create trigger to_seal after insert on kernel.entry for each row execute function kernel.entry_to_seal();
create trigger to_seal after insert on kernel.look for each row execute function kernel.look_to_seal();
insert into kernel.unsealed (entry) select id from kernel.entry order by at, sequence;
insert into kernel.unsealed (look) select id from kernel.look order by id;

-- A look as it is sealed and exported; what is hashed is this in canonical JSON, with its salt.
create function kernel.look_line(l kernel.look) returns json language sql stable as $$
  select json_build_object('id', l.id::text, 'at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'role', l.role,
    'appointment', l.appointment, 'person', l.person, 'what', l.what, 'target', l.target, 'route', l.route, 'found', l.found)
$$;

-- For the clock alone: what waits, at most so much of it, taken out in the order in which it happened; with the last
-- checkpoint. Empty where another server is sealing now. The rows are gone when the transaction commits, and not before.
create function kernel.seal_take(token bytea, at timestamptz, most integer) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at); last json; rows json;
begin
  if (actor ->> 'role') is distinct from 'clock' then raise exception 'only the clock seals' using errcode = '42501'; end if;
  if not pg_try_advisory_xact_lock(hashtext('qorgan'), hashtext('seal')) then return '{}'; end if;
  select json_build_object('note', c.note, 'edge', c.edge) into last from kernel.checkpoint c order by c.size desc limit 1;
  with gone as (
    delete from kernel.unsealed where ctid = any (array(select u.ctid from kernel.unsealed u limit most)) returning entry, look)
  select json_agg(x.row order by x.at, x.sequence) into rows from (
    select e.at, e.sequence::bigint, json_build_object('entry', e.id, 'hash', e.hash) as row from gone g join kernel.entry e on e.id = g.entry
    union all
    select l.at, l.id, json_build_object('look', kernel.look_line(l)) from gone g join kernel.look l on l.id = g.look) x;
  return json_build_object('last', last, 'rows', coalesce(rows, '[]'));
end $$;

-- The leaves made of it, in their order, the subtrees they completed, and the checkpoint. In the transaction of seal_take.
create function kernel.seal_put(c jsonb) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare first bigint := coalesce((select max(size) from kernel.checkpoint), 0);
begin
  if not kernel.context_ok() or kernel.word('role') is distinct from 'clock' then raise exception 'only the clock seals' using errcode = '42501'; end if;
  if first + jsonb_array_length(c -> 'leaves') <> (c ->> 'size')::bigint then raise exception 'not the next leaves' using errcode = '23514'; end if;
  insert into kernel.leaf (number, entry, look, salt, hash)
    select first + x.place - 1, (x.leaf ->> 'entry')::uuid, (x.leaf ->> 'look')::bigint, decode(x.leaf ->> 'salt', 'hex'), decode(x.leaf ->> 'hash', 'hex')
    from jsonb_array_elements(c -> 'leaves') with ordinality as x(leaf, place);
  insert into kernel.node (level, index, hash)
    select (n ->> 'level')::smallint, (n ->> 'index')::bigint, decode(n ->> 'hash', 'hex') from jsonb_array_elements(c -> 'nodes') n;
  insert into kernel.checkpoint (size, at, note, edge)
    values ((c ->> 'size')::bigint, kernel.word('at')::timestamptz, c ->> 'note', array(select jsonb_array_elements_text(c -> 'edge')));
end $$;

-- Hashes of runs of leaves (level 0) and kept subtrees, for proofs. A hash alone says nothing: an entry's ciphertext
-- has a nonce, a look has a salt.
create function kernel.tree_hashes(levels smallint[], firsts bigint[], counts bigint[]) returns json
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(json_agg(json_build_object('level', x.level, 'index', x.index, 'hash', encode(x.hash, 'hex'))), '[]') from (
    select 0 as level, f.number as index, f.hash from unnest(levels, firsts, counts) w(level, first, count)
      join kernel.leaf f on w.level = 0 and f.number >= w.first and f.number < w.first + w.count
    union all
    select n.level, n.index, n.hash from unnest(levels, firsts, counts) w(level, first, count)
      join kernel.node n on n.level = w.level and n.index >= w.first and n.index < w.first + w.count) x
$$;

-- Where an entry or a look stands in the tree: an entry for who sees its proceeding, a look for the person who looked.
-- What is not his is `missing`, as what does not exist; that he asked is a look. Not sealed yet: no `number`.
create function kernel.leaf_of(token bytea, at timestamptz, asked_entry uuid, asked_look bigint, route text) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at); p kernel.proceeding; row json; f record;
begin
  if actor is null then return '{}'; end if;
  if asked_entry is not null then
    select q.* into p from kernel.entry e join kernel.proceeding q on q.id = e.proceeding where e.id = asked_entry;
    if found and kernel.allows(p) then
      select json_build_object('entry', e.id, 'hash', e.hash) into row from kernel.entry e where e.id = asked_entry;
    end if;
  else
    select json_build_object('look', kernel.look_line(l)) into row from kernel.look l where l.id = asked_look and l.person = kernel.one('person');
  end if;
  if row is null then
    insert into kernel.look (at, role, appointment, person, what, target, route, found)
      values (at, kernel.word('role'), kernel.one('appointment'), kernel.one('person'), 'refused', asked_entry, route, 0);
    return json_build_object('actor', actor, 'missing', true);
  end if;
  select x.number, encode(x.salt, 'hex') as salt into f from kernel.leaf x where x.entry = asked_entry or x.look = asked_look;
  return json_build_object('actor', actor, 'row', row, 'number', f.number, 'salt', f.salt);
end $$;

revoke all on function kernel.entry_to_seal(), kernel.look_to_seal(), kernel.look_line(kernel.look), kernel.seal_take(bytea, timestamptz, integer),
  kernel.seal_put(jsonb), kernel.tree_hashes(smallint[], bigint[], bigint[]), kernel.leaf_of(bytea, timestamptz, uuid, bigint, text) from public;
grant execute on function kernel.entry_to_seal(), kernel.look_to_seal(), kernel.seal_take(bytea, timestamptz, integer),
  kernel.seal_put(jsonb), kernel.tree_hashes(smallint[], bigint[], bigint[]), kernel.leaf_of(bytea, timestamptz, uuid, bigint, text) to qorgan_app;
