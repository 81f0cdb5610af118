-- The story by pages: an answer carries the newest lines, older ones are asked for. Entries are numbered from 1 without
-- a gap, so whoever holds a line with a higher sequence knows that there are earlier ones.

-- Lines of a story on one page.
create function kernel.story_page() returns integer language sql immutable as $$ select 20 $$;

-- Entries before a sequence (null: the newest), newest first. For the definer functions that have judged sight before.
create function kernel.entries_of(main uuid, before integer, most integer) returns json language plpgsql stable as $$
begin
  return (select json_agg(json_build_object('header', e.header::json, 'payload', encode(e.payload, 'base64')) order by e.sequence desc)
    from (select header, payload, sequence from kernel.entry
          where proceeding = main and (before is null or sequence < before) order by sequence desc limit most) e);
end $$;

-- Judges sight of one proceeding under the entered context, and leaves the look that is part of it: seen or refused.
create function kernel.look_at(at timestamptz, main uuid, route text) returns kernel.proceeding language plpgsql as $$
declare p kernel.proceeding; seen boolean;
begin
  select * into p from kernel.proceeding where id = main;
  seen := found and kernel.allows(p);
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, kernel.word('role'), kernel.one('appointment'), kernel.one('person'),
            case when seen then 'proceeding' else 'refused' end, main, route, case when seen then 1 else 0 end);
  return case when seen then p end;
end $$;

create or replace function kernel.show(actor jsonb, at timestamptz, main uuid, route text) returns json language plpgsql as $$
declare p kernel.proceeding := kernel.look_at(at, main, route);
begin
  if p.id is null then return json_build_object('actor', actor, 'missing', true); end if;
  return json_build_object('actor', actor, 'proceedings', json_build_array(row_to_json(p)),
    'records', (select json_agg(json_build_array(r.proceeding, r.kind, r.body)) from kernel.record r
      where r.proceeding = main and r.kind = any (kernel.list('kinds'))),
    'deadlines', (select json_agg(row_to_json(d) order by d.due_at) from kernel.deadline d where d.proceeding = main),
    'links', (select json_agg(json_build_object('name', l.name, 'source', l.source, 'target', l.target, 'other',
        case when kernel.allows(o) then json_build_object('id', o.id, 'procedure', o.procedure, 'label', o.label, 'stage', o.stage, 'final', o.final) end))
      from kernel.link l join kernel.proceeding o on o.id = case when l.source = main then l.target else l.source end
      where l.source = main or l.target = main),
    'entries', kernel.entries_of(main, null, kernel.story_page()),
    'keys', (select json_agg(json_build_object('subject', k.subject, 'wrapped', encode(k.wrapped, 'base64'), 'master', k.master))
      from kernel.subject_key k where k.subject = p.subject));
end $$;

-- An earlier page of a story, with its look. What is not the caller's is `missing`, as in read_proceeding.
create function kernel.read_story(token bytea, at timestamptz, main uuid, before integer, route text) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at); p kernel.proceeding;
begin
  if actor is null then return '{}'; end if;
  p := kernel.look_at(at, main, route);
  if p.id is null then return json_build_object('actor', actor, 'missing', true); end if;
  return json_build_object('actor', actor, 'proceedings', json_build_array(row_to_json(p)),
    'entries', kernel.entries_of(main, before, kernel.story_page()),
    'keys', (select json_agg(json_build_object('subject', k.subject, 'wrapped', encode(k.wrapped, 'base64'), 'master', k.master))
      from kernel.subject_key k where k.subject = p.subject));
end $$;
revoke all on function kernel.story_page(), kernel.entries_of(uuid, integer, integer), kernel.look_at(timestamptz, uuid, text),
  kernel.read_story(bytea, timestamptz, uuid, integer, text) from public;
grant execute on function kernel.read_story(bytea, timestamptz, uuid, integer, text) to qorgan_app;
