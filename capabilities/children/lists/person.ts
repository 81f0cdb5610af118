/** From a row of a list to a child, by the same rules as a worker's own writing (`identify`); or what is wrong with it, cell by cell. Pure. */
import type { Instant } from '#kernel/clock.ts';
import { validateInput } from '#kernel/procedures/schemas.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { identify } from '../domain/identity.ts';
import { checkIin } from '../domain/iin.ts';
import { IdentityInput, type NameInput, type Sex } from '../domain/inputs.ts';
import { dateIn, sexIn } from '../domain/lists/cells.ts';
import type { Row } from '../domain/lists/csv.ts';
import type { ListField } from '../domain/lists/inputs.ts';

/** What recognises a child, as one row says it. Texts as they were written, blanks at the ends apart. */
export interface ListedChild {
  readonly reference: string | null;
  readonly family: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
  readonly born: string | null;
  readonly sex: Sex | null;
  readonly iin: string | null;
  readonly mother: string | null;
  readonly father: string | null;
}

/** `code`: a text `field.<code>`; `row` where it is no single cell. */
export interface RowFault {
  readonly column: ListField | 'row';
  readonly code: string;
}
export type RowRead = { readonly ok: true; readonly child: ListedChild } | { readonly ok: false; readonly faults: readonly RowFault[] };

export interface Reading {
  readonly places: ReadonlyMap<ListField, number>;
  /** Cells a row must have. */
  readonly width: number;
  readonly now: Instant;
  /** The term children.child-until, in years. */
  readonly adult: number;
}

const longestReference = 100;
/** A name has letters; a figure, a formula or an address is none. */
const named = /\p{L}/u;
const notInNames = /[\p{N}=<>{}[\]\\/_*#$%^&@|~;:!?+"]/u;
const unstorable = /[\0\p{Surrogate}]/u;

const nobodysId = (): string => '00000000-0000-0000-0000-000000000000';

/** Surname, name, the rest: as lists write it in one cell. */
function inParts(full: string): Pick<NameInput, 'family' | 'given' | 'patronymic'> {
  const [first, second, ...rest] = full.split(/\s+/u);
  if (second === undefined) return { ...(first === undefined ? {} : { given: first }) };
  return { family: first, given: second, ...(rest.length === 0 ? {} : { patronymic: rest.join(' ') }) } as NameInput;
}

const codeOfPath = (path: string): ListField | 'row' => {
  if (path.startsWith('/iin')) return 'iin';
  if (path.startsWith('/born')) return 'born';
  if (path.startsWith('/sex')) return 'sex';
  const part = /^\/names\/0\/(family|given|patronymic)/.exec(path)?.[1] as ListField | undefined;
  return part ?? 'row';
};

export function readRow(row: Row, { places, width, now, adult }: Reading): RowRead {
  const fail = (...faults: readonly RowFault[]): RowRead => ({ ok: false, faults });
  if (row.broken) return fail({ column: 'row', code: 'list.quote' });
  if (row.cells.slice(width).some((c) => c.trim() !== '')) return fail({ column: 'row', code: 'list.more-cells' });
  const last = Math.max(...places.values());
  if (row.cells.length <= last) return fail({ column: 'row', code: 'list.fewer-cells' });
  const cell = (field: ListField): string | null => {
    const at = places.get(field);
    const text = at === undefined ? '' : (row.cells[at] ?? '').normalize('NFC').replace(/[\s\u00a0]+/gu, ' ').trim();
    return text === '' ? null : text;
  };
  if ([...places.values()].some((at) => unstorable.test(row.cells[at] ?? ''))) return fail({ column: 'row', code: 'list.null-byte' });

  const faults: RowFault[] = [];
  const bornText = cell('born');
  const born = bornText === null ? null : dateIn(bornText);
  if (bornText !== null && born === null) faults.push({ column: 'born', code: 'list.date' });
  const sexText = cell('sex');
  const sex = sexText === null ? null : sexIn(sexText);
  if (sexText !== null && sex === null) faults.push({ column: 'sex', code: 'list.sex' });
  const iin = cell('iin');
  const reference = cell('reference');
  if (reference !== null && reference.length > longestReference) faults.push({ column: 'reference', code: 'too-long' });
  const full = cell('name');
  const parts = { family: cell('family'), given: cell('given'), patronymic: cell('patronymic') };
  const split = full === null ? {} : inParts(full);
  const name = { family: parts.family ?? split.family ?? null, given: parts.given ?? split.given ?? null, patronymic: parts.patronymic ?? split.patronymic ?? null };
  const people = { mother: cell('mother'), father: cell('father') };
  for (const [part, text] of Object.entries({ ...name, ...people }) as [ListField, string | null][]) {
    const column = full !== null && part in split ? 'name' : part;
    if (text !== null && (!named.test(text) || notInNames.test(text))) faults.push({ column, code: 'list.name' });
    else if (text !== null && text.length > 400) faults.push({ column, code: 'too-long' });
  }
  if (name.family === null && name.given === null) faults.push({ column: places.has('name') ? 'name' : places.has('given') ? 'given' : 'family', code: 'required' });
  if (bornText === null && iin === null) faults.push({ column: 'row', code: 'list.neither' });
  if (faults.length > 0) return fail(...faults);

  const input: IdentityInput = {
    names: [{ kind: 'document', ...(name.family === null ? {} : { family: name.family }), ...(name.given === null ? {} : { given: name.given }), ...(name.patronymic === null ? {} : { patronymic: name.patronymic }) }],
    ...(born === null ? {} : { born }), ...(sex === null ? {} : { sex }), ...(iin === null ? {} : { iin }),
  };
  const refused = validateInput(IdentityInput, input) ?? identify(nobodysId(), input, now, adult, nobodysId);
  if (isRefusal(refused)) return fail(...(refused.fields ?? [{ path: '', code: 'format' }]).map((f) => ({ column: codeOfPath(f.path), code: f.code === 'birth-date.adult' ? 'list.adult' : f.code })));
  const number = iin === null ? null : checkIin(iin);
  const told = number?.ok === true ? number : null;
  // The number says a day too: two days in one row are one slip at least.
  if (born !== null && told?.birthDate != null && told.birthDate !== born) return fail({ column: 'iin', code: 'list.other-day' });
  return { ok: true, child: { reference, ...name, born: born ?? told?.birthDate ?? null, sex: sex ?? told?.sex ?? null, iin: told?.iin ?? null, ...people } };
}
