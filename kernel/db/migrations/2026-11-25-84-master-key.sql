-- Which master key wraps what is new (docs/adr/0010). Its id alone: where the key lies, only the program's settings say.
-- No row: nothing was wrapped yet, and the first key of the program will do.
create table kernel.master_key (
  one boolean primary key default true check (one),
  id text not null
);
insert into kernel.master_key (id) select master from kernel.subject_key where wrapped is not null limit 1;
grant select on kernel.master_key to qorgan_app;

-- Which one sealed the secret behind the codes; null: the one before there was any other.
alter table kernel.credential add column totp_master text;
update kernel.credential set totp_master = (select id from kernel.master_key) where totp is not null;

-- Nothing is wrapped under another key than the one in force, whichever server wraps it: once a new key is in force (which
-- waits for those under way), nothing more comes under the old one, and what is there already can be counted down to none.
-- QRKEY: the program learns which key it is, and begins again.
create function kernel.demand_master(wraps text) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare named text;
begin
  perform pg_advisory_xact_lock_shared(hashtext('qorgan'), hashtext('master-key'));
  select id into named from kernel.master_key;
  if named <> wraps or (named is not null and wraps is null) then
    raise exception 'another master key is in force' using errcode = 'QRKEY';
  end if;
end $$;
create function kernel.wraps_subject() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform kernel.demand_master(new.master);
  return null;
end $$;
create function kernel.wraps_totp() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform kernel.demand_master(new.totp_master);
  return null;
end $$;
create trigger wraps after insert on kernel.subject_key for each row when (new.wrapped is not null) execute function kernel.wraps_subject();
create trigger rewraps after update on kernel.subject_key for each row
  when (new.wrapped is not null and new.wrapped is distinct from old.wrapped) execute function kernel.wraps_subject();
create trigger wraps after insert on kernel.credential for each row when (new.totp is not null) execute function kernel.wraps_totp();
create trigger rewraps after update on kernel.credential for each row
  when (new.totp is not null and new.totp is distinct from old.totp) execute function kernel.wraps_totp();
revoke all on function kernel.demand_master(text), kernel.wraps_subject(), kernel.wraps_totp() from public;
grant execute on function kernel.demand_master(text), kernel.wraps_subject(), kernel.wraps_totp() to qorgan_app;

-- As before, with the key that sealed the secret.
create or replace function kernel.sign_in_begin(key bytea, login text, account bytea, address bytea, at timestamptz, limits jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare row_ record; waits double precision := 0; over integer; found_ jsonb;
begin
  perform kernel.demand_program(key);
  -- What is long past is forgotten, a few at a time.
  delete from kernel.sign_in_try t where t.ctid = any (array(select o.ctid from kernel.sign_in_try o
    where o.last_at < at - make_interval(secs => (limits ->> 'window')::int * 24) limit 10 for update skip locked));
  insert into kernel.sign_in_try values ('account', account, 0, at, null) on conflict do nothing;
  insert into kernel.sign_in_try values ('address', address, 0, at, null) on conflict do nothing;
  for row_ in select t.blocked_until from kernel.sign_in_try t
      where (t.kind, t.hash) in (('account', account), ('address', address)) order by t.kind for update loop
    if row_.blocked_until > at then waits := greatest(waits, extract(epoch from row_.blocked_until - at)); end if;
  end loop;
  if waits > 0 then return jsonb_build_object('wait', ceil(waits)); end if;
  for row_ in select t.kind, case when t.last_at < at - make_interval(secs => (limits ->> 'window')::int) then 1 else t.failures + 1 end as failures
      from kernel.sign_in_try t where (t.kind, t.hash) in (('account', account), ('address', address)) loop
    over := row_.failures - (limits -> 'free' ->> row_.kind)::int;
    update kernel.sign_in_try t set failures = row_.failures, last_at = at,
        blocked_until = case when over <= 0 then null
          when over >= (limits ->> 'steps')::int then at + make_interval(secs => (limits ->> 'lock')::int)
          else at + make_interval(secs => least(power(2, over - 1), (limits ->> 'lock')::int)) end
      where t.kind = row_.kind and t.hash = case row_.kind when 'account' then account else address end;
  end loop;
  select jsonb_build_object('person', c.person, 'password', c.password, 'totp', encode(c.totp, 'base64'), 'totp_step', c.totp_step,
      'totp_master', c.totp_master)
    into found_ from kernel.person p join kernel.credential c on c.person = p.id
    where p.login = sign_in_begin.login and c.locked_at is null;
  return jsonb_build_object('credential', found_);
end $$;

create or replace function kernel.accept_invitation(key bytea, link bytea, at timestamptz, accepted jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i kernel.invitation;
begin
  perform kernel.demand_program(key);
  perform from kernel.invitation o where o.hash = link for update;
  i := kernel.open_invitation(link, at);
  if i.id is null then return jsonb_build_object('refused', 'gone'); end if;
  begin
    update kernel.person p set login = accepted ->> 'login' where p.id = i.person and p.login is distinct from accepted ->> 'login';
  exception when unique_violation then
    return jsonb_build_object('refused', 'login-taken');
  end;
  insert into kernel.credential (person, password, totp, totp_master, totp_step, changed_at)
    values (i.person, accepted ->> 'password', decode(accepted ->> 'totp', 'base64'), accepted ->> 'master', (accepted ->> 'step')::bigint - 1, at)
    on conflict (person) do update set password = excluded.password, totp = excluded.totp, totp_master = excluded.totp_master,
      totp_step = excluded.totp_step, changed_at = at, locked_at = null;
  delete from kernel.recovery_code r where r.person = i.person;
  insert into kernel.recovery_code (person, hash) select i.person, decode(r, 'hex') from jsonb_array_elements_text(accepted -> 'recovery') r;
  delete from kernel.passkey k where k.person = i.person;
  update kernel.session s set ended_at = at where s.person = i.person and s.ended_at is null;
  update kernel.invitation o set used_at = at where o.id = i.id;
  delete from kernel.sign_in_try t where t.kind = 'account' and t.hash = sha256(convert_to(accepted ->> 'login', 'UTF8'));
  insert into kernel.security_event (at, what, person, by_person, way) values (at, 'credential-set', i.person, i.by_person, 'password');
  return jsonb_build_object('person', i.person);
end $$;
