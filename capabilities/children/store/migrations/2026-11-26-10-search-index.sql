-- The index that searches look into (docs/adr/0015): a dictionary of the names that occur, each once, and a row of small
-- numbers for each spelling of a child. Nobody may select any of it; it is written by the functions below and by whoever
-- owns it (store/index-register.ts), and read by children.find alone.
create extension if not exists fuzzystrmatch schema children;

-- Names as they meet when spelt differently. `part`: 0 surname, 1 given name, 2 patronymic. Keys come from domain/names.
create table children.known_name (
  id integer generated always as identity primary key,
  part smallint not null check (part between 0 and 2),
  key text collate "C" not null,
  bearers integer not null default 1,      -- as of the last building of the whole index
  unique (part, key)
);
-- Everything under which a name is found; `alias`: not its main key.
create table children.name_key (
  part smallint not null,
  key text collate "C" not null,
  name integer not null references children.known_name on delete cascade,
  alias boolean not null,
  primary key (part, key, name)
);
create index on children.name_key (name);
-- How a name is spelt, letter by letter, and hashes of what is left of that without one letter or two: slips of the
-- keyboard are looked for among these, never among children.
create table children.name_spelling (
  name integer not null references children.known_name on delete cascade,
  part smallint not null,
  spelling text collate "C" not null,
  hashes integer[] not null,
  primary key (name, spelling)
);
create index name_spelling_hashes on children.name_spelling using gin (hashes) with (fastupdate = off);
-- Regions and districts by small numbers; 0 is none.
create table children.index_place (
  id smallint generated always as identity primary key,
  code text not null unique
);

-- What recognises a child, a row for each of his spellings that is another one: names by number, 0 where there is none.
create table children.pointer (
  child uuid not null,
  family integer not null,
  given integer not null,
  patronymic integer not null,
  mother integer not null default 0,       -- given names of the parents
  father integer not null default 0,
  born date,
  region smallint not null,
  district smallint not null,
  iin_end smallint not null,               -- last four digits, -1 without a number
  sex "char" not null,                     -- m f -
  precision "char" not null                -- d m y e u
);
create index pointer_full on children.pointer (family, given);
create index pointer_family_born on children.pointer (family, born);
create index pointer_given_born on children.pointer (given, born);
create index pointer_child on children.pointer (child);

-- Which reading of names it was built with; 0: not yet.
create table children.index_state (
  one boolean primary key default true check (one),
  fold_version integer not null
);
insert into children.index_state (fold_version) values (0);

do $$
declare t text;
begin
  foreach t in array array['known_name', 'name_key', 'name_spelling', 'index_place', 'pointer', 'index_state'] loop
    execute format('alter table children.%I enable row level security', t);
    execute format('alter table children.%I force row level security', t);
  end loop;
end $$;

create function children.place_number(place text) returns smallint language plpgsql set search_path = pg_catalog, pg_temp as $$
declare found_id smallint;
begin
  if place is null then return 0; end if;
  select p.id into found_id from children.index_place p where p.code = place;
  if found_id is null then
    insert into children.index_place (code) values (place) on conflict (code) do nothing;
    select p.id into found_id from children.index_place p where p.code = place;
  end if;
  return found_id;
end $$;

-- Names the dictionary does not know yet: [{part, key, aliases, spelling, hashes}]. In order, so that two steps with the
-- same new names wait for each other and not in a circle.
create function children.add_names(entries jsonb) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into children.known_name (part, key)
    select distinct e.part, e.key collate "C" from jsonb_to_recordset(entries) as e(part smallint, key text)
    where not exists (select 1 from children.known_name n where n.part = e.part and n.key = e.key)
    order by 1, 2 on conflict (part, key) do nothing;
  insert into children.name_key (part, key, name, alias)
    select distinct on (n.part, k.key collate "C", n.id) n.part, k.key, n.id, k.alias
    from jsonb_to_recordset(entries) as e(part smallint, key text, aliases jsonb)
    join children.known_name n on n.part = e.part and n.key = e.key
    cross join lateral (select e.key, false as alias union all select a, true from jsonb_array_elements_text(e.aliases) a) k
    order by n.part, k.key collate "C", n.id, k.alias on conflict do nothing;
  insert into children.name_spelling (name, part, spelling, hashes)
    select distinct on (n.id, e.spelling collate "C") n.id, n.part, e.spelling, e.hashes
    from jsonb_to_recordset(entries) as e(part smallint, key text, spelling text, hashes integer[])
    join children.known_name n on n.part = e.part and n.key = e.key
    order by n.id, e.spelling collate "C" on conflict do nothing;
end $$;

create function children.name_number(of_part smallint, of_key text) returns integer language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce((select n.id from children.known_name n where n.part = of_part and n.key = of_key), 0)
$$;

