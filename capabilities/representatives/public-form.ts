/** What the public forms of a representative send. */
import type { Language } from '#kernel/contract.ts';
import { bodyOf, field, keyIn, pick, pickLanguage } from '#kernel/http/form.ts';
import { longest, relations, type RequestInput } from './inputs.ts';
import { required, type Draft, type Required } from './ui/public/form.ts';

export interface AskForm {
  /** A language was asked for; nothing is sent. */
  readonly switchTo: Language | null;
  readonly current: Language | null;
  readonly key: string;
  readonly draft: Draft;
}

export function askForm(sent: unknown): AskForm {
  const body = bodyOf(sent);
  const text = (name: string): string => field(body, name);
  return {
    switchTo: pickLanguage(body['lang']),
    current: pickLanguage(body['current']),
    key: keyIn(body),
    draft: {
      name: text('name'), relation: pick(relations, text('relation')), childName: text('childName'), childBorn: text('childBorn'),
      district: text('district').slice(0, 20), asks: text('asks'), contact: text('contact'),
    },
  };
}

const blank = (value: string | null): boolean => value === null || value.trim() === '';

/** What must be there and is not; a district of no list is none. */
export const missingIn = (draft: Draft, districts: ReadonlySet<string>): Required[] =>
  required.map(([name]) => name).filter((name) => blank(draft[name]) || (name === 'district' && !districts.has(draft.district)));

export const tooLong = (draft: Draft): boolean =>
  (['name', 'childName', 'childBorn', 'asks', 'contact'] as const).some((name) => Array.from(draft[name].trim()).length > longest[name]);

export function inputOf(draft: Draft, language: Language): RequestInput {
  const maybe = (name: 'childBorn' | 'contact'): Partial<RequestInput> => (blank(draft[name]) ? {} : { [name]: draft[name].trim() });
  return {
    name: draft.name.trim(), relation: draft.relation ?? 'other', childName: draft.childName.trim(), district: draft.district, asks: draft.asks.trim(), language,
    ...maybe('childBorn'), ...maybe('contact'),
  };
}

export interface FollowForm {
  readonly switchTo: Language | null;
  readonly current: Language | null;
  readonly number: string;
  readonly code: string;
  /** From the page that asks for number and words. */
  readonly atEntry: boolean;
}

export function followForm(sent: unknown): FollowForm {
  const body = bodyOf(sent);
  return {
    switchTo: pickLanguage(body['lang']),
    current: pickLanguage(body['current']),
    number: field(body, 'number').trim().slice(0, 40),
    code: field(body, 'code').trim().slice(0, 200),
    atEntry: field(body, 'at') === 'entry',
  };
}
