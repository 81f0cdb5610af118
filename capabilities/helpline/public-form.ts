/** What the public forms of 111 send. */
import type { Language } from '#kernel/contract.ts';
import { isUuid } from '#kernel/http/call.ts';
import { bodyOf, field, keyIn, pick, pickLanguage } from '#kernel/http/form.ts';
import type { Draft } from './ui/public/help.ts';
import type { Carried } from './ui/public/learn.ts';

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
    key: keyIn(body),
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
    key: keyIn(body),
    number: field(body, 'number').trim().slice(0, 40),
    code: field(body, 'code').trim().slice(0, 200),
    act: pick(['write', 'withdraw'], field(body, 'act')) ?? 'look',
    text: field(body, 'text'),
    atEntry: field(body, 'at') === 'entry',
  };
}

/** What somebody has in hand who reads on from his own page: a letter that is not sent yet, or number and words. */
const carried = { '/help': ['key', 'school', 'text', 'answer', 'who', 'where', 'contact'], '/follow': ['number', 'code'] } as const;

export interface LearnForm {
  readonly switchTo: Language | null;
  readonly current: Language | null;
  readonly carried: Carried | null;
}

export function learnForm(sent: unknown): LearnForm {
  const body = bodyOf(sent);
  const to = 'text' in body ? '/help' : 'number' in body ? '/follow' : null;
  return {
    switchTo: pickLanguage(body['lang']),
    current: pickLanguage(body['current']),
    carried: to === null ? null : { to, fields: Object.fromEntries(carried[to].map((name) => [name, field(body, name)])) },
  };
}
