/** Documents on paper: who may, what stands on them and what does not, every Kazakh letter, the same bytes again, and the trace. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberOf } from '#kernel/texts/number.ts';
import type { Language, ProceedingView } from '#kernel/contract.ts';
import { wordsOf } from './documents/pdf-text.ts';
import { languages, testServer, type Answer, type TestServer } from './server.ts';

let s: TestServer;
let specialist: string;
let specialistName: string;
let opened: ProceedingView;
const kazakh = 'ӘәҒғҚқҢңӨөҰұҮүҺһІіЁё';

const ask = (name: string, token: string | null, language: Language | string = 'kk', id = opened.id): Promise<Answer> => s.call({ url: `/api/proceedings/${id}/documents/${name}?language=${language}`, token });
const pages = async (name: string, language: Language, token = specialist): Promise<readonly string[]> => {
  const answer = await ask(name, token, language);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return wordsOf(answer.rawPayload);
};
const code = (answer: Answer): unknown[] => [answer.statusCode, answer.json<{ code: string }>().code];
const read = async (token: string): Promise<ProceedingView> => (await s.call({ url: `/api/proceedings/${opened.id}`, token, language: 'kk' })).json<ProceedingView>();
/** As later steps would leave it. */
const record = (name: string, body: object): Promise<unknown> =>
  s.owner.query(`insert into kernel.record values ($1, $2, $3) on conflict (proceeding, kind) do update set body = record.body || excluded.body`, [opened.id, `cases.protection/${name}`, JSON.stringify(body)]);
const measure = (i: number): object => ({ id: String(i), what: `Шара ${i}: ${kazakh}`, body: 'health', who: null, by: '2026-12-10', state: 'open', note: null });

beforeAll(async () => {
  s = await testServer();
  const first = await s.as('guardianship-specialist');
  specialist = first.token;
  specialistName = first.appointment.name;
  const answer = await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{ name: 'Әйгерім', age: 7 }], category: 'physical', danger: 'violence', summary: 'құпия-оқиға' } });
  expect(answer.statusCode, answer.body).toBe(201);
  opened = answer.json<ProceedingView>();
});
afterAll(() => s.close());

describe('a document', () => {
  it('is drawn in each language, with number, version, maker and page on it, and leaves a look that names it', async () => {
    const titles = new Set<string>();
    for (const language of languages) {
      const [page, ...more] = await pages('notice', language);
      expect(more).toEqual([]);
      const title = s.runtime.texts['cases.protection.document.notice']![language];
      titles.add(title);
      const of = { kk: 'Бет: 1 / 1', ru: 'Страница 1 из 1', en: 'Page 1 of 1' }[language];
      for (const word of [title, `№ ${numberOf(opened.id)}`, specialistName, 'Әйгерім', of, s.runtime.texts['role.guardianship-specialist']![language]]) expect(page).toContain(word);
      expect(page).toContain({ kk: `№ ${opened.sequence} жазба`, ru: `записи № ${opened.sequence}`, en: `entry no. ${opened.sequence}` }[language]);
      expect(page).not.toMatch(/құпия-|cases\.|kernel\.|undefined|\{\w+\}/);
    }
    expect(titles.size).toBe(3);
    const { rows } = await s.owner.query<{ what: string; n: number }>(`select what, count(*)::int as n from kernel.look where target = $1 and route = 'GET /api/proceedings/:id/documents/notice' group by 1`, [opened.id]);
    expect(rows).toEqual([{ what: 'proceeding', n: 3 }]);
  });

  it('is shown and not kept, under a name that names no child', async () => {
    const { headers } = await ask('notice', specialist);
    expect([headers['content-type'], headers['cache-control'], headers['content-disposition'], headers['x-content-type-options']]).toEqual([
      'application/pdf', 'no-store', `inline; filename="qorgan-notice-${numberOf(opened.id)}-${opened.sequence}.pdf"`, 'nosniff',
    ]);
  });

  it('is the same to the byte when nothing has changed', async () => {
    const [one, two] = [await ask('notice', specialist), await ask('notice', specialist)];
    expect(one.rawPayload.equals(two.rawPayload)).toBe(true);
    expect(one.rawPayload.length).toBeLessThan(120_000);
  });

  it('has every Kazakh letter, over as many pages as it takes, each with its number and its mark', async () => {
    await record('case', { plan: Array.from({ length: 60 }, (_, i) => measure(i)) });
    for (const language of ['kk', 'ru'] as const) {
      const all = await pages('plan', language);
      expect(all.length).toBeGreaterThan(2);
      for (const [i, page] of all.entries()) {
        expect(page).toContain(language === 'kk' ? `Бет: ${i + 1} / ${all.length}` : `Страница ${i + 1} из ${all.length}`);
        expect(page).toContain(`Qorgan № ${numberOf(opened.id)}`);
        // What is behind the table may stand on a page of its own.
        if (i < all.length - 1) expect(page).toContain(s.runtime.texts['cases.panel.plan.what']![language]);
      }
      // A row may go on over the page.
      const whole = all.join(' ');
      expect(whole.split(kazakh)).toHaveLength(61);
      for (let i = 0; i < 60; i += 1) expect(whole).toContain(`Шара ${i}:`);
    }
  });

  it('draws words as words, whatever stands in them', async () => {
    await record('case', { plan: [{ ...measure(0), what: `{"text":"x"} <b>\u202e</b> 👧 ${'ұ'.repeat(3000)} =1+1` }] });
    const all = (await pages('plan', 'kk')).join(' ');
    expect(all.replaceAll(' ', '')).toContain('{"text":"x"}<b>');
    expect(all.replaceAll(/[^ұ]/g, '').length).toBeGreaterThan(2990);
  });
});

