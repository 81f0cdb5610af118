-- A step that makes or names a child looks for him in the register itself, in its own transaction. Whoever is asked says who is
-- none of them; where nobody can be asked, the pair goes to the worklist.

-- What a step about a child says of another row: 'same' (joined, and looked at once more), 'said' (the same, by somebody who
-- does not know the other), 'near', 'not'. Only in such a step.
create function children.say_of(who uuid, another uuid, what text, moment timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare asked uuid; a uuid := least(who, another); b uuid := greatest(who, another);
begin
  select p.id into asked from kernel.proceeding p where p.subject = who and p.id = any (kernel.ids('writing')) order by p.id desc limit 1;
  if not kernel.context_ok() or asked is null then raise exception 'no step about this child runs' using errcode = '42501'; end if;
  if what = 'not' then
    insert into children.not_same (one, other, at, proceeding, numbers)
      select a, b, moment, asked, count(c.iin) from children.child c where c.id in (a, b) on conflict do nothing;
    return;
  end if;
  if what = 'same' then insert into children.same_child (child, same, at) values (who, another, moment) on conflict do nothing; end if;
  insert into children.likeness as l (one, other, reasons, likely, model, found_at, source)
    values (a, b, '[]', case when what = 'near' then 'look' else 'same' end, 'entry', moment, 'entry')
    on conflict (one, other) do update set found_at = excluded.found_at, source = 'entry',
      likely = case when l.likely = 'same' then 'same' else excluded.likely end;
end $$;

-- Joining opens each row's card to whoever sees the other: so only who knows both joins them.
create function children.said_same(who uuid, another uuid, moment timestamptz) returns void language sql as $$
  select children.say_of(who, another, case when children.knows(another) then 'same' else 'said' end, moment)
$$;

-- Rows that are near to the child of a step that runs: a name that the index reads as one of his, and the same day of birth; or,
-- where a day is not known, such a name, the same district and a year of difference at most; or the number that was given for
-- him. Not those that are closed to the caller, nor those of whom it was said or is being asked.
create function children.near(who uuid) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare c children.child;
begin
  perform children.demand_step_about(who);
  select * into c from children.child x where x.id = who;
  return array(
    select x.id from (
      select o.id from children.pointer a join children.pointer b on b.family = a.family and b.given = a.given and b.child <> who
        join children.child o on o.id = b.child
      where a.child = who and a.family > 0 and a.given > 0
        and case when c.born_precision = 'day' and o.born_precision = 'day' then o.born = c.born
          else o.district is not distinct from c.district and abs(extract(year from o.born) - extract(year from c.born)) <= 1 end
      union
      select k.other from children.clash k where k.child = who) x
    where x.id <> all (children.rows_of(who)) and not children.is_closed(x.id)
      and not exists (select 1 from children.not_same n where n.one = least(who, x.id) and n.other = greatest(who, x.id) and n.ended_at is null)
      and not exists (select 1 from children.likeness l where l.one = least(who, x.id) and l.other = greatest(who, x.id))
    limit 20);
end $$;

-- Asked of whoever writes. `others`: whom he said it is not; null: he was not asked yet, and then whoever is near refuses the
-- step, and the detail is what to search for, as it was just written. Of those he does not know, and of those he was not shown,
-- the answer is left to who knows them: nobody is held up twice.
create function children.ask_first(who uuid, others uuid[], path text, moment timestamptz) returns void language plpgsql as $$
declare found_ uuid; near uuid[] := children.near(who);
begin
  if others is not null then
    foreach found_ in array near loop
      perform children.say_of(who, found_, case when found_ = any (others) and children.knows(found_) then 'not' else 'near' end, moment);
    end loop;
  elsif cardinality(near) > 0 then
    raise exception 'children-near' using errcode = 'QR409', detail = (
      select jsonb_strip_nulls(jsonb_build_object('path', path, 'q', (select concat_ws(' ', n.family, n.given, n.patronymic) from children.child_name n where n.child = who order by n.at desc, n.id desc limit 1),
        'born', case when c.born_precision = 'day' then c.born end, 'year', case when c.born_precision <> 'day' then extract(year from c.born)::int end,
        'district', case when c.born_precision <> 'day' then c.district end,
        'iin', coalesce(c.iin, (select o.iin from children.clash k join children.child o on o.id = k.other where k.child = who and k.at = moment limit 1))))::text
      from children.child c where c.id = who);
  end if;
end $$;
-- Not asked of anybody: a child speaks to 111, a case opens by itself.
create function children.note_near(who uuid, moment timestamptz) returns void language plpgsql as $$
declare found_ uuid;
begin
  foreach found_ in array children.near(who) loop perform children.say_of(who, found_, 'near', moment); end loop;
end $$;

revoke all on function children.say_of(uuid, uuid, text, timestamptz), children.said_same(uuid, uuid, timestamptz), children.near(uuid),
  children.ask_first(uuid, uuid[], text, timestamptz), children.note_near(uuid, timestamptz) from public;
grant execute on function children.say_of(uuid, uuid, text, timestamptz), children.said_same(uuid, uuid, timestamptz), children.near(uuid),
  children.ask_first(uuid, uuid[], text, timestamptz), children.note_near(uuid, timestamptz) to qorgan_app;
