-- The looks of an export name its file by SHA-256 beside its number: so the hash is a part of the sealed tree, and a
-- file can be shown to be the one that left, by a proof and without trust in the table of exports.
create or replace function exports.make(made jsonb, file bytea, items uuid[], route text) returns void language plpgsql as $$
declare x exports.export := jsonb_populate_record(null::exports.export, made);
begin
  insert into exports.export select x.*;
  insert into exports.content values (x.id, x.until, file);
  insert into exports.item select x.id, i from unnest(items) i;
  -- Of a list with nothing on it too.
  insert into kernel.look (at, role, appointment, person, what, target, route, found, purpose)
    select x.at, x.role, x.appointment, x.person, 'export', i, route || ' ' || x.number || ' sha256:' || x.sha256, cardinality(items), x.purpose from unnest(items || x.id) i;
end $$;