describe('who may', () => {
  it('is who is declared, and sees it; to all others it is not there, and that they asked is written down', async () => {
    const told = { reporter: 'құпия-хабарлаушы', police: 'құпия-полиция', therapy: 'құпия-терапия' };
    for (const [name, words] of Object.entries(told)) await record(name, { words });
    const near = (a: { district: string | null }): boolean => a.district === opened.district || a.district === null;
    for (const role of ['guardianship-specialist', 'case-manager', 'district-head'] as const) {
      const { token } = await s.as(role, near);
      expect((await read(token)).documents.map((d) => d.name)).toEqual(['notice', 'plan']);
      for (const name of ['notice', 'plan']) expect((await pages(name, 'kk', token)).join(' ')).not.toContain('құпия-');
    }
    const duty = (await s.as('committee-duty')).token;
    expect((await read(duty)).documents).toEqual([]);
    const far = (await s.as('guardianship-specialist', (a) => a.district !== opened.district)).token;
    for (const token of [duty, far]) expect(code(await ask('notice', token))).toEqual([404, 'not-found']);
    for (const [id, name] of [[opened.id, 'none'], [randomUUID(), 'notice'], ['x', 'notice']] as const) expect(code(await ask(name, specialist, 'kk', id))).toEqual([404, 'not-found']);
    const { rows } = await s.owner.query<{ n: number }>(`select count(*)::int as n from kernel.look where what = 'refused' and route = 'GET /api/proceedings/:id/documents/:name' and target = $1`, [opened.id]);
    expect(rows[0]?.n).toBe(3);
    expect(code(await ask('notice', null))).toEqual([401, 'no-session']);
    expect(code(await ask('notice', specialist, 'de'))).toEqual([400, 'invalid-input']);
  });

  it('is nobody by break-glass alone', async () => {
    const { token } = await s.as('case-manager', (a) => a.district !== opened.district);
    const broken = await s.call({ url: '/api/oversight/break-glass', token, body: { child: opened.subject.id, purpose: 'danger', reason: 'бала біздің ауданда табылды' } });
    expect(broken.statusCode, broken.body).toBe(201);
    const view = await read(token);
    expect([view.id, view.documents]).toEqual([opened.id, []]);
    expect(code(await ask('notice', token))).toEqual([404, 'not-found']);
  });

  it('gets none before its time, and is told what to do', async () => {
    expect(code(await ask('conclusion', specialist))).toEqual([409, 'document-not-ready']);
    await record('police', { hold: { until: '2027-01-01T00:00:00.000Z', investigator: null, what: null } });
    expect(code(await ask('notice', specialist))).toEqual([409, 'document-not-ready']);
    expect((await read(specialist)).documents.map((d) => d.name)).toEqual(['plan']);
  });
});
