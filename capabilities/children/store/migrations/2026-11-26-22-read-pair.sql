-- The card of one child with all rows that are he, and both sides of a pair.
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
  -- Joined through others too, as far as the caller sees them.
  select array_agg(x.id) into ids from unnest(children.rows_of(who)) x(id) where exists (select 1 from children.child c2 where c2.id = x.id);
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
      and k.other <> all (children.rows_of(who))),
    'proceedings', (select coalesce(jsonb_agg(to_jsonb(p) order by p.final, p.opened_at desc), '[]') from kernel.proceeding p where p.subject = any (ids)));
end $$;

-- As before, with all rows that are the same child.
create or replace function children.household_of(program bytea, who uuid) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare today date := (kernel.word('at')::timestamptz at time zone 'Asia/Almaty')::date; near uuid[];
begin
  perform kernel.demand_program(program);
  with one as (select unnest(children.rows_of(who)) as id)
  select array_agg(distinct x.id) into near from (
    select o.id from one o
    union all select r.other from children.relation r join one o on o.id = r.child
      where r.other is not null and r.household and (r.valid_until is null or r.valid_until >= today)
    union all select r.child from children.relation r join one o on o.id = r.other
      where r.household and (r.valid_until is null or r.valid_until >= today)) x;
  return near;
end $$;

-- One side of a pair, as a card: of a child that the caller sees. The number is its last four digits.
create function children.side(who uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('id', c.id, 'listed', false, 'names', children.spelt(c.id), 'born', c.born, 'precision', c.born_precision, 'sex', c.sex,
    'iin', right(c.iin, 4), 'region', c.region, 'district', c.district, 'diedOn', c.died_on, 'since', c.created_at, 'desk', children.desk_of(c.id),
    'relations', (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'name', r.name,
        'spelt', case when r.other is null then null else children.spelt(r.other) end) order by r.at, r.id), '[]')
      from children.relation r where r.child = c.id))
  from children.child c where c.id = who
$$;
-- Of a child about whom there is nothing: what tells who he is, and no more.
create function children.listed_side(who uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('id', c.id, 'listed', true, 'names', children.spelt(c.id), 'born', c.born, 'precision', c.born_precision, 'sex', c.sex,
    'iin', right(c.iin, 4), 'region', c.region, 'district', c.district, 'diedOn', c.died_on, 'since', c.created_at, 'desk', null, 'relations', '[]'::jsonb)
  from children.child c where c.id = who and children.is_listed(who)
$$;

-- Both sides of the pair that a proceeding asks about, with a look at each child. Whoever may not know one of them sees neither.
create function children.read_pair(token bytea, at timestamptz, asked uuid, route text) returns jsonb
language plpgsql as $$
declare actor jsonb; p record; seen boolean;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  select r.one, r.other into p from children.pair r where r.proceeding = asked;
  seen := found and children.keeps_register() and children.knows(p.one) and children.knows(p.other);
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    select at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, case when seen then 'child' else 'refused' end, x.id, route, seen::int
    from unnest(case when seen then array[p.one, p.other] else array[asked] end) x(id);
  if not seen then return jsonb_build_object('actor', actor, 'missing', true); end if;
  return jsonb_build_object('actor', actor,
    'one', coalesce(children.side(p.one), children.listed_side(p.one)), 'other', coalesce(children.side(p.other), children.listed_side(p.other)),
    'likeness', (select to_jsonb(l) from children.likeness l where l.one = p.one and l.other = p.other),
    'joined', p.other = any (children.rows_of(p.one)));
end $$;

revoke all on function children.side(uuid), children.listed_side(uuid), children.read_pair(bytea, timestamptz, uuid, text) from public;
grant execute on function children.side(uuid), children.listed_side(uuid), children.read_pair(bytea, timestamptz, uuid, text) to qorgan_app;
