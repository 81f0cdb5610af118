-- Files of proceedings (docs/adr/0013). Sealed under the subject's key, so that its erasure reaches them; what a file is
-- called, its kind and the hash of what lies here stand in the entry that it came with, and no file lies here without one.
create table kernel.file (
  id uuid primary key,
  proceeding uuid not null references kernel.proceeding,
  kind text not null,                           -- procedure/class: who reads it
  sequence integer not null,
  at timestamptz not null,
  sealed bytea not null,                        -- nonce ‖ ciphertext ‖ tag, AES-256-GCM
  unique (proceeding, sequence),
  foreign key (proceeding, sequence) references kernel.entry (proceeding, sequence)
);
alter table kernel.file alter column sealed set storage external;
alter table kernel.file enable row level security;
alter table kernel.file force row level security;
create policy sees on kernel.file for select to qorgan_app using (
  (select kernel.context_ok()) and kind = any ((select kernel.list('kinds'))::text[])
  and exists (select 1 from kernel.proceeding p where p.id = file.proceeding));
create policy attaches on kernel.file for insert to qorgan_app
  with check ((select kernel.context_ok()) and proceeding = any ((select kernel.ids('writing'))::uuid[]));
grant select, insert on kernel.file to qorgan_app;

-- One file of a proceeding that the caller sees, in a class that is his, with the look that is part of it: its route names
-- the file. What is not his is `missing`, as in read_proceeding.
create function kernel.read_file(token bytea, at timestamptz, main uuid, which uuid, route text, out answer json, out sealed bytea)
language plpgsql as $$
declare actor jsonb := kernel.enter(token, at); f kernel.file;
begin
  if actor is null then answer := '{}'; return; end if;
  select * into f from kernel.file x where x.id = which and x.proceeding = main;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', kernel.one('appointment'), kernel.one('person'),
            case when f.id is null then 'refused' else 'proceeding' end, main, route || ' ' || which, case when f.id is null then 0 else 1 end);
  if f.id is null then answer := json_build_object('actor', actor, 'missing', true); return; end if;
  sealed := f.sealed;
  answer := json_build_object('actor', actor,
    'entry', (select json_build_object('id', e.id, 'payload', encode(e.payload, 'base64')) from kernel.entry e
      where e.proceeding = main and e.sequence = f.sequence),
    'keys', (select json_agg(json_build_object('subject', k.subject, 'wrapped', encode(k.wrapped, 'base64'), 'master', k.master))
      from kernel.subject_key k join kernel.proceeding p on p.subject = k.subject where p.id = main));
end $$;
revoke all on function kernel.read_file(bytea, timestamptz, uuid, uuid, text) from public;
grant execute on function kernel.read_file(bytea, timestamptz, uuid, uuid, text) to qorgan_app;
