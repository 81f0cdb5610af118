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

-- Surnames with and without the ending of a woman's, as one.
create function children.surname(word text) returns text language sql immutable parallel safe strict as $$
  select regexp_replace(children.fold(word), '(ов|ев|ин|ын)а$', '\1')
$$;
-- How near a child is to somebody of a house: he bears that one's surname, or a colleague or he himself stands among his people, by
-- full name or telephone. For the clock alone, which looks for unusual looking; no name and no number comes out.
create function children.near_to_staff(child uuid, who uuid, house uuid) returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with staff as (
    select p.id, string_to_array(children.fold(p.name), ' ') as words, regexp_replace(coalesce(p.phone, ''), '\D', '', 'g') as digits
    from kernel.person p where p.id = who or exists (select 1 from kernel.appointment a where a.person = p.id and a.organisation = house
      and a.since <= kernel.word('at')::timestamptz and (a.until is null or kernel.word('at')::timestamptz < a.until)))
  select array_remove(array[
    (select 'own-name' from staff s where s.id = who and exists (select 1 from children.child_name n where n.child = near_to_staff.child
      and children.surname(n.family) = any (array(select children.surname(w) from unnest(s.words) w))) limit 1),
    (select case when s.id = who then 'own-household' else 'colleague' end from staff s where exists (
      select 1 from children.relation r where r.child = near_to_staff.child and (
        string_to_array(children.fold(r.name), ' ') @> s.words
        or (length(s.digits) >= 10 and right(regexp_replace(coalesce(r.phone, ''), '\D', '', 'g'), 10) = right(s.digits, 10))))
      order by s.id = who desc limit 1)], null)
  where kernel.context_ok() and kernel.word('role') = 'clock'
$$;
revoke all on function children.near_to_staff(uuid, uuid, uuid), children.surname(text) from public;
grant execute on function children.surname(text), children.near_to_staff(uuid, uuid, uuid) to qorgan_app;
