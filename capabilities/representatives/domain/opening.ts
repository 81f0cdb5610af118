/** How a request begins: in words only. Nothing of it is looked up, so that asking tells nothing. */
import type { Place } from '#kernel/access/directory.ts';
import { numberAndCode } from '#kernel/access/number.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Opening } from '#kernel/procedures/declare.ts';
import { procedures } from '../contract.ts';
import type { RequestInput } from '../inputs.ts';
import * as terms from '../terms.ts';
import type { RequestRecord } from './record.ts';

export const capability = 'representatives';

export const field = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });

/** A district of the directory: the desk of the child's place. */
export function placeIn({ directory }: Pick<StepContext<object>, 'directory'>, district: string): (Place & { readonly district: string }) | null {
  const found = directory.district(district);
  return found === undefined ? null : { region: found.region, district: found.code };
}

export function openRequest(context: StepContext<object>, input: RequestInput): Opening | Refusal {
  const { actor, now } = context;
  const atCounter = actor.role !== 'anyone';
  const district = input.district ?? actor.district;
  if (district === null) return field('/district', 'required');
  const place = placeIn(context, district);
  if (place === null) return field('/district', 'district.unknown');
  const language = input.language ?? 'kk';
  const { number, code } = numberAndCode(context.derive, capability, language);
  const id = context.newId();
  const request: RequestRecord = {
    number, channel: atCounter ? 'counter' : 'web', language, name: input.name, relation: input.relation, childName: input.childName,
    childBorn: input.childBorn ?? null, asks: input.asks, contact: input.contact ?? null,
  };
  return {
    id,
    procedure: procedures.request,
    subject: { kind: 'appeal', id },
    place,
    decision: {
      // Whoever registers it at his counter has looked at it already.
      ...(atCounter && district === actor.district ? { to: 'checking', worker: actor.appointment ?? undefined } : {}),
      records: { request },
      label: number,
      deadlines: [{ start: terms.answer, key: 'answer' }],
      // At the counter he is answered there: nobody's number is read out by whoever registers it.
      ...(atCounter ? {} : { code: { number, code } }),
      writes: [{ statement: 'representatives.receive', values: [id, number, place.region, place.district, now] }],
    },
  };
}
