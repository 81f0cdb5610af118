/** A child as a report names him, entered into the register by whoever opens something about him. Pure. */
import type { Place } from '#kernel/access/directory.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Write } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { almatyDate, isDate } from '#kernel/terms/almaty.ts';
import { ageInYears } from '#kernel/texts/format.ts';
import { childUntil } from '../terms.ts';
import { bornFault, bornFromAge } from './age.ts';
import type { Sketch } from './inputs.ts';
import { addChild, expectChild, nameChild, noteNear } from './rows.ts';

type Context = Pick<StepContext<object>, 'now' | 'newId' | 'terms'>;

/** A child of the register, as far as others need him. */
export interface ChildNote {
  readonly id: string;
  readonly name: string | null;
  readonly age: number | null;
  readonly sex: 'male' | 'female' | null;
  /** To the day, `YYYY-MM-DD`; null: not known so. */
  readonly born: string | null;
}

const wrong = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });

/** What is wrong with the birth date of somebody who is a minor today; null: nothing, or it is not given. */
export function minorBorn(context: Pick<Context, 'now' | 'terms'>, born: string | undefined, path = '/born'): Refusal | null {
  if (born === undefined) return null;
  if (!isDate(born)) return wrong(path, 'format');
  const fault = bornFault(born, almatyDate(context.now), context.terms.value(childUntil, context.now).value);
  return fault === null ? null : wrong(path, fault);
}

export interface Entered {
  readonly child: ChildNote;
  readonly writes: readonly Write[];
}

/** A new row where he is not there yet. Whoever enters is not held up by a child who is near: whoever keeps the register is asked. */
export function enterChild(context: Context, sketch: Sketch, place: Place, born: string | undefined): Entered {
  const id = sketch.child ?? context.newId();
  const today = almatyDate(context.now);
  const age = born === undefined ? (sketch.age ?? null) : ageInYears(born, today);
  const child: ChildNote = { id, name: sketch.name ?? null, age, sex: sketch.sex ?? null, born: born ?? null };
  if (sketch.child !== undefined) return { child, writes: [expectChild(sketch.child)] };
  const row = addChild({
    id, born: born ?? (age === null ? null : bornFromAge(age, today)), precision: born === undefined ? (age === null ? 'unknown' : 'estimated') : 'day', sex: child.sex,
    language: null, warnings: null, region: place.region, district: place.district, at: context.now,
  });
  if (child.name === null) return { child, writes: [row] };
  const name = nameChild({ id: context.newId(), child: id, kind: 'known-as', family: null, given: child.name, patronymic: null, script: 'other', at: context.now });
  return { child, writes: [row, name, noteNear(id, context.now)] };
}
