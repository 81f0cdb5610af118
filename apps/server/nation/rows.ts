/** Persons and records as rows of the register's tables, in the text that COPY reads. */
import { uuidFrom, type Chance } from './chance.ts';
import type { AgencyRecord, ErrorKind } from './agency.ts';
import { nationDay } from './dates.ts';
import type { Parent } from './family.ts';
import type { Person } from './population.ts';
import type { Written } from './slips.ts';

/** The tables in the order in which their rows may be put in, with the columns that are written. */
export const tables = {
  child: { name: 'children.child', columns: 'id, born, born_precision, sex, iin, iin_reason, language, region, district, created_at' },
  name: { name: 'children.child_name', columns: 'id, child, kind, family, given, patronymic, script, at' },
  relation: { name: 'children.relation', columns: 'id, child, kind, other, name, guardian, household, at' },
  truth: { name: 'nation.truth', columns: 'child, person, household, twin, errors' },
} as const;
export type TableKey = keyof typeof tables;
export type Lines = Record<TableKey, string[]>;

export const noLines = (): Lines => ({ child: [], name: [], relation: [], truth: [] });

const nothing = '\\N';
/** Names of ours hold no tab, backslash or line's end; a test looks. */
const cell = (value: string | null): string => value ?? nothing;
const at = `${nationDay} 00:00:00+00`;

const fullName = (p: Parent): string => [p.family, p.given, p.patronymic].filter((part) => part !== null).join(' ');

function putNames(lines: Lines, draw: Chance, child: string, kind: 'document' | 'given', w: Pick<Written, 'family' | 'given' | 'patronymic'>, latin: boolean): void {
  if (w.family === null && w.given === null && w.patronymic === null) return;
  lines.name.push(`${uuidFrom(draw)}\t${child}\t${kind}\t${cell(w.family)}\t${cell(w.given)}\t${cell(w.patronymic)}\t${latin ? 'latin' : 'cyrillic'}\t${at}\n`);
}

function putParents(lines: Lines, draw: Chance, child: string, mother: Parent | null, father: Parent | null, fatherAtHome: boolean): void {
  if (mother !== null) lines.relation.push(`${uuidFrom(draw)}\t${child}\tmother\t${nothing}\t${fullName(mother)}\tt\tt\t${at}\n`);
  if (father !== null) lines.relation.push(`${uuidFrom(draw)}\t${child}\tfather\t${nothing}\t${fullName(father)}\tt\t${fatherAtHome ? 't' : 'f'}\t${at}\n`);
}

const putTruth = (lines: Lines, child: string, p: Person, errors: readonly ErrorKind[]): void => {
  lines.truth.push(`${child}\t${p.person}\t${p.household}\t${p.twin ? 't' : 'f'}\t{${errors.join(',')}}\n`);
};

/** The population register's row; answers its id. `elder`: id of the next elder child of the household. */
export function putPerson(lines: Lines, draw: Chance, p: Person, elder: string | null): string {
  const id = uuidFrom(draw);
  lines.child.push(`${id}\t${p.born}\t${p.precision}\t${p.sex}\t${cell(p.iin)}\t${cell(p.iinReason)}\t${p.language}\t${p.region}\t${p.district}\t${at}\n`);
  putNames(lines, draw, id, 'document', p, false);
  putParents(lines, draw, id, p.mother, p.father, p.fatherAtHome);
  if (elder !== null) lines.relation.push(`${uuidFrom(draw)}\t${id}\tsibling\t${elder}\t${nothing}\tf\tt\t${at}\n`);
  putTruth(lines, id, p, []);
  return id;
}

/** Another agency's row about the same child. */
export function putRecord(lines: Lines, draw: Chance, p: Person, r: AgencyRecord): void {
  const id = uuidFrom(draw);
  const reason = p.iinReason ?? 'unknown';
  lines.child.push(`${id}\t${r.born}\t${p.precision}\t${p.sex}\t${nothing}\t${reason}\t${p.language}\t${p.region}\t${r.district}\t${at}\n`);
  putNames(lines, draw, id, 'given', r, r.errors.includes('latin'));
  putParents(lines, draw, id, r.mother, r.father, p.fatherAtHome);
  putTruth(lines, id, p, r.errors);
}
