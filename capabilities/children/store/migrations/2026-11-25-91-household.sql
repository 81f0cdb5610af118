-- Who lives with a child, as the register knows it: himself, rows that are the same child, and other children of his household.
-- Ids alone, and for the program's key: break-glass opens what is open about them (docs/adr/0009).
create function children.household_of(program bytea, who uuid) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare today date := (kernel.word('at')::timestamptz at time zone 'Asia/Almaty')::date; near uuid[];
begin
  perform kernel.demand_program(program);
  with one as (
    select who as id
    union select s.same from children.same_child s where s.child = who and s.ended_at is null
    union select s.child from children.same_child s where s.same = who and s.ended_at is null)
  select array_agg(distinct x.id) into near from (
    select o.id from one o
    union all select r.other from children.relation r join one o on o.id = r.child
      where r.other is not null and r.household and (r.valid_until is null or r.valid_until >= today)
    union all select r.child from children.relation r join one o on o.id = r.other
      where r.household and (r.valid_until is null or r.valid_until >= today)) x;
  return near;
end $$;
revoke all on function children.household_of(bytea, uuid) from public;
grant execute on function children.household_of(bytea, uuid) to qorgan_app;

-- As before; a look at a card that break-glass holds over says so.
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
    'proceedings', (select coalesce(jsonb_agg(to_jsonb(p) order by p.final, p.opened_at desc), '[]') from kernel.proceeding p where p.subject = any (ids)));
end $$;
