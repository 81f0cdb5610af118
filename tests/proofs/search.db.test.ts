/** The search over the register: who is found by what, who finds whom, and an index that says the same however it came to be. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProceedingView } from '#kernel/contract.ts';
import type { FoundChild, FoundChildren, SearchInput } from '#cap/children/contract.ts';
import { askedOf } from '#cap/children/domain/search/asked.ts';
import { gazetteerOf } from '#cap/children/domain/search/places.ts';
import { questionOf } from '#cap/children/domain/search/question.ts';
import { indexRegister } from '#cap/children/store/index/register.ts';
import { testServer, type TestServer } from './server.ts';

let s: TestServer;
let specialist: string;
let ersultan: string;
beforeAll(async () => {
  s = await testServer();
  specialist = (await s.as('guardianship-specialist')).token;
  ersultan = await child({ names: [{ kind: 'document', family: 'Жақыпов', given: 'Ерсұлтан', patronymic: 'Бекұлы' }], born: '2014-04-03', sex: 'male', iin: '140403501238', relations: [{ kind: 'mother', name: 'Жақыпова Гүлнар Серікқызы' }] });
});
afterAll(() => s.close());

const protection = new Map<string, ProceedingView>();
/** A case about a child who is then identified; answers the child. */
async function child(identity: object): Promise<string> {
  const opened = (await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{}], category: 'neglect', danger: 'rights', summary: 'a' } })).json<ProceedingView>();
  const said = await s.call({ url: `/api/cases/protection/${opened.id}/identify`, token: specialist, match: opened.sequence, body: identity });
  expect(said.statusCode, said.body).toBe(200);
  protection.set(opened.subject.id, said.json<ProceedingView>());
  return opened.subject.id;
}
async function search(body: SearchInput, token = specialist): Promise<FoundChildren> {
  const answer = await s.call({ url: '/api/children/search', token, body });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<FoundChildren>();
}
const first = async (body: SearchInput, token = specialist): Promise<FoundChild | undefined> => (await search(body, token)).found[0];

describe('a child is found', () => {
  it.each<[SearchInput, string[]]>([
    [{ q: 'Жақыпов Ерсұлтан' }, ['family', 'given']],
    [{ q: 'ерсұлтан жақыпов' }, ['family', 'given']],
    [{ q: 'Джакыпов Ерсултан Бекович' }, ['family', 'given', 'patronymic']],
    [{ q: 'Zhakypov Yersultan' }, ['family', 'given']],
    [{ q: 'Жақыпов Ерсұлтан 2014' }, ['family', 'given', 'born']],
    [{ q: 'Жақыпов Ерсұлтан 12 жас' }, ['family', 'given', 'born']],
    [{ q: 'Жақыпов Ерсұлтан 03.04.2014' }, ['family', 'given', 'born']],
    [{ q: 'Жақыпов Ерсұлтан 04.03.2014' }, ['family', 'given', 'born-near']],
    [{ q: 'Жақыпов Ерсұлтан 03.04.2015' }, ['family', 'given', 'born-near']],
    [{ q: 'Жақыпов Ерсултн' }, ['family', 'given-near']],
    [{ q: 'Жапыпов Ерсұлтан ұл' }, ['family-near', 'given', 'sex']],
    [{ q: 'Жақыпов Ерсұ' }, ['family', 'given-begins']],
    [{ q: 'Жақыпов Ерсұлтан Гүлнар' }, ['family', 'given', 'parent']],
    [{ q: 'Жақыпов Ерсұлтан', parent: 'Гульнара' }, ['family', 'given', 'parent']],
    [{ q: 'Жақыпов Ерсұлтан 1238' }, ['family', 'given', 'iin-end']],
    [{ q: 'Ерсұлтан', born: '2014-04-03' }, ['given', 'born']],
    [{ q: 'Қайрабергенов Ерсұлтан 03.04.2014' }, ['given', 'born', 'not-all']],
    [{ q: '140403501238' }, ['iin']],
  ])('by %j', async (body, reasons) => {
    const found = await first(body);
    expect([found?.id, found?.reasons]).toEqual([ersultan, reasons]);
  });

  it('by his place, that follows him', async () => {
    const { district } = protection.get(ersultan) ?? {};
    expect((await first({ q: 'Жақыпов Ерсұлтан', district: district ?? '' }))?.reasons).toEqual(['family', 'given', 'place']);
    await s.owner.query(`update children.child set district = null, born = '2013-01-01', born_precision = 'year' where id = $1`, [ersultan]);
    expect((await first({ q: 'Жақыпов Ерсұлтан', district: district ?? '', year: 2013 }))?.reasons).toEqual(['family', 'given', 'born', 'place-differs']);
    await s.owner.query(`update children.child set district = $2, born = '2014-04-03', born_precision = 'day' where id = $1`, [ersultan, district]);
  });

  it('by each of his spellings, and as somebody first said his name', async () => {
    const twice = await child({ names: [{ kind: 'document', family: 'Кузнецова', given: 'Арина' }, { kind: 'known-as', given: 'Арина Голубкина' }] });
    expect((await first({ q: 'Кузнецова Арина' }))?.id).toBe(twice);
    expect((await first({ q: 'Голубкина Арина' }))?.reasons).toEqual(['family', 'given']);
    expect((await search({ q: 'Арина' })).found.filter((f) => f.id === twice)).toHaveLength(1);
  });

  it('through two slips, in one word and in two, and by what is left of a name', async () => {
    for (const q of ['Жақывпв Ерсұлтан 2014', 'Жапыпов Ерслтан Бекұлы', 'Ерсұлтан Бекұлы Мүлдембасов 03.04.2014', 'Жақыпов 03.04.2014', 'Жақыпов Бекұлы 2014', 'Жқыпов Ерсұлтн 03.04.2014']) expect((await first({ q }))?.id, q).toBe(ersultan);
  });

  it('without those who are far less likely', async () => {
    const brother = await child({ names: [{ kind: 'document', family: 'Төлегетаев', given: 'Сұңқар' }], born: '2013-05-06' });
    const sister = await child({ names: [{ kind: 'document', family: 'Төлегетаева', given: 'Аққу' }], born: '2013-05-06' });
    expect((await search({ q: 'Төлегетаев Сұңқар 06.05.2013' })).found.map((f) => f.id)).toEqual([brother]);
    expect((await search({ q: 'Төлегетаев 06.05.2013' })).found.map((f) => f.id).sort()).toEqual([brother, sister].sort());
  });

  it('not by anything', async () => {
    expect((await search({ q: 'Қайрабергенов Мұстафа' })).found).toEqual([]);
    expect((await search({ q: 'უცხო ღღღ' })).found).toEqual([]);
  });
});

