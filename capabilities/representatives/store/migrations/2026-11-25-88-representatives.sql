-- What a representative asked, and the little he may see of it: his receipt, and what was released to him while nothing
-- bars it. He reads no proceeding, no record, no entry. What bars lies here whatever else is sealed, far or another desk's.
create schema representatives;
grant usage on schema representatives to qorgan_app;

-- All that is shown outside beside what was released. Nothing in it depends on the child.
create table representatives.receipt (
  proceeding uuid primary key references kernel.proceeding deferrable initially deferred,
  number text not null,
  region text not null references kernel.region,
  district text not null references kernel.district,
  received_at timestamptz not null,
  answered_at timestamptz                     -- the first answer, whatever it was
);
-- What a specialist established: who asks, about which child of the register, and how they live.
create table representatives.checked (
  proceeding uuid primary key references kernel.proceeding deferrable initially deferred,
  child uuid,                                 -- null: not in the register
  relation text not null,
  household text not null check (household in ('with-child', 'apart', 'unknown')),
  with_suspected boolean not null,
  iin text check (iin ~ '^[0-9]{12}$'),
  at timestamptz not null
);
create table representatives.release (
  proceeding uuid not null references kernel.proceeding deferrable initially deferred,
  place smallint not null,                    -- the first, the second
  at timestamptz not null,
  kind text not null,
  words text not null check (length(words) <= 2000),
  until timestamptz not null,
  taken_back_at timestamptz,
  primary key (proceeding, place)
);
-- Why nothing is released about a child: somebody is complained of in a proceeding about him, or the police hold facts back.
create table representatives.bar (
  id uuid primary key,
  proceeding uuid not null references kernel.proceeding deferrable initially deferred,
  child uuid not null,
  kind text not null check (kind in ('suspicion', 'hold')),
  relation text,                              -- what the one complained of is to this child; null: nobody knows yet
  household boolean,                          -- lives with the child; null: nobody knows yet
  representative boolean not null,
  iin text check (iin ~ '^[0-9]{12}$'),
  since timestamptz not null,
  until timestamptz,
  ended_at timestamptz,
  check ((kind = 'hold') = (until is not null))
);
create index on representatives.bar (child) where ended_at is null;
create index on representatives.bar (iin) where ended_at is null and iin is not null;
create index on representatives.bar (proceeding);

