-- What is taken along on a device is a read like any other, and its look says for what. `purpose`: null, or why it is read.
drop function kernel.show(jsonb, timestamptz, uuid, text);
drop function kernel.look_at(timestamptz, uuid, text);

create function kernel.look_at(at timestamptz, main uuid, route text, purpose text default null) returns kernel.proceeding language plpgsql as $$
declare p kernel.proceeding := kernel.judged(main); seen boolean := p.id is not null;
begin
  insert into kernel.look (at, role, appointment, person, what, target, route, found, break_glass, purpose)
    values (at, kernel.word('role'), kernel.one('appointment'), kernel.one('person'),
            case when seen then 'proceeding' else 'refused' end, main, route, case when seen then 1 else 0 end,
            case when seen then kernel.only_glass(p) end, purpose);
  return case when seen then p end;
end $$;

create function kernel.show(actor jsonb, at timestamptz, main uuid, route text, purpose text default null) returns json language plpgsql as $$
declare p kernel.proceeding := kernel.look_at(at, main, route, purpose); glass json; kinds text[] := kernel.list('kinds');
begin
  if p.id is null then return json_build_object('actor', actor, 'missing', true); end if;
  if kernel.glass_over(p.subject) is not null then
    glass := kernel.glass_shown(p);
    kinds := kernel.glass_kinds(p) || case when glass is null then kinds else '{}' end;
  end if;
  return json_build_object('actor', actor, 'proceedings', json_build_array(row_to_json(p)),
    -- Of what is seen, the classes that are the caller's: the policy of records would judge the proceeding once more.
    'records', (select json_agg(json_build_array(r.proceeding, r.kind, r.body)) from kernel.record r
      where r.proceeding = main and r.kind = any (kinds)),
    'deadlines', (select json_agg(row_to_json(d) order by d.due_at) from kernel.deadline d where d.proceeding = main),
    'links', kernel.links_of(main),
    'entries', kernel.entries_of(main, null, kernel.story_page()),
    'glass', glass,
    'keys', (select json_agg(json_build_object('subject', k.subject, 'wrapped', encode(k.wrapped, 'base64'), 'master', k.master))
      from kernel.subject_key k where k.subject = p.subject));
end $$;

create function kernel.take_along(token bytea, at timestamptz, main uuid, route text) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at); done text;
begin
  if actor is null then return '{}'; end if;
  -- What is seen by break-glass alone is read where one sits, and not carried off.
  done := set_config('qorgan.glass', 'off', true);
  return kernel.show(actor, at, main, route, 'along');
end $$;
revoke all on function kernel.look_at(timestamptz, uuid, text, text), kernel.show(jsonb, timestamptz, uuid, text, text), kernel.take_along(bytea, timestamptz, uuid, text) from public, qorgan_app;
grant execute on function kernel.take_along(bytea, timestamptz, uuid, text) to qorgan_app;
