-- A teacher sees what he reported himself, and nothing else of his school: so nothing of what is granted to it either, as
-- an administrator sees nothing of what is granted to the Committee. The same words as in kernel/access/rules.ts.
alter policy granted on kernel.access_grant using (
  (select kernel.context_ok()) and organisation = (select kernel.one('organisation')) and until > (select kernel.word('at'))::timestamptz
    and (select kernel.word('role')) is distinct from 'administrator'
    and (select kernel.word('role')) is distinct from 'teacher'
    and (proceeding = any ((select kernel.ids('conflicts'))::uuid[])) is not true);
