-- Number and four words of before open their appeal as they did: what was kept is the hash of the old token, and the new
-- token is the mark and that hash (kernel/access/code.ts).
update kernel.session set hash = sha256('words'::bytea || hash) where role = 'applicant';
