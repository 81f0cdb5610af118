-- What somebody reported and follows is no case: whom to ask, and whether one is open, is answered without it.
create or replace function children.desk_of(who uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('names', jsonb_build_object('kk', o.kk, 'ru', o.ru, 'en', o.en), 'phone', o.phone)
  from kernel.proceeding p join kernel.organisation o on o.id = p.organisation
  where kernel.context_ok() and kernel.word('appointment') is not null
    and p.subject = who and p.subject_kind = 'child' and not p.final and not p.sealed and p.reporter is null
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
    and p.subject = who and p.subject_kind = 'child' and not p.final and not p.sealed and p.reporter is null
    and (p.id = any (kernel.ids('conflicts'))) is not true
  order by p.danger desc, p.opened_at limit 1
$$;
