-- Two rows that may be one child: what a pass over the register, an import or a step found. One row a pair; found again, it is
-- written anew. `weight` is the sum of the model's weights (log2 of how much likelier the same child is than another), `reasons`
-- [{"field", "level", "weight"}] in the model's words: no name and no date of anybody stands in them.
create table children.likeness (
  one uuid not null references children.child,
  other uuid not null references children.child,
  weight double precision,                                     -- null: said, or near by name, in a step; not weighed yet
  reasons jsonb not null default '[]' check (jsonb_typeof(reasons) = 'array'),
  likely text not null check (likely in ('same', 'look')),     -- above the upper threshold, or between the two: to be looked at
  model text not null,                                         -- version of the weights; 'entry' where none was asked
  found_at timestamptz not null,
  source text not null check (source in ('entry', 'pass', 'import')),
  primary key (one, other),
  check (one < other),
  check (weight is not null or source = 'entry')
);
create index on children.likeness (other);
create index on children.likeness (found_at);

-- Which pair a proceeding asks about.
create table children.pair (
  proceeding uuid primary key references kernel.proceeding,
  one uuid not null references children.child,
  other uuid not null references children.child,
  check (one < other)
);
create index on children.pair (one, other);
create index on children.pair (other);

-- Looked at, and found to be two. `numbers`: of how many of them an IIN was known then. Taken back by a date.
create table children.not_same (
  one uuid not null references children.child,
  other uuid not null references children.child,
  at timestamptz not null,
  ended_at timestamptz,
  proceeding uuid not null references kernel.proceeding,
  numbers smallint not null,
  primary key (one, other, at),
  check (one < other)
);
create unique index not_same_now on children.not_same (one, other) where ended_at is null;
create index on children.not_same (other);
create index on children.not_same (proceeding);

alter table children.likeness enable row level security; alter table children.likeness force row level security;
alter table children.pair enable row level security; alter table children.pair force row level security;
alter table children.not_same enable row level security; alter table children.not_same force row level security;

-- Pairs as a pass or an import found them: [{one, other, weight, reasons, likely}], in any order of the two. For the clock alone;
-- a command with the owner's login inserts them itself. How many were written.
create function children.found_alike(token bytea, at timestamptz, source text, model text, pairs jsonb) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at); n integer;
begin
  if actor ->> 'role' is distinct from 'clock' then raise exception 'only the clock finds' using errcode = '42501'; end if;
  insert into children.likeness as l (one, other, weight, reasons, likely, model, found_at, source)
    select least(x.one, x.other), greatest(x.one, x.other), x.weight, coalesce(x.reasons, '[]'), x.likely, found_alike.model, found_alike.at, found_alike.source
    from jsonb_to_recordset(pairs) as x(one uuid, other uuid, weight double precision, reasons jsonb, likely text)
    on conflict (one, other) do update set weight = excluded.weight, reasons = excluded.reasons, likely = excluded.likely,
      model = excluded.model, found_at = excluded.found_at, source = excluded.source;
  get diagnostics n = row_count;
  return n;
end $$;
revoke all on function children.found_alike(bytea, timestamptz, text, text, jsonb) from public;
grant execute on function children.found_alike(bytea, timestamptz, text, text, jsonb) to qorgan_app;

-- What was found about a child goes with his key; that a proceeding asked about two ids stays, as the proceeding does.
create function children.likeness_destroyed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from children.likeness l where new.subject in (l.one, l.other);
  delete from children.not_same n where new.subject in (n.one, n.other);
  return null;
end $$;
create trigger destroyed_likeness after update on kernel.subject_key for each row
  when (old.wrapped is not null and new.wrapped is null) execute function children.likeness_destroyed();
revoke all on function children.likeness_destroyed() from public;
grant execute on function children.likeness_destroyed() to qorgan_app;
