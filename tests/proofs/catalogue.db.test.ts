/** What the database itself says of access: every table is closed or named here with a reason; every function that looks past row-level security too. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProceedingView } from '#kernel/contract.ts';
import { columns } from './catalogue/columns.ts';
import { png } from '#kernel/files/pictures.fixture.ts';
import { asking } from './representatives/asking.ts';
import { testServer, type TestServer } from './server.ts';

/** Tables without row-level security. `read`: the application may select; none of these holds a child, an appeal, or content. */
const open: Readonly<Record<string, { readonly read: boolean; readonly why: string }>> = {
  'kernel.region': { read: true, why: 'the directory: public places' },
  'kernel.district': { read: true, why: 'the directory: public places' },
  'kernel.organisation': { read: true, why: 'the directory: public bodies' },
  'kernel.person': { read: true, why: 'the directory: who works where, kept in memory by every process' },
  'kernel.appointment': { read: true, why: 'the directory' },
  'kernel.duty': { read: true, why: 'the directory: who is on duty' },
  'kernel.directory_version': { read: true, why: 'one number' },
  'agencies.service': { read: true, why: 'the directory: what organisations offer' },
  'kernel.role_rule': { read: false, why: 'written by the owner at start, read by enter' },
  'kernel.secret': { read: false, why: 'signs the context: read by context_mac alone' },
  'kernel.checkpoint': { read: true, why: 'public: size, root and signature of the journal’s tree' },
  'kernel.node': { read: false, why: 'hashes over hashes; read by tree_hashes alone' },
  'children.matching_model': { read: true, why: 'figures: by what pairs of children are judged' },
  'children.matching_weight': { read: true, why: 'the same, level by level' },
  'children.matching_pass': { read: false, why: 'how far the owner’s pass over the register came: counts' },
  'kernel.master_key': { read: true, why: 'which master key is in force: a hash of it, no key' },
  'kernel.setting': { read: false, why: 'written by the owner' },
  'migrations.kysely_migration': { read: false, why: 'the migrator’s own' },
  'migrations.kysely_migration_lock': { read: false, why: 'the migrator’s own' },
};

