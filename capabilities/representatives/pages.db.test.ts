/** The public pages of a representative over HTTP, with the whole program behind them. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { districts } from '#cap/agencies/demo/places.ts';
import { style } from '#design/public/style.ts';
import { testApp } from '../../tests/setup/app.ts';
import { testProgram, type TestProgram } from '../../tests/setup/program.ts';
import { publicTexts } from './ui/public/texts.ts';

let program: TestProgram;
let app: FastifyInstance;
const district = districts[0]?.code ?? '';

beforeAll(async () => {
  program = await testProgram();
  app = await testApp(program);
});
afterAll(async () => {
  await app.close();
  await program.close();
});

const post = (url: string, form: Readonly<Record<string, string>>): Promise<LightMyRequestResponse> =>
  app.inject({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(form).toString() });
const asked = { current: 'kk', name: 'Сәуле', relation: 'mother', childName: 'Бала', district, asks: 'Қандай көмек керек?' };
const hidden = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const requests = async (): Promise<number> => Number((await program.owner.query<{ n: string }>('select count(*) as n from representatives.receipt')).rows[0]?.n);

describe('every page', () => {
  it.each(['/representatives', '/representatives/follow'].flatMap((path) => ['kk', 'ru', 'en'].map((language) => [path, language] as const)))('%s in %s', async (path, language) => {
    const answer = await app.inject({ url: `${path}?lang=${language}` });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).toContain(`<html lang="${language}">`);
    expect(answer.body).toContain('class="leave"');
    expect(answer.body).not.toMatch(/\{\w+\}|undefined|\[object/);
    expect(Buffer.byteLength(answer.body) + Buffer.byteLength(style)).toBeLessThan(60_000);
  });

  it('has every text in three languages', () => {
    for (const [key, text] of Object.entries(publicTexts)) for (const language of ['kk', 'ru', 'en'] as const) expect(text[language].trim(), key).not.toBe('');
  });
});

describe('asking', () => {
  it('sent twice is sent once, with the same number and words', async () => {
    const before = await requests();
    const form = { ...asked, key: randomUUID() };
    const [first, again] = [await post('/representatives', form), await post('/representatives', form)];
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.body).toBe(first.body);
    expect(hidden(first.body, 'number')).toMatch(/^(\d{3}-){3}\d{3}$/);
    expect(hidden(first.body, 'code').split(' ')).toHaveLength(4);
    expect(await requests()).toBe(before + 1);
    const other = await post('/representatives', { ...form, asks: 'Басқа' });
    expect(other.statusCode).toBe(422);
    expect(other.body).toContain(publicTexts['error.sent-before']?.kk);
    expect(hidden(other.body, 'key')).not.toBe(form.key);
  });

  it('names what is missing, and keeps what was typed', async () => {
    const before = await requests();
    const answer = await post('/representatives', { key: randomUUID(), current: 'ru', name: ' ', relation: 'aunt', childName: '<b>Бала</b>', district: '000000000', asks: '' });
    expect(answer.statusCode).toBe(400);
    for (const name of ['name', 'relation', 'district', 'asks']) expect(answer.body).toContain(`<a href="#${name}">`);
    expect(answer.body).not.toContain('<a href="#childName">');
    expect(answer.body).toContain('&lt;b&gt;Бала&lt;/b&gt;');
    expect(await requests()).toBe(before);
  });

  it('in another language shows the same words, and sends nothing', async () => {
    const before = await requests();
    const answer = await post('/representatives', { ...asked, key: randomUUID(), lang: 'en' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('<html lang="en">');
    expect(answer.body).toContain(asked.asks);
    expect(answer.body).toContain(`value="${district}" selected`);
    expect(await requests()).toBe(before);
  });

  it('too long, it says so and keeps it', async () => {
    const answer = await post('/representatives', { ...asked, key: randomUUID(), asks: 'а'.repeat(4001) });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain(publicTexts['error.long']?.kk);
  });
});

describe('following', () => {
  it('says where it stands, and of another’s number nothing', async () => {
    const { body } = await post('/representatives', { ...asked, key: randomUUID() });
    const [number, code] = [hidden(body, 'number'), hidden(body, 'code')];
    const found = await post('/representatives/follow', { current: 'ru', number: number.replaceAll('-', ' '), code: code.toUpperCase() });
    expect(found.statusCode).toBe(200);
    expect(found.body).toContain('Ответа пока нет');
    expect((await post('/representatives/follow', { current: 'ru', number, code: 'алма' })).statusCode).toBe(404);
    // Words are not guessed: after ten wrong ones even the right ones wait.
    for (let i = 1; i < 10; i += 1) expect((await post('/representatives/follow', { current: 'ru', number, code: `алма ${i}` })).statusCode).toBe(404);
    const waits = await post('/representatives/follow', { current: 'ru', number, code });
    expect([waits.statusCode, waits.body.includes('Немного подождите')]).toEqual([429, true]);
    // An appeal to 111 and a request are followed each on its own page.
    const appeal = await post('/help', { key: randomUUID(), current: 'kk', text: 'мені ұрады', answer: 'write', who: 'child' });
    expect((await post('/representatives/follow', { current: 'kk', number: hidden(appeal.body, 'number'), code: hidden(appeal.body, 'code') })).statusCode).toBe(404);
    const other = await post('/representatives', { ...asked, key: randomUUID() });
    expect((await post('/follow', { current: 'kk', number: hidden(other.body, 'number'), code: hidden(other.body, 'code') })).statusCode).toBe(404);
  });
});
