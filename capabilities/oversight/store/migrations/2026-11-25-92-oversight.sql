-- Who looked, and how much: read from kernel.look, which nobody may select. Each answer is itself a look.
create schema oversight;
grant usage on schema oversight to qorgan_app;

-- Who looked at what there is about a child, for the commissioner of a region where something about him is or was, with the purpose he
-- stated. Nothing of sealed proceedings; nothing at all where one of them is closed to him by a conflict of interest.
create function oversight.lookers(token bytea, at timestamptz, child uuid, purpose text, before bigint, most integer, route text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at); about uuid[]; allowed boolean; answer jsonb;
begin
  if actor is null then return '{}'; end if;
  select array_agg(p.id) filter (where not p.sealed),
      coalesce(bool_or(not p.sealed and (actor ->> 'region' is null or p.region = actor ->> 'region')) and not bool_or(p.id = any (coalesce(kernel.ids('conflicts'), '{}'))), false)
    into about, allowed from kernel.proceeding p where p.subject = child and p.subject_kind = 'child';
  if actor ->> 'role' is distinct from 'commissioner' or not allowed then
    insert into kernel.look (at, role, appointment, person, what, target, route, found, purpose)
      values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'refused', child, route, 0, purpose);
    return jsonb_build_object('actor', actor, 'missing', true);
  end if;
  select coalesce(jsonb_agg(to_jsonb(x) order by x.id desc), '[]') into answer from (
    select l.id, l.at, l.what, l.role, l.appointment, l.break_glass, l.purpose, p.procedure
    from kernel.look l left join kernel.proceeding p on p.id = l.target
    where l.target = any (child || about) and (before is null or l.id < before) order by l.id desc limit most) x;
  insert into kernel.look (at, role, appointment, person, what, target, route, found, purpose)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'lookers', child, route, jsonb_array_length(answer), purpose);
  return jsonb_build_object('actor', actor, 'looks', answer);
end $$;

-- Looks of the one who is reviewed, for whoever holds the review or was told of it: those by his break-glass, or those of his day.
-- Where, not what: procedure and district, nothing of a file.
create function oversight.reviewed(token bytea, at timestamptz, review uuid, most integer, route text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at); p kernel.proceeding; me uuid; day jsonb; answer jsonb;
begin
  if actor is null then return '{}'; end if;
  me := (actor ->> 'appointment')::uuid;
  p := kernel.judged(review);
  if p.id is null or p.procedure not in ('oversight.break-glass', 'oversight.look-review') or me is null
      or (me = p.worker or me = p.escalated_to or (actor ->> 'role' = 'commissioner' and p.procedure = 'oversight.break-glass')) is not true then
    insert into kernel.look (at, role, appointment, person, what, target, route, found)
      values (at, actor ->> 'role', me, (actor ->> 'person')::uuid, 'refused', review, route, 0);
    return jsonb_build_object('actor', actor, 'missing', true);
  end if;
  select r.body into day from kernel.record r where r.proceeding = review and r.kind = 'oversight.look-review/looking';
  select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') into answer from (
    select l.id, l.at, l.what, l.role, l.appointment, l.break_glass, l.purpose, q.procedure, q.district
    from kernel.look l left join kernel.proceeding q on q.id = l.target
    where l.break_glass = review
      or (day is not null and l.person = (day ->> 'person')::uuid and l.at >= (day ->> 'from')::timestamptz and l.at < (day ->> 'until')::timestamptz
        and l.what in ('proceeding', 'child', 'refused', 'search') and l.break_glass is null)
    order by l.id limit most) x;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', me, (actor ->> 'person')::uuid, 'lookers', review, route, jsonb_array_length(answer));
  return jsonb_build_object('actor', actor, 'looks', answer);
end $$;
create index look_by_glass on kernel.look (break_glass) where break_glass is not null;

revoke all on function oversight.lookers(bytea, timestamptz, uuid, text, bigint, integer, text), oversight.reviewed(bytea, timestamptz, uuid, integer, text) from public;
grant execute on function oversight.lookers(bytea, timestamptz, uuid, text, bigint, integer, text), oversight.reviewed(bytea, timestamptz, uuid, integer, text) to qorgan_app;