/** Functions that run with the owner's rights. Adding one means a reason here. */
const definers: Readonly<Record<string, string>> = {
  'kernel.enter(bytea,timestamptz)': 'verifies the session, which nobody may select, and signs the context',
  'kernel.context_mac()': 'reads the secret; may be called by the owner alone',
  'kernel.judged(uuid)': 'the one exception: not the owner’s, but qorgan_judge’s, whom every policy holds; asks the policy `sees` for the functions below',
  'kernel.judged_lines(uuid[])': 'the same, of several, no more than a line of each',
  'kernel.context_ok()': 'compares the signature with it',
  'kernel.directory_changed()': 'a trigger: raises the version',
  'kernel.begin_step(bytea,timestamptz,uuid,uuid,uuid[],bytea)': 'enters, locks what a step on a proceeding that the caller sees may touch, and loads it; beyond that proceeding for the program’s key alone',
  'kernel.save(jsonb)': 'writes rows of the signed `writing`, and none else',
  'kernel.show_step(timestamptz,uuid,text)': 'ends `writing`, takes up conflicts that came, and reads as any reader',
  'kernel.read_proceeding(bytea,timestamptz,uuid,text)': 'enters, and gives of one proceeding what the policies would',
  'kernel.take_along(bytea,timestamptz,uuid,text)': 'the same, with the look that it is taken along on a device, and nothing that break-glass alone shows',
  'kernel.read_story(bytea,timestamptz,uuid,integer,text)': 'enters, and gives earlier lines of one proceeding that the caller sees',
  'kernel.open_glass(bytea,uuid,uuid[],text[],text[],timestamptz)': 'for the program’s key, in a step: what break-glass opens, but to whoever has an interest, which nobody may select',
  'kernel.entry_to_seal()': 'a trigger: an entry waits to be sealed, whoever writes it',
  'kernel.look_to_seal()': 'a trigger: a look waits to be sealed, whoever writes it',
  'kernel.seal_take(bytea,timestamptz,integer)': 'for the clock alone: takes what waits to be sealed',
  'kernel.seal_put(jsonb)': 'for the clock alone: appends leaves and their checkpoint',
  'kernel.tree_hashes(smallint[],bigint[],bigint[])': 'hashes for proofs, which say nothing of what is hashed',
  'kernel.leaf_of(bytea,timestamptz,uuid,bigint,text)': 'enters, and says where an entry of a proceeding that the caller sees, or a look of his own, is sealed',
  'kernel.sign_in_demo(uuid,bytea,timestamptz,timestamptz)': 'writes a session, in demo mode only',
  'kernel.sign_out(bytea,timestamptz)': 'ends the session whose token the caller holds',
  'agencies.add_duty(uuid,text,uuid,uuid,text,timestamptz,timestamptz)': 'adds to a roster, for the head of the house in the context',
  'agencies.change_duty(uuid,text,uuid,integer,uuid,uuid,text,timestamptz,timestamptz)': 'changes a line ahead, or the rest of one under way, for the same head',
  'agencies.remove_duty(uuid,text,uuid,integer)': 'takes back a line ahead, or ends one under way, for the same head',
  'agencies.copy_week(uuid,text,text,timestamptz)': 'repeats a week of a roster, for the same head',
  'kernel.sign_in_begin(bytea,text,bytea,bytea,timestamptz,jsonb)': 'for the program’s key: counts a try and gives the hash to check it against',
  'kernel.sign_in_failed(bytea,text,timestamptz,text,text)': 'for the program’s key: writes the event',
  'kernel.sign_in_open(bytea,timestamptz,jsonb)': 'for the program’s key: uses the code up and opens a session',
  'kernel.step_up(bytea,bytea,timestamptz,bytea,bigint,bytea,text)': 'for the program’s key: the holder of a session proved again who he is',
  'kernel.switch_appointment(bytea,bytea,timestamptz,uuid,bytea)': 'for the program’s key: another appointment of the same person',
  'kernel.invite(bytea,bytea,timestamptz,jsonb)': 'for the program’s key and a head who is signed in: writes the link’s hash, and who is new',
  'kernel.look_invitation(bytea,bytea,timestamptz)': 'for the program’s key: whom a link is for',
  'kernel.accept_invitation(bytea,bytea,timestamptz,jsonb)': 'for the program’s key and the holder of a link: sets everything anew',
  'kernel.sign_in_states(bytea,bytea,timestamptz,uuid[])': 'for the program’s key: who can sign in, in one word each',
  'kernel.lock_person(bytea,bytea,timestamptz,uuid,boolean)': 'for the program’s key and a head who is signed in',
  'kernel.begin_ceremony(bytea,bytea,timestamptz,text,uuid,text,timestamptz)': 'for the program’s key: keeps a challenge for minutes',
  'kernel.end_ceremony(bytea,bytea,timestamptz,text)': 'for the program’s key: gives it back once',
  'kernel.passkeys(bytea,text,uuid)': 'for the program’s key: public parts of passkeys',
  'kernel.add_passkey(bytea,bytea,timestamptz,jsonb)': 'for the program’s key: a passkey of whoever holds the token',
  'kernel.use_passkey(bytea,text,bigint,timestamptz)': 'for the program’s key: the counter of a passkey grows',
  'kernel.remove_passkey(bytea,timestamptz,uuid)': 'takes away a passkey of whoever holds the token',
  'kernel.outside_person(bytea,timestamptz,text,text,bytea,bytea)': 'for the program’s key: who the organisation’s sign-in means, bound by an open invitation',
  'kernel.credential_anew()': 'a trigger: a password set anew ends an identity elsewhere',
  'kernel.touch_session(bytea,timestamptz,timestamptz)': 'slides the limit of the session whose token the caller holds, never past its end',
  'kernel.session_state(bytea,timestamptz)': 'of the session whose token the caller holds',
  'kernel.my_sessions(bytea,timestamptz)': 'the sessions of whoever holds the token, without any token',
  'kernel.end_sessions(bytea,timestamptz,uuid)': 'ends sessions of whoever holds the token',
  'kernel.appointment_changed()': 'a trigger: sessions of an appointment that became another one end',
  'agencies.set_away(uuid,text,uuid,integer,timestamptz,timestamptz,uuid)': 'says who is away and who stands in, for the head of the house',
  'agencies.set_back(uuid,text,uuid,integer)': 'ends that, for the same head',
  'agencies.end_appointment(uuid,text,uuid,integer,text)': 'ends an appointment and its sessions, for the same head',
  'kernel.digests_due(bytea,timestamptz,date,timestamptz,integer)': 'for the clock alone: whose letter of the day is still to go, and how much they carry',
  'kernel.digests_failed(bytea,timestamptz,uuid[],date)': 'for the clock alone: letters that did not go out are tried again',
  'kernel.forget_calls(bytea,timestamptz,timestamptz,integer)': 'for the clock alone: removes idempotency rows that are past their term',
  'kernel.unattended(timestamptz,integer)': 'for the clock alone: what presses and has nobody; looks at conflicts, which nobody may select',
  'kernel.push_wanted()': 'a trigger: a proceeding came to somebody, whose devices nobody else may read',
  'kernel.push_over()': 'a trigger: an appointment that is over, or became another one, has no devices',
  'kernel.push_on(bytea,timestamptz,text,integer)': 'takes the caller’s device for his acting appointment, whoever had it before',
  'kernel.push_off(bytea,timestamptz,text)': 'forgets a device of the caller, under whichever of his appointments',
  'kernel.push_due(bytea,timestamptz,timestamptz,timestamptz,timestamptz,integer)': 'for the clock alone: devices that wait, and whether what came may press; no name; looks at conflicts, which nobody may select',
  'kernel.push_done(bytea,timestamptz,uuid,boolean,boolean,smallint,timestamptz,json)': 'for the clock alone: writes what became of a push',
  'calendar.read(bytea,timestamptz,integer,text)': 'for whoever has the secret address: ids, terms and times of what its holder must do, of an appointment that holds',
  'children.claim_iin(uuid,text,timestamptz)': 'is the number taken, by whomever; tells nobody by whom',
  'children.household_of(bytea,uuid)': 'for the program’s key: ids of the children of one household',
  'children.near_to_staff(uuid,uuid,uuid)': 'for the clock alone: is a child near to somebody of a house; kinds, no name',
  'children.list_known(bytea,timestamptz,uuid,jsonb)': 'for the clock alone, of a list it works on: whom its rows may mean, and none who is closed to whoever opened it',
  'children.list_batch(bytea,timestamptz,uuid,uuid,timestamptz,integer,integer,jsonb,jsonb,jsonb,jsonb,bytea)': 'for the clock alone: writes children of a list that people decided to take in, with its cursor',
  'oversight.lookers(bytea,timestamptz,uuid,text,bigint,integer,text)': 'for the commissioner of the region: who looked at a child’s files, which nobody may select',
  'oversight.reviewed(bytea,timestamptz,uuid,integer,text)': 'for whoever holds a review: looks of the one reviewed, without content',
  'oversight.looking(bytea,timestamptz,timestamptz,timestamptz,timestamptz)': 'for the clock alone: counts of looks by person',
  'oversight.house_access(bytea,timestamptz,uuid,timestamptz,text)': 'for whoever sees a review of access: last signing in and counts of looks in that house',
  'children.find(jsonb)': 'search: at most twenty ids with reasons, from an index nobody may select; of a child without any proceeding a small card, for those who keep the register',
  'children.found_alike(bytea,timestamptz,text,text,jsonb)': 'for the clock alone: writes pairs that a pass or an import found',
  'children.unasked(bytea,timestamptz,timestamptz,integer)': 'for the clock alone: ids of pairs that nobody was asked about',
  'children.unseated(bytea,timestamptz,timestamptz)': 'for the clock alone: open questions about a pair whose worker has an interest by now; looks at conflicts, which nobody may select',
  'children.rows_of(uuid)': 'ids of the rows that are the same child; asked by the policy of children, which may not ask its own table again',
  'children.is_closed(uuid)': 'yes or no: is everything about a child sealed, or closed to the caller by an interest, which nobody may select',
  'children.is_listed(uuid)': 'yes or no, for who keeps the register: is there nothing about a child',
  'children.listed_by(uuid)': 'for who keeps the register: the agency that brought a child about whom there is nothing',
  'children.listed_side(uuid)': 'for who keeps the register: names, birth date, sex, district of a child about whom there is nothing',
  'children.settle(uuid,text,timestamptz)': 'in a step about a pair: says that the two are one, or two, or takes it back; they may be of a child with no row that the caller could write',
  'children.say_of(uuid,uuid,text,timestamptz)': 'in a step about a child: what was said of another row goes to the worklist, to those who may know both',
  'children.near(uuid)': 'in a step about a child: ids of rows near to him, of those that the search would find for the caller',
  'children.index_name(uuid,jsonb,jsonb)': 'in a step about this child: puts a spelling into the index, which nobody may write',
  'children.index_parent(uuid,text,jsonb,text)': 'in a step about this child: puts a parent’s given name into the index',
  'children.parents_changed(uuid,text)': 'in a step about this child: the name of who is no longer his parent leaves the index',
  'children.unread_parents(bytea,timestamptz,integer)': 'for the clock alone: names of the parents of children with a relation that became another one',
  'children.parents_read(bytea,timestamptz,jsonb,jsonb)': 'for the clock alone: puts them into the index',
  'children.pointer_follows()': 'a trigger: the index takes birth, sex and place from the child’s row, whoever changed it',
  'children.desk_of(uuid)': 'whom to ask about a child: a desk and its phone',
  'children.open_of(uuid)': 'for 111: is there an open case, who works it, what to beware of',
  'representatives.barred(uuid)': 'may something be released to whoever asks: looks at sealed and far cases, and says yes or no',
  'representatives.take_up(uuid,timestamptz)': 'in a step about a request: takes up the conflicts of interest of the child’s proceedings, and says whether the caller has one',
  'helpline.counts(bytea,timestamptz,timestamptz,timestamptz)': 'figures only, for the lead of 111 and the Committee',
  'helpline.here(bytea,timestamptz)': 'an operator’s page is open: writes his own line',
  'helpline.dropped(bytea,timestamptz,timestamptz)': 'for the clock alone: talks whose operator is gone',
  'helpline.left_behind(bytea,timestamptz,timestamptz,timestamptz,integer)': 'for the clock alone: what operators held when their duty ended',
  'helpline.rest(timestamptz,timestamptz)': 'the caller’s own pause, and whether a colleague is on duty or present: nobody may read who is present',
  'retention.due(bytea,timestamptz,jsonb,integer)': 'for the clock alone: ids of what was closed so long ago, on no list, with nothing open about it',
  'retention.approved(bytea,timestamptz,integer)': 'for the clock alone: ids of what two people approved to be erased',
  'retention.erase(uuid,uuid)': 'for the clock alone, in its step on everything about the subject: destroys the key of what was approved and is closed',
  'retention.known(uuid)': 'is there anything about this id: for a hold, which is refused on nothing',
  'helpline.repeats(bytea,timestamptz,uuid,text,text,text)': 'for an operator: earlier appeals of the same applicant, whether a case is open',
};

