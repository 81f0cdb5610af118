-- The model by which pairs of children are judged, version by version, and how far a pass over the register came. No child
-- stands in any of these: figures alone.
create table children.matching_model (
  version text primary key,                 -- the instant it was learnt
  children integer not null,                -- from how many
  pairs bigint not null,                    -- and from how many pairs of them
  same double precision not null,           -- probability from which on a pair is one child
  look double precision not null,           -- probability from which on somebody looks
  classes text[] not null,                  -- kinds of pairs: "one child" first, then kinds of different children
  shares double precision[] not null,
  check (0 <= look and look <= same and same <= 1)
);
create table children.matching_weight (
  model text not null references children.matching_model,
  place smallint not null,
  field text not null,
  level text not null,
  weight double precision not null,         -- bits: log2 of how much likelier this is in pairs that are one child
  likely double precision[] not null,       -- in each class
  primary key (model, field, level)
);
create table children.matching_pass (
  began_at timestamptz primary key,
  model text not null,
  rows integer not null,                    -- buckets of a block
  done integer not null,                    -- slices
  compared bigint not null,
  found integer not null,
  ended_at timestamptz
);
grant select on children.matching_model, children.matching_weight to qorgan_app;
