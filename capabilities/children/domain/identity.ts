/** What a worker learnt of who a child is, checked, as rows of the register. */
import type { Instant } from '#kernel/clock.ts';
import type { Write } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import type { IdentityInput, Precision, Sex } from './inputs.ts';
import { askFirst, childIsSame, detailChild, groupChild, nameChild, numberChild, relateChild } from './rows.ts';
import { ageInYears } from '#kernel/texts/format.ts';
import { bornFault } from './age.ts';
import { checkIin } from './iin.ts';
import { nameRows, shortName } from './names.ts';
import { relationFaults, relationRow } from './relations.ts';

export interface Identified {
  readonly writes: readonly Write[];
  /** Short name for lists; null where none was given. */
  readonly name: string | null;
  readonly age: number | null;
  /** Null where nothing was said of it; `exact`: to the day. */
  readonly birth: { readonly date: string; readonly exact: boolean } | null;
  readonly sex: Sex | null;
}

/** `adult`: the term children.child-until, in years. A refusal names every field that is wrong. Nothing is required: one writes what one knows. */
export function identify(child: string, input: IdentityInput, now: Instant, adult: number, newId: () => string): Identified | Refusal {
  const today = almatyDate(now);
  const fields: { path: string; code: string }[] = [];
  const number = input.iin === undefined ? null : checkIin(input.iin);
  if (number !== null && !number.ok) fields.push({ path: '/iin', code: number.code });
  const born = input.born ?? (number?.ok === true ? (number.birthDate ?? undefined) : undefined);
  const found = born === undefined ? null : bornFault(born, today, adult);
  const fault = found === 'birth-date.adult' && input.adult === true ? null : found;
  if (fault !== null) fields.push({ path: input.born === undefined ? '/iin' : '/born', code: fault });
  for (const [i, r] of (input.relations ?? []).entries()) fields.push(...relationFaults(r, child, today, `/relations/${i}`));
  if (input.child === child) fields.push({ path: '/child', code: 'not-in-list' });
  if (fields.length > 0) return refuse('invalid-input', 400, {}, { fields });

  const precision: Precision | null = input.precision ?? (born === undefined ? null : 'day');
  const sex = input.sex ?? (number?.ok === true ? number.sex : null);
  const names = nameRows(child, input.names ?? [], now, newId);
  const main = names.find((n) => n.kind === 'document') ?? names[0];
  return {
    name: main === undefined ? null : shortName(main),
    age: born === undefined ? null : ageInYears(born, today),
    birth: born === undefined ? null : { date: born, exact: precision === 'day' },
    sex,
    writes: [
      detailChild(child, {
        born: born ?? null, precision: born === undefined ? null : precision === 'unknown' ? 'estimated' : precision, sex,
        iinReason: input.iinReason ?? null, language: input.language ?? null, signLanguage: input.signLanguage ?? null,
        interpreter: input.interpreter ?? null, warnings: input.warnings ?? null,
      }),
      ...(number?.ok === true ? [numberChild(child, number.iin, now)] : []),
      ...names.map(nameChild),
      ...(input.groups ?? []).map((g) => groupChild(child, g, now)),
      ...(input.relations ?? []).map((r) => relateChild(relationRow(r, child, now, newId))),
      ...(input.child === undefined ? [] : [childIsSame(child, input.child, now)]),
      ...(input.names === undefined && born === undefined && number === null ? [] : [askFirst(child, input.not ?? null, '', now)]),
    ],
  };
}