let s: TestServer;
let outside: pg.Client;
beforeAll(async () => {
  s = await testServer(undefined, undefined, ['push.example.kz']);
  const { token: specialist } = await s.as('guardianship-specialist');
  const { token: operator } = await s.as('operator');
  // Something of everything: an appeal with a contact, a case with a child, his names, relations and groups.
  const appeal = await s.call({ url: '/api/helpline/appeals', body: { text: 'мені ұрады', channel: 'web', contact: '8 701 000 00 00' } });
  expect(appeal.statusCode).toBe(201);
  expect((await s.call({ url: '/api/my-day', token: operator })).statusCode).toBe(200);
  const opened = await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{ name: 'Айша', age: 7 }, { name: 'Дана', age: 5 }], category: 'physical', danger: 'violence', summary: 'a', accused: { organisation: (await s.as('school-head')).appointment.organisation } } });
  expect(opened.statusCode, opened.body).toBe(201);
  const view = opened.json<ProceedingView>();
  const identified = await s.call({
    url: `/api/cases/protection/${view.id}/identify`, token: specialist, match: view.sequence,
    body: { names: [{ kind: 'document', family: 'Сарыбас', given: 'Айша' }], groups: ['violence'], relations: [{ kind: 'mother', name: 'Меруерт', guardian: true }] },
  });
  expect(identified.statusCode, identified.body).toBe(200);
  // A bullying file that names a pupil.
  const teacher = await s.as('school-worker');
  const bullying = (await s.call({ url: '/api/schools/bullying', token: teacher.token, body: { summary: 'a' } })).json<ProceedingView>();
  const pupils = await s.call({ url: `/api/schools/bullying/${bullying.id}/record`, token: teacher.token, match: bullying.sequence, body: { kinds: ['words'], times: 'more', hurt: { name: 'Айша Сарыбас' } } });
  expect(pupils.statusCode, pupils.body).toBe(200);
  // A representative's request, checked and answered.
  const asked = asking(s, view.district ?? '');
  const request = await asked.ask();
  const desk = (await s.as('guardianship-specialist')).appointment;
  await asked.done(desk, view.id, 'name-accused', { words: 'мұғалім', relation: 'outside', why: 'a' });
  await asked.done(desk, request.id, 'verify', { ...asked.papers, child: view.subject.id });
  await asked.done(desk, request.id, 'release', { kind: 'help', words: 'a' });
  const head = await s.as('police-head');
  const [inspector] = await s.staff('police-inspector', (a) => a.organisation === head.appointment.organisation);
  const duty = { appointment: inspector?.id, starts: '2027-11-24T07:00:00.000Z', ends: '2027-11-24T19:00:00.000Z' };
  expect((await s.call({ url: '/api/agencies/rosters', token: head.token, body: duty })).statusCode).toBe(201);
  const mother = (await s.owner.query<{ id: string }>('select id from children.relation where child = $1', [view.subject.id])).rows[0]?.id;
  await asked.done(desk, view.id, 'change-relative', { relation: mother, change: { what: 'died' } });
  // Two that no simple story makes.
  const { rows } = await s.owner.query<{ id: string }>('select id from children.child order by id');
  await s.owner.query('insert into children.clash values ($1, $2, $3)', [rows[0]?.id, rows[1]?.id, s.clock.now()]);
  await s.owner.query('insert into children.same_child (child, same, at) values ($1, $2, $3)', [rows[0]?.id, rows[1]?.id, s.clock.now()]);
  await s.owner.query(`insert into children.likeness (one, other, likely, model, found_at, source) values ($1, $2, 'look', 'entry', $3, 'entry')`, [rows[0]?.id, rows[1]?.id, s.clock.now()]);
  await s.owner.query('insert into children.parents_unread values ($1, $2) on conflict do nothing', [rows[0]?.id, s.clock.now()]);
  await s.owner.query('insert into children.pair values ($1, $2, $3)', [view.id, rows[0]?.id, rows[1]?.id]);
  await s.owner.query('insert into children.not_same (one, other, at, proceeding, numbers) values ($1, $2, $3, $4, 0)', [rows[0]?.id, rows[1]?.id, s.clock.now(), view.id]);
  await s.owner.query('insert into helpline.pause values ($1, $2, $3, $3)', [view.id, view.responsible.worker?.appointment, s.clock.now()]);
  await s.owner.query(`insert into kernel.access_grant values ($1, $2, 'proof', '2030-01-01')`, [view.id, view.responsible.organisation.id]);
  await s.owner.query('insert into kernel.erasure values (gen_random_uuid(), $1)', [s.clock.now()]);
  await s.owner.query(`insert into retention.item values ($1, $2, $1, $3, 'listed')`, [view.id, view.subject.id, s.clock.now()]);
  // A list of an agency, as it is while it is worked on.
  const { appointment: keeper } = await s.as('guardianship-specialist');
  const house = (await s.runtime.directory(null)).data.organisations.find((o) => o.district === keeper.district);
  const listed = await s.call({ url: '/api/children/list', token: specialist, body: { organisation: house?.id } });
  expect(listed.statusCode, listed.body).toBe(201);
  const list = listed.json<ProceedingView>().id;
  await s.owner.query(`insert into children.list_file values ($1, $1, repeat('a', 64), $2)`, [list, s.clock.now()]);
  await s.owner.query(`update children.list set file = id, plan = '{"columns": ["name", "born"]}', phase = 'run' where id = $1`, [list]);
  await s.owner.query(`insert into children.list_part values ($1, 0, $1, '\\x00')`, [list]);
  await s.owner.query(`insert into children.list_failed values ($1, 'run', 0, '\\x00')`, [list]);
  await s.owner.query(`insert into children.source select $1, repeat('b', 64), $2, $3, '12', null, $4`, [house?.id, view.subject.id, list, s.clock.now()]);
  const { sequence } = (await s.call({ url: `/api/proceedings/${view.id}`, token: specialist })).json<ProceedingView>();
  const photograph = await s.app.inject({
    method: 'POST', url: `/api/proceedings/${view.id}/files`, payload: png,
    headers: { 'content-type': 'image/png', authorization: `Bearer ${specialist}`, 'idempotency-key': randomUUID(), 'if-match': `"${sequence}"` },
  });
  expect(photograph.statusCode, photograph.body).toBe(201);
  const [elsewhere] = await s.staff('case-manager', (a) => a.district !== view.district);
  const opened_ = await s.call({ url: '/api/oversight/break-glass', token: await s.signIn(elsewhere?.id ?? ''), body: { child: view.subject.id, purpose: 'danger', reason: 'бала біздің ауданда табылды' } });
  expect(opened_.statusCode, opened_.body).toBe(201);
  expect((await s.call({ url: '/api/exports', token: specialist, body: { proceeding: view.id, purpose: 'court', words: 'сотқа' } })).statusCode).toBe(201);
  expect((await s.call({ url: '/api/calendar', token: specialist, body: {} })).statusCode).toBe(201);
  expect((await s.call({ url: '/api/notices/read', token: specialist, body: { keys: ['a'] } })).statusCode).toBe(204);
  expect((await s.call({ url: '/api/digest', token: specialist, body: { address: 'specialist@example.kz' } })).statusCode).toBe(204);
  expect((await s.call({ url: '/api/push', method: 'PUT', token: specialist, body: { endpoint: 'https://push.example.kz/a' } })).statusCode).toBe(204);
  expect((await s.call({ url: `/api/proceedings/${view.id}/writing`, token: specialist, body: { step: 'note' } })).statusCode).toBe(200);
  outside = new pg.Client({ connectionString: s.database.appUrl });
  await outside.connect();
});
afterAll(async () => {
  await outside.end();
  await s.close();
});

