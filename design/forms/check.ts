/**
 * Finds mistakes before the form is sent, so that nobody waits for the server to hear of an empty field. Pure.
 * The server decides; this only says it sooner. Errors are found by JSON pointer, as the server's are.
 */
import { isDate } from '#kernel/terms/almaty.ts';
import { asGroup, asList, asText, chosenVariant, readMoment, readNumber, toInput } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Question } from './schema.ts';

export interface FieldError {
  /** JSON pointer into the input: `/children/0/name`. */
  readonly path: string;
  /** Text key, `web.form.error.<code>`. */
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export const pointer = (at: string, name: string | number): string =>
  `${at}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

export function check(question: Question, draft: Draft, at = ''): readonly FieldError[] {
  if (question.kind === 'group') return checkParts(question.questions, draft, at, question.required);
  if (question.kind === 'variants') {
    const variant = chosenVariant(question, draft);
    if (variant === null) return question.required ? [error(pointer(at, question.by), 'choose')] : [];
    return checkParts(variant.group.questions, draft, at, true);
  }
  if (question.kind === 'list') {
    const items = asList(draft);
    const few = items.length < question.minItems && (question.required || items.length > 0);
    return [
      ...(few ? [error(at, 'few', { count: question.minItems })] : []),
      ...items.flatMap((item, i) => check(question.item, item, pointer(at, i))),
    ];
  }
  const missing = missingKey(question, draft);
  if (missing !== null) return question.required ? [error(at, missing)] : [];
  return checkOne(question, draft, at);
}

function checkParts(
  questions: readonly Question[],
  draft: Draft,
  at: string,
  required: boolean,
): readonly FieldError[] {
  const group = asGroup(draft);
  const [only] = questions;
  if (only !== undefined && only.name === '') return check(only, draft, at);
  // A group that may be left out is asked for in full only once it was begun.
  const begun = required || questions.some((q) => q.kind !== 'fixed' && toInput(q, group[q.name]) !== undefined);
  return begun ? questions.flatMap((q) => check(q, group[q.name], pointer(at, q.name))) : [];
}

/** The key of "not answered" where nothing was answered, else null. */
function missingKey(question: Question, draft: Draft): string | null {
  switch (question.kind) {
    case 'fixed':
      return null;
    case 'confirm':
      return draft === true ? null : 'confirm';
    case 'yes-no':
      return typeof draft === 'boolean' ? null : 'choose';
    case 'choice':
      return toInput(question, draft) === undefined ? 'choose' : null;
    case 'many':
      return asList(toInput(question, draft)).length < question.minItems ? 'choose' : null;
    case 'child':
    case 'relative':
    case 'organisation':
    case 'appointment':
    case 'district':
    case 'region':
      return asText(draft) === '' ? 'choose' : null;
    default:
      return asText(draft).trim() === '' ? 'required' : null;
  }
}

function checkOne(question: Question, draft: Draft, at: string): readonly FieldError[] {
  const text = asText(draft).trim();
  switch (question.kind) {
    case 'text':
    case 'multiline':
      if (question.minLength !== null && text.length < question.minLength) {
        return [error(at, 'short', { count: question.minLength })];
      }
      if (question.maxLength !== null && text.length > question.maxLength) {
        return [error(at, 'long', { count: question.maxLength })];
      }
      return question.pattern !== null && !new RegExp(question.pattern, 'u').test(text) ? [error(at, 'pattern')] : [];
    case 'date':
      return isDate(text) ? [] : [error(at, 'date')];
    case 'date-time':
      return readMoment(text) === null ? [error(at, 'date')] : [];
    case 'number':
    case 'integer': {
      const value = readNumber(text);
      if (value === null) return [error(at, 'number')];
      if (question.kind === 'integer' && !Number.isInteger(value)) return [error(at, 'integer')];
      if (question.minimum !== null && value < question.minimum)
        return [error(at, 'least', { count: question.minimum })];
      if (question.maximum !== null && value > question.maximum)
        return [error(at, 'most', { count: question.maximum })];
      return [];
    }
    default:
      return [];
  }
}

function error(path: string, code: string, params: FieldError['params'] = {}): FieldError {
  return { path, key: `web.form.error.${code}`, params };
}

/** A question on the screen: where, and the text key of its label. */
export interface Place {
  readonly path: string;
  readonly label: string | null;
}

/** Every place at which the form has a question: mistakes are listed by label, and lead there. */
export function places(question: Question, draft: Draft, at = '', around: string | null = null): readonly Place[] {
  const label = question.label ?? around;
  switch (question.kind) {
    case 'group':
      return question.questions.flatMap((q) =>
        q.name === '' ? places(q, draft, at) : places(q, asGroup(draft)[q.name], pointer(at, q.name), label),
      );
    case 'variants': {
      const variant = chosenVariant(question, draft);
      return [{ path: pointer(at, question.by), label }, ...(variant === null ? [] : places(variant.group, draft, at))];
    }
    case 'list':
      return [
        { path: at, label },
        ...asList(draft).flatMap((item, i) => places(question.item, item, pointer(at, i), label)),
      ];
    case 'fixed':
      return [];
    default:
      return [{ path: at, label }];
  }
}
