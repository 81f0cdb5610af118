-- Whoever was told of a missed term sees what he must answer for, sealed or far: one more arm, a plain column, in the policy
-- and in the words of it (kernel/access/rules.ts). Conflicts still win. And the clock, which reads
-- no content, sees the deadlines of sealed ones too: else none of them was ever missed. The rest stands as it was.
drop policy sees on kernel.proceeding;
create policy sees on kernel.proceeding for select to qorgan_app using (
  (select kernel.context_ok()) and (
    id = any ((select kernel.ids('writing'))::uuid[])
    or (
      (id = any ((select kernel.ids('conflicts'))::uuid[])) is not true
      and (
        (organisation = (select kernel.one('organisation')) and procedure = any ((select kernel.list('by_organisation'))::text[]))
        -- told
        or (escalated_to = (select kernel.one('appointment')) and procedure = any ((select kernel.list('by_organisation'))::text[]))
        or ((select kernel.word('role')) = 'clock' and procedure = any ((select kernel.list('by_country'))::text[]))
        -- end of told
        or (not sealed and (
          (district = (select kernel.word('district')) and procedure = any ((select kernel.list('by_district'))::text[]))
          or (region = (select kernel.word('region')) and procedure = any ((select kernel.list('by_region'))::text[]))
          or procedure = any ((select kernel.list('by_country'))::text[])))
        or ((id = (select kernel.one('own')) or reporter = (select kernel.one('appointment'))) and procedure = any ((select kernel.list('by_own'))::text[]))
        or exists (select 1 from kernel.access_grant g where g.proceeding = proceeding.id)
      ))));

create or replace function kernel.allows(p kernel.proceeding) returns boolean language plpgsql stable as $$
begin
  if p.id = any (kernel.ids('writing')) then return true; end if;
  if p.id = any (kernel.ids('conflicts')) then return false; end if;
  if p.organisation = kernel.one('organisation') and p.procedure = any (kernel.list('by_organisation')) then return true; end if;
  -- told
  if p.escalated_to = kernel.one('appointment') and p.procedure = any (kernel.list('by_organisation')) then return true; end if;
  if kernel.word('role') = 'clock' and p.procedure = any (kernel.list('by_country')) then return true; end if;
  -- end of told
  if not p.sealed then
    if p.district = kernel.word('district') and p.procedure = any (kernel.list('by_district')) then return true; end if;
    if p.region = kernel.word('region') and p.procedure = any (kernel.list('by_region')) then return true; end if;
    if p.procedure = any (kernel.list('by_country')) then return true; end if;
  end if;
  if (p.id = kernel.one('own') or p.reporter = kernel.one('appointment')) and p.procedure = any (kernel.list('by_own')) then return true; end if;
  return exists (select 1 from kernel.access_grant g where g.proceeding = p.id
    and g.organisation = kernel.one('organisation') and g.until > kernel.word('at')::timestamptz);
end $$;
