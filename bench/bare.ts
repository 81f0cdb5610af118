/**
 * The yardstick: what the tables alone can do behind Fastify and pg. The same tables, indexes and JSON, row-level
 * security off, one SQL function a call; session and key checked, hashed, not encrypted; a read inserts its look.
 * `bare.ts <database URL>` prints its port.
 */
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import pg from 'pg';

/** Run once by the owner of a clone of the database. */
export const bareSql = `
do $$ declare t record; begin
  for t in select c.oid::regclass as name from pg_class c where c.relkind = 'r' and c.relrowsecurity loop
    execute format('alter table %s no force row level security', t.name);
    execute format('alter table %s disable row level security', t.name);
    execute format('grant select, insert, update on %s to qorgan_app', t.name);
  end loop;
end $$;
grant select on kernel.session to qorgan_app;

create function bare_actor(token bytea, at timestamptz) returns table (role text, person uuid, appointment uuid)
language sql stable as $$
  select s.role, s.person, s.appointment from kernel.session s join kernel.appointment a on a.id = s.appointment
  where s.hash = sha256(token) and s.ended_at is null and at < s.until and a.since <= at and (a.until is null or at < a.until)
$$;

create function bare_step(token bytea, at timestamptz, call_key uuid, request text, main uuid, expected integer, step text, input jsonb)
returns jsonb language plpgsql as $$
declare who record; k record; p kernel.proceeding; header text; payload bytea; hash text;
begin
  select * into who from bare_actor(token, at);
  if not found then return '{"status": 401}'; end if;
  select i.request, i.status, i.proceeding, i.sequence into k from kernel.idempotency i where i.actor = who.appointment::text and i.key = call_key;
  if found then
    return jsonb_build_object('status', case when k.request = request then k.status else 422 end, 'id', k.proceeding, 'sequence', k.sequence);
  end if;
  select * into p from kernel.proceeding where id = main for update;
  if not found then return '{"status": 404}'; end if;
  if p.sequence <> expected then return '{"status": 412}'; end if;
  payload := convert_to(jsonb_build_object('input', input, 'records', '{}'::jsonb)::text, 'UTF8');
  header := jsonb_build_object('format', 1, 'id', gen_random_uuid(), 'proceeding', p.id, 'procedure', p.procedure, 'version', p.version,
    'sequence', p.sequence + 1, 'at', at, 'step', step, 'from', p.stage, 'to', p.stage, 'role', who.role, 'appointment', who.appointment,
    'region', p.region, 'district', p.district, 'danger', p.danger, 'outcome', p.outcome,
    'payload', encode(sha256(payload), 'hex'), 'prev', p.head)::text;
  hash := encode(sha256(convert_to('qorgan-entry-1' || E'\\n' || header, 'UTF8')), 'hex');
  insert into kernel.entry (id, proceeding, sequence, at, header, payload, prev, hash)
    values ((header::jsonb ->> 'id')::uuid, p.id, p.sequence + 1, at, header, payload, p.head, hash);
  update kernel.proceeding set sequence = p.sequence + 1, head = hash where id = p.id;
  insert into kernel.idempotency values (who.appointment::text, call_key, request, 200, p.id, p.sequence + 1, at);
  return jsonb_build_object('status', 200, 'id', p.id, 'sequence', p.sequence + 1);
end $$;

create function bare_read(token bytea, at timestamptz, main uuid, route text) returns jsonb language plpgsql as $$
declare who record; answer jsonb;
begin
  select * into who from bare_actor(token, at);
  if not found then return '{"status": 401}'; end if;
  select jsonb_build_object('status', 200, 'proceeding', to_jsonb(p),
    'records', (select coalesce(jsonb_object_agg(r.kind, r.body), '{}') from kernel.record r where r.proceeding = main),
    'deadlines', (select coalesce(jsonb_agg(to_jsonb(d) order by d.due_at), '[]') from kernel.deadline d where d.proceeding = main),
    'links', (select coalesce(jsonb_agg(jsonb_build_object('name', l.name, 'id', o.id, 'procedure', o.procedure, 'label', o.label, 'stage', o.stage)), '[]')
      from kernel.link l join kernel.proceeding o on o.id = case when l.source = main then l.target else l.source end
      where l.source = main or l.target = main),
    'story', (select coalesce(jsonb_agg(jsonb_build_object('header', e.header, 'payload', encode(e.payload, 'base64')) order by e.sequence desc), '[]')
      from (select header, payload, sequence from kernel.entry where proceeding = main order by sequence desc limit 20) e))
    into answer from kernel.proceeding p where p.id = main;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, who.role, who.appointment, who.person, case when answer is null then 'refused' else 'proceeding' end, main, route, case when answer is null then 0 else 1 end);
  return coalesce(answer, '{"status": 404}');
end $$;

-- The step, answered as ours is: by what the proceeding looks like now.
create function bare_step_shown(token bytea, at timestamptz, call_key uuid, request text, main uuid, expected integer, step text, input jsonb)
returns jsonb language plpgsql as $$
declare done jsonb := bare_step(token, at, call_key, request, main, expected, step, input);
begin
  return case when done ->> 'status' = '200' then bare_read(token, at, main, 'POST /note/:id') else done end;
end $$;`;

type Answer = { readonly status: number; readonly proceeding?: { readonly sequence: number }; readonly sequence?: number };

async function serve(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 16, idleTimeoutMillis: 0 });
  const app = Fastify();
  const tokenOf = (header: string | undefined): Buffer => Buffer.from((header ?? '').replace(/^Bearer /, ''), 'base64url');
  const ask = async (name: string, values: unknown[]): Promise<Answer> => {
    const text = `select ${name}(${values.map((_, i) => `$${i + 1}`).join(', ')}) as answer`;
    return (await pool.query<{ answer: Answer }>({ name, text, values })).rows[0]?.answer ?? { status: 500 };
  };
  app.get<{ Params: { id: string } }>('/api/proceedings/:id', async (request, reply) => {
    const answer = await ask('bare_read', [tokenOf(request.headers.authorization), new Date().toISOString(), request.params.id, 'GET /api/proceedings/:id']);
    return reply.code(answer.status).header('etag', `"${answer.proceeding?.sequence ?? 0}"`).send(answer);
  });
  const note = { body: { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1, maxLength: 4000 } } } };
  for (const [path, name] of [['/note/:id', 'bare_step_shown'], ['/lean/:id', 'bare_step']] as const) app.post<{ Params: { id: string } }>(path, { schema: note }, async (request, reply) => {
    const { 'idempotency-key': key, 'if-match': match } = request.headers;
    const answer = await ask(name, [tokenOf(request.headers.authorization), new Date().toISOString(), key, request.url + JSON.stringify(request.body), request.params.id, Number(match?.replaceAll('"', '')), 'note', request.body]);
    return reply.code(answer.status).header('etag', `"${answer.sequence ?? answer.proceeding?.sequence ?? 0}"`).send(answer);
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  process.stdout.write(`${JSON.stringify({ port: (app.server.address() as AddressInfo).port })}\n`);
}

if (process.argv[1] === import.meta.filename) await serve(process.argv[2] ?? '');
