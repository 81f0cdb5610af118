-- Denied unless allowed. One policy says who sees a proceeding; everything that belongs to it inherits by EXISTS.
-- `writing` holds the proceedings locked by the step that runs (kernel.widen): only these are written.
alter table kernel.proceeding enable row level security; alter table kernel.proceeding force row level security;
alter table kernel.record enable row level security; alter table kernel.record force row level security;
alter table kernel.deadline enable row level security; alter table kernel.deadline force row level security;
alter table kernel.link enable row level security; alter table kernel.link force row level security;
alter table kernel.entry enable row level security; alter table kernel.entry force row level security;
alter table kernel.fact enable row level security; alter table kernel.fact force row level security;
alter table kernel.idempotency enable row level security; alter table kernel.idempotency force row level security;
alter table kernel.access_grant enable row level security; alter table kernel.access_grant force row level security;
alter table kernel.conflict enable row level security; alter table kernel.conflict force row level security;
alter table kernel.subject_key enable row level security; alter table kernel.subject_key force row level security;
alter table kernel.look enable row level security; alter table kernel.look force row level security;
alter table kernel.session enable row level security; alter table kernel.session force row level security;

create policy granted on kernel.access_grant for select to qorgan_app using (
  (select kernel.context_ok()) and organisation = (select kernel.one('organisation')) and until > (select kernel.word('at'))::timestamptz);

create policy sees on kernel.proceeding for select to qorgan_app using (
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
        or (id = (select kernel.one('own')) and procedure = any ((select kernel.list('by_own'))::text[]))
        or exists (select 1 from kernel.access_grant g where g.proceeding = proceeding.id)
      ))));
create policy writes on kernel.proceeding for update to qorgan_app
  using ((select kernel.context_ok()) and id = any ((select kernel.ids('writing'))::uuid[]))
  with check ((select kernel.context_ok()) and id = any ((select kernel.ids('writing'))::uuid[]));
create policy opens on kernel.proceeding for insert to qorgan_app
  with check ((select kernel.context_ok()) and id = any ((select kernel.ids('writing'))::uuid[]));

create policy sees on kernel.record for select to qorgan_app using (
  (select kernel.context_ok()) and (
    proceeding = any ((select kernel.ids('writing'))::uuid[])
    or (kind = any ((select kernel.list('kinds'))::text[]) and exists (select 1 from kernel.proceeding p where p.id = record.proceeding))));
create policy writes on kernel.record for all to qorgan_app
  using ((select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]))
  with check ((select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));

create policy sees on kernel.deadline for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.id = deadline.proceeding));
create policy writes on kernel.deadline for all to qorgan_app
  using ((select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]))
  with check ((select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));

create policy sees on kernel.link for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.id in (link.source, link.target)));
-- Both ends: who could link his own proceeding to another's would lock, and so read, that other one.
create policy opens on kernel.link for insert to qorgan_app
  with check ((select kernel.context_ok()) and source = any ((select kernel.ids('writing'))::uuid[])
    and target = any ((select kernel.ids('writing'))::uuid[]));

create policy sees on kernel.entry for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.id = entry.proceeding));
create policy appends on kernel.entry for insert to qorgan_app
  with check ((select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));

create policy appends on kernel.fact for insert to qorgan_app
  with check ((select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));
create policy appends on kernel.conflict for insert to qorgan_app
  with check ((select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));
create policy in_step on kernel.conflict for select to qorgan_app using (
  (select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));
create policy appends on kernel.access_grant for insert to qorgan_app
  with check ((select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));

create policy own on kernel.idempotency for all to qorgan_app
  using ((select kernel.context_ok()) and actor = (select kernel.word('actor')))
  with check ((select kernel.context_ok()) and actor = (select kernel.word('actor')));

create policy sees on kernel.subject_key for select to qorgan_app using ((select kernel.context_ok()));
create policy makes on kernel.subject_key for insert to qorgan_app with check ((select kernel.context_ok()));

create policy leaves on kernel.look for insert to qorgan_app with check (
  (select kernel.context_ok()) and appointment is not distinct from (select kernel.one('appointment')));

-- A step may give the holder of a code (an applicant) a way to follow the one proceeding that it opens.
create policy gives_code on kernel.session for insert to qorgan_app with check (
  (select kernel.context_ok()) and role = 'applicant' and appointment is null
  and proceeding = any ((select kernel.ids('writing'))::uuid[]));

grant select, insert, update on kernel.proceeding, kernel.record, kernel.deadline to qorgan_app;
grant select, insert on kernel.link, kernel.entry, kernel.subject_key, kernel.access_grant, kernel.conflict, kernel.idempotency to qorgan_app;
grant insert on kernel.fact, kernel.session, kernel.look to qorgan_app;
