-- Proceedings and what belongs to them. Row-level security is forced on every table; what decides is plain columns.
create table kernel.proceeding (
  id uuid primary key,
  procedure text not null,
  version text not null,
  subject_kind text not null,
  subject uuid not null,
  stage text not null,
  final boolean not null,
  outcome text,
  sequence integer not null,
  head text not null,                          -- hash of the last entry, hex
  region text not null references kernel.region,
  district text references kernel.district,
  organisation uuid not null references kernel.organisation,
  role text not null,
  worker uuid not null references kernel.appointment,
  sealed boolean not null,
  danger smallint not null check (danger between 0 and 3),
  label text not null check (length(label) <= 400),
  due timestamptz,
  due_term text,
  level smallint not null default 0,
  escalated_to uuid references kernel.appointment,
  opened_at timestamptz not null,
  closed_at timestamptz,
  check (final = (outcome is not null)),       -- nothing closes without an outcome
  check (final = (closed_at is not null)),
  check (final or (due is not null and due_term is not null))  -- an open one always has a running deadline
) with (fillfactor = 80);
create index proceeding_worker on kernel.proceeding (worker, danger desc, due, id) where not final;
create index proceeding_escalated on kernel.proceeding (escalated_to, danger desc, due, id) where not final and escalated_to is not null;
create index proceeding_desk on kernel.proceeding (organisation, role, danger desc, due, id) where not final;
create index proceeding_district on kernel.proceeding (district, danger desc, due, id) where not final;
create index proceeding_region on kernel.proceeding (region, danger desc, due, id) where not final;
create index proceeding_country on kernel.proceeding (danger desc, due, id) where not final;
create index proceeding_subject on kernel.proceeding (subject);

create table kernel.access_grant (
  proceeding uuid not null references kernel.proceeding,
  organisation uuid not null references kernel.organisation,
  purpose text not null,
  until timestamptz not null,
  primary key (proceeding, organisation, purpose)
);

-- Content of a proceeding by class of field; `kind` is procedure/class, since policies know rows, not columns.
create table kernel.record (
  proceeding uuid not null references kernel.proceeding deferrable initially deferred,
  kind text not null,
  body jsonb not null,
  primary key (proceeding, kind)
) with (fillfactor = 80);

create table kernel.deadline (
  id uuid primary key,
  proceeding uuid not null references kernel.proceeding deferrable initially deferred,
  key text not null,
  term text not null,
  started_at timestamptz not null,
  due_at timestamptz not null check (due_at >= started_at),
  state text not null check (state in ('running', 'paused', 'met', 'breached', 'cancelled')),
  met_at timestamptz,
  paused_until timestamptz,
  pause_reason text,
  check ((state = 'paused') = (paused_until is not null)),   -- no pause without an end
  check ((state = 'paused') = (pause_reason is not null))
);
create unique index deadline_open on kernel.deadline (proceeding, key) where state in ('running', 'paused');
create index deadline_due on kernel.deadline (due_at) where state = 'running';
create index deadline_pause on kernel.deadline (paused_until) where state = 'paused';

create table kernel.link (
  source uuid not null references kernel.proceeding deferrable initially deferred,
  target uuid not null references kernel.proceeding deferrable initially deferred,
  name text not null,
  primary key (source, target),
  check (source <> target)
);
create index on kernel.link (target);

create table kernel.fact (
  id uuid primary key,
  name text not null,
  proceeding uuid not null references kernel.proceeding deferrable initially deferred,
  entry uuid not null,
  at timestamptz not null
);

-- A repeated key gives the first status and sequence; never a body. Thirty days, then the tick removes it.
create table kernel.idempotency (
  actor text not null,
  key uuid not null,
  request text not null,                        -- SHA-256 of method, address and body, hex
  status smallint not null,
  proceeding uuid,
  sequence integer,
  at timestamptz not null,
  primary key (actor, key)
);
create index on kernel.idempotency (at);

alter table kernel.conflict add foreign key (proceeding) references kernel.proceeding deferrable initially deferred;
alter table kernel.session add foreign key (proceeding) references kernel.proceeding deferrable initially deferred;
