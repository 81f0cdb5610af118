/** Break-glass: one person, three hours, to read, what is open about a child and his household; told to the head and the commissioner; reviewed. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '#kernel/access/directory.ts';
import type { Role } from '#kernel/access/roles.ts';
import { plusMillis } from '#kernel/clock.ts';
import type { DayPage, Problem, ProceedingView } from '#kernel/contract.ts';
import type { ChildCard, FoundChildren } from '#cap/children/contract.ts';
import type { BreakGlassRecords } from '#cap/oversight/contract.ts';
import { tick } from '../../apps/server/tick.ts';
import { secret } from '../setup/program.ts';
import { testServer, type Answer, type TestServer } from './server.ts';

const hour = 3_600_000;
let s: TestServer;
/** Where the children are looked after, and where somebody needs to know. */
let home: string;
let away: string;
let region: string;

beforeAll(async () => {
  s = await testServer();
  const bodies = await s.staff('guardianship-specialist');
  home = bodies[0]?.district ?? '';
  const other = bodies.find((a) => a.district !== home);
  away = other?.district ?? '';
  region = other?.region ?? '';
});
afterAll(() => s.close());

const one = async (role: Role, district: string, n = 0): Promise<Appointment> => {
  const found = (await s.staff(role, (a) => a.district === district))[n];
  if (found === undefined) throw new Error(`nobody is ${role} in ${district}`);
  return found;
};
const tokenOf = (a: Appointment): Promise<string> => s.signIn(a.id);
const get = async (a: Appointment, url: string): Promise<Answer> => s.call({ url, token: await tokenOf(a) });
const reason = 'Бала түнде біздің ауданда табылды, жауапты қызметкер телефонды көтермейді';
const breaks = async (a: Appointment, child: string, more: object = {}): Promise<Answer> =>
  s.call({ url: '/api/oversight/break-glass', token: await tokenOf(a), body: { child, purpose: 'danger', reason, ...more } });
const step = async (a: Appointment, view: { procedure: string; id: string }, name: string, body: object = {}): Promise<Answer> => {
  const [seen] = (await s.owner.query<{ sequence: number }>('select sequence from kernel.proceeding where id = $1', [view.id])).rows;
  return s.call({ url: `/api/${view.procedure.replace('.', '/')}/${view.id}/${name}`, token: await tokenOf(a), match: seen?.sequence ?? 0, body });
};

let counter = 0;
interface Family {
  readonly name: string;
  readonly child: string;
  readonly sibling: string;
  readonly file: ProceedingView;
  readonly siblingFile: string;
}
/** Two children of one household, each with a case in the home district; words in every class of fields. */
async function family(accused: object = {}): Promise<Family> {
  counter += 1;
  const name = `Ақмарал${'абвгдежз'[counter % 8]}${'лмнопрст'[Math.floor(counter / 8)]}`;
  const specialist = await one('guardianship-specialist', home);
  const opened = await s.call({
    url: '/api/cases/protection', token: await tokenOf(specialist),
    body: { children: [{ name, age: 7 }, { name: `${name}-іні`, age: 5 }], category: 'physical', danger: 'violence', summary: 'canary-summary', ...accused },
  });
  expect(opened.statusCode, opened.body).toBe(201);
  const file = opened.json<ProceedingView>();
  const { rows } = await s.owner.query<{ id: string; subject: string }>(
    `select p.id, p.subject from kernel.link l join kernel.proceeding p on p.id = l.target where l.source = $1 and p.procedure = 'cases.protection'`, [file.id]);
  const [sibling] = rows;
  if (sibling === undefined) throw new Error('no sibling');
  const identified = await step(specialist, file, 'identify', {
    names: [{ kind: 'document', family: 'Сарыбас', given: name }], relations: [{ kind: 'sibling', child: sibling.subject, household: true }],
  });
  expect(identified.statusCode, identified.body).toBe(200);
  await s.owner.query(`insert into kernel.record (proceeding, kind, body) values ($1, 'cases.protection/therapy', '{"notes":"canary-therapy"}') on conflict do nothing`, [file.id]);
  // A file in each class: what is opened is opened with its papers, what is not is not.
  for (const kind of ['case', 'therapy']) {
    await s.owner.query(`insert into kernel.file (id, proceeding, kind, sequence, at, sealed) select gen_random_uuid(), proceeding, 'cases.protection/' || $2, sequence, at, '' from kernel.entry
      where proceeding = $1 order by sequence desc offset $3 limit 1`, [file.id, kind, kind === 'case' ? 0 : 1]);
  }
  return { name, child: file.subject.id, sibling: sibling.subject, file, siblingFile: sibling.id };
}
const looks = async (target: string, what: string) =>
  (await s.owner.query<{ appointment: string; break_glass: string | null; route: string }>('select appointment, break_glass, route from kernel.look where target = $1 and what = $2 order by id', [target, what])).rows;

