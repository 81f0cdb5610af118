/** Who is complained of, as far as it is known: what he is to the child decides who of the family may be told anything. */
import { checkIin } from '#cap/children/contract.ts';
import { clearSuspicions } from '#cap/representatives/contract.ts';
import { accusedConflicts, owedAnew } from '../domain/opening.ts';
import type { Accused } from '../domain/record.ts';
import { suspicion } from '../domain/suspicion.ts';
import type { NameAccusedInput } from '../inputs.ts';
import * as terms from '../terms.ts';
import { field, type Protection, type Result } from './common.ts';
import { accusedOf } from './report.ts';

const eitherYes = (a: boolean | null | undefined, b: boolean | null | undefined): boolean | null => (a === true || b === true ? true : (a ?? b ?? null));

/** Two are complained of: what is true of either counts, and of two relations neither is said. */
const both = (known: Accused, said: Accused): Accused => ({
  words: [known.words, said.words].filter((w) => w !== null).join('; ') || null,
  person: said.person ?? known.person,
  organisation: said.organisation ?? known.organisation,
  relation: known.relation === said.relation ? (said.relation ?? null) : null,
  household: eitherYes(known.household, said.household),
  representative: known.representative || said.representative,
  heard: null,
});

/** Named beside who was named before, or instead of him; or found that nobody is complained of. */
export function nameAccused(context: Protection, input: NameAccusedInput): Result {
  const { id, subject } = context.proceeding;
  const before = context.records.case;
  const { iin, nobody, instead, why: _, ...said } = input;
  if (nobody === true) {
    if (Object.keys(said).length > 0 || iin !== undefined) return field('/nobody', 'not-in-list');
    return {
      records: { case: { ...before, accused: null } },
      deadlines: [{ cancel: 'representative' }],
      writes: [clearSuspicions(id, context.now)],
    };
  }
  if (said.words === undefined && said.person === undefined && said.organisation === undefined && said.relation === undefined) return field('/words', 'required');
  if (said.organisation !== undefined && context.directory.organisation(said.organisation) === undefined) return field('/organisation', 'organisation.unknown');
  if (said.person !== undefined && !context.directory.data.appointments.some((a) => a.person === said.person)) return field('/person', 'not-in-list');
  const number = iin === undefined ? null : checkIin(iin);
  if (number !== null && !number.ok) return field('/iin', number.code);
  const accused = accusedOf(said) as Accused;
  // Where nobody was named until now, it was anybody of the family.
  const fresh = instead === true || before.accused === null;
  const represented = before.representative !== null;
  return {
    records: { case: { ...before, accused: instead === true || before.accused === null ? accused : both(before.accused, accused) } },
    conflicts: accusedConflicts(accused),
    deadlines: [
      ...(instead === true && !accused.representative ? [{ cancel: 'representative' }] : []),
      ...(accused.representative && !represented ? owedAnew([{ start: terms.appointRepresentative, key: 'representative' }], context.deadlines) : []),
    ],
    writes: [...(fresh ? [clearSuspicions(id, context.now)] : []), suspicion(context, { proceeding: id, child: subject.id }, accused, number?.iin ?? null)],
  };
}

/** A head's word, also after the case: harm was found, and the family is one again that may be told. */
export const liftSuspicion = (context: Protection): Result => ({ writes: [clearSuspicions(context.proceeding.id, context.now)] });
