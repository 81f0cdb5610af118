/** Who looked, and who is told so; refusals leave their line; unusual looking and access are reviewed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '#kernel/access/directory.ts';
import type { Role } from '#kernel/access/roles.ts';
import { plusMillis } from '#kernel/clock.ts';
import type { DayPage, InclusionProof, Problem, ProceedingView, StoryLine } from '#kernel/contract.ts';
import { sealAll } from '#kernel/journal/sealer.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import type { HouseAccess, LookReviewRecords, LooksSeen } from '#cap/oversight/contract.ts';
import { lookBack, reviewAccess } from '#cap/oversight/rounds.ts';
import { testServer, type Answer, type TestServer } from './server.ts';

const day = 86_400_000;
let s: TestServer;
let home: string;
let region: string;
let away: string;

beforeAll(async () => {
  s = await testServer();
  const bodies = await s.staff('guardianship-specialist');
  home = bodies[0]?.district ?? '';
  region = bodies[0]?.region ?? '';
  away = bodies.find((a) => a.district !== home)?.district ?? '';
});
afterAll(() => s.close());

const one = async (role: Role, fits: (a: Appointment) => boolean = () => true): Promise<Appointment> => {
  const [found] = await s.staff(role, fits);
  if (found === undefined) throw new Error(`nobody is ${role}`);
  return found;
};
const at = (district: string) => (a: Appointment) => a.district === district;
const get = async (a: Appointment, url: string): Promise<Answer> => s.call({ url, token: await s.signIn(a.id) });
const step = async (a: Appointment, view: { procedure: string; id: string }, name: string, body: object = {}): Promise<Answer> => {
  const [seen] = (await s.owner.query<{ sequence: number }>('select sequence from kernel.proceeding where id = $1', [view.id])).rows;
  return s.call({ url: `/api/${view.procedure.replace('.', '/')}/${view.id}/${name}`, token: await s.signIn(a.id), match: seen?.sequence ?? 0, body });
};
let counter = 0;
/** So that no child of these stories is taken for another. */
const given = ['Айша', 'Бақыт', 'Гүлім', 'Дәурен', 'Ерасыл', 'Жібек', 'Зере', 'Илияс', 'Кәусар', 'Ләйлә', 'Мөлдір', 'Нұрым', 'Оразбек', 'Патшайым', 'Раушан', 'Салтанат', 'Толғанай', 'Ұлпан', 'Фархат', 'Шолпан'];
async function file(family = 'Сынақтегі', more: object = {}): Promise<ProceedingView> {
  counter += 1;
  const specialist = await one('guardianship-specialist', at(home));
  const opened = await s.call({
    url: '/api/cases/protection', token: await s.signIn(specialist.id),
    body: { children: [{ name: `Бала${'абвгдежзиклмн'[counter % 13]}`, age: 7 }], category: 'neglect', danger: 'rights', summary: 'canary-summary', ...more },
  });
  expect(opened.statusCode, opened.body).toBe(201);
  const view = opened.json<ProceedingView>();
  const identified = await step(specialist, view, 'identify', { names: [{ kind: 'document', family, given: given[counter % given.length] }] });
  expect(identified.statusCode, identified.body).toBe(200);
  return view;
}
const refusedBy = async (who: Appointment): Promise<{ target: string | null; route: string }[]> =>
  (await s.owner.query<{ target: string | null; route: string }>(`select target, route from kernel.look where appointment = $1 and what = 'refused' order by id`, [who.id])).rows;