-- May nothing be released on this request now? Looks past row-level security, since a case may be sealed, or another
-- district's; tells yes or no, and no more. Without a context: yes.
-- Not known who it is, or where he lives, counts against releasing: it harms less than the opposite mistake.
create function representatives.barred(asked uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not kernel.context_ok() or exists (
    select 1 from representatives.checked m where m.proceeding = asked and (
      m.with_suspected
      or exists (select 1 from representatives.bar b where b.kind = 'suspicion' and b.ended_at is null and b.iin = m.iin)
      or exists (
        select 1 from children.family(m.child) f join representatives.bar b on b.child = f.child
        where b.ended_at is null and (b.until is null or b.until > kernel.word('at')::timestamptz) and (
          b.kind = 'hold'
          -- Whom the guardianship body appointed (FC art. 71) is no part of the family, unless he is the very one.
          or (m.relation <> 'appointed' and (
            b.relation is null
            or (b.relation <> 'outside' and (not f.itself or b.relation = m.relation or (m.household <> 'apart' and b.household is not false)))
            or (b.relation = 'outside' and b.representative)))))))
$$;

-- Whoever may not see a proceeding about this child may not answer about him either: takes up the conflicts of interest
-- of his proceedings, for a request of the step that runs. Answers whether the caller is one of those.
create function representatives.take_up(asked uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not kernel.context_ok() or (asked = any (kernel.ids('writing'))) is not true then
    raise exception 'not of this step' using errcode = '42501';
  end if;
  insert into kernel.conflict (proceeding, person, organisation, at)
    select distinct asked, c.person, c.organisation, take_up.at
    from representatives.checked m cross join lateral children.family(m.child) f
    join kernel.proceeding p on p.subject = f.child and p.subject_kind = 'child'
    join kernel.conflict c on c.proceeding = p.id
    where m.proceeding = asked
    on conflict do nothing;
  return exists (select 1 from kernel.conflict c where c.proceeding = asked and (c.person = kernel.one('person')
    or c.organisation = any (array(select a.organisation from kernel.appointment a
      where a.person = kernel.one('person') and a.since <= take_up.at and (a.until is null or take_up.at < a.until)))));
end $$;

-- In the step that checks: the child must be one the caller sees, as for any other (children.expect). Whoever has an
-- interest hears no more than whoever mistyped.
create function representatives.expect(asked uuid, who uuid, at timestamptz) returns void language plpgsql as $$
begin
  if who is not null then perform children.expect(who); end if;
  if representatives.take_up(asked, at) then raise exception 'no such child' using errcode = '23503'; end if;
end $$;

-- In the step that releases: refused where something bars it, for a reason that the refusal does not tell.
create function representatives.may_release(asked uuid, at timestamptz) returns void language plpgsql as $$
declare interest boolean := representatives.take_up(asked, at);
begin
  if representatives.barred(asked) or interest then raise exception 'representatives-barred' using errcode = 'QR409'; end if;
end $$;

alter table representatives.receipt enable row level security; alter table representatives.receipt force row level security;
alter table representatives.checked enable row level security; alter table representatives.checked force row level security;
alter table representatives.release enable row level security; alter table representatives.release force row level security;
alter table representatives.bar enable row level security; alter table representatives.bar force row level security;

create policy sees on representatives.receipt for select to qorgan_app using (
  (select kernel.context_ok()) and (exists (select 1 from kernel.proceeding p where p.id = receipt.proceeding)
    or (proceeding = (select kernel.one('own')) and (select kernel.word('role')) = 'applicant')));
create policy sees on representatives.checked for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.id = checked.proceeding));
create policy sees on representatives.release for select to qorgan_app using (
  (select kernel.context_ok()) and (exists (select 1 from kernel.proceeding p where p.id = release.proceeding)
    or (proceeding = (select kernel.one('own')) and (select kernel.word('role')) = 'applicant'
      and taken_back_at is null and until > (select kernel.word('at'))::timestamptz and not representatives.barred(proceeding))));
-- Nobody reads the list of the suspected; a step ends what it began.
create policy in_step on representatives.bar for select to qorgan_app using (
  (select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));
do $$
declare t text; c text := '(select kernel.context_ok()) and proceeding = any ((select kernel.ids(''writing''))::uuid[])';
begin
  foreach t in array array['receipt', 'checked', 'release', 'bar'] loop
    execute format('create policy adds on representatives.%I for insert to qorgan_app with check (%s)', t, c);
    execute format('create policy changes on representatives.%I for update to qorgan_app using (%s) with check (%s)', t, c, c);
  end loop;
end $$;
grant select, insert, update on representatives.receipt, representatives.checked, representatives.release, representatives.bar to qorgan_app;

-- What the holder of number and words sees, with its look. Null: no request is his.
create function representatives.follow(token bytea, at timestamptz, route text) returns jsonb language plpgsql as $$
declare shown jsonb;
begin
  if token is null or kernel.enter(token, at) is null then return null; end if;
  select jsonb_build_object('number', r.number, 'region', r.region, 'district', r.district, 'received', r.received_at, 'answered', r.answered_at,
      'releases', coalesce((select jsonb_agg(jsonb_build_object('at', x.at, 'kind', x.kind, 'words', x.words, 'until', x.until) order by x.place)
        from representatives.release x where x.proceeding = r.proceeding), '[]'))
    into shown from representatives.receipt r where r.proceeding = kernel.one('own');
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, kernel.word('role'), kernel.one('appointment'), kernel.one('person'),
            case when shown is null then 'refused' else 'proceeding' end, kernel.one('own'), route, case when shown is null then 0 else 1 end);
  return shown;
end $$;

revoke all on function representatives.barred(uuid), representatives.take_up(uuid, timestamptz), representatives.expect(uuid, uuid, timestamptz),
  representatives.may_release(uuid, timestamptz), representatives.follow(bytea, timestamptz, text) from public;
grant execute on function representatives.barred(uuid), representatives.take_up(uuid, timestamptz), representatives.expect(uuid, uuid, timestamptz),
  representatives.may_release(uuid, timestamptz), representatives.follow(bytea, timestamptz, text) to qorgan_app;
