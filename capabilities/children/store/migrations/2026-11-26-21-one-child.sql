-- One child, several rows: said pair by pair, each taken back by itself. Whatever is joined through others is one child too, so
-- that A = B undone leaves B = C as it was said.
alter table children.same_child add column proceeding uuid references kernel.proceeding;    -- which said so; null: a step of a case
create index on children.same_child (proceeding) where proceeding is not null;
drop index children.same_child_now;
create unique index same_child_now on children.same_child (least(child, same), greatest(child, same)) where ended_at is null;
create index on children.same_child (child);

-- All rows that are the same child as this one, itself with them. Ids alone.
create function children.rows_of(who uuid) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare ids uuid[] := array[who]; more uuid[];
begin
  if not kernel.context_ok() or who is null then return '{}'; end if;
  loop
    select array_agg(n.id) into more from (
      select s.same as id from children.same_child s where s.child = any (ids) and s.ended_at is null
      union
      select s.child from children.same_child s where s.same = any (ids) and s.ended_at is null) n where n.id <> all (ids);
    exit when more is null;
    ids := ids || more;
  end loop;
  return ids;
end $$;

-- Nothing about him that the caller may know of: every proceeding is sealed, or closed to him by an interest. A child about
-- whom there is none at all is not closed. What asks whether two are one is no reason to know a child.
create function children.is_closed(who uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not kernel.context_ok() or (
    exists (select 1 from kernel.proceeding p where p.subject = who and p.procedure <> 'children.duplicate')
    and not exists (select 1 from kernel.proceeding p where p.subject = who and p.procedure <> 'children.duplicate'
      and not p.sealed and (p.id = any (kernel.ids('conflicts'))) is not true))
$$;
-- In the register, with nothing open or over about him: from a list of an agency, or of the population. For who keeps the register.
create function children.is_listed(who uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select kernel.context_ok() and children.keeps_register() and exists (select 1 from children.child c where c.id = who)
    and not exists (select 1 from kernel.proceeding p where p.subject = who and p.procedure <> 'children.duplicate')
$$;

-- Seen through a proceeding about him, or about a row that is the same child; not through one that asks whether two are one.
drop policy sees on children.same_child;
create policy sees on children.same_child for select to qorgan_app using (
  (select kernel.context_ok()) and (
    exists (select 1 from kernel.proceeding p where p.subject in (same_child.child, same_child.same) and p.procedure <> 'children.duplicate'
      and ((select children.keeps_register()) or p.id = any ((select kernel.ids('writing'))::uuid[])))
    or same_child.proceeding = any ((select kernel.ids('writing'))::uuid[])));
drop policy sees on children.child;
create policy sees on children.child for select to qorgan_app using (
  (select kernel.context_ok()) and (
    exists (select 1 from kernel.proceeding p where p.subject = child.id and p.procedure <> 'children.duplicate'
      and ((select children.keeps_register()) or p.id = any ((select kernel.ids('writing'))::uuid[])))
    or ((select children.keeps_register()) and not children.is_closed(child.id)
      and exists (select 1 from kernel.proceeding p where p.subject = any (children.rows_of(child.id)) and p.procedure <> 'children.duplicate'))));

-- Does the caller know both? Then he may know of the pair.
create function children.knows(who uuid) returns boolean language sql stable as $$
  select exists (select 1 from children.child c where c.id = who) or children.is_listed(who)
$$;
create policy sees on children.likeness for select to qorgan_app using (
  (select kernel.context_ok()) and (select children.keeps_register()) and children.knows(one) and children.knows(other));
create policy sees on children.not_same for select to qorgan_app using (
  (select kernel.context_ok()) and (select children.keeps_register()) and children.knows(one) and children.knows(other));
create policy sees on children.pair for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.id = pair.proceeding));
create policy adds on children.pair for insert to qorgan_app with check (
  (select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));
grant select on children.likeness, children.not_same to qorgan_app;
grant select, insert on children.pair to qorgan_app;