describe('who looked', () => {
  let view: ProceedingView;
  let commissioner: Appointment;
  const looks = (child: string, purpose = 'complaint'): string => `/api/oversight/looks?child=${child}&purpose=${purpose}`;
  beforeAll(async () => {
    view = await file();
    commissioner = await one('commissioner', (a) => a.region === region);
    await get(await one('case-manager', at(home)), `/api/proceedings/${view.id}`);
    await get(await one('case-manager', at(home)), `/api/children/${view.subject.id}`);
    await get(await one('case-manager', at(away)), `/api/proceedings/${view.id}`);
  });

  it('is shown to the commissioner: who, when, by what right; his asking is a look, with its purpose', async () => {
    const manager = await one('case-manager', at(home));
    const stranger = await one('case-manager', at(away));
    const answer = await get(commissioner, looks(view.subject.id));
    expect(answer.statusCode, answer.body).toBe(200);
    const seen = answer.json<LooksSeen>().looks;
    expect(seen.filter((l) => l.name === manager.name).map((l) => l.what).sort()).toEqual(['child', 'proceeding']);
    expect(seen.filter((l) => l.name === stranger.name).map((l) => l.what)).toEqual(['refused']);
    expect(answer.body).not.toContain('canary');
    const again = (await get(commissioner, looks(view.subject.id, 'court'))).json<LooksSeen>().looks;
    expect(again[0]).toMatchObject({ what: 'lookers', name: commissioner.name, purpose: 'complaint' });
  });

  it('must be asked for a purpose', async () => {
    expect((await get(commissioner, `/api/oversight/looks?child=${view.subject.id}`)).statusCode).toBe(400);
    expect((await get(commissioner, looks(view.subject.id, 'curiosity'))).statusCode).toBe(400);
  });

  it('is sealed with its purpose, and proved to him', async () => {
    await sealAll({ pool: s.runtime.pool, clockToken: s.clockToken, signer: s.runtime.journal }, s.clock.now());
    const { rows } = await s.owner.query<{ id: string }>(`select id from kernel.look where what = 'lookers' and appointment = $1 order by id limit 1`, [commissioner.id]);
    const proof = (await get(commissioner, `/api/journal/inclusion?kind=look&id=${rows[0]?.id ?? ''}`)).json<InclusionProof>();
    expect(proof.data).toMatch(/^qorgan-look-2\n\{.*"purpose":"complaint"/);
  });

  it('is told to nobody else: no worker, no head, not the other region, not who has an interest; as if there were no child', async () => {
    const accused = await file('Байтөре');
    await s.owner.query('insert into kernel.conflict (proceeding, person, at) values ($1, $2, $3)', [accused.id, commissioner.person, s.clock.now()]);
    const absent = await get(commissioner, looks('0190ffff-0000-7000-8000-00000000dead'));
    expect(absent.statusCode).toBe(404);
    const others: [Appointment, string][] = [
      [await one('case-manager', at(home)), view.subject.id], [await one('district-head', at(home)), view.subject.id], [await one('region-head', (a) => a.region === region), view.subject.id],
      [await one('committee-duty'), view.subject.id], [await one('operator'), view.subject.id], [await one('administrator'), view.subject.id],
      [await one('commissioner', (a) => a.region !== region), view.subject.id], [commissioner, accused.subject.id],
    ];
    for (const [who, child] of others) {
      const answer = await get(who, looks(child));
      expect([who.role, answer.statusCode, answer.body]).toEqual([who.role, 404, absent.body]);
      expect((await refusedBy(who)).at(-1)).toEqual({ target: child, route: 'GET /api/oversight/looks' });
    }
    expect((await s.call({ url: looks(view.subject.id) })).statusCode).toBe(401);
  });

  it('within a break-glass is shown to whoever reviews it, and not to him who did it', async () => {
    const breaker = await one('case-manager', at(away));
    const act = (await s.call({ url: '/api/oversight/break-glass', token: await s.signIn(breaker.id), body: { child: view.subject.id, purpose: 'missing', reason: 'бала біздің ауданда табылды' } })).json<ProceedingView>();
    await get(breaker, `/api/proceedings/${view.id}`);
    const head = act.responsible.worker?.appointment ?? '';
    const url = `/api/oversight/reviews/${act.id}/looks`;
    const seen = (await s.call({ url, token: await s.signIn(head) })).json<LooksSeen>().looks;
    expect(seen.map((l) => [l.name, l.what, l.breakGlass])).toEqual([[breaker.name, 'proceeding', act.id]]);
    expect((await get(commissioner, url)).statusCode).toBe((await one('commissioner', (a) => a.region === act.region)).region === commissioner.region ? 200 : 404);
    for (const who of [breaker, await one('case-manager', at(home)), await one('operator')]) expect((await get(who, url)).statusCode).toBe(404);
  });
});

describe('what is refused of an existing record', () => {
  it('leaves its look in the same transaction, on every route that names one', async () => {
    const view = await file();
    const stranger = await one('guardianship-specialist', at(away));
    const routes: [string, () => Promise<Answer>, string][] = [
      ['a proceeding', () => get(stranger, `/api/proceedings/${view.id}`), view.id],
      ['its story', () => get(stranger, `/api/proceedings/${view.id}/story?before=2`), view.id],
      ['a step', () => step(stranger, view, 'note', { text: 'x' }), view.id],
      ['a child', () => get(stranger, `/api/children/${view.subject.id}`), view.subject.id],
      ['who looked', () => get(stranger, `/api/oversight/looks?child=${view.subject.id}&purpose=court`), view.subject.id],
      ['looks of a review', () => get(stranger, `/api/oversight/reviews/${view.id}/looks`), view.id],
      ['people of a review', () => get(stranger, `/api/oversight/reviews/${view.id}/people`), view.id],
    ];
    for (const [what, ask, target] of routes) {
      const before = (await refusedBy(stranger)).length;
      expect([what, (await ask()).statusCode]).toEqual([what, 404]);
      const lines = (await refusedBy(stranger)).slice(before);
      expect([what, lines.length > 0, lines.every((l) => l.target === target)]).toEqual([what, true, true]);
    }
    const [entry] = (await get(await one('guardianship-specialist', at(home)), `/api/proceedings/${view.id}`)).json<{ story: StoryLine[] }>().story;
    expect((await get(stranger, `/api/journal/inclusion?kind=entry&id=${entry?.entry ?? ''}`)).statusCode).toBe(404);
    expect((await refusedBy(stranger)).at(-1)?.target).toBe(entry?.entry);
  });

  it('a step that is not one’s role’s too, though one sees the proceeding', async () => {
    const view = await file();
    const head = await one('district-head', at(home));
    expect((await step(head, view, 'therapy-note', { text: 'x' })).statusCode).toBe(404);
    expect((await refusedBy(head)).at(-1)).toMatchObject({ target: view.id, route: `POST /api/cases/protection/${view.id}/therapy-note` });
  });
});

describe('unusual looking', () => {
  it('is noticed the day after, once, and goes to the head above; he who looked neither sees nor steers it', async () => {
    const curious = (await s.staff('guardianship-specialist', at(away)))[1] as Appointment;
    for (let n = 0; n < 5; n += 1) {
      const view = await file();
      await get(curious, `/api/proceedings/${view.id}`);
    }
    // A child of one's own surname, looked at by right; and somebody who did nothing unusual.
    const own = await one('case-manager', at(home));
    const surname = own.name.split(' ').at(-1) ?? '';
    await get(own, `/api/proceedings/${(await file(surname)).id}`);
    const plain = await one('district-head', at(home));
    await get(plain, `/api/proceedings/${(await file()).id}`);
    const today = almatyDate(s.clock.now());
    s.clock.set(plusMillis(s.clock.now(), day));
    await lookBack(s.runtime, s.clockToken, today);
    expect(await lookBack(s.runtime, s.clockToken, today)).toBe(0);
    const reviewOf = async (who: Appointment) => (await s.owner.query<{ id: string; worker: string; subject: string }>(`select id, worker, subject from kernel.proceeding where procedure = 'oversight.look-review' and subject = $1`, [who.person])).rows;
    const [review] = await reviewOf(curious);
    expect(review).toBeDefined();
    const head = (await s.runtime.directory(null)).appointment(review?.worker ?? '') as Appointment;
    expect([head.role, head.district]).toEqual(['district-head', away]);
    expect((await get(head, '/api/my-day?limit=100')).json<DayPage>().items.map((i) => i.proceeding)).toContain(review?.id);
    const shown = (await get(head, `/api/proceedings/${review?.id ?? ''}`)).json<ProceedingView>();
    const { looking } = shown.records as unknown as LookReviewRecords;
    expect(looking.reasons.find((r) => r.kind === 'refused')).toMatchObject({ limit: 3 });
    expect(JSON.stringify(shown)).not.toContain('canary');
    expect((await get(curious, `/api/proceedings/${review?.id ?? ''}`)).statusCode).toBe(404);
    const seen = (await get(head, `/api/oversight/reviews/${review?.id ?? ''}/looks`)).json<LooksSeen>().looks;
    expect(seen.length).toBeGreaterThanOrEqual(5);
    expect(new Set(seen.map((l) => l.name))).toEqual(new Set([curious.name]));
    const [named] = await reviewOf(own);
    const why = await s.owner.query<{ body: LookReviewRecords['looking'] }>(`select body from kernel.record where proceeding = $1 and kind = 'oversight.look-review/looking'`, [named?.id]);
    expect(why.rows[0]?.body.reasons.map((r) => r.kind)).toContain('own-name');
    expect(await reviewOf(plain)).toEqual([]);
    const done = await step(head, { procedure: 'oversight.look-review', id: review?.id ?? '' }, 'explained', { why: 'тапсырма болған' });
    expect(done.json<ProceedingView>()).toMatchObject({ final: true, outcome: 'explained' });
  });
});

describe('review of access', () => {
  it('comes to each house with a head at the beginning of a half-year, once; each is confirmed or ended', async () => {
    // Installed in this half-year: nothing yet.
    expect(await reviewAccess(s.runtime, s.clockToken)).toBe(0);
    s.clock.set('2027-01-04T05:00:00.000Z');
    const opened = await reviewAccess(s.runtime, s.clockToken);
    const { data } = await s.runtime.directory(null);
    const kinds = ['contact-centre', 'police', 'guardianship-body', 'region-department', 'committee'];
    expect(opened).toBe(data.organisations.filter((o) => kinds.includes(o.kind)).length);
    expect(await reviewAccess(s.runtime, s.clockToken)).toBe(0);
    const body = await one('district-head', at(home));
    const { rows } = await s.owner.query<{ id: string; worker: string }>(`select id, worker from kernel.proceeding where procedure = 'oversight.access-review' and subject = $1`, [body.organisation]);
    const review = { procedure: 'oversight.access-review', id: rows[0]?.id ?? '' };
    const head = data.appointments.find((a) => a.id === rows[0]?.worker) as Appointment;
    expect([head.role, head.organisation]).toEqual(['district-head', body.organisation]);
    expect((await get(head, '/api/my-day?limit=100')).json<DayPage>().items.map((i) => i.proceeding)).toContain(review.id);
    const url = `/api/oversight/reviews/${review.id}/people`;
    const { people } = (await get(head, url)).json<HouseAccess>();
    expect(people.length).toBe(data.appointments.filter((a) => a.organisation === body.organisation).length);
    expect(people.some((p) => p.looks > 0 && p.signedIn !== null)).toBe(true);
    expect((await get(await one('case-manager', at(home)), url)).statusCode).toBe(404);
    expect((await step(head, review, 'finish')).json<Problem>().code).toBe('oversight.not-all-decided');
    const others = people.filter((p) => !p.own).map((p) => p.appointment);
    const [leaver, ...staying] = others;
    expect((await step(head, review, 'confirm', { appointments: [head.id] })).json<Problem>().code).toBe('oversight.own-act');
    expect((await step(head, review, 'confirm', { appointments: staying })).statusCode).toBe(200);
    expect((await step(head, review, 'finish')).statusCode).toBe(409);
    const ended = await s.call({ url: `/api/agencies/staff/${leaver ?? ''}/end`, token: await s.signIn(head.id), match: 1, body: { why: 'left' } });
    expect(ended.statusCode, ended.body).toBe(200);
    s.clock.set(plusMillis(s.clock.now(), 60_000));
    expect((await step(head, review, 'finish')).json<ProceedingView>()).toMatchObject({ final: true, outcome: 'reviewed' });
  });
});
