-- What happened to a child is one story, whoever saw it: what is about him, and what is linked with that and about no other child
-- (a bullying file, an incident, an appeal). As the caller: the policies leave him his part of it, of links those of which he sees both ends.
create function children.told_of(ids uuid[]) returns setof kernel.proceeding language sql stable as $$
  with own as materialized (select p.id from kernel.proceeding p where p.subject = any (ids)),
  near as (
    select l.target as id from kernel.link l where l.source in (select id from own)
    union select l.source from kernel.link l where l.target in (select id from own))
  select p.* from kernel.proceeding p
    where p.id in (select id from own) or (p.id in (select id from near) and p.subject_kind <> 'child')
$$;

-- As before; with what is linked.
create or replace function children.read(token bytea, at timestamptz, who uuid, route text) returns jsonb
language plpgsql as $$
declare actor jsonb; c jsonb; ids uuid[];
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  select to_jsonb(x) into c from children.child x where x.id = who;
  insert into kernel.look (at, role, appointment, person, what, target, route, found, break_glass)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid,
            case when c is null then 'refused' else 'child' end, who, route, case when c is null then 0 else 1 end,
            case when c is not null then kernel.glass_over(who) end);
  if c is null then return jsonb_build_object('actor', actor, 'missing', true); end if;
  select array_agg(distinct x) into ids from (
    select who as x
    union select s.same from children.same_child s where s.child = who and s.ended_at is null
    union select s.child from children.same_child s where s.same = who and s.ended_at is null) rows;
  return jsonb_build_object('actor', actor, 'child', c,
    'names', (select coalesce(jsonb_agg(n.value), '[]') from unnest(ids) i, jsonb_array_elements(children.spelt(i)) n),
    'groups', (select coalesce(jsonb_agg(distinct g.name), '[]') from children.child_group g where g.child = any (ids) and g.until is null),
    'relations', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'other', r.other, 'name', r.name, 'phone', r.phone,
        'guardian', r.guardian, 'from', r.valid_from, 'until', r.valid_until,
        'spelt', case when r.other is null then null else children.spelt(r.other) end,
        'household', r.household) order by r.at), '[]')
      from children.relation r where r.child = any (ids)),
    'same', (select coalesce(jsonb_agg(i), '[]') from unnest(ids) i where i <> who),
    'clashes', (select coalesce(jsonb_agg(children.desk_of(k.other)), '[]') from children.clash k where k.child = who
      and not exists (select 1 from children.same_child s where s.child = who and s.same = k.other and s.ended_at is null)),
    'proceedings', (select coalesce(jsonb_agg(to_jsonb(p) order by p.final, p.opened_at desc), '[]') from children.told_of(ids) p));
end $$;

-- The part of a child's story that is the caller's, for whoever has a task about him and not his card.
create function children.part(token bytea, at timestamptz, who uuid, route text) returns jsonb
language plpgsql as $$
declare actor jsonb; part jsonb;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  select jsonb_agg(to_jsonb(p) order by p.final, p.opened_at desc) into part from children.told_of(children.rows_of(who)) p;
  insert into kernel.look (at, role, appointment, person, what, target, route, found, break_glass)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid,
            case when part is null then 'refused' else 'child' end, who, route, coalesce(jsonb_array_length(part), 0),
            case when part is not null then kernel.glass_over(who) end);
  if part is null then return jsonb_build_object('actor', actor, 'missing', true); end if;
  return jsonb_build_object('actor', actor, 'proceedings', part);
end $$;
revoke all on function children.told_of(uuid[]), children.part(bytea, timestamptz, uuid, text) from public;
grant execute on function children.told_of(uuid[]), children.part(bytea, timestamptz, uuid, text) to qorgan_app;
