/** What a public form sends, made safe: strings only, no characters that cannot be stored, a key where none came. */
import { randomUUID } from 'node:crypto';
import { isUuid } from '#kernel/http/call.ts';
import type { Language } from '#kernel/contract.ts';
import { languages } from '#kernel/texts/text.ts';
import { cleanText } from '#design/public/html.ts';
import type { Draft } from './ui/public/help.ts';

type Body = Readonly<Record<string, unknown>>;

/** A field as one string; of several of one name the last. */
function field(body: Body, name: string): string {
  const value = body[name];
  const one: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof one === 'string' ? cleanText(one).replace(/\r\n?/g, '\n') : '';
}

const pick = <T extends string>(among: readonly T[], value: string): T | null => among.find((one) => one === value) ?? null;

export const bodyOf = (body: unknown): Body => (typeof body === 'object' && body !== null ? (body as Body) : {});

export const pickLanguage = (value: unknown): Language | null => pick(languages, typeof value === 'string' ? value : '');

const keyOf = (body: Body): string => {
  const key = field(body, 'key').toLowerCase();
  return isUuid(key) ? key : randomUUID();
};

export interface HelpForm {
  /** A language was asked for; nothing is sent. */
  readonly switchTo: Language | null;
  readonly current: Language | null;
  readonly key: string;
  readonly school: string | null;
  readonly draft: Draft;
}

export function helpForm(sent: unknown): HelpForm {
  const body = bodyOf(sent);
  const school = field(body, 'school');
  return {
    switchTo: pickLanguage(body['lang']),
    current: pickLanguage(body['current']),
    key: keyOf(body),
    school: isUuid(school) ? school : null,
    draft: {
      text: field(body, 'text'),
      answer: pick(['write', 'none'], field(body, 'answer')),
      who: pick(['child', 'third-party'], field(body, 'who')),
      where: field(body, 'where'),
      contact: field(body, 'contact'),
    },
  };
}

export interface FollowForm {
  readonly switchTo: Language | null;
  readonly current: Language | null;
  readonly key: string;
  readonly number: string;
  readonly code: string;
  readonly act: 'look' | 'write' | 'withdraw';
  readonly text: string;
  /** From the page that asks for number and words. */
  readonly atEntry: boolean;
}

export function followForm(sent: unknown): FollowForm {
  const body = bodyOf(sent);
  return {
    switchTo: pickLanguage(body['lang']),
    current: pickLanguage(body['current']),
    key: keyOf(body),
    number: field(body, 'number').trim().slice(0, 40),
    code: field(body, 'code').trim().slice(0, 200),
    act: pick(['write', 'withdraw'], field(body, 'act')) ?? 'look',
    text: field(body, 'text'),
    atEntry: field(body, 'at') === 'entry',
  };
}
