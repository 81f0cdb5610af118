-- Who reported hears what became of it: a proceeding may name the appointment that reported, who sees it as an applicant
-- sees his own (`by_own`). Not his colleagues, not his head; and a conflict of interest wins over it as over all else.
alter table kernel.proceeding add column reporter uuid references kernel.appointment;
create index proceeding_reporter on kernel.proceeding (reporter, opened_at desc, id) where reporter is not null;

create or replace function kernel.allows(p kernel.proceeding) returns boolean language plpgsql stable as $$
begin
  if p.id = any (kernel.ids('writing')) then return true; end if;
  if p.id = any (kernel.ids('conflicts')) then return false; end if;
  if p.organisation = kernel.one('organisation') and p.procedure = any (kernel.list('by_organisation')) then return true; end if;
  if not p.sealed then
    if p.district = kernel.word('district') and p.procedure = any (kernel.list('by_district')) then return true; end if;
    if p.region = kernel.word('region') and p.procedure = any (kernel.list('by_region')) then return true; end if;
    if p.procedure = any (kernel.list('by_country')) then return true; end if;
  end if;
  if (p.id = kernel.one('own') or p.reporter = kernel.one('appointment')) and p.procedure = any (kernel.list('by_own')) then return true; end if;
  return exists (select 1 from kernel.access_grant g where g.proceeding = p.id
    and g.organisation = kernel.one('organisation') and g.until > kernel.word('at')::timestamptz);
end $$;

alter policy sees on kernel.proceeding using (
  (select kernel.context_ok()) and (
    id = any ((select kernel.ids('writing'))::uuid[])
    or (
      (id = any ((select kernel.ids('conflicts'))::uuid[])) is not true
      and (
        (organisation = (select kernel.one('organisation')) and procedure = any ((select kernel.list('by_organisation'))::text[]))
        or (not sealed and (
          (district = (select kernel.word('district')) and procedure = any ((select kernel.list('by_district'))::text[]))
          or (region = (select kernel.word('region')) and procedure = any ((select kernel.list('by_region'))::text[]))
          or procedure = any ((select kernel.list('by_country'))::text[])))
        or ((id = (select kernel.one('own')) or reporter = (select kernel.one('appointment'))) and procedure = any ((select kernel.list('by_own'))::text[]))
        or exists (select 1 from kernel.access_grant g where g.proceeding = proceeding.id)
      ))));