interface Table {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly select: boolean;
  readonly any: boolean;
}
const tables = async (): Promise<Table[]> =>
  (await s.owner.query<Table>(
    `select n.nspname || '.' || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
       has_table_privilege('qorgan_app', c.oid, 'select') as select,
       has_table_privilege('qorgan_app', c.oid, 'select, insert, update, delete, truncate, references, trigger') as any
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm', 'v', 'f') and n.nspname !~ '^(pg_|information_schema)' order by 1`)).rows;

describe('every table', () => {
  it('is closed by forced row-level security, or named with a reason', async () => {
    const all = await tables();
    const loose = all.filter((t) => !(t.enabled && t.forced)).map((t) => t.name);
    expect(loose.sort()).toEqual(Object.keys(open).sort());
    for (const t of all) {
      const named = open[t.name];
      if (named !== undefined) expect([t.name, t.select]).toEqual([t.name, named.read]);
      if (named?.read === false) expect([t.name, t.any]).toEqual([t.name, false]);
    }
  });

  it('is found by its proceeding without reading it all', async () => {
    // A partial index serves some rows only (not null is all of those that are asked for); the first column decides what it finds.
    const appended = ['kernel.fact.proceeding', 'kernel.idempotency.proceeding'];  // written, and never asked for by proceeding
    const { rows } = await s.owner.query<{ missing: string }>(
      `select c.oid::regclass::text || '.' || a.attname as missing
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' and a.attnum > 0 and not a.attisdropped and a.attname = 'proceeding'
         and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum
           and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = '(proceeding IS NOT NULL)'))
       order by 1`);
    expect(rows.map((r) => r.missing)).toEqual(appended);
  });

  it('is never written by the application where it is open', async () => {
    for (const name of Object.keys(open)) {
      const { rows } = await s.owner.query<{ may: boolean }>(`select has_table_privilege('qorgan_app', $1, 'insert, update, delete, truncate') as may`, [name]);
      expect([name, rows[0]?.may]).toEqual([name, false]);
    }
  });

  it('with row-level security holds something here, and shows nothing of it without a context', async () => {
    const closed = (await tables()).filter((t) => t.enabled);
    expect(closed.length).toBeGreaterThan(15);
    for (const t of closed) {
      const { rows } = await s.owner.query<{ n: number }>(`select count(*)::int as n from ${t.name}`);
      if (t.select) {
        expect(rows[0]?.n, `nothing in ${t.name}: put something there in beforeAll`).toBeGreaterThan(0);
        expect([t.name, (await outside.query<{ n: number }>(`select count(*)::int as n from ${t.name}`)).rows[0]?.n]).toEqual([t.name, 0]);
      } else {
        await expect(outside.query(`select 1 from ${t.name}`)).rejects.toThrow(/permission denied/);
      }
    }
  });

  it('is named with what an erasure does to each of its columns (catalogue/columns.ts)', async () => {
    const { rows } = await s.owner.query<{ name: string; columns: string[] }>(
      `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attname) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind in ('r', 'p', 'm', 'f') and n.nspname !~ '^(pg_|information_schema)' group by 1`);
    const named = Object.fromEntries(Object.entries(columns).map(([name, { gone = '', sealed = '', kept = '' }]) => [name, [gone, sealed, kept].flatMap((c) => c.split(' ')).filter((c) => c !== '').sort()]));
    expect(Object.fromEntries(rows.map((r) => [r.name, [...r.columns].sort()]))).toEqual(named);
    for (const [name, { kept, why }] of Object.entries(columns)) expect([name, kept === undefined || why !== undefined]).toEqual([name, true]);
  });

  it('asks for the context first, in every policy', async () => {
    const { rows } = await s.owner.query<{ name: string; qual: string | null; with_check: string | null; roles: string; cmd: string; permissive: string }>(
      `select schemaname || '.' || tablename || ' ' || policyname as name, qual, with_check, roles::text, cmd, permissive from pg_policies`);
    expect(rows.length).toBeGreaterThan(25);
    for (const p of rows) {
      expect([p.name, p.roles]).toEqual([p.name, '{qorgan_app}']);
      for (const expression of [p.qual, p.with_check]) {
        if (expression !== null) expect(expression.replace(/\s+/g, ' '), p.name).toMatch(/^\(*\s*SELECT kernel\.context_ok\(\) AS context_ok\)( AND |\)?$)/);
      }
      expect(p.cmd === 'INSERT' ? p.with_check : p.qual, p.name).not.toBeNull();
    }
  });

  it('is changed by nobody without a context, nor emptied', async () => {
    for (const t of (await tables()).filter((t) => t.enabled && t.any)) {
      const column = (await s.owner.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = '' order by attnum limit 1`, [t.name])).rows[0]?.name ?? '';
      for (const statement of [`update ${t.name} set ${column} = ${column}`, `delete from ${t.name}`]) {
        const done = await outside.query(statement).then((r) => r.rowCount, (error: { code?: string }) => error.code);
        expect([statement, done === 0 || done === '42501']).toEqual([statement, true]);
      }
      await expect(outside.query(`truncate ${t.name} cascade`)).rejects.toThrow(/permission denied/);
    }
  });
});

describe('functions with the owner’s rights', () => {
  const functions = async () =>
    (await s.owner.query<{ name: string; settings: string[] | null; everyone: boolean; owner: string; app: boolean }>(
      `select n.nspname || '.' || p.proname || '(' || coalesce((select string_agg(replace(format_type(t, null), 'timestamp with time zone', 'timestamptz'), ',' order by place)
           from unnest(p.proargtypes::oid[]) with ordinality as a(t, place)), '') || ')' as name,
         p.proconfig as settings, r.rolname as owner, has_function_privilege('qorgan_app', p.oid, 'execute') as app,
         exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee = 0 and x.privilege_type = 'EXECUTE') as everyone
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
       where p.prosecdef and n.nspname !~ '^(pg_|information_schema)' order by 1`)).rows;

  it('are these and no others', async () => {
    expect((await functions()).map((f) => f.name).sort()).toEqual(Object.keys(definers).sort());
  });
  const judges = ['kernel.judged(uuid)', 'kernel.judged_lines(uuid[])'];
  it('are the owner’s, or the judge’s whom policies hold, have a fixed search path, and are not everyone’s', async () => {
    for (const f of await functions()) {
      expect([f.name, f.owner]).toEqual([f.name, judges.includes(f.name) ? 'qorgan_judge' : 'qorgan_owner']);
      expect(f.settings?.some((x) => /^search_path=[a-z_, ]*\bpg_temp$/.test(x)), `${f.name} ${String(f.settings)}`).toBe(true);
      expect([f.name, f.everyone]).toEqual([f.name, false]);
    }
  });
  it('of which the one that reads the secret, and those that judge for others, are called by the owner alone', async () => {
    expect((await functions()).filter((f) => !f.app).map((f) => f.name)).toEqual(['kernel.context_mac()', ...judges]);
  });
  it('the judge may no more than the program, and nobody signs in as it', async () => {
    const { rows } = await s.owner.query<{ may: boolean }>(
      `select rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as may from pg_roles where rolname = 'qorgan_judge'`);
    expect(rows).toEqual([{ may: false }]);
    const own = await s.owner.query(`select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'qorgan_judge'`);
    expect(own.rows).toEqual([]);
    const alone = await s.owner.query(
      `select c.relname from pg_class c cross join lateral aclexplode(c.relacl) x join pg_roles r on r.oid = x.grantee where r.rolname = 'qorgan_judge'`);
    expect(alone.rows).toEqual([]);
  });
  it('and whose inner rooms nobody enters from outside', async () => {
    const { rows } = await s.owner.query<{ name: string }>(
      `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'kernel' and not has_function_privilege('qorgan_app', p.oid, 'execute') order by 1`);
    expect(rows.map((r) => r.name)).toEqual(expect.arrayContaining(['demand_program', 'use_factor', 'live_session', 'open_invitation', 'judged', 'judged_lines', 'closure', 'context_mac', 'load', 'lock_step', 'opening']));
  });
  it('answer nothing to whoever has no context', async () => {
    const id = (await s.owner.query<{ id: string }>('select id from children.child limit 1')).rows[0]?.id;
    expect((await outside.query('select children.desk_of($1) as x', [id])).rows).toEqual([{ x: null }]);
    expect((await outside.query('select children.open_of($1) as x', [id])).rows).toEqual([{ x: null }]);
    expect((await outside.query(`select children.find('{"words": 1, "key_word": [1], "key_part": [1], "key": ["aixa"], "key_cost": [0]}') as x`)).rows).toEqual([{ x: { found: [], more: false } }]);
    for (const call of [`children.claim_iin('${id}', '150314500018', now())`, `children.index_name('${id}', '[]', '[]')`, `children.index_parent('${id}', 'mother', '[]', 'x')`, `kernel.save('{}')`, `kernel.seal_put('{}')`, `kernel.seal_take(null, now(), 1)`, `kernel.show_step(now(), '${id}', '')`]) {
      await expect(outside.query(`select ${call}`)).rejects.toMatchObject({ code: '42501' });
    }
    for (const token of [null, Buffer.alloc(32)]) {
      const nothing = token === null ? { missing: true } : {};
      const { id: open } = (await s.owner.query<{ id: string }>('select id from kernel.proceeding limit 1')).rows[0] ?? { id: '' };
      expect((await outside.query<{ x: object }>(`select kernel.read_proceeding($1, now(), $2, 'proof') as x`, [token, open])).rows[0]?.x).toMatchObject(nothing);
      const begun = (await outside.query<{ x: Record<string, unknown> }>(`select kernel.begin_step($1, now(), gen_random_uuid(), $2, '{}') as x`, [token, open])).rows[0]?.x;
      expect(begun).toMatchObject(nothing);
      expect(begun?.['proceedings']).toBeUndefined();
    }
  });
});

describe('the roles of the database', () => {
  it('own nothing, bypass nothing, and make nothing where the application signs in', async () => {
    const { rows } = await s.owner.query(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit from pg_roles where rolname = 'qorgan_app'`);
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolinherit: false }]);
    const owned = await s.owner.query(`select 1 from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'qorgan_app'`);
    expect(owned.rowCount).toBe(0);
    for (const { nspname } of (await s.owner.query<{ nspname: string }>(`select nspname from pg_namespace where nspname !~ '^(pg_|information_schema)'`)).rows) {
      const { rows: may } = await s.owner.query<{ may: boolean }>(`select has_schema_privilege('qorgan_app', $1, 'create') as may`, [nspname]);
      expect([nspname, may[0]?.may]).toEqual([nspname, false]);
    }
  });
});