create function children.put_pointer(who uuid, family integer, given integer, patronymic integer) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into children.pointer (child, family, given, patronymic, mother, father, born, region, district, iin_end, sex, precision)
    select c.id, put_pointer.family, put_pointer.given, put_pointer.patronymic, coalesce(o.mother, 0), coalesce(o.father, 0), c.born,
      children.place_number(c.region), children.place_number(c.district), coalesce(right(c.iin, 4)::smallint, -1),
      coalesce(left(c.sex, 1), '-')::"char", left(c.born_precision, 1)::"char"
    from children.child c left join lateral (select max(p.mother) as mother, max(p.father) as father from children.pointer p where p.child = c.id) o on true
    where c.id = who and not exists (select 1 from children.pointer p where p.child = who
      and p.family = put_pointer.family and p.given = put_pointer.given and p.patronymic = put_pointer.patronymic);
  -- A row that held only the parents' names has done its work.
  delete from children.pointer p where p.child = who and p.family = 0 and p.given = 0 and p.patronymic = 0
    and put_pointer.family + put_pointer.given + put_pointer.patronymic > 0;
end $$;

create function children.demand_step_about(who uuid) returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if not kernel.context_ok() or not exists (select 1 from kernel.proceeding p where p.subject = who and p.id = any (kernel.ids('writing'))) then
    raise exception 'no step about this child runs' using errcode = '42501';
  end if;
end $$;

-- A spelling of a child's name, for functions of the owner: `entries` as above, `pointers`: [{family, given, patronymic}], keys or null.
create function children.put_name(who uuid, entries jsonb, pointers jsonb) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform children.add_names(entries);
  perform children.put_pointer(who, children.name_number(0::smallint, p.family), children.name_number(1::smallint, p.given), children.name_number(2::smallint, p.patronymic))
    from jsonb_to_recordset(pointers) as p(family text, given text, patronymic text);
end $$;

-- The same in a step about this child.
create function children.index_name(who uuid, entries jsonb, pointers jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform children.demand_step_about(who);
  perform children.put_name(who, entries, pointers);
end $$;

-- In a step about this child: the given name of his mother or father, by its key.
create function children.index_parent(who uuid, kind text, entries jsonb, given text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n integer;
begin
  perform children.demand_step_about(who);
  if kind not in ('mother', 'father') or given is null then return; end if;
  perform children.add_names(entries);
  n := children.name_number(1::smallint, given);
  if not exists (select 1 from children.pointer p where p.child = who) then perform children.put_pointer(who, 0, 0, 0); end if;
  if kind = 'mother' then update children.pointer p set mother = n where p.child = who;
  else update children.pointer p set father = n where p.child = who; end if;
end $$;

-- What else the index holds of a child follows his row, whoever changes that.
create function children.pointer_follows() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update children.pointer p set born = new.born, region = children.place_number(new.region), district = children.place_number(new.district),
      iin_end = coalesce(right(new.iin, 4)::smallint, -1), sex = coalesce(left(new.sex, 1), '-')::"char", precision = left(new.born_precision, 1)::"char"
    where p.child = new.id;
  return null;
end $$;
create trigger pointer_follows after update of born, born_precision, sex, iin, region, district on children.child
  for each row execute function children.pointer_follows();

-- Names that nobody bears any more leave the dictionary.
create function children.forget_names(ids integer[]) returns void language sql set search_path = pg_catalog, pg_temp as $$
  delete from children.known_name n where n.id = any (ids) and n.id <> 0
    and not exists (select 1 from children.pointer p where p.family = n.id) and not exists (select 1 from children.pointer p where p.given = n.id)
    and not exists (select 1 from children.pointer p where n.id in (p.patronymic, p.mother, p.father))
$$;

-- When the key of a child is destroyed, nothing in the index leads to him any more.
create function children.pointers_destroyed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare names integer[];
begin
  with gone as (delete from children.pointer p where p.child = new.subject returning p.family, p.given, p.patronymic, p.mother, p.father)
    select array_agg(distinct x) into names from gone g cross join lateral unnest(array[g.family, g.given, g.patronymic, g.mother, g.father]) x;
  perform children.forget_names(names);
  return null;
end $$;
create trigger destroyed_pointers after update on kernel.subject_key for each row
  when (old.wrapped is not null and new.wrapped is null) execute function children.pointers_destroyed();

revoke all on function children.place_number(text), children.add_names(jsonb), children.name_number(smallint, text), children.put_pointer(uuid, integer, integer, integer),
  children.demand_step_about(uuid), children.index_name(uuid, jsonb, jsonb), children.index_parent(uuid, text, jsonb, text), children.pointer_follows(),
  children.forget_names(integer[]), children.put_name(uuid, jsonb, jsonb), children.pointers_destroyed() from public;
grant execute on function children.index_name(uuid, jsonb, jsonb), children.index_parent(uuid, text, jsonb, text), children.pointer_follows(), children.pointers_destroyed() to qorgan_app;