-- What a step of a pair says of it: 'same', 'different', or 'open' (taken back). No row of either child is touched.
create function children.settle(asked uuid, how text, moment timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p children.pair;
begin
  if not kernel.context_ok() or (asked = any (kernel.ids('writing'))) is not true then
    raise exception 'no step about this pair runs' using errcode = '42501';
  end if;
  select * into strict p from children.pair r where r.proceeding = asked;
  if how <> 'same' then
    update children.same_child s set ended_at = moment
      where s.ended_at is null and least(s.child, s.same) = p.one and greatest(s.child, s.same) = p.other;
  end if;
  if how <> 'different' then
    update children.not_same n set ended_at = moment where n.one = p.one and n.other = p.other and n.ended_at is null;
  end if;
  if how = 'same' then
    insert into children.same_child (child, same, at, proceeding) values (p.other, p.one, moment, asked) on conflict do nothing;
  elsif how = 'different' then
    if p.other = any (children.rows_of(p.one)) then raise exception 'children-one-by-others' using errcode = 'QR409'; end if;
    insert into children.not_same (one, other, at, proceeding, numbers)
      select p.one, p.other, moment, asked, count(c.iin) from children.child c where c.id in (p.one, p.other) on conflict do nothing;
  end if;
end $$;

-- Pairs that somebody must look at, for the clock: found since, something open or over about one of the two at least, nothing
-- closed to everybody, and not asked before. What was found to be two is asked again when a number became known since, or one
-- was given for both, and it was found alike again. `round`: how often it was asked.
create function children.unasked(token bytea, at timestamptz, since timestamptz, most integer) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at);
begin
  if actor ->> 'role' is distinct from 'clock' then raise exception 'only the clock asks' using errcode = '42501'; end if;
  return (select coalesce(jsonb_agg(jsonb_build_object('one', x.one, 'other', x.other, 'source', x.source, 'likely', x.likely, 'round', x.round)), '[]') from (
    select l.one, l.other, l.source, l.likely, asked.round
    from children.likeness l
    cross join lateral (select count(*)::int as round, coalesce(bool_or(not p.final), false) as open
      from children.pair r join kernel.proceeding p on p.id = r.proceeding where r.one = l.one and r.other = l.other) asked
    left join children.not_same n on n.one = l.one and n.other = l.other and n.ended_at is null
    where (since is null or l.found_at >= since) and not asked.open
      and (not children.is_listed_row(l.one) or not children.is_listed_row(l.other))
      and not children.is_closed(l.one) and not children.is_closed(l.other)
      and case
        when n.one is not null then l.found_at > n.at and (
          exists (select 1 from children.clash k where k.at > n.at and ((k.child = l.one and k.other = l.other) or (k.child = l.other and k.other = l.one)))
          or (select count(c.iin) > n.numbers and count(c.iin) < 2 from children.child c where c.id in (l.one, l.other)))
        else asked.round = 0 and (not l.other = any (children.rows_of(l.one))
          -- Joined in a step of a case: looked at once more by the desk, and undone there if it must be.
          or exists (select 1 from children.same_child s where s.ended_at is null and least(s.child, s.same) = l.one and greatest(s.child, s.same) = l.other))
      end
    order by l.found_at, l.one, l.other limit most) x);
end $$;
-- As is_listed, whoever asks.
create function children.is_listed_row(who uuid) returns boolean language sql stable as $$
  select not exists (select 1 from kernel.proceeding p where p.subject = who and p.procedure <> 'children.duplicate')
$$;

-- Whoever has an interest in something about one of the two neither sees nor steers the question whether they are one.
create function children.interest_in_pair() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into kernel.conflict (proceeding, person, organisation, at)
    select r.proceeding, new.person, new.organisation, new.at
    from kernel.proceeding p join children.pair r on p.subject in (r.one, r.other)
    where p.id = new.proceeding and p.subject_kind = 'child' and p.procedure <> 'children.duplicate'
    on conflict do nothing;
  return null;
end $$;
create trigger interest_in_pair after insert on kernel.conflict for each row execute function children.interest_in_pair();

-- Open questions whose worker was shut out so since then (null: ever): the clock seats another.
create function children.unseated(token bytea, at timestamptz, since timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at);
begin
  if actor ->> 'role' is distinct from 'clock' then raise exception 'only the clock asks' using errcode = '42501'; end if;
  return (select coalesce(jsonb_agg(distinct p.id), '[]')
    from kernel.conflict c join children.pair r on r.proceeding = c.proceeding
      join kernel.proceeding p on p.id = r.proceeding and not p.final join kernel.appointment a on a.id = p.worker
    where (unseated.since is null or c.at >= unseated.since) and (c.person = a.person or c.organisation = any (array(
      select o.organisation from kernel.appointment o where o.person = a.person and o.since <= unseated.at and (o.until is null or unseated.at < o.until)))));
end $$;

-- Whom to ask about a child, and whether a case is open, is answered without the question whether he is there twice.
create or replace function children.desk_of(who uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('names', jsonb_build_object('kk', o.kk, 'ru', o.ru, 'en', o.en), 'phone', o.phone)
  from kernel.proceeding p join kernel.organisation o on o.id = p.organisation
  where kernel.context_ok() and kernel.word('appointment') is not null
    and p.subject = who and p.subject_kind = 'child' and p.procedure <> 'children.duplicate' and not p.final and not p.sealed and p.reporter is null
    and (p.id = any (kernel.ids('conflicts'))) is not true
  order by p.danger desc, p.opened_at limit 1
$$;
create or replace function children.open_of(who uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('worker', n.name, 'phone', coalesce(n.phone, o.phone), 'warnings', c.warnings)
  from kernel.proceeding p
  join kernel.organisation o on o.id = p.organisation
  join kernel.appointment a on a.id = p.worker join kernel.person n on n.id = a.person
  join children.child c on c.id = p.subject
  where kernel.context_ok() and kernel.word('role') in ('operator', 'shift-lead')
    and p.subject = who and p.subject_kind = 'child' and p.procedure <> 'children.duplicate' and not p.final and not p.sealed and p.reporter is null
    and (p.id = any (kernel.ids('conflicts'))) is not true
  order by p.danger desc, p.opened_at limit 1
$$;

revoke all on function children.rows_of(uuid), children.is_closed(uuid), children.is_listed(uuid), children.is_listed_row(uuid), children.knows(uuid),
  children.settle(uuid, text, timestamptz), children.unasked(bytea, timestamptz, timestamptz, integer), children.unseated(bytea, timestamptz, timestamptz), children.interest_in_pair() from public;
grant execute on function children.rows_of(uuid), children.is_closed(uuid), children.is_listed(uuid), children.knows(uuid),
  children.settle(uuid, text, timestamptz), children.unasked(bytea, timestamptz, timestamptz, integer), children.unseated(bytea, timestamptz, timestamptz), children.interest_in_pair() to qorgan_app;
