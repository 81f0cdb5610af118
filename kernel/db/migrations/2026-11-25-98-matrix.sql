-- What the matrix of access found (tests/proofs/matrix.db.test.ts).

-- A grant is to a house, for whoever acts there. An administrator sits in the Committee's house and sees no case
-- (domain.md §5), so he has none of it. The same words as in kernel/access/rules.ts. And who has an interest in a
-- proceeding does not learn from the grant that there is one.
alter policy granted on kernel.access_grant using (
  (select kernel.context_ok()) and organisation = (select kernel.one('organisation')) and until > (select kernel.word('at'))::timestamptz
    and (select kernel.word('role')) is distinct from 'administrator'
    and (proceeding = any ((select kernel.ids('conflicts'))::uuid[])) is not true);

-- A wrapped key opens nothing by itself, but its row says that there is something about this subject: so it is seen
-- by whoever sees a proceeding about him, as all that belongs to a proceeding.
alter policy sees on kernel.subject_key using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.subject = subject_key.subject));

-- A link tells of both its ends: it lies open where both are seen.
alter policy sees on kernel.link using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.id = link.source)
    and exists (select 1 from kernel.proceeding p where p.id = link.target));
