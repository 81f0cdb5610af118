/**
 * What a person has typed so far, and how it becomes the input of a step. Pure.
 * A draft is a tree of the shape of the questions, in which numbers and times are still text.
 */
import type { Instant } from '#kernel/clock.ts';
import { almatyInstant, isDate } from '#kernel/terms/almaty.ts';
import type { GroupQuestion, Question, VariantsQuestion } from './schema.ts';

export type Draft = unknown;
export type GroupDraft = Readonly<Record<string, Draft>>;

export const asGroup = (draft: Draft): GroupDraft =>
  typeof draft === 'object' && draft !== null && !Array.isArray(draft) ? (draft as GroupDraft) : {};
export const asList = (draft: Draft): readonly Draft[] => (Array.isArray(draft) ? draft : []);
export const asText = (draft: Draft): string => (typeof draft === 'string' ? draft : '');

/** A number as people write it: `1 200`, `3,5`. Null where it is none. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** The value of a `datetime-local` control, wall time in Asia/Almaty, as an instant. Null where it is none. */
export function readMoment(text: string): Instant | null {
  const [date = '', time = ''] = text.split('T');
  return isDate(date) && /^([01]\d|2[0-3]):[0-5]\d/.test(time) ? almatyInstant(date, time.slice(0, 5)) : null;
}

export const chosenVariant = (question: VariantsQuestion, draft: Draft): VariantsQuestion['variants'][number] | null =>
  question.variants.find((v) => v.value === asGroup(draft)[question.by]) ?? null;

/** The input to send; undefined where nothing was answered and the property is to be left out. */
export function toInput(question: Question, draft: Draft): unknown {
  switch (question.kind) {
    case 'fixed':
      return question.value;
    case 'confirm':
      return draft === true ? true : undefined;
    case 'yes-no':
      return typeof draft === 'boolean' ? draft : undefined;
    case 'text':
    case 'multiline': {
      const text = asText(draft).normalize('NFC').trim();
      return text === '' ? undefined : text;
    }
    case 'date':
    case 'child':
    case 'relative':
    case 'organisation':
    case 'appointment':
    case 'district':
    case 'region':
      return asText(draft) === '' ? undefined : draft;
    case 'date-time':
      return readMoment(asText(draft)) ?? undefined;
    case 'number':
    case 'integer':
      return readNumber(asText(draft)) ?? undefined;
    case 'choice':
      if (question.values.length === 0) return asText(draft) === '' ? undefined : draft;
      return question.values.find((v) => String(v) === draft);
    case 'many': {
      const chosen = question.values.filter((v) => asList(draft).includes(String(v)));
      return chosen.length === 0 && !question.required ? undefined : chosen;
    }
    case 'list': {
      const items = asList(draft)
        .map((item) => toInput(question.item, item))
        .filter((item) => item !== undefined);
      return items.length === 0 && !question.required ? undefined : items;
    }
    case 'group':
      return groupInput(question, draft);
    case 'variants': {
      const variant = chosenVariant(question, draft);
      return variant === null ? undefined : groupInput({ ...variant.group, required: true }, draft);
    }
  }
}

function groupInput(question: GroupQuestion, draft: Draft): unknown {
  // An input that is variants as a whole stands in a nameless question.
  const [only] = question.questions;
  if (only !== undefined && only.name === '') return toInput(only, draft);
  const answers = question.questions
    .map((q) => [q.name, toInput(q, asGroup(draft)[q.name])] as const)
    .filter(([, value]) => value !== undefined);
  const onlyFixed = answers.every(([name]) => question.questions.some((q) => q.name === name && q.kind === 'fixed'));
  return onlyFixed && !question.required ? undefined : Object.fromEntries(answers);
}

/** Which of the two is rarer among what is asked, and so carries the word. */
export function rarer(question: Question): 'optional' | 'required' {
  const all = asked(question);
  return all.filter((q) => q.required).length * 2 < all.length ? 'required' : 'optional';
}

function asked(question: Question): readonly Question[] {
  if (question.kind === 'group')
    return question.questions.flatMap((q) => (q.name === '' ? asked(q) : [q, ...asked(q)]));
  if (question.kind === 'list') return asked(question.item);
  return [];
}

/** Was anything answered at all: then closing the page would lose something. */
export function isTouched(draft: Draft): boolean {
  if (typeof draft === 'string') return draft.trim() !== '';
  if (Array.isArray(draft)) return draft.some(isTouched);
  if (typeof draft === 'object' && draft !== null) return Object.values(draft).some(isTouched);
  return draft !== undefined && draft !== null;
}
