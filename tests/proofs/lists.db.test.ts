/** Lists of agencies: taken in row by row, nothing lost, nothing twice, by whoever keeps the register there, and by nobody else. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusMillis } from '#kernel/clock.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import type { FoundChildren } from '#cap/children/contract.ts';
import type { ListCounts, ListColumn, ListRecords } from '#cap/children/domain/lists/inputs.ts';
import { firstModel } from '#cap/children/domain/matching/children/first-model.ts';
import { askAbout } from '#cap/children/tick.ts';
import type { ListState } from '#cap/children/lists/answers.ts';
import { workOnLists } from '#cap/children/lists/work.ts';
import { png } from '#kernel/files/pictures.fixture.ts';
import { expectProblem } from './problems.ts';
import { testServer, type Answer, type TestServer } from './server.ts';

let s: TestServer;
let specialist: string;
let school: string;
let other: string;

beforeAll(async () => {
  s = await testServer();
  const { data } = await s.runtime.directory(null);
  const mine = data.organisations.filter((o) => o.kind === 'school' && o.district !== null);
  const found = mine.find((o) => data.appointments.some((a) => a.role === 'guardianship-specialist' && a.district === o.district));
  school = found?.id ?? '';
  other = mine.find((o) => o.region !== found?.region)?.id ?? '';
  ({ token: specialist } = await s.as('guardianship-specialist', (a) => a.district === found?.district));
});
afterAll(() => s.close());

const refused = (answer: Answer, status: number, code: string): unknown => expectProblem(answer, s.runtime.texts, 'kk', { status, code });
const work = (me = 'a0000000-0000-4000-8000-000000000001', more: object = {}, batch = 5): Promise<number> => workOnLists({ runtime: { ...s.runtime, ...more }, clockToken: s.clockToken, me, batch });
const open = async (token = specialist, organisation = school): Promise<ProceedingView> => {
  const answer = await s.call({ url: '/api/children/list', token, body: { organisation } });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<ProceedingView>();
};
const view = async (id: string, token = specialist): Promise<ProceedingView> => (await s.call({ url: `/api/proceedings/${id}`, token })).json<ProceedingView>();
const state = async (id: string): Promise<ListState> => (await s.call({ url: `/api/children/lists/${id}`, token: specialist })).json<ListState>();
const recordsOf = (p: ProceedingView): ListRecords['list'] => (p.records as unknown as ListRecords).list;
async function upload(id: string, bytes: Buffer | string, token = specialist, name = 'балалар.csv'): Promise<Answer> {
  const { sequence } = await view(id);
  return s.app.inject({
    method: 'POST', url: `/api/children/lists/${id}/file`, payload: Buffer.from(bytes),
    headers: { 'content-type': 'application/octet-stream', 'file-name': encodeURIComponent(name), 'idempotency-key': randomUUID(), 'if-match': `"${sequence}"`, authorization: `Bearer ${token}`, 'accept-language': 'kk' },
  });
}
const step = async (id: string, name: string, body: object = {}, token = specialist): Promise<Answer> => s.call({ url: `/api/children/list/${id}/${name}`, token, body, match: (await view(id)).sequence });
async function tried(bytes: Buffer | string, columns?: readonly ListColumn[], organisation = school): Promise<string> {
  const { id } = await open(specialist, organisation);
  const sent = await upload(id, bytes);
  expect(sent.statusCode, sent.body).toBe(200);
  const { file } = recordsOf(sent.json<ProceedingView>());
  const mapped = await step(id, 'map', { columns: columns ?? file?.proposed, heading: file?.heading });
  expect(mapped.statusCode, mapped.body).toBe(200);
  await work();
  return id;
}
async function takenIn(id: string): Promise<ListCounts> {
  const answer = await step(id, 'run');
  expect(answer.statusCode, answer.body).toBe(200);
  await work();
  const done = recordsOf(await view(id)).done;
  if (done === null) throw new Error('it did not come to its end');
  return done;
}
const many = async (sql: string, values: unknown[] = []): Promise<number> => (await s.owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values)).rows[0]?.n ?? -1;
const children = (): Promise<number> => many('children.child');
const counted = ({ rows, fresh, known, looked, failed }: ListCounts): number[] => [rows, fresh, known, looked, failed];

const pupils = [
  'Тегі;Аты;Әкесінің аты;Туған күні;ЖСН;Жеке іс',
  'Асанов;Нұрсұлтан;Болатұлы;03.04.2014;140403500011;А-1',
  'Үсенова;Әсел;;31.12.2015;;А-2',
  'Ким;Анна;;2016-02-01;;А-3',
  'Петров;Пётр;;31.02.2014;;А-4',
  '=1+1;Иван;;01.02.2014;;А-5',
].join('\n');

describe('a list of a school', () => {
  it('is tried without a trace in the register, taken in, and each step is in its story', async () => {
    const before = await children();
    const id = await tried(pupils);
    expect(await children()).toBe(before);
    const look = await view(id);
    expect([look.stage, recordsOf(look).preview]).toEqual(['tried', { fresh: 3, known: 0, looked: 0, failed: 2, rows: 5, failures: [{ column: 'born', code: 'list.date', rows: 1 }, { column: 'family', code: 'list.name', rows: 1 }] }]);
    expect(counted(await takenIn(id))).toEqual([5, 3, 0, 0, 2]);
    expect(await children()).toBe(before + 3);
    const over = await view(id);
    expect([over.final, over.outcome, over.story.map((l) => l.step)]).toEqual([true, 'taken-in', ['finish', 'run', 'previewed', 'map', 'take-file', 'start']]);
    expect(over.story.find((l) => l.step === 'take-file')?.input).toMatchObject({ name: 'балалар.csv', size: Buffer.byteLength(pupils), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    // The agency is who knows the child, under its own number.
    const { rows } = await s.owner.query('select s.reference, s.organisation, c.iin, c.sex, c.born::text, n.family from children.source s join children.child c on c.id = s.child join children.child_name n on n.child = c.id where s.list = $1 order by 1', [id]);
    expect(rows).toEqual([
      { reference: 'А-1', organisation: school, iin: '140403500011', sex: 'male', born: '2014-04-03', family: 'Асанов' },
      { reference: 'А-2', organisation: school, iin: null, sex: null, born: '2015-12-31', family: 'Үсенова' },
      { reference: 'А-3', organisation: school, iin: null, sex: null, born: '2016-02-01', family: 'Ким' },
    ]);
  });

  it('is found by a search as any child is, in another script too', async () => {
    const found = await s.call({ url: '/api/children/search', token: specialist, body: { q: 'Assanov Nursultan' } });
    expect([found.statusCode, found.body.includes('Нұрсұлтан')]).toEqual([200, true]);
    // Nothing is recorded about him: the agency that brought him can be asked.
    const { data } = await s.runtime.directory(null);
    const [one] = found.json<FoundChildren>().found;
    expect([one?.card?.small, one?.desk?.names]).toEqual([true, data.organisations.find((o) => o.id === school)?.names]);
  });

  it('handed in again changes nothing: the file is known, and so is every row of one that was saved anew', async () => {
    const before = await children();
    const { id } = await open();
    refused(await upload(id, pupils), 409, 'children.list-seen');
    const again = await tried(`${pupils}\n\n`);
    expect(counted(recordsOf(await view(again)).preview ?? ({} as ListCounts))).toEqual([5, 0, 3, 0, 2]);
    expect(counted(await takenIn(again))).toEqual([5, 0, 3, 0, 2]);
    expect([await children(), await many('children.source where list = $1', [again])]).toEqual([before, 0]);
  });

  it('of another writing adds what is new of a known child, and asks a person where something speaks against it', async () => {
    const before = await children();
    const { data } = await s.runtime.directory(null);
    const clinic = data.organisations.find((o) => o.kind === 'clinic' && o.district === data.organisations.find((x) => x.id === school)?.district)?.id ?? school;
    const id = await tried([
      'ФИО;Дата рождения;ИИН;Пол',
      'Асанов Нурсултан Болатович;03.04.2014;140403500011;м',
      'Усенова Асель;31.12.2015;;ж',
      'Ким Мария;04.03.2014;140403500011;ж',
    ].join('\n'), undefined, clinic);
    const done = await takenIn(id);
    expect([done.rows, done.failed]).toEqual([3, 1]);
    expect(done.failures).toEqual([{ column: 'iin', code: 'list.other-day', rows: 1 }]);
    const { rows } = await s.owner.query<{ sex: string; names: number }>(`select c.sex, (select count(*)::int from children.child_name n where n.child = c.id) as names from children.child c where c.iin = '140403500011'`);
    expect(rows).toEqual([{ sex: 'male', names: 2 }]);
    expect(await children()).toBe(before + done.fresh + done.looked);
  });

  it('asks of a child who may be one with a case at the next tick, with what speaks for it, and of one about whom nothing is nobody', async () => {
    const made = (await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{ name: 'Бала', age: 11 }], category: 'neglect', danger: 'rights', summary: 'a' } })).json<ProceedingView>();
    const said = { names: [{ kind: 'document', family: 'Екібасов', given: 'Сәлімгерей', patronymic: 'Ерікұлы' }], born: '2015-06-07', sex: 'male' };
    const named = await s.call({ url: `/api/cases/protection/${made.id}/identify`, token: specialist, match: made.sequence, body: said });
    expect(named.statusCode, named.body).toBe(200);
    const list = await tried([
      'Тегі;Аты;Әкесінің аты;Туған күні;Жынысы',
      'Екибасов;Салимгерей;Маратович;07.06.2015;м', // another father's name: to be looked at
      'Жалғызов;Тізімде;Маратұлы;08.06.2015;м', 'Жалғызов;Тізімде;Серікұлы;08.06.2015;м', // two of the list alone
    ].join('\n'));
    expect(counted(await takenIn(list))).toEqual([3, 1, 0, 2, 0]);
    const { rows } = await s.owner.query<{ one: string; other: string; likely: string; source: string; model: string; weight: number; fields: string[]; wrong: boolean }>(
      `select l.one, l.other, l.likely, l.source, l.model, l.weight, array(select r ->> 'field' from jsonb_array_elements(l.reasons) r) as fields, l.other <> s.looks_like and l.one <> s.looks_like as wrong
       from children.likeness l join children.source s on s.list = $1 and s.looks_like is not null and s.child in (l.one, l.other)`, [list]);
    expect(rows.map((r) => [r.source, r.likely, r.model, typeof r.weight, r.wrong])).toEqual([['import', 'look', firstModel.version, 'number', false], ['import', 'look', firstModel.version, 'number', false]]);
    expect(rows.find((r) => [r.one, r.other].includes(made.subject.id))?.fields).toEqual(['family', 'given', 'patronymic', 'born', 'sex', 'place']);
    await askAbout(s.runtime, s.clockToken, plusMillis(s.clock.now(), -1_000));
    const asked = await s.owner.query('select p.procedure, p.final, r.one, r.other from children.pair r join kernel.proceeding p on p.id = r.proceeding where p.opened_at = $1', [s.clock.now()]);
    expect(asked.rows).toEqual([{ procedure: 'children.duplicate', final: false, one: expect.any(String) as string, other: expect.any(String) as string }]);
    expect(Object.values(asked.rows[0] as object)).toContain(made.subject.id);
  });

  it('is mended by its failed rows: their own cells, the reason in the person’s language, and no formula', async () => {
    const id = await tried('Тегі;Аты;Туған күні\n=cmd|calc;Асан;01.02.2015\nОспан;Айша;99.99.2015\n"Ашық;Бала;01.02.2015\nЖақсы;Бала;01.02.2015\n');
    const shown = await state(id);
    expect(shown.examples.map((r) => [r.line, r.why])).toEqual([
      [2, ['Тегі: Бұл есімге ұқсамайды.']], [3, ['Туған күні: Мұндай күн жоқ. Былай жазыңыз: 03.04.2014.']], [4, ['Жол: Тырнақша жабылмаған.']],
    ]);
    const file = await s.call({ url: `/api/children/lists/${id}/failed`, token: specialist, language: 'ru' });
    expect([file.statusCode, file.headers['content-disposition']]).toEqual([200, expect.stringContaining('attachment') as string]);
    expect(file.body.split('\r\n')).toEqual([
      '\ufeff"Тегі";"Аты";"Туған күні";"Причина";"Номер строки"',
      `"'=cmd|calc";"Асан";"01.02.2015";"Фамилия: Это не похоже на имя.";"2"`,
      '"Оспан";"Айша";"99.99.2015";"Дата рождения: Такого дня нет. Напишите так: 03.04.2014.";"3"',
      '"""Ашық";"Бала";"01.02.2015";"Строка: Кавычка не закрыта.";"4"',
      '',
    ]);
    expect(await many(`kernel.look where what = 'export' and target = $1`, [id])).toBe(1);
    // It is for who sent the list: a head sees the counts, and not the file.
    const { district } = await view(id);
    const { token: head } = await s.as('district-head', (a) => a.district === district);
    const heads = await s.call({ url: `/api/children/lists/${id}/failed`, token: head });
    expect(heads.statusCode).toBe(404);
    await takenIn(id);
    expect((await s.call({ url: `/api/children/lists/${id}/failed`, token: specialist })).statusCode).toBe(200);
    expect(await many('children.list_part where list = $1', [id])).toBe(0);
    s.clock.set(plusMillis(s.clock.now(), 20 * 86_400_000));
    refused(await s.call({ url: `/api/children/lists/${id}/failed`, token: specialist }), 410, 'children.list-gone');
    await s.runtime.pool.query('select children.list_expire($1, $2, $2)', [s.clockToken, s.clock.now()]);
    expect(await many('children.list_failed where list = $1', [id])).toBe(0);
  });
});

describe('a process that ends in the middle', () => {
  it('leaves no row half taken; the next one goes on behind it, and two do not do it twice', async () => {
    const lines = Array.from({ length: 23 }, (_, i) => `Жолов;Бала${String.fromCharCode(0x430 + i)};${String(1 + i).padStart(2, '0')}.03.2013`);
    const id = await tried(['Тегі;Аты;Туған күні', ...lines].join('\n'));
    expect((await step(id, 'run')).statusCode).toBe(200);
    const before = await children();
    await expect(work(undefined, { changed: () => { throw new Error('killed'); } })).rejects.toThrow('killed');
    expect([(await state(id)).rows, await children()]).toEqual([5, before + 5]);
    // Whoever comes while the first is believed alive takes nothing.
    expect(await work('b0000000-0000-4000-8000-000000000002')).toBe(0);
    s.clock.set(plusMillis(s.clock.now(), 61_000));
    await Promise.all([work('b0000000-0000-4000-8000-000000000002'), work('c0000000-0000-4000-8000-000000000003')]);
    expect([counted(recordsOf(await view(id)).done ?? ({} as ListCounts)), await children()]).toEqual([[23, 23, 0, 0, 0], before + 23]);
  });

  it('is stopped by a person, and told to go on', async () => {
    const lines = Array.from({ length: 12 }, (_, i) => `Тоқтаров;Бала${String.fromCharCode(0x430 + i)};${String(1 + i).padStart(2, '0')}.05.2013`);
    const id = await tried(['Тегі;Аты;Туған күні', ...lines].join('\n'));
    expect((await step(id, 'run')).statusCode).toBe(200);
    expect((await step(id, 'stop')).statusCode).toBe(200);
    expect(await work()).toBe(0);
    expect((await state(id)).rows).toBe(0);
    expect((await step(id, 'go-on')).statusCode).toBe(200);
    await work();
    expect(counted(recordsOf(await view(id)).done ?? ({} as ListCounts))).toEqual([12, 12, 0, 0, 0]);
  });
});

describe('what is no list', () => {
  it.each<[string, Buffer, number, string]>([
    ['an empty file', Buffer.alloc(0), 400, 'file-empty'],
    ['blank lines', Buffer.from('\n\n  \n'), 400, 'file-empty'],
    ['a picture called .csv', png, 415, 'children.list-kind'],
    ['a broken XLSX', Buffer.from('PK\x03\x04 no zip'), 400, 'children.list-damaged'],
    ['501 columns', Buffer.from(`${'a;'.repeat(500)}a\n`), 413, 'children.list-wide'],
  ])('%s is refused in words, and nothing of it stays', async (_, bytes, status, code) => {
    const { id } = await open();
    refused(await upload(id, bytes), status, code);
    expect((await view(id)).stage).toBe('awaited');
    s.clock.set(plusMillis(s.clock.now(), 1_000));
    await s.runtime.pool.query('select children.list_expire($1, $2, $2)', [s.clockToken, s.clock.now()]);
    expect(await many('children.list_part where list = $1', [id])).toBe(0);
  });

  it('500 columns are a list', async () => {
    const { id } = await open();
    const sent = await upload(id, `Тегі;Аты;Туған күні${';x'.repeat(497)}\nА;Б;01.02.2015${';1'.repeat(497)}\n`);
    expect(sent.statusCode, sent.body.slice(0, 300)).toBe(200);
    expect(recordsOf(sent.json<ProceedingView>()).file?.proposed.slice(0, 4)).toEqual(['family', 'given', 'born', 'left-out']);
  });
});

describe('a row is never lost', () => {
  it('rows of the file = new + known + to be looked at + failed, and once more they are all known', { timeout: 120_000 }, async () => {
    const name = fc.constantFrom('Асан', 'Үсен', 'Анна', 'Ким', 'Нұрсұлтан', 'Nursultan', 'Нурсултан', '', '=1', '"ашық', 'а'.repeat(401), 'x\0y', '7');
    const day = fc.constantFrom('03.04.2014', '2014-04-03', '04.03.2014', '01.01.1900', '01.01.2100', 'кеше', '');
    const iin = fc.constantFrom('', '', '140403500011', '140403500012', '12');
    const line = fc.oneof({ weight: 8, arbitrary: fc.tuple(name, name, day, iin).map((c) => c.join(';')) }, { weight: 1, arbitrary: fc.constantFrom('а', '"', ';;;;;;', 'a;b;c;d;e;f', '   ') });
    let n = 0;
    await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 25 }), async (lines) => {
      n += 1;
      const text = ['Тегі;Аты;Туған күні;ЖСН', `Бірегей;Бала;${String(1 + (n % 28)).padStart(2, '0')}.07.2012;`, ...lines].join('\n');
      const id = await tried(text, ['family', 'given', 'born', 'iin']);
      const before = await children();
      const done = await takenIn(id);
      expect(done.rows).toBe(done.fresh + done.known + done.looked + done.failed);
      expect(await children()).toBe(before + done.fresh + done.looked);
      const again = await takenIn(await tried(`${text}\n\n`, ['family', 'given', 'born', 'iin']));
      expect([again.rows, again.fresh, again.looked, again.failed]).toEqual([done.rows, 0, 0, done.failed]);
    }), { numRuns: Number(process.env['QORGAN_LIST_RUNS'] ?? 4) });
  });
});

describe('a list', () => {
  it('is opened for an agency of one’s own territory by those who keep the register', async () => {
    refused(await s.call({ url: '/api/children/list', token: specialist, body: { organisation: other } }), 400, 'invalid-input');
    for (const role of ['school-worker', 'operator', 'police-inspector', 'case-manager'] as const) {
      const { token } = await s.as(role);
      expect([role, (await s.call({ url: '/api/children/list', token, body: { organisation: school } })).statusCode]).toEqual([role, 404]);
    }
  });
  it('of another district is not there, for its page, its file and its rows', async () => {
    const id = await tried('Тегі;Аты;Туған күні\nБасқа;Бала;01.02.2015\n=1;Бала;01.02.2015');
    const { district } = await view(id);
    const { token: stranger } = await s.as('guardianship-specialist', (a) => a.district !== district);
    for (const url of [`/api/children/lists/${id}`, `/api/children/lists/${id}/failed`]) refused(await s.call({ url, token: stranger }), 404, 'not-found');
    refused(await upload(id, 'a;b', stranger), 404, 'not-found');
    refused(await s.call({ url: `/api/children/lists/${id}`, token: null }), 401, 'no-session');
  });
  it('takes no word of a file that was not sent', async () => {
    const { id } = await open();
    const answer = await step(id, 'take-file', { file: randomUUID(), name: 'a.csv', sha256: 'a'.repeat(64), size: 1, delimiter: 'comma', heading: true, headings: ['a'], proposed: ['name'] });
    refused(answer, 409, 'children.list-no-file');
  });
  it('does not tell of a child who is closed to the one who sends it', async () => {
    const { data } = await s.runtime.directory(null);
    const { appointment } = await s.as('guardianship-specialist', (a) => a.district === data.organisations.find((o) => o.id === school)?.district);
    const made = await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{ name: 'Құпия', age: 9 }], category: 'physical', danger: 'violence', summary: 'a' } });
    const { subject, id, sequence } = made.json<ProceedingView>();
    const named = await s.call({ url: `/api/cases/protection/${id}/identify`, token: specialist, match: sequence, body: { names: [{ kind: 'document', family: 'Жабық', given: 'Құпия' }], born: '2015-05-05' } });
    expect(named.statusCode, named.body).toBe(200);
    const sent = 'Тегі;Аты;Туған күні\nЖабық;Құпия;05.05.2015\n';
    expect(counted(recordsOf(await view(await tried(sent))).preview ?? ({} as ListCounts))).toEqual([1, 0, 1, 0, 0]);
    await s.owner.query('insert into kernel.conflict (proceeding, person, at) select id, $2, $3 from kernel.proceeding where subject = $1', [subject.id, appointment.person, s.clock.now()]);
    const list = await tried(`${sent}\n`);
    expect(counted(recordsOf(await view(list)).preview ?? ({} as ListCounts))).toEqual([1, 1, 0, 0, 0]);
  });
});
