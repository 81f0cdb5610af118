create schema helpline;
grant usage on schema helpline to qorgan_app;
create table helpline.appeal (
  proceeding uuid primary key references kernel.proceeding deferrable initially deferred,
  number text not null,
  channel text not null,
  region text not null references kernel.region,
  school uuid references kernel.organisation,
  source_ref text unique,                     -- where it was brought over from another system, once
  received_at timestamptz not null
);
create index on helpline.appeal (number);
create index on helpline.appeal (school, received_at) where school is not null;
alter table helpline.appeal enable row level security;
alter table helpline.appeal force row level security;
create policy sees on helpline.appeal for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.id = appeal.proceeding));
create policy opens on helpline.appeal for insert to qorgan_app with check (
  (select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));
grant select, insert on helpline.appeal to qorgan_app;
