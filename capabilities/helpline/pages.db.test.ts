/** The public pages over HTTP, with the whole program behind them. */
import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoOrganisations } from '#cap/agencies/demo/organisations.ts';
import { applicantToken } from '#kernel/access/code.ts';
import { testApp } from '../../tests/setup/app.ts';
import { testProgram, type TestProgram } from '../../tests/setup/program.ts';
import { publicTexts } from './ui/public/texts.ts';
import { style } from '#design/public/style.ts';

let program: TestProgram;
let app: FastifyInstance;
const school = demoOrganisations().find((o) => o.kind === 'school')?.id ?? '';

beforeAll(async () => {
  program = await testProgram();
  app = await testApp(program);
});
afterAll(async () => {
  await app.close();
  await program.close();
});

const get = (url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> => app.inject({ url, headers });
const post = (url: string, form: Readonly<Record<string, string>>): Promise<LightMyRequestResponse> =>
  app.inject({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(form).toString() });

const hidden = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const appeals = async (): Promise<number> => Number((await program.owner.query<{ n: string }>('select count(*) as n from helpline.appeal')).rows[0]?.n);

async function written(text = 'сыныпта бәрі мені мазақ қылады'): Promise<{ number: string; code: string; page: string; key: string }> {
  const key = randomUUID();
  const answer = await post('/help', { key, current: 'kk', school, text, answer: 'write' });
  expect(answer.statusCode).toBe(201);
  return { number: hidden(answer.body, 'number'), code: hidden(answer.body, 'code'), page: answer.body, key };
}

describe('every page', () => {
  const paths = ['/', '/help', `/help?school=${school}`, '/follow', '/rights', '/what-next'];
  it.each(paths.flatMap((path) => ['kk', 'ru', 'en'].map((language) => [path, language] as const)))('%s in %s', async (path, language) => {
    const answer = await get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).toContain(`<html lang="${language}">`);
    expect(answer.body).toContain('class="leave"');
    expect(answer.body).toContain('href="tel:112"');
    // No place left open in a text, and small enough for a bad network.
    expect(answer.body).not.toMatch(/\{\w+\}|undefined|\[object/);
    expect(Buffer.byteLength(answer.body) + Buffer.byteLength(style)).toBeLessThan(30_000);
  });

  it('has every text in three languages', () => {
    for (const [key, text] of Object.entries(publicTexts)) {
      for (const language of ['kk', 'ru', 'en'] as const) expect(text[language].trim(), key).not.toBe('');
    }
  });

  it('speaks the language of the browser where none was chosen, Kazakh where it speaks none of ours', async () => {
    expect((await get('/help', { 'accept-language': 'ru-KZ,ru;q=0.9' })).body).toContain('<html lang="ru">');
    expect((await get('/help', { 'accept-language': 'de' })).body).toContain('<html lang="kk">');
  });

  it('looks work in old browsers', () => {
    expect(style).not.toMatch(/:has\(|&|var\(--|@layer|@container/);
  });
});

describe('a school’s code', () => {
  it('leads to the form of that school', async () => {
    const answer = await get(`/s/${school}?lang=kk`);
    expect(answer.statusCode).toBe(303);
    const form = await get(String(answer.headers.location));
    expect(hidden(form.body, 'school')).toBe(school);
    expect(form.body).toContain('Саған не болды?');
  });

  it('of no school leads to the ordinary form', async () => {
    expect((await get('/s/%3Cscript%3E')).headers.location).toBe('/help?lang=kk');
    expect((await get(`/help?school=${randomUUID()}`)).body).not.toContain('name="school"');
  });
});

describe('writing', () => {
  it('gives a number and four words, and what happens now', async () => {
    const { number, code, page } = await written();
    expect(number).toMatch(/^(\d{3}-){3}\d{3}$/);
    expect(code.split(' ')).toHaveLength(4);
    expect(page).toContain('2\u00a0минут ішінде');
    const { rows } = await program.owner.query('select channel, school from helpline.appeal where number = $1', [number]);
    expect(rows).toEqual([{ channel: 'school-qr-text', school }]);
  });

  it('sent twice is sent once, with the same number and words', async () => {
    const before = await appeals();
    const key = randomUUID();
    const form = { key, current: 'ru', school, text: 'меня бьют', answer: 'none' };
    const first = await post('/help', form);
    const again = await post('/help', form);
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.body).toBe(first.body);
    expect(await appeals()).toBe(before + 1);
  });

  it('another text under the same key is kept, and can be sent with one more press', async () => {
    const { key } = await written();
    const answer = await post('/help', { key, current: 'kk', school, text: 'тағы бір нәрсе' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('тағы бір нәрсе');
    expect(hidden(answer.body, 'key')).not.toBe(key);
    expect((await post('/help', { key: hidden(answer.body, 'key'), current: 'kk', school, text: 'тағы бір нәрсе' })).statusCode).toBe(201);
  });

  it('without words it asks for some, and keeps all else', async () => {
    const before = await appeals();
    const answer = await post('/help', { key: randomUUID(), current: 'ru', text: '  \n', answer: 'none', where: 'Есик' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('role="alert"');
    expect(answer.body).toContain('value="none" checked');
    expect(answer.body).toContain('Есик');
    expect(await appeals()).toBe(before);
  });

  it('changing the language sends nothing and keeps the text and the key', async () => {
    const before = await appeals();
    const key = randomUUID();
    const answer = await post('/help', { lang: 'ru', current: 'kk', key, school, text: 'жазып үлгерген сөзім' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('<html lang="ru">');
    expect(answer.body).toContain('жазып үлгерген сөзім');
    expect(hidden(answer.body, 'key')).toBe(key);
    expect(await appeals()).toBe(before);
  });

  it('too long a text is told, not cut', async () => {
    const text = 'ұ'.repeat(8001);
    const answer = await post('/help', { key: randomUUID(), current: 'kk', text });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain(text);
    expect((await post('/help', { key: randomUUID(), current: 'kk', text: text.slice(1) })).statusCode).toBe(201);
  });

  it('a body beyond all measure gets a page, not a document for machines', async () => {
    const answer = await post('/help', { key: randomUUID(), text: 'x'.repeat(300_000) });
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.statusCode).toBe(413);
  });

  const odd: readonly (readonly [string, string])[] = [
    ['a surname of 400 letters', `мен ${'Қ'.repeat(400)}`],
    ['emoji', '😭😭 🧒🏽 👩‍👦'],
    ['writing from right to left', 'אני מפחד \u202e\u202b هل تسمعني'],
    ['a null byte and other controls', 'көмек\u0000 \u0007керек'],
    ['markup', '</textarea><script>alert(1)</script>"\'&'],
    ['Latin letters inside Cyrillic', 'нас дoмa бьют'],
  ];
  it.each(odd)('takes %s as it is', async (_name, text) => {
    const { number, code } = await written(text);
    const follow = await post('/follow', { current: 'kk', number, code, act: 'write', text, key: randomUUID() });
    expect(follow.statusCode).toBe(200);
    expect(follow.body).not.toContain('<script>alert');
    expect(follow.body).not.toContain('\u0000');
    expect(follow.body.match(/<\/textarea>/g)).toHaveLength(1);
  });

  it('a form without a key or with a wrong one still sends', async () => {
    expect((await post('/help', { current: 'kk', key: 'x', text: 'көмектесіңдерші' })).statusCode).toBe(201);
  });
});

describe('reading on', () => {
  const pages = ['/rights', '/what-next'] as const;

  it.each(pages)('%s keeps a letter that is not sent yet, through a change of language, and sends nothing', async (path) => {
    const before = await appeals();
    const letter = { key: randomUUID(), current: 'kk', school, text: 'бірінші жол\nекінші «жол» <b>', answer: 'none', where: 'Есік', contact: '' };
    const reading = await post(path, letter);
    expect(reading.statusCode).toBe(200);
    expect(reading.headers['cache-control']).toBe('no-store');
    const carried = (page: string): Record<string, string> =>
      Object.fromEntries(['key', 'current', 'school', 'answer', 'where', 'contact'].map((name) => [name, hidden(page, name)]));
    const other = await post(path, { ...letter, ...carried(reading.body), lang: 'ru' });
    expect(other.body).toContain('<html lang="ru">');
    const back = await post('/help', { ...letter, ...carried(other.body), lang: 'ru' });
    expect(back.body).toContain('екінші «жол» &lt;b&gt;');
    expect(back.body).toContain('value="none" checked');
    expect(hidden(back.body, 'key')).toBe(letter.key);
    expect(await appeals()).toBe(before);
  });

  it.each(pages)('%s keeps number and words, and never in an address', async (path) => {
    const { number, code, page } = await written();
    expect(page).toContain(`formaction="${path}"`);
    const reading = await post(path, { current: 'kk', number, code });
    expect([hidden(reading.body, 'number'), hidden(reading.body, 'code')]).toEqual([number, code]);
    for (const [, to] of reading.body.matchAll(/(?:href|action)="([^"]*)"/g)) expect(to).not.toContain(number);
    expect((await post('/follow', { current: 'kk', number: hidden(reading.body, 'number'), code: hidden(reading.body, 'code') })).body).toContain('Хабар жетті');
  });

  it('every right names its law, and stands under the age the law gives', async () => {
    const { body } = await get('/rights?lang=ru');
    const sections = [...body.matchAll(/<h2 id="([^"]+)">(?:.|\n)*?<\/ul>/g)].map(([whole, id]) => [id, (whole.match(/<li>/g) ?? []).length, (whole.match(/class="law"/g) ?? []).length]);
    expect(sections).toEqual([['any', 7, 7], ['from-10', 4, 4], ['from-14', 2, 2], ['from-16', 1, 1], ['until-16', 1, 1], ['until-18', 1, 1]]);
    for (const [id] of sections) expect(body).toContain(`href="#${String(id)}"`);
  });
});

describe('following', () => {
  it('shows where it stands, takes more, and a reload does not send twice', async () => {
    const { number, code } = await written();
    const look = await post('/follow', { current: 'kk', number, code });
    expect(look.statusCode).toBe(200);
    expect(look.body).toContain('Хабар жетті');
    const more = { current: 'kk', number, code, act: 'write', text: 'олар мұғалімге айтпа деді', key: hidden(look.body, 'key') };
    const sent = await post('/follow', more);
    expect(sent.body).toContain('Жіберілді');
    const again = await post('/follow', more);
    expect(again.statusCode).toBe(200);
    expect(again.body.match(/олар мұғалімге айтпа деді/g)).toHaveLength(1);
  });

  it('takes the words as people type them', async () => {
    const { number, code } = await written();
    const typed = code.toUpperCase().replaceAll(' ', ',  ').replaceAll('Ә', 'А').replaceAll('Қ', 'К');
    expect((await post('/follow', { current: 'kk', number: number.replaceAll('-', ' '), code: typed })).statusCode).toBe(200);
  });

  it('a wrong code is told kindly, keeps what was typed, and is the same for a number that is none', async () => {
    const { number } = await written();
    const wrong = await post('/follow', { current: 'ru', number, code: 'дом лес кот сыр' });
    const none = await post('/follow', { current: 'ru', number: '1', code: '' });
    expect([wrong.statusCode, none.statusCode]).toEqual([404, 404]);
    expect(wrong.body).toContain('дом лес кот сыр');
    expect(wrong.body).toContain('Проверь ещё раз');
  });

  it('words are not guessed: after ten wrong ones even the right ones wait, for a number that is none as for another', async () => {
    const { number, code } = await written();
    for (const of of [number, '999-000-111-222']) {
      for (let i = 0; i < 10; i += 1) expect((await post('/follow', { current: 'kk', number: of, code: `дом лес кот ${i}` })).statusCode).toBe(404);
      const waits = await post('/follow', { current: 'kk', number: of.replaceAll('-', ' '), code });
      expect([waits.statusCode, waits.body.includes('Біраз күте тұр')]).toEqual([429, true]);
      const lookup = await app.inject({ method: 'POST', url: '/api/helpline/appeals/lookup', payload: { number: of, code } });
      expect([lookup.statusCode, lookup.json<{ code: string }>().code, lookup.headers['retry-after']]).toEqual([429, 'words-wait', '600']);
      const more = await app.inject({ method: 'POST', url: '/api/helpline/appeals/write', payload: { number: of, code, text: 'x' }, headers: { 'idempotency-key': randomUUID() } });
      expect(more.statusCode).toBe(429);
    }
    // Another child is not held up by it.
    const other = await written();
    expect((await post('/follow', { current: 'kk', ...other })).statusCode).toBe(200);
    program.clock.add(10 * 60_000 + 1000);
    expect((await post('/follow', { current: 'kk', number, code })).statusCode).toBe(200);
  });

  it('nor past the page: number and words are no token of a session, whatever is made of them', async () => {
    const { number, code } = await written();
    const { rows } = await program.owner.query<{ id: string }>('select id from kernel.proceeding where label = $1', [number]);
    const token = applicantToken(number, code);
    for (const made of [token, token.subarray(5), createHash('sha256').update(token).digest()]) {
      const right = { authorization: `Bearer ${made.toString('base64url')}` };
      const wrong = { authorization: `Bearer ${createHash('sha256').update(made).digest('base64url')}` };
      for (const [method, url] of [['GET', '/api/procedures'], ['GET', `/api/proceedings/${rows[0]?.id}`], ['GET', '/api/my-day'], ['GET', '/api/journal/inclusion?kind=look&id=1'], ['DELETE', '/api/session'], ['POST', `/api/helpline/appeal/${rows[0]?.id}/write`]] as const) {
        const [one, other] = [await app.inject({ method, url, headers: right }), await app.inject({ method, url, headers: wrong })];
        expect([url, one.statusCode, one.body]).toEqual([url, other.statusCode, other.body]);
      }
    }
    expect((await post('/follow', { current: 'kk', number, code })).statusCode, 'nobody ended it').toBe(200);
  });

  it('never shows number or words in an address', async () => {
    const { number, code } = await written();
    const page = (await post('/follow', { current: 'kk', number, code })).body;
    for (const href of page.matchAll(/(?:href|action)="([^"]*)"/g)) {
      expect(href[1]).not.toContain(number);
      expect(href[1]).not.toContain(encodeURIComponent(code.split(' ')[0] ?? ''));
    }
    expect((await get(`/follow?number=${number}&code=${encodeURIComponent(code)}`)).body).not.toContain(number);
  });

  it('an appeal with signs of harm stays open when it is taken back', async () => {
    const { number, code } = await written('әкем мені ұрады');
    const page = (await post('/follow', { current: 'kk', number, code, act: 'withdraw', key: randomUUID() })).body;
    expect(page).toContain('біз осындамыз');
    const { rows } = await program.owner.query('select final from kernel.proceeding where label = $1', [number]);
    expect(rows).toEqual([{ final: false }]);
  });

  it('changing the language keeps what is being written', async () => {
    const { number, code } = await written();
    const answer = await post('/follow', { lang: 'en', current: 'kk', number, code, text: 'тағы айтарым', key: randomUUID() });
    expect(answer.body).toContain('<html lang="en">');
    expect(answer.body).toContain('тағы айтарым');
    const entry = await post('/follow', { lang: 'ru', current: 'kk', at: 'entry', number: '123', code: 'бұлт' });
    expect(entry.statusCode).toBe(200);
    expect(entry.body).toContain('value="123"');
  });
});
