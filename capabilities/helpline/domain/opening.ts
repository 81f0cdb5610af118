/** How an appeal begins: number and code, place, automatic signs, and the first words back. */
import { numberAndCode } from '#kernel/access/number.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { Danger, Opening } from '#kernel/procedures/declare.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Place } from '#kernel/access/directory.ts';
import type { AppealInput, AppealRecord, AppealRecords, Message } from '../contract.ts';
import { plainContact } from './contact.ts';
import { readSigns } from './signs/marks.ts';

export const highest = (...dangers: readonly Danger[]): Danger => Math.max(0, ...dangers) as Danger;

export function signsOf(text: string): AppealRecord['signs'] {
  const { danger, topics, category, others, doNotTellHome } = readSigns(text);
  return { danger, topics: topics.map((t) => t.topic), category, others, doNotTellHome };
}

/** Topics that say only "something may be wrong": the words were not understood. */
const notUnderstood: ReadonlySet<string> = new Set(['unclear', 'unspecific', 'call-for-help']);

/**
 * How dangerous a text counts until a person has read it: never less than 2. What shows harm, and what was not
 * understood, comes before what was plainly recognised as ordinary: so no dangerous text waits behind an ordinary one.
 */
export function unreadDanger(signs: AppealRecord['signs']): Danger {
  const ordinary = signs.danger === 0 && signs.topics.length > 0 && signs.topics.every((t) => !notUnderstood.has(t));
  return ordinary ? 2 : 3;
}

export const unknownRegion = 'KZ';

function placeOf(context: Pick<StepContext<object>, 'directory'>, input: AppealInput): Place | Refusal {
  const { directory } = context;
  const fault = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });
  if (input.school !== undefined) {
    const school = directory.organisation(input.school);
    if (school === undefined || school.kind !== 'school') return fault('/school', 'organisation.unknown');
    return { region: school.region ?? unknownRegion, district: school.district };
  }
  if (input.place?.district !== undefined) {
    const district = directory.district(input.place.district);
    return district === undefined ? fault('/place/district', 'district.unknown') : { region: district.region, district: district.code };
  }
  if (input.place?.region !== undefined) {
    return directory.region(input.place.region) === undefined
      ? fault('/place/region', 'format')
      : { region: input.place.region, district: null };
  }
  return { region: unknownRegion, district: null };
}

export function openAppeal(context: StepContext<object>, input: AppealInput): Opening | Refusal {
  const byOperator = context.actor.role === 'operator' || context.actor.role === 'shift-lead';
  const text = input.text ?? '';
  // By phone nothing is mandatory while the child speaks; written, the words are all we have.
  if (text.trim() === '' && !byOperator) return refuse('invalid-input', 400, {}, { fields: [{ path: '/text', code: 'required' }] });
  if (input.channel === 'phone' && !byOperator) return refuse('invalid-input', 400, {}, { fields: [{ path: '/channel', code: 'not-in-list' }] });
  const place = placeOf(context, input);
  if ('refused' in place) return place;
  const signs = signsOf(text);
  const language = input.language ?? 'kk';
  const { number, code } = numberAndCode(context.derive, 'helpline', language);
  const appeal: AppealRecord = {
    number,
    channel: input.channel,
    language,
    who: input.who ?? (input.channel === 'school-qr-text' ? 'child' : input.channel === 'agency' ? 'professional' : 'third-party'),
    text,
    school: input.school ?? null,
    placeWords: input.place?.words ?? null,
    earlier: input.earlier ?? null,
    signs,
    category: null,
    urgency: null,
    warnings: null,
    adultVictim: false,
    handOver: null,
    mark: null,
    routed: [],
  };
  const received: Message = { from: 'system', at: context.now, key: 'helpline.says.received' };
  const records: AppealRecords = {
    appeal,
    reporter: { contact: input.contact ?? null, safeToAnswer: input.safeToAnswer ?? null },
    talk: { state: byOperator ? 'read' : 'received', messages: [received] },
  };
  const id = context.newId();
  const contact = plainContact(input.contact ?? '');
  return {
    id,
    procedure: 'helpline.appeal',
    subject: { kind: 'appeal', id },
    place: { ...place },
    decision: {
      // An operator who takes it by phone has it in hand already.
      ...(byOperator ? { to: 'talking', worker: context.actor.appointment ?? undefined } : {}),
      records,
      danger: byOperator ? signs.danger : unreadDanger(signs),
      label: number,
      code: { number, code },
      writes: [
        {
          statement: 'helpline.insert-appeal',
          values: [id, number, input.channel, place.region, input.school ?? null, input.sourceRef ?? null, context.now],
        },
        ...(contact === null ? [] : [{ statement: 'helpline.insert-contact', values: [id, contact] }]),
      ],
    },
  };
}
