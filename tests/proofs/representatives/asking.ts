/** A representative at his page and the desk that answers him, for proofs. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Appointment } from '#kernel/access/directory.ts';
import { applicantToken } from '#kernel/access/code.ts';
import type { Answer, TestServer } from '../server.ts';

export interface Request {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  /** The page that gave them. */
  readonly page: string;
}
export const tokenOf = ({ number, code }: Request): Buffer => applicantToken(number, code);

const hidden = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

/** A page without what differs by chance: key, number, words. Everything else must be the same to the byte. */
export const bare = (page: string, r?: Pick<Request, 'number' | 'code'>): string => {
  const { number, code } = r ?? { number: hidden(page, 'number'), code: hidden(page, 'code') };
  const words = code.split(' ').map((word) => `<span>${word}</span> `).join('');
  return page.replaceAll(number, 'NUMBER').replaceAll(code, 'CODE').replace(words, 'WORDS').replace(/name="key" value="[^"]*"/g, 'KEY');
};
/** Headers that do not tell when or how long. */
export const headersOf = (answer: Answer): Record<string, unknown> =>
  Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !['date', 'content-length', 'etag'].includes(name)));

export function asking(s: TestServer, district: string) {
  const form = (url: string, fields: Readonly<Record<string, string>>): Promise<Answer> =>
    s.call({ url, method: 'POST', body: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': undefined } });

  const send = (more: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    form('/representatives', {
      key: randomUUID(), current: 'ru', name: 'Сәуле Сынақ', relation: 'mother', childName: 'Бала Сынақ', childBorn: '2017', district, asks: 'Какая помощь нужна?', ...more,
    });
  const ask = async (more: Readonly<Record<string, string>> = {}): Promise<Request> => {
    const answer = await send(more);
    expect(answer.statusCode, answer.body).toBe(201);
    const number = hidden(answer.body, 'number');
    const { rows } = await s.owner.query<{ id: string }>('select proceeding as id from representatives.receipt where number = $1', [number]);
    return { id: rows[0]?.id ?? '', number, code: hidden(answer.body, 'code'), page: answer.body };
  };
  const follow = (r: Pick<Request, 'number' | 'code'>, language = 'ru'): Promise<Answer> => form('/representatives/follow', { current: language, number: r.number, code: r.code });
  const seen = async (r: Request): Promise<string> => {
    const answer = await follow(r);
    expect(answer.statusCode).toBe(200);
    return bare(answer.body, r);
  };

  const step = async (by: Appointment, id: string, name: string, body: object): Promise<Answer> => {
    const { rows } = await s.owner.query<{ procedure: string; sequence: number }>('select procedure, sequence from kernel.proceeding where id = $1', [id]);
    return s.call({ url: `/api/${(rows[0]?.procedure ?? '').replace('.', '/')}/${id}/${name}`, token: await s.signIn(by.id), match: rows[0]?.sequence ?? 0, body });
  };
  const done = async (by: Appointment, id: string, name: string, body: object): Promise<void> => {
    const answer = await step(by, id, name, body);
    expect(answer.statusCode, `${name}: ${answer.body}`).toBe(200);
  };
  const codeOf = (answer: Answer): string => answer.json<{ code?: string }>().code ?? String(answer.statusCode);

  let children = 0;
  /** A case about a child of the district: `accused` as its form asks. */
  const openCase = async (by: Appointment, accused: object | undefined, more: object = {}): Promise<{ id: string; child: string }> => {
    children += 1;
    const answer = await s.call({
      url: '/api/cases/protection', token: await s.signIn(by.id),
      body: { children: [{ name: `Сынақ ${children}`, age: 8 }], district, category: 'physical', danger: 'violence', summary: 'айтқаны', ...(accused === undefined ? {} : { accused }), ...more },
    });
    expect(answer.statusCode, answer.body).toBe(201);
    const { id, subject } = answer.json<{ id: string; subject: { id: string } }>();
    return { id, child: subject.id };
  };
  const papers = { identity: 'жеке куәлік', ground: 'туу туралы куәлік', relation: 'mother', household: 'apart' };
  return { form, send, ask, follow, seen, step, done, codeOf, openCase, papers };
}