// Last: afterwards nothing of anybody is left here.
describe('when every key is destroyed', () => {
  /** What stands in an emptied column. */
  const empty = ['', 'unknown', 'false'];

  it('every column that is said to be gone is, in every table that held something', async () => {
    const rowsOf = async (name: string): Promise<Record<string, unknown>[]> => (await s.owner.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${name} t`)).rows.map((r) => r.row);
    const named = Object.entries(columns).flatMap(([name, { gone, kept }]) => (gone === undefined ? [] : [{ name, gone: gone.split(' '), whole: kept === undefined }]));
    const held = new Map(await Promise.all(named.map(async ({ name }) => [name, (await rowsOf(name)).length] as const)));
    for (const { name } of named) expect([name, held.get(name)], `nothing in ${name}: put something there in beforeAll`).not.toEqual([name, 0]);
    await s.owner.query('update kernel.subject_key set wrapped = null, destroyed_at = $1 where wrapped is not null', [s.clock.now()]);
    for (const { name, gone, whole } of named) {
      const rows = await rowsOf(name);
      if (whole) expect([name, rows]).toEqual([name, []]);
      const left = rows.flatMap((row) => gone.filter((column) => row[column] !== null && !empty.includes(String(row[column]))).map((column) => `${column}: ${JSON.stringify(row[column])}`));
      expect([name, left]).toEqual([name, []]);
    }
  });
});