describe('who breaks the glass', () => {
  let f: Family;
  let breaker: Appointment;
  let act: ProceedingView;
  beforeAll(async () => {
    f = await family();
    breaker = await one('case-manager', away);
  });

  it('is told by the search only whom to ask, and sees nothing', async () => {
    const found = (await s.call({ url: '/api/children/search', token: await s.signIn(breaker.id), body: { q: f.name } })).json<FoundChildren>().found.find((x) => x.id === f.child);
    expect(found).toMatchObject({ card: null });
    expect(found?.desk?.phone ?? found?.desk?.names.ru).toBeTruthy();
    for (const url of [`/api/proceedings/${f.file.id}`, `/api/children/${f.child}`, `/api/proceedings/${f.siblingFile}`]) expect((await get(breaker, url)).statusCode).toBe(404);
  });

  it('must say why', async () => {
    expect((await breaks(breaker, f.child, { reason: 'керек' })).statusCode).toBe(400);
    expect((await breaks(breaker, f.child, { purpose: 'curiosity' })).statusCode).toBe(400);
    expect((await get(breaker, `/api/proceedings/${f.file.id}`)).statusCode).toBe(404);
  });

  it('reads at once the child and the household: what protects him now, and no step', async () => {
    const answer = await breaks(breaker, f.child);
    expect(answer.statusCode, answer.body).toBe(201);
    act = answer.json<ProceedingView>();
    expect((act.records as unknown as BreakGlassRecords).act).toMatchObject({ child: f.child, purpose: 'danger', reason, until: plusMillis(s.clock.now(), 3 * hour) });
    const file = (await get(breaker, `/api/proceedings/${f.file.id}`)).json<ProceedingView>();
    expect(file.breakGlass).toEqual({ proceeding: act.id, until: plusMillis(s.clock.now(), 3 * hour) });
    expect(Object.keys(file.records).sort()).toEqual(['case', 'header']);
    expect(file.steps).toEqual([]);
    // His own role reads therapy at home; here the glass says what he reads.
    expect(JSON.stringify(file)).not.toContain('canary-therapy');
    expect(JSON.stringify(file)).toContain('canary-summary');
    expect((await get(breaker, `/api/children/${f.child}`)).json<ChildCard>().names[0]?.given).toBe(f.name);
    expect((await get(breaker, `/api/proceedings/${f.siblingFile}`)).statusCode).toBe(200);
    expect((await step(breaker, f.file, 'note', { text: 'x' })).statusCode).toBe(404);
    // It is read where one sits, and not carried off.
    expect((await get(breaker, `/api/proceedings/${f.file.id}/along`)).statusCode).toBe(404);
    const papers = async (who: Appointment): Promise<string[]> => {
      const client = await s.runtime.pool.connect();
      try {
        await client.query('begin');
        await client.query('select kernel.enter($1, $2)', [Buffer.from(await tokenOf(who), 'base64url'), s.clock.now()]);
        return (await client.query<{ kind: string }>('select kind from kernel.file where proceeding = $1 order by kind', [f.file.id])).rows.map((r) => r.kind);
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    expect(await papers(breaker)).toEqual(['cases.protection/case']);
    expect(await papers(await one('case-manager', home))).toEqual(['cases.protection/case', 'cases.protection/therapy']);
    expect(await papers(await one('case-manager', away, 1))).toEqual([]);
  });

  it('leaves looks that say so, and refused ones too', async () => {
    expect((await looks(f.file.id, 'proceeding')).filter((l) => l.appointment === breaker.id).map((l) => l.break_glass)).toEqual([act.id]);
    expect((await looks(f.child, 'child')).filter((l) => l.appointment === breaker.id).map((l) => l.break_glass)).toEqual([act.id]);
    expect((await looks(f.file.id, 'refused')).filter((l) => l.appointment === breaker.id).map((l) => l.route.split(' ')[0])).toEqual(['GET', 'GET', 'POST', 'GET']);
    // Whoever works there looks by right.
    const own = await one('guardianship-specialist', home);
    expect((await looks(f.file.id, 'proceeding')).filter((l) => l.appointment === own.id).every((l) => l.break_glass === null)).toBe(true);
  });

  it('alone: not his colleague, not his head', async () => {
    for (const other of [await one('case-manager', away, 1), await one('guardianship-specialist', away), await one('district-head', away)]) {
      expect((await get(other, `/api/proceedings/${f.file.id}`)).statusCode).toBe(404);
      expect((await get(other, `/api/children/${f.child}`)).statusCode).toBe(404);
    }
  });

  it('until three hours have passed, to the second', async () => {
    s.clock.set(plusMillis(s.clock.now(), 3 * hour - 1000));
    expect((await get(breaker, `/api/proceedings/${f.file.id}`)).statusCode).toBe(200);
    s.clock.set(plusMillis(s.clock.now(), 1000));
    for (const url of [`/api/proceedings/${f.file.id}`, `/api/children/${f.child}`, `/api/proceedings/${f.siblingFile}`]) expect((await get(breaker, url)).statusCode).toBe(404);
    expect((await step(breaker, act, 'give-up')).json<Problem>().code).toBe('oversight.glass-over');
  });

  it('or until he gives it up', async () => {
    const again = (await breaks(breaker, f.child)).json<ProceedingView>();
    expect(again.steps.map((x) => x.name)).toEqual(['give-up']);
    expect((await get(breaker, `/api/proceedings/${f.file.id}`)).statusCode).toBe(200);
    expect((await step(breaker, again, 'give-up')).statusCode).toBe(200);
    expect((await get(breaker, `/api/proceedings/${f.file.id}`)).statusCode).toBe(404);
    // It cannot be taken back by giving it up twice.
    expect((await step(breaker, again, 'give-up')).statusCode).toBe(409);
  });

  it('not over what is closed, nor over what is sealed', async () => {
    const own = await family();
    await s.owner.query('update kernel.proceeding set sealed = true where id = $1', [own.siblingFile]);
    expect((await breaks(breaker, own.sibling)).json<Problem>().code).toBe('oversight.nothing-to-open');
    expect((await breaks(breaker, own.child)).statusCode).toBe(201);
    expect((await get(breaker, `/api/proceedings/${own.siblingFile}`)).statusCode).toBe(404);
    await s.owner.query(`update kernel.proceeding set final = true, outcome = 'helped', closed_at = $2 where id = $1`, [own.file.id, s.clock.now()]);
    expect((await get(breaker, `/api/proceedings/${own.file.id}`)).statusCode).toBe(404);
  });
});

describe('who may not', () => {
  it('other roles find no such thing; whoever is not signed in signs in', async () => {
    const f = await family();
    for (const role of ['operator', 'shift-lead', 'school-worker', 'health-worker', 'social-worker', 'police-inspector', 'police-head', 'committee-duty', 'commissioner', 'administrator', 'prosecutor'] as const) {
      const [who] = await s.staff(role);
      if (who === undefined) throw new Error(role);
      expect([role, (await breaks(who, f.child)).statusCode]).toEqual([role, 404]);
    }
    expect((await s.call({ url: '/api/oversight/break-glass', body: { child: f.child, purpose: 'danger', reason } })).statusCode).toBe(401);
    expect((await s.owner.query('select 1 from kernel.break_glass where subject = $1', [f.child])).rowCount).toBe(0);
  });

  it('whoever sees it already needs none', async () => {
    const f = await family();
    expect((await breaks(await one('case-manager', home), f.child)).json<Problem>().code).toBe('oversight.yours-already');
  });

  it.each(['person', 'organisation'] as const)('the accused cannot: by %s, he is answered as about a child who is not there', async (by) => {
    const accused = await one('guardianship-specialist', away, 1);
    const f = await family({ accused: by === 'person' ? { person: accused.person } : { organisation: accused.organisation } });
    const absent = await breaks(accused, '0190ffff-0000-7000-8000-00000000dead');
    const answers = [await breaks(accused, f.child), await breaks(accused, f.sibling)];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toBe(absent.body);
      expect({ ...answer.headers, date: '' }).toEqual({ ...absent.headers, date: '' });
    }
    expect((await s.owner.query('select 1 from kernel.break_glass where subject = any ($1)', [[f.child, f.sibling]])).rowCount).toBe(0);
    expect((await looks(f.child, 'refused')).some((l) => l.appointment === accused.id)).toBe(true);
    // Somebody of another house still can, and the accused does not see that he did.
    const other = await one('district-head', (await s.staff('district-head', (a) => a.district !== home && a.district !== away))[0]?.district ?? '');
    const act = await breaks(other, f.child);
    expect(act.statusCode, act.body).toBe(201);
    expect((await get(accused, `/api/proceedings/${act.json<ProceedingView>().id}`)).statusCode).toBe(404);
  });

  it('nor whoever has not just proved who he is, outside the demo', async () => {
    const f = await family();
    const breaker = await one('guardianship-specialist', away);
    const token = await tokenOf(breaker);
    await s.owner.query(`update kernel.setting set value = '0' where name = 'demo'`);
    try {
      expect((await breaks(breaker, f.child)).json<Problem>().code).toBe('step-up-needed');
      const proved = (at: string) => s.owner.query(`update kernel.session set stepped_up_at = $2 where hash = sha256($1)`, [Buffer.from(token, 'base64url'), at]);
      await proved(plusMillis(s.clock.now(), -hour));
      expect((await breaks(breaker, f.child)).statusCode).toBe(403);
      await proved(s.clock.now());
      expect((await breaks(breaker, f.child)).statusCode).toBe(201);
    } finally {
      await s.owner.query(`update kernel.setting set value = '1' where name = 'demo'`);
    }
  });

  it('nor the application’s login with somebody’s session and not the program’s key', async () => {
    const f = await family();
    const breaker = await one('guardianship-specialist', away);
    const act = (await breaks(breaker, f.sibling)).json<ProceedingView>();
    const token = Buffer.from(await tokenOf(breaker), 'base64url');
    const app = new pg.Client({ connectionString: s.database.appUrl });
    await app.connect();
    try {
      const tried = async (sql: string, values: unknown[]): Promise<string | number | null> => {
        await app.query('begin');
        try {
          // Even in the middle of a step that the program began.
          await app.query('select kernel.begin_step($1, $2, gen_random_uuid(), $3, $4, $5)', [token, s.clock.now(), act.id, [], secret('program')]);
          return await app.query(sql, values).then((r) => r.rowCount, (error: { code?: string }) => error.code ?? '');
        } finally {
          await app.query('rollback');
        }
      };
      const far = '2030-01-01';
      expect(await tried('select kernel.open_glass($1, $2, $3, $4, $5, $6)', [Buffer.alloc(32), act.id, [f.child], ['cases.protection'], ['cases.protection/case'], far])).toBe('42501');
      expect(await tried('insert into kernel.break_glass values ($1, $2, $3, $4, $5, $6, $7)', [act.id, f.child, breaker.id, ['cases.protection'], ['cases.protection/case'], s.clock.now(), far])).toBe('42501');
      expect(await tried('update kernel.break_glass set until = $1', [far])).toBe('42501');
      expect(await tried('select children.household_of($1, $2)', [Buffer.alloc(32), f.child])).toBe('42501');
    } finally {
      await app.end();
    }
  });
});

describe('afterwards', () => {
  const day = async (a: Appointment): Promise<string[]> => (await get(a, '/api/my-day?limit=100')).json<DayPage>().items.map((i) => i.proceeding);
  const worker = async (id: string): Promise<Appointment> => {
    const { rows } = await s.owner.query<{ worker: string }>('select worker from kernel.proceeding where id = $1', [id]);
    const found = (await s.runtime.directory(null)).appointment(rows[0]?.worker ?? '');
    if (found === undefined) throw new Error('no worker');
    return found;
  };
  const noticeOf = async (id: string): Promise<string> => (await s.owner.query<{ target: string }>(`select target from kernel.link where source = $1 and name = 'notice'`, [id])).rows[0]?.target ?? '';

  it('the head and the commissioner find it on their day, with a term; two at once have one each', async () => {
    const f = await family();
    const [first, second] = [await one('guardianship-specialist', away), await one('case-manager', away)];
    const acts = (await Promise.all([breaks(first, f.child), breaks(second, f.child)])).map((a) => a.json<ProceedingView>());
    expect(new Set(acts.map((a) => a.id)).size).toBe(2);
    for (const act of acts) {
      const head = await worker(act.id);
      expect([head.role, head.district]).toEqual(['district-head', away]);
      expect(await day(head)).toContain(act.id);
      const notice = await noticeOf(act.id);
      const commissioner = await worker(notice);
      expect([commissioner.role, commissioner.region]).toEqual(['commissioner', region]);
      expect(await day(commissioner)).toContain(notice);
      // What is told is that it was done, and why; nothing of the file.
      const told = (await get(commissioner, `/api/proceedings/${notice}`)).body;
      expect(told).toContain(reason);
      expect(told).not.toContain('canary');
      expect((await get(commissioner, `/api/proceedings/${f.file.id}`)).statusCode).toBe(404);
    }
    // One gives it up, the other keeps his.
    expect((await step(first, acts[0] as ProceedingView, 'give-up')).statusCode).toBe(200);
    expect((await get(first, `/api/proceedings/${f.file.id}`)).statusCode).toBe(404);
    expect((await get(second, `/api/proceedings/${f.file.id}`)).statusCode).toBe(200);
  });

  it('it is closed by a finding of the head, not by him who did it', async () => {
    const f = await family();
    const breaker = await one('guardianship-specialist', away);
    const act = (await breaks(breaker, f.child)).json<ProceedingView>();
    expect((await step(breaker, act, 'justified', { why: 'x' })).statusCode).toBe(404);
    const done = await step(await worker(act.id), act, 'justified', { why: 'Бала қауіпте болған' });
    expect(done.json<ProceedingView>()).toMatchObject({ final: true, outcome: 'justified' });
    // He learns what was found.
    expect((await get(breaker, `/api/proceedings/${act.id}`)).json<ProceedingView>().outcome).toBe('justified');
  });

  it('a head is judged by the head above; not even under another of his appointments by himself', async () => {
    const f = await family();
    const head = await one('district-head', away);
    const act = (await breaks(head, f.child)).json<ProceedingView>();
    expect(act.stage).toBe('region');
    expect((await worker(act.id)).role).toBe('region-head');
    expect((await step(head, act, 'justified', { why: 'x' })).json<Problem>().code).toBe('oversight.own-act');
    expect((await step(await worker(act.id), act, 'pass-up', { why: 'туысым' })).json<ProceedingView>().stage).toBe('country');
    expect((await worker(act.id)).role).toBe('committee-duty');
  });

  it('found not justified, it becomes a task, which ends with what was done', async () => {
    const f = await family();
    const act = (await breaks(await one('case-manager', away), f.child)).json<ProceedingView>();
    const found = (await step(await worker(act.id), act, 'not-justified', { why: 'қызығушылық' })).json<ProceedingView>();
    expect(found).toMatchObject({ stage: 'measures', final: false });
    const above = await worker(act.id);
    expect(above.role).toBe('region-head');
    expect(await day(above)).toContain(act.id);
    expect((await step(above, act, 'measures-taken', { what: 'ескертілді' })).json<ProceedingView>()).toMatchObject({ final: true, outcome: 'not-justified' });
  });

  it('the commissioner’s objection brings it before the Committee, though it was closed', async () => {
    const f = await family();
    const act = (await breaks(await one('case-manager', away), f.child)).json<ProceedingView>();
    await step(await worker(act.id), act, 'justified', { why: 'дұрыс' });
    const notice = await noticeOf(act.id);
    expect((await step(await worker(notice), { procedure: 'oversight.notice', id: notice }, 'object', { why: 'кісіні танимын' })).statusCode).toBe(200);
    const { rows } = await s.owner.query('select stage, final, role from kernel.proceeding where id = $1', [act.id]);
    expect(rows).toEqual([{ stage: 'country', final: false, role: 'committee-duty' }]);
  });

  it('not looked at in its term, it is told upwards', async () => {
    const f = await family();
    const act = (await breaks(await one('case-manager', away), f.child)).json<ProceedingView>();
    s.clock.set(plusMillis(s.clock.now(), 9 * 24 * hour));
    for (let n = 0; n < 10; n += 1) await tick(s.runtime, s.clockToken);
    const { rows } = await s.owner.query<{ level: number; escalated_to: string | null }>('select level, escalated_to from kernel.proceeding where id = $1', [act.id]);
    expect(rows[0]?.level).toBeGreaterThan(0);
    expect(rows[0]?.escalated_to).not.toBeNull();
  });
});