describe('where too many fit', () => {
  it('says what to add, and shows none of them', async () => {
    await s.owner.query(`with made as (insert into children.child (id, born, born_precision, region, created_at) select gen_random_uuid(), date '2012-01-01' + n, 'day', 'KZ-75', $1 from generate_series(1, 30) n returning id)
      insert into children.child_name (id, child, kind, family, given, script, at) select gen_random_uuid(), id, 'document', 'Тобықтыев', 'Мирас', 'cyrillic', $1 from made`, [s.clock.now()]);
    await indexRegister({ ownerUrl: s.database.ownerUrl, missing: true });
    expect(await search({ q: 'Тобықтыев' })).toEqual({ found: [], more: true, narrow: ['name', 'born', 'district', 'sex'] });
    expect(await search({ q: 'Тобықтыев Мирас' })).toEqual({ found: [], more: true, narrow: ['born', 'patronymic', 'district', 'sex'] });
    const exact = await search({ q: 'Тобықтыев Мирас 05.01.2012' });
    expect(exact.found.map((f) => [f.card?.born, f.card?.small, f.card?.name, f.desk])).toContainEqual(['2012-01-05', true, 'Мирас Т.', null]);
    expect(exact.found[0]?.card?.born).toBe('2012-01-05');
    expect(exact.narrow).toEqual([]);
  });

  it('a child about whom there is nothing is found by those who keep the register alone', async () => {
    const q = { q: 'Тобықтыев Мирас', born: '2012-01-05' };
    for (const role of ['case-manager', 'district-head', 'region-head', 'committee-duty'] as const) expect((await search(q, (await s.as(role)).token)).found[0]?.card?.small, role).toBe(true);
    for (const role of ['operator', 'shift-lead', 'school-worker', 'police-inspector'] as const) expect((await search(q, (await s.as(role)).token)).found, role).toEqual([]);
    const id = (await first(q))?.id ?? '';
    expect((await s.call({ url: `/api/children/${id}`, token: specialist })).statusCode).toBe(404);
  });
});

