-- What must come back within minutes, once: the challenge of a passkey, the state of a sign-in elsewhere. The caller holds
-- a token; here is its hash.
create table kernel.ceremony (
  hash bytea primary key,
  kind text not null check (kind in ('passkey-new', 'passkey-sign-in', 'passkey-step-up', 'organisation')),
  person uuid references kernel.person,      -- null: nobody is known yet
  data text not null,
  until timestamptz not null
);
create index on kernel.ceremony (until);
alter table kernel.ceremony enable row level security; alter table kernel.ceremony force row level security;

alter table kernel.passkey add column handle uuid not null default gen_random_uuid() unique;

create function kernel.begin_ceremony(key bytea, token_hash bytea, at timestamptz, what text, who uuid, content text, ends timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform kernel.demand_program(key);
  delete from kernel.ceremony c where c.ctid = any (array(select o.ctid from kernel.ceremony o where o.until <= at limit 20 for update skip locked));
  insert into kernel.ceremony values (token_hash, what, who, content, ends);
end $$;

-- Used up by asking, whatever comes of it.
create function kernel.end_ceremony(key bytea, token_hash bytea, at timestamptz, what text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare gone kernel.ceremony;
begin
  perform kernel.demand_program(key);
  delete from kernel.ceremony c where c.hash = token_hash returning * into gone;
  if gone.hash is null or gone.kind <> what or gone.until <= at then return null; end if;
  return jsonb_build_object('person', gone.person, 'data', gone.data);
end $$;

-- One passkey by its id, or all of a person; with the public part, for the program to check a signature with.
create function kernel.passkeys(key bytea, passkey_id text, who uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform kernel.demand_program(key);
  return coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'handle', k.handle, 'person', k.person, 'publicKey', encode(k.public_key, 'base64'), 'counter', k.counter,
      'transports', k.transports, 'device', k.device, 'createdAt', k.created_at, 'usedAt', k.used_at) order by k.created_at)
    from kernel.passkey k where k.id = passkey_id or k.person = who), '[]');
end $$;

create function kernel.add_passkey(key bytea, token bytea, at timestamptz, fresh jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare mine kernel.session := kernel.live_session(token, at);
begin
  perform kernel.demand_program(key);
  if mine.hash is null then return false; end if;
  insert into kernel.passkey (id, person, public_key, counter, transports, device, created_at)
    values (fresh ->> 'id', mine.person, decode(fresh ->> 'publicKey', 'base64'), (fresh ->> 'counter')::bigint, fresh ->> 'transports', fresh ->> 'device', at)
    on conflict (id) do nothing;
  if not found then return false; end if;
  insert into kernel.security_event (at, what, person, way) values (at, 'passkey-added', mine.person, 'passkey');
  return true;
end $$;

-- Its counter only grows: a copy of the key is found out. Keys that do not count stay at nought.
create function kernel.use_passkey(key bytea, passkey_id text, seen bigint, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform kernel.demand_program(key);
  update kernel.passkey k set counter = seen, used_at = at where k.id = passkey_id and (k.counter < seen or (k.counter = 0 and seen = 0));
  return found;
end $$;

create function kernel.remove_passkey(token bytea, at timestamptz, which uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare mine kernel.session := kernel.live_session(token, at);
begin
  delete from kernel.passkey k where k.handle = which and k.person = mine.person;
  if not found then return false; end if;
  insert into kernel.security_event (at, what, person, way) values (at, 'passkey-removed', mine.person, 'passkey');
  return true;
end $$;

revoke all on function kernel.begin_ceremony(bytea, bytea, timestamptz, text, uuid, text, timestamptz), kernel.end_ceremony(bytea, bytea, timestamptz, text),
  kernel.passkeys(bytea, text, uuid), kernel.add_passkey(bytea, bytea, timestamptz, jsonb), kernel.use_passkey(bytea, text, bigint, timestamptz),
  kernel.remove_passkey(bytea, timestamptz, uuid) from public;
grant execute on function kernel.begin_ceremony(bytea, bytea, timestamptz, text, uuid, text, timestamptz), kernel.end_ceremony(bytea, bytea, timestamptz, text),
  kernel.passkeys(bytea, text, uuid), kernel.add_passkey(bytea, bytea, timestamptz, jsonb), kernel.use_passkey(bytea, text, bigint, timestamptz),
  kernel.remove_passkey(bytea, timestamptz, uuid) to qorgan_app;
