-- What the register answers. Three functions run with the owner's rights, since they must look past row-level security:
-- claim_iin (is the number taken), find (ids alone), desk_of (whom to ask). None of them gives a card.

-- The child of a step that runs gets the number, unless another bears it: then the clash is kept and the number is not.
create function children.claim_iin(who uuid, number text, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare bearer uuid;
begin
  if not kernel.context_ok() or not exists (
    select 1 from kernel.proceeding p where p.subject = who and p.id = any (kernel.ids('writing'))) then
    raise exception 'no step about this child runs' using errcode = '42501';
  end if;
  select c.id into bearer from children.child c where c.iin = number;
  if bearer is null then
    begin
      update children.child set iin = number, iin_reason = null where id = who;
      return;
    exception when unique_violation then
      select c.id into bearer from children.child c where c.iin = number;
    end;
  end if;
  if bearer <> who and not exists (select 1 from children.same_child s where s.child = who and s.same = bearer and s.ended_at is null) then
    insert into children.clash values (who, bearer, at) on conflict do nothing;
  end if;
end $$;

-- The desk that answers for a child now: of his open proceedings the most urgent one that is not sealed.
create function children.desk_of(who uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('names', jsonb_build_object('kk', o.kk, 'ru', o.ru, 'en', o.en), 'phone', o.phone)
  from kernel.proceeding p join kernel.organisation o on o.id = p.organisation
  where kernel.context_ok() and kernel.word('appointment') is not null
    and p.subject = who and p.subject_kind = 'child' and not p.final and not p.sealed
    and (p.id = any (kernel.ids('conflicts'))) is not true
  order by p.danger desc, p.opened_at limit 1
$$;

-- For the contact centre: is there an open case, who works it, what to beware of.
create function children.open_of(who uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('worker', n.name, 'phone', coalesce(n.phone, o.phone), 'warnings', c.warnings)
  from kernel.proceeding p
  join kernel.organisation o on o.id = p.organisation
  join kernel.appointment a on a.id = p.worker join kernel.person n on n.id = a.person
  join children.child c on c.id = p.subject
  where kernel.context_ok() and kernel.word('role') in ('operator', 'shift-lead')
    and p.subject = who and p.subject_kind = 'child' and not p.final and not p.sealed
    and (p.id = any (kernel.ids('conflicts'))) is not true
  order by p.danger desc, p.opened_at limit 1
$$;

-- At most twenty ids, with why. Every folded word of the name must be one of a spelling's words, or begin one (3 letters on).
-- A child all of whose proceedings are closed to the caller by a conflict of interest, or sealed, is not found.
create function children.find(name text, born_on date, number text) returns table (id uuid, reasons text[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with asked as (select string_to_array(nullif(children.fold(coalesce(name, '')), ''), ' ') as words),
  named as (
    select distinct n.child from children.child_name n, asked
    where n.words @> asked.words
       or ((select bool_and(exists (select 1 from unnest(n.words) has where has = w or (length(w) >= 3 and starts_with(has, w)))) from unnest(asked.words) w)
           and n.words && (select array_agg(w) from unnest(asked.words) w))
  ),
  hits as (
    select c.id, array_remove(array[
        case when c.iin = number then 'iin' end,
        case when c.id in (select child from named) then 'name' end,
        case when c.born = born_on then 'born' end], null) as reasons,
      coalesce(c.iin = number, false) as by_number
    from children.child c
    where kernel.context_ok() and kernel.word('appointment') is not null
      and (c.iin = number or (c.id in (select child from named) and (born_on is null or c.born is null or c.born_precision <> 'day' or c.born = born_on)))
  )
  select h.id, h.reasons from hits h
  where exists (select 1 from kernel.proceeding p where p.subject = h.id and not p.sealed and (p.id = any (kernel.ids('conflicts'))) is not true)
  order by h.by_number desc, cardinality(h.reasons) desc, h.id limit 20
$$;

create function children.spelt(who uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', n.kind, 'family', n.family, 'given', n.given, 'patronymic', n.patronymic,
      'script', n.script, 'at', n.at) order by (n.kind = 'document') desc, n.at desc), '[]')
  from children.child_name n where n.child = who
$$;

-- One search: the session, the ids, one look, and of each child what the caller may know of him.
-- Roles that only report may ask by number, or by name and birth date together: they must know the child already.
create function children.search(token bytea, at timestamptz, name text, born_on date, number text, route text) returns jsonb
language plpgsql as $$
declare actor jsonb; answer jsonb; acting text;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  acting := actor ->> 'role';
  if acting not in ('operator', 'shift-lead', 'guardianship-specialist', 'case-manager', 'district-head', 'region-head', 'committee-duty',
                    'school-worker', 'health-worker', 'social-worker', 'police-inspector') then
    insert into kernel.look (at, role, appointment, person, what, target, route, found)
      values (at, acting, (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'refused', null, route, 0);
    return jsonb_build_object('actor', actor, 'missing', true);
  end if;
  if acting in ('school-worker', 'health-worker', 'social-worker', 'police-inspector') and number is null and (name is null or born_on is null) then
    return jsonb_build_object('actor', actor, 'narrow', true);
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'reasons', f.reasons,
      'card', case when acting in ('operator', 'shift-lead') then null else (
        select jsonb_build_object('names', children.spelt(c.id), 'born', c.born, 'precision', c.born_precision, 'sex', c.sex, 'district', c.district)
        from children.child c where c.id = f.id) end,
      'desk', case when acting in ('operator', 'shift-lead') then null else children.desk_of(f.id) end,
      'open', children.open_of(f.id)) order by f.place), '[]')
    into answer from (select x.id, x.reasons, row_number() over () as place from children.find(name, born_on, number) x) f;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, acting, (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'search', null, route, jsonb_array_length(answer));
  return jsonb_build_object('actor', actor, 'found', answer);
end $$;

-- The card of one child, as the caller may see it, with its look.
create function children.read(token bytea, at timestamptz, who uuid, route text) returns jsonb
language plpgsql as $$
declare actor jsonb; c jsonb; ids uuid[];
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  select to_jsonb(x) into c from children.child x where x.id = who;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid,
            case when c is null then 'refused' else 'child' end, who, route, case when c is null then 0 else 1 end);
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

revoke all on function children.claim_iin(uuid, text, timestamptz), children.desk_of(uuid), children.open_of(uuid), children.find(text, date, text) from public;
grant execute on function children.fold(text), children.keeps_register(), children.spelt(uuid), children.claim_iin(uuid, text, timestamptz),
  children.desk_of(uuid), children.open_of(uuid), children.find(text, date, text),
  children.search(bytea, timestamptz, text, date, text, text), children.read(bytea, timestamptz, uuid, text) to qorgan_app;
revoke all on function children.search(bytea, timestamptz, text, date, text, text), children.read(bytea, timestamptz, uuid, text) from public;
