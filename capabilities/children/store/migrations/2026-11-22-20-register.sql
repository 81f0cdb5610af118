-- The register of children with proceedings. A row is seen by those who work with children and see a proceeding
-- about this child; whoever else holds a task about him (a school, a clinic) has the snapshot that was sent to them.
create schema children;
grant usage on schema children to qorgan_app;

-- Letters told apart in Kazakh and confused in papers, made one: Kazakh to Russian, Latin look-alikes to Cyrillic.
-- Capitals are named one by one, since lower() knows only the letters of the database's locale.
create function children.fold(name text) returns text language sql immutable parallel safe strict as $$
  select trim(regexp_replace(
    translate(lower(normalize(name, NFC)),
      'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІЁәғқңөұүһіё' || 'aceopxykmthb',
      'абвгдежзийклмнопрстуфхцчшщъыьэюяагкноуухиеагкноуухие' || 'асеорхукмтнв'),
    '[^а-яa-z0-9]+', ' ', 'g'))
$$;

create table children.child (
  id uuid primary key,
  born date,
  born_precision text not null default 'unknown' check (born_precision in ('day', 'month', 'year', 'estimated', 'unknown')),
  sex text check (sex in ('male', 'female')),
  iin text unique check (iin ~ '^[0-9]{12}$'),
  iin_reason text check (iin_reason in ('newborn', 'foundling', 'foreigner', 'refugee', 'unknown')),
  language text,
  sign_language boolean not null default false,
  interpreter text check (length(interpreter) <= 200),
  warnings text check (length(warnings) <= 500),
  region text not null references kernel.region,
  district text references kernel.district,
  died_on date,
  created_at timestamptz not null,
  check (iin is null or iin_reason is null),
  check (born_precision = 'unknown' or born is not null)
);
create table children.child_name (
  id uuid primary key,
  child uuid not null references children.child,
  kind text not null check (kind in ('given', 'known-as', 'document')),
  family text check (length(family) <= 400),
  given text check (length(given) <= 400),
  patronymic text check (length(patronymic) <= 400),
  script text not null check (script in ('cyrillic', 'latin', 'other')),
  at timestamptz not null,
  words text[] not null generated always as (string_to_array(children.fold(
    coalesce(family, '') || ' ' || coalesce(given, '') || ' ' || coalesce(patronymic, '')), ' ')) stored,
  check (coalesce(family, given, patronymic) is not null)
);
create index on children.child_name (child);
create index on children.child_name using gin (words);

create table children.child_group (
  child uuid not null references children.child,
  name text not null,
  since timestamptz not null,
  until timestamptz,
  primary key (child, name, since)
);
-- Another child, or a person known by name; a guardian between two days. A child has one guardian of a kind at a time
-- only by the court's act, so nothing is excluded here.
create table children.relation (
  id uuid primary key,
  child uuid not null references children.child,
  kind text not null,
  other uuid references children.child check (other <> child),
  name text check (length(name) <= 400),
  phone text check (length(phone) <= 40),
  guardian boolean not null,
  household boolean not null,              -- lives with the child
  valid_from date,
  valid_until date check (valid_until >= valid_from),
  at timestamptz not null,
  check (num_nonnulls(other, name) >= 1)
);
create index on children.relation (child);
create index on children.relation (other) where other is not null;

-- Two rows, one child: `same` was there first. Undone by a date, never by deleting.
create table children.same_child (
  child uuid not null references children.child,
  same uuid not null references children.child check (same <> child),
  at timestamptz not null,
  ended_at timestamptz,
  primary key (child, same, at)
);
create unique index same_child_now on children.same_child (child) where ended_at is null;
create index on children.same_child (same);
-- A number given for one child that another bears: to be asked about at that one's desk.
create table children.clash (
  child uuid not null references children.child,
  other uuid not null references children.child,
  at timestamptz not null,
  primary key (child, other)
);

-- Roles to which the register belongs; others see of a child what a task of theirs says.
create function children.keeps_register() returns boolean language sql stable parallel safe as $$
  select kernel.word('role') in ('guardianship-specialist', 'case-manager', 'district-head', 'region-head', 'committee-duty')
$$;

alter table children.child enable row level security; alter table children.child force row level security;
alter table children.child_name enable row level security; alter table children.child_name force row level security;
alter table children.child_group enable row level security; alter table children.child_group force row level security;
alter table children.relation enable row level security; alter table children.relation force row level security;
alter table children.same_child enable row level security; alter table children.same_child force row level security;
alter table children.clash enable row level security; alter table children.clash force row level security;

-- `writing` holds the proceedings of the step that runs: a row of a child is written by a step about this child alone.
create policy sees on children.same_child for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.subject = same_child.child
    and ((select children.keeps_register()) or p.id = any ((select kernel.ids('writing'))::uuid[]))));
create policy sees on children.child for select to qorgan_app using (
  (select kernel.context_ok()) and (
    exists (select 1 from kernel.proceeding p where p.subject = child.id
      and ((select children.keeps_register()) or p.id = any ((select kernel.ids('writing'))::uuid[])))
    or ((select children.keeps_register()) and exists (select 1 from children.same_child s where s.same = child.id and s.ended_at is null))));
create policy adds on children.child for insert to qorgan_app with check (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.subject = child.id and p.id = any ((select kernel.ids('writing'))::uuid[])));
create policy changes on children.child for update to qorgan_app
  using ((select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.subject = child.id and p.id = any ((select kernel.ids('writing'))::uuid[])))
  with check ((select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.subject = child.id and p.id = any ((select kernel.ids('writing'))::uuid[])));

do $$
declare t text; c text;
begin
  foreach t in array array['child_name', 'child_group', 'relation', 'clash'] loop
    execute format('create policy sees on children.%I for select to qorgan_app using (
      (select kernel.context_ok()) and exists (select 1 from children.child c where c.id = %I.child))', t, t);
  end loop;
  foreach t in array array['child_name', 'child_group', 'relation', 'same_child'] loop
    c := format('(select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.subject = %I.child
      and p.id = any ((select kernel.ids(''writing''))::uuid[]))', t);
    execute format('create policy adds on children.%I for insert to qorgan_app with check (%s)', t, c);
    execute format('create policy changes on children.%I for update to qorgan_app using (%s) with check (%s)', t, c, c);
  end loop;
end $$;
grant select, insert, update on children.child, children.child_name, children.child_group, children.relation, children.same_child to qorgan_app;
grant select on children.clash to qorgan_app;
