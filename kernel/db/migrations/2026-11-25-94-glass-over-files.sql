-- Files under break-glass, as records are: whoever sees a proceeding by it alone reads the classes it opened and no other.
drop policy sees on kernel.file;
create policy sees on kernel.file for select to qorgan_app using (
  (select kernel.context_ok()) and (
    (kind = any ((select kernel.list('kinds'))::text[]) and exists (select 1 from kernel.proceeding p where p.id = file.proceeding
      and (not (select exists (select 1 from kernel.break_glass)) or kernel.seen_rightly(p.id))))
    or exists (select 1 from kernel.break_glass b join kernel.proceeding p on p.subject = b.subject
      where p.id = file.proceeding and not p.sealed and not p.final and file.kind = any (b.kinds)
        and (select kernel.word('at'))::timestamptz < least(b.until, b.ended_at))));

-- As before; a look by break-glass says so.
create or replace function kernel.read_file(token bytea, at timestamptz, main uuid, which uuid, route text, out answer json, out sealed bytea)
language plpgsql as $$
declare actor jsonb := kernel.enter(token, at); f kernel.file; glass uuid;
begin
  if actor is null then answer := '{}'; return; end if;
  select * into f from kernel.file x where x.id = which and x.proceeding = main;
  if f.id is not null then
    glass := kernel.glass_over((select p.subject from kernel.proceeding p where p.id = main));
    if glass is not null and kernel.seen_rightly(main) then glass := null; end if;
  end if;
  insert into kernel.look (at, role, appointment, person, what, target, route, found, break_glass)
    values (at, actor ->> 'role', kernel.one('appointment'), kernel.one('person'),
            case when f.id is null then 'refused' else 'proceeding' end, main, route || ' ' || which, case when f.id is null then 0 else 1 end, glass);
  if f.id is null then answer := json_build_object('actor', actor, 'missing', true); return; end if;
  sealed := f.sealed;
  answer := json_build_object('actor', actor,
    'entry', (select json_build_object('id', e.id, 'payload', encode(e.payload, 'base64')) from kernel.entry e
      where e.proceeding = main and e.sequence = f.sequence),
    'keys', (select json_agg(json_build_object('subject', k.subject, 'wrapped', encode(k.wrapped, 'base64'), 'master', k.master))
      from kernel.subject_key k join kernel.proceeding p on p.subject = k.subject where p.id = main));
end $$;
