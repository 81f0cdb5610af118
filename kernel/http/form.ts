/** What a form without script sends, made safe: strings only, no characters that cannot be stored, a key where none came. */
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../contract.ts';
import { cleanText } from '../texts/clean.ts';
import { languages } from '../texts/text.ts';
import { isUuid } from './call.ts';
import { requestLanguage } from './problem.ts';

export type Body = Readonly<Record<string, unknown>>;

export const bodyOf = (body: unknown): Body => (typeof body === 'object' && body !== null ? (body as Body) : {});

/** A field as one string; of several of one name the last. */
export function field(body: Body, name: string): string {
  const value = body[name];
  const one: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof one === 'string' ? cleanText(one).replace(/\r\n?/g, '\n') : '';
}

export const pick = <T extends string>(among: readonly T[], value: string): T | null => among.find((one) => one === value) ?? null;

export const pickLanguage = (value: unknown): Language | null => pick(languages, typeof value === 'string' ? value : '');

/** The key hidden in the form, so that sending twice is sending once. */
export const keyIn = (body: Body): string => {
  const key = field(body, 'key').toLowerCase();
  return isUuid(key) ? key : randomUUID();
};

export const languageFor = (request: FastifyRequest): Language =>
  pickLanguage((request.query as { lang?: unknown } | undefined)?.lang) ?? requestLanguage(request);

/** `no-store`: not even "back" may show what somebody wrote. */
export const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
