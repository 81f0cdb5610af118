-- Signing in where the organisation signs its people in (OpenID Connect). It says who somebody is; whether he works here
-- an invitation has said. Nobody is made by it.
create table kernel.outside_identity (
  issuer text not null,
  subject text not null,
  person uuid not null references kernel.person,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
create index on kernel.outside_identity (person);
alter table kernel.outside_identity enable row level security; alter table kernel.outside_identity force row level security;

-- The number of the invited, where the head gave it: HMAC under the key of the program, never the number.
alter table kernel.invitation add column iin bytea;

-- As before, and with `iin` (hex) of `invited` on the invitation.
create or replace function kernel.invite(key bytea, token bytea, at timestamptz, invited jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare mine kernel.session := kernel.live_session(token, at); who uuid := (invited ->> 'person')::uuid; work uuid := (invited ->> 'appointment')::uuid;
begin
  perform kernel.demand_program(key);
  if mine.hash is null then return null; end if;
  if invited ? 'name' then
    insert into kernel.person (id, name, phone) values (who, invited ->> 'name', invited ->> 'phone') on conflict (id) do nothing;
    insert into kernel.appointment (id, person, role, organisation, region, district, since)
      select work, who, invited ->> 'role', o.id, o.region, o.district, at from kernel.organisation o where o.id = (invited ->> 'organisation')::uuid
      on conflict (id) do nothing;
  end if;
  perform from kernel.appointment a where a.id = work and a.person = who and (a.until is null or at < a.until);
  if not found then return false; end if;
  update kernel.invitation i set revoked_at = at where i.person = who and i.used_at is null and i.revoked_at is null;
  insert into kernel.invitation (id, hash, person, by_person, created_at, until, iin)
    values ((invited ->> 'id')::uuid, decode(invited ->> 'hash', 'hex'), who, mine.person, at, (invited ->> 'until')::timestamptz, decode(invited ->> 'iin', 'hex'));
  insert into kernel.security_event (at, what, person, by_person) values (at, 'invited', who, mine.person);
  return true;
end $$;

-- Whoever the organisation says it is: known already, or invited and bound by this. By the link he came with, or by the
-- number, where exactly one open invitation has it. Null: not invited. Being bound is coming in anew, as with a password.
create function kernel.outside_person(key bytea, at timestamptz, from_issuer text, from_subject text, link bytea, number_hash bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid; open_ kernel.invitation; n integer;
begin
  perform kernel.demand_program(key);
  if link is null then
    select o.person into who from kernel.outside_identity o where o.issuer = from_issuer and o.subject = from_subject;
    if found then return who; end if;
    select count(*) into n from kernel.invitation i where i.iin = number_hash and i.used_at is null and i.revoked_at is null and at < i.until;
    if n <> 1 then return null; end if;
    select i.hash into link from kernel.invitation i where i.iin = number_hash and i.used_at is null and i.revoked_at is null and at < i.until;
  end if;
  perform from kernel.invitation i where i.hash = link for update;
  open_ := kernel.open_invitation(link, at);
  if open_.id is null then return null; end if;
  insert into kernel.outside_identity as o values (from_issuer, from_subject, open_.person, at)
    on conflict (issuer, subject) do update set created_at = at where o.person = open_.person;
  if not found then return null; end if;  -- somebody else's already
  insert into kernel.credential (person, changed_at) values (open_.person, at)
    on conflict (person) do update set password = null, totp = null, changed_at = at, locked_at = null;
  delete from kernel.recovery_code r where r.person = open_.person;
  delete from kernel.passkey k where k.person = open_.person;
  delete from kernel.outside_identity o where o.person = open_.person and (o.issuer, o.subject) <> (from_issuer, from_subject);
  update kernel.session s set ended_at = at where s.person = open_.person and s.ended_at is null;
  update kernel.invitation i set used_at = at where i.id = open_.id;
  insert into kernel.security_event (at, what, person, by_person, way) values (at, 'identity-bound', open_.person, open_.by_person, 'organisation');
  return open_.person;
end $$;

-- Setting a password anew ends an identity elsewhere too: everything that was known before is worth nothing.
create function kernel.credential_anew() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.password is not null and new.changed_at is distinct from old.changed_at then
    delete from kernel.outside_identity o where o.person = new.person;
  end if;
  return null;
end $$;
create trigger anew after update on kernel.credential for each row execute function kernel.credential_anew();

revoke all on function kernel.outside_person(bytea, timestamptz, text, text, bytea, bytea), kernel.credential_anew() from public;
grant execute on function kernel.outside_person(bytea, timestamptz, text, text, bytea, bytea), kernel.credential_anew() to qorgan_app;