describe('who finds whom', () => {
  it('roles that only report find whom they name well, to the day', async () => {
    const { token } = await s.as('school-worker');
    expect((await search({ q: 'Жақыпов Ерсултан', born: '2014-04-03' }, token)).found).toMatchObject([{ id: ersultan, card: null }]);
    // Two letters exchanged are one slip.
    expect((await search({ q: 'Жақпыов Ерсултан', born: '2014-04-03' }, token)).found).toMatchObject([{ id: ersultan, card: null }]);
    for (const body of [{ q: 'Жақыпов Ерсұлтан', born: '2014-04-04' }, { q: 'Жакыпво Ерсултн', born: '2014-04-03' }, { q: 'Жақыпов Мирас', born: '2014-04-03' }]) expect((await search(body, token)).found, body.q).toEqual([]);
    for (const body of [{ q: 'Жақыпов Ерсұлтан' }, { q: 'Жақыпов Ерсұлтан 2014' }, { q: '12 жас', born: '2014-04-03' }]) expect((await s.call({ url: '/api/children/search', token, body })).statusCode, body.q).toBe(400);
  });

  it('a sealed child is not found, whatever is asked', async () => {
    const hidden = await child({ names: [{ kind: 'document', family: 'Шыңғысханов', given: 'Батырхан' }], born: '2015-06-07', iin: '150607501239' });
    expect((await first({ q: 'Шыңғысханов Батырхан' }))?.id).toBe(hidden);
    await s.owner.query('update kernel.proceeding set sealed = true where subject = $1', [hidden]);
    for (const q of ['Шыңғысханов Батырхан', 'Шынгысханов', 'Шыңғысхано Батырхан 07.06.2015', 'Батырхан 2015', '150607501239']) expect((await search({ q })).found.map((f) => f.id), q).not.toContain(hidden);
  });

  it('what was erased leaves neither him nor his name', async () => {
    const gone = await child({ names: [{ kind: 'document', family: 'Өшірілгенбаев', given: 'Ерсұлтан' }] });
    expect((await first({ q: 'Өшірілгенбаев' }))?.id).toBe(gone);
    await s.owner.query('update kernel.subject_key set wrapped = null, destroyed_at = $2 where subject = $1', [gone, s.clock.now()]);
    expect((await search({ q: 'Өшірілгенбаев' })).found.map((f) => f.id)).not.toContain(gone);
    const left = await s.owner.query(`select 1 from children.name_spelling where spelling like '%shirilgen%' or spelling like '%xirilgen%'`);
    expect(left.rowCount).toBe(0);
    expect((await first({ q: 'Жақыпов Ерсұлтан' }))?.id).toBe(ersultan);
  });
});

describe('the index', () => {
  const dump = async () => {
    const pointers = await s.owner.query(`select p.child, f.key as family, g.key as given, a.key as patronymic, m.key as mother, d.key as father, p.born, r.code as region, i.code as district, p.iin_end, p.sex, p.precision
      from children.pointer p left join children.known_name f on f.id = p.family left join children.known_name g on g.id = p.given left join children.known_name a on a.id = p.patronymic
        left join children.known_name m on m.id = p.mother left join children.known_name d on d.id = p.father
        left join children.index_place r on r.id = p.region left join children.index_place i on i.id = p.district order by 1, 2, 3, 4`);
    const names = await s.owner.query(`select n.part, n.key, array_agg(distinct k.key || k.alias order by k.key || k.alias) as keys, array_agg(distinct s.spelling || s.hashes::text order by s.spelling || s.hashes::text) as spellings
      from children.known_name n join children.name_key k on k.name = n.id join children.name_spelling s on s.name = n.id group by 1, 2 order by 1, 2`);
    return { pointers: pointers.rows as unknown[], names: names.rows as unknown[] };
  };

  it('says the same built as a whole as it does written step by step', async () => {
    await child({ names: [{ kind: 'document', family: 'Ким', given: 'Анна-Мария', patronymic: 'Сергеевна' }, { kind: 'known-as', given: 'Маша' }], relations: [{ kind: 'father', name: 'Сергей Ким' }, { kind: 'mother', name: 'Гүлнар' }, { kind: 'grandparent', name: 'Ким Вера' }] });
    await child({ relations: [{ kind: 'mother', name: 'Белгісіз Анасы' }] });
    await child({ names: [{ kind: 'known-as', given: 'Айгүл Серікқызы Бекова' }, { kind: 'document', family: 'Бековa', given: 'Айгүл' }] });
    const written = await dump();
    expect(written.pointers.length).toBeGreaterThan(35);
    await indexRegister({ ownerUrl: s.database.ownerUrl });
    expect(await dump()).toEqual(written);
    await s.owner.query(`delete from children.pointer where child in (select child from children.pointer order by child limit 20)`);
    await indexRegister({ ownerUrl: s.database.ownerUrl, missing: true });
    expect(await dump()).toEqual(written);
  });

  it('is asked all that the program asks', async () => {
    const known = await s.owner.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = 'children.question'::regclass and not attisdropped order by 1`);
    const question = questionOf({ q: 'Жақыпов Ерсұлтан 2014' }, '2026-11-25', gazetteerOf({ regions: [], districts: [] }));
    expect(known.rows.map((r) => r.name)).toEqual(Object.keys(askedOf(question)).sort());
  });

  it('is written in a step about that child alone', async () => {
    for (const call of [`children.index_name('${ersultan}', '[]', '[{"family": "x"}]')`, `children.index_name('${randomUUID()}', '[]', '[]')`, `children.index_parent('${ersultan}', 'mother', '[]', 'x')`]) {
      await expect(s.runtime.pool.query(`select ${call}`), call).rejects.toMatchObject({ code: '42501' });
    }
    await expect(s.runtime.pool.query('select 1 from children.pointer')).rejects.toMatchObject({ code: '42501' });
  });
});
