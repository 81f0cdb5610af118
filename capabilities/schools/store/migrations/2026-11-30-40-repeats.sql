-- Who stands in the files that the caller may read, of a time, one row a pupil; who comes again is told from them
-- (domain/again.ts), since two spellings of a name are no equal keys. One look.
create or replace function schools.repeats(token bytea, moment timestamptz, since timestamptz, route text) returns jsonb language plpgsql as $$
declare actor jsonb; answer jsonb; files bigint;
begin
  actor := kernel.enter(token, moment);
  if actor is null or actor ->> 'appointment' is null then return '{}'; end if;
  select coalesce(jsonb_agg(jsonb_build_array(p.proceeding, p.school, p.side, p.key, p.name, p.class, p.at)), '[]'), count(distinct p.proceeding)
    into answer, files from schools.pupil p where p.at >= since;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (moment, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'list', null, route, files);
  return jsonb_build_object('actor', actor, 'seen', answer);
end $$;
