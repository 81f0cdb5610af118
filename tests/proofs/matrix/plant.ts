/** Writes proceedings into the database as life would have left them, with a canary in every class of field of each. */
import { createHash } from 'node:crypto';
import { firstPrev, sealEntry, type EntryRow } from '#kernel/journal/entry.ts';
import { fileKind } from '#kernel/files/rules.ts';
import { sealFile, type SealedFile } from '#kernel/files/seal.ts';
import type { Procedure, Subject } from '#kernel/procedures/declare.ts';
import { without } from '#kernel/procedures/testing.ts';
import type { TestServer } from '../server.ts';
import { idOf } from '../../small/country.ts';
import { checkIin } from '#cap/children/domain/iin.ts';
import { indexRegister } from '#cap/children/store/index/register.ts';
import { now, type Position } from './places.ts';
import { markIn, type Specimen } from './specimens.ts';

export interface Planted extends Omit<Position, 'name'> {
  readonly id: string;
  readonly position: string;
  readonly procedure: Procedure;
  readonly subject: Subject;
  readonly iin: string;
}

/** `classes`: those whose readers may see it; `@` what lies open to whoever sees the proceeding, `@payload` what nobody sees. */
export const canary = (id: string, classes: string): string => `canary:${id}:${classes}:`;
export const canaries = /canary:([0-9a-f-]{36}):([^:"\\]+):/g;

/** Nobody's numbers, with right check digits. */
function iinOf(n: number): string {
  const serial = String(1_0000 + n).slice(-4);
  for (let day = 1; day <= 28; day += 1) {
    const bare = `15${String(1 + (Math.floor(n / 10_000) % 12)).padStart(2, '0')}${String(day).padStart(2, '0')}5${serial}`;
    for (let digit = 0; digit < 10; digit += 1) if (checkIin(`${bare}${digit}`).ok) return `${bare}${digit}`;
  }
  throw new Error('no number left');
}

/** A surname that no other child here has. */
export const surnameOf = (id: string): string => `А${[...id.slice(-12)].map((figure) => 'бвгджзклмнпрстфх'[Number.parseInt(figure, 16)]).join('а')}`;

let numbered = 0;
export const planted = (procedure: Procedure, specimen: Specimen, name: string, position: Position): Planted => {
  const id = idOf(`matrix ${procedure.id} ${name}`);
  numbered += 1;
  const { name: _, ...rest } = position;
  return { ...rest, id, position: position.name, procedure, subject: { kind: specimen.row.subject.kind, id: idOf(`subject ${procedure.id} ${name}`) }, iin: iinOf(numbered) };
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where the words of a mark went: the classes of field that hold it. */
function landings(specimen: Specimen): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const [name, body] of Object.entries(specimen.records)) {
    for (const [mark] of JSON.stringify(body).matchAll(markIn)) found.set(mark, (found.get(mark) ?? new Set()).add(name));
  }
  return new Map([...found].map(([mark, classes]) => [mark, [...classes].sort().join('+')]));
}

const withCanaries = (value: unknown, id: string, landed: ReadonlyMap<string, string>, otherwise: string): unknown =>
  JSON.parse(JSON.stringify(value).replace(markIn, (mark) => canary(id, landed.get(mark) ?? otherwise))) as unknown;

/** Class of what a step was given: its own, else the procedure's first. */
export const classOf = (p: Procedure, step: string): string => (step === 'start' ? p.start : p.steps[step])?.class ?? p.classes[0] ?? '';

interface Line {
  readonly step: string;
  readonly input: unknown;
}

/** A file of each, in the class that files belong to. */
export const fileOf = (p: Pick<Planted, 'id'>): string => idOf(`file ${p.id}`);
const fileIn = (p: Planted, key: Buffer): SealedFile => {
  const words = canary(p.id, p.procedure.classes[0] ?? '');
  return sealFile(key, { id: fileOf(p), name: words, type: 'application/pdf', bytes: Buffer.from(words) });
};

/** Lines of a story: the start as it was given, a file, then a step of each class; all of them where `whole`. */
function lines(p: Planted, specimen: Specimen, file: SealedFile, whole: boolean): readonly Line[] {
  const landed = landings(specimen);
  const names = Object.keys(p.procedure.steps);
  const chosen = whole ? names : [...new Set(names.map((name) => classOf(p.procedure, name)))].map((c) => names.find((name) => classOf(p.procedure, name) === c) ?? '');
  return [
    { step: 'start', input: specimen.start === null ? null : withCanaries(specimen.start, p.id, landed, classOf(p.procedure, 'start')) },
    { step: 'attach', input: file.entry },
    ...chosen.map((step) => ({ step, input: { canary: canary(p.id, classOf(p.procedure, step)) } })),
  ];
}

function chain(p: Planted, specimen: Specimen, key: Buffer, file: SealedFile, author: string, whole: boolean): EntryRow[] {
  const made: EntryRow[] = [];
  for (const [n, { step, input }] of lines(p, specimen, file, whole).entries()) {
    const of = { id: idOf(`entry ${p.id} ${n}`), proceeding: p.id, procedure: p.procedure.id, version: p.procedure.version, sequence: n + 1, at: now, prev: made.at(-1)?.hash ?? firstPrev };
    made.push(sealEntry(key, of, {
      step, from: null, to: specimen.row.stage, input, records: { canary: canary(p.id, '@payload') },
      actor: { ...without('procedure'), role: 'school-worker', appointment: step === 'start' ? author : p.worker },
      place: { region: p.place.region, district: p.place.district }, danger: 1, outcome: null,
    }));
  }
  return made;
}

/** The stage a planted one stands in: the specimen's, or the first where that one had ended. */
const stageOf = (p: Procedure, specimen: Specimen): string => (p.stages[specimen.row.stage]?.final === true ? (Object.keys(p.stages)[0] ?? '') : specimen.row.stage);

export interface Planting {
  readonly all: readonly Planted[];
  readonly specimens: ReadonlyMap<string, Specimen>;
  readonly links: readonly { readonly source: string; readonly target: string }[];
  /** The appointment that started each of them. */
  readonly author: string;
  /** Those whose story tells of every step. */
  readonly whole: ReadonlySet<string>;
}

export async function plant(s: TestServer, { all, specimens, links, author, whole }: Planting): Promise<void> {
  const of = (p: Planted): Specimen => {
    const found = specimens.get(p.procedure.id);
    if (found === undefined) throw new Error(`no specimen of ${p.procedure.id}`);
    return found;
  };
  const keys = new Map(await Promise.all(all.map(async (p) => [p.id, await s.runtime.keys.make(p.subject.id)] as const)));
  const keyOf = (p: Planted): Buffer => keys.get(p.id)?.key ?? Buffer.alloc(32);
  const files = new Map(all.map((p) => [p.id, fileIn(p, keyOf(p))]));
  const entries = all.flatMap((p) => chain(p, of(p), keyOf(p), files.get(p.id) ?? fileIn(p, keyOf(p)), author, whole.has(p.id)));
  const last = new Map(entries.map((e) => [e.proceeding, e]));
  const dues = (p: Planted) => p.procedure.stages[stageOf(p.procedure, of(p))];
  const rows = all.map((p) => {
    const stage = dues(p);
    return {
      id: p.id, procedure: p.procedure.id, version: p.procedure.version, subject_kind: p.subject.kind, subject: p.subject.id, stage: stageOf(p.procedure, of(p)), final: false,
      sequence: last.get(p.id)?.sequence ?? 1, head: last.get(p.id)?.hash ?? '', region: p.place.region, district: p.place.district, organisation: p.place.organisation,
      role: stage?.final === true ? '' : stage?.accountable, worker: p.worker, sealed: p.sealed === true, danger: 1, label: canary(p.id, '@'),
      due: '2026-12-01T07:00:00.000Z', due_term: stage?.final === true ? '' : stage?.within.id, level: p.escalatedTo === undefined ? 0 : 1,
      escalated_to: p.escalatedTo ?? null, opened_at: now, reporter: p.reporter ?? null,
    };
  });
  const records = all.flatMap((p) => {
    const landed = landings(of(p));
    return p.procedure.classes.map((c) => {
      const body = of(p).records[c];
      // Emptied at its end, or never written: the mark alone stands in it.
      const filled = body === undefined || body === null ? {} : withCanaries(body, p.id, landed, c);
      return { proceeding: p.id, kind: `${p.procedure.id}/${c}`, body: isObject(filled) ? { ...filled, canary: canary(p.id, c) } : filled };
    });
  });
  const children = all.filter((p) => p.subject.kind === 'child').map((p) => ({
    id: p.subject.id, iin: p.iin, region: p.place.region, district: p.place.district, warnings: canary(p.subject.id, 'warnings'), text: canary(p.subject.id, 'child'), family: surnameOf(p.subject.id),
    name: idOf(`name ${p.id}`), relation: idOf(`relation ${p.id}`),
  }));
  const put = (text: string, values: readonly unknown[], more: readonly unknown[] = []): Promise<unknown> => s.owner.query(text, [JSON.stringify(values), ...more]);
  await put('insert into kernel.proceeding select * from jsonb_populate_recordset(null::kernel.proceeding, $1)', rows);
  await put('insert into kernel.record select * from jsonb_populate_recordset(null::kernel.record, $1)', records);
  await put(`insert into kernel.subject_key (subject, wrapped, master) select subject, decode(wrapped, 'base64'), master from jsonb_to_recordset($1) as x(subject uuid, wrapped text, master text)`, [...keys.values()].map((k) => k.row));
  await put(`insert into kernel.entry select id, proceeding, sequence, at, header, decode(payload, 'base64'), prev, hash
    from jsonb_to_recordset($1) as x(id uuid, proceeding uuid, sequence int, at timestamptz, header text, payload text, prev text, hash text)`, entries);
  // The second line of a story brings the file.
  await put(`insert into kernel.file select id, proceeding, kind, 2, $2, decode(sealed, 'base64') from jsonb_to_recordset($1) as x(id uuid, proceeding uuid, kind text, sealed text)`,
    all.map((p) => ({ id: fileOf(p), proceeding: p.id, kind: fileKind(p.procedure), sealed: files.get(p.id)?.sealed.toString('base64') })), [now]);
  await put(`insert into kernel.deadline (id, proceeding, key, term, started_at, due_at, state)
    select gen_random_uuid(), id, 'stage:' || stage, due_term, $2, due, 'running' from jsonb_to_recordset($1) as x(id uuid, stage text, due_term text, due timestamptz)`, rows, [now]);
  await put(`insert into kernel.conflict (proceeding, person, organisation, at) select proceeding, person, organisation, $2 from jsonb_to_recordset($1) as x(proceeding uuid, person uuid, organisation uuid)`,
    all.flatMap((p) => (p.conflicts ?? []).map((c) => ({ proceeding: p.id, ...c }))), [now]);
  await put(`insert into kernel.access_grant (proceeding, organisation, purpose, until) select proceeding, organisation, 'matrix', until from jsonb_to_recordset($1) as x(proceeding uuid, organisation uuid, until timestamptz)`,
    all.flatMap((p) => (p.grants ?? []).map((g) => ({ proceeding: p.id, ...g }))));
  await put(`insert into kernel.link (source, target, name) select source, target, 'referral' from jsonb_to_recordset($1) as x(source uuid, target uuid)`, links);
  await put(`insert into children.child (id, born, born_precision, sex, iin, region, district, warnings, interpreter, created_at)
    select id, '2015-01-01', 'day', 'female', iin, region, district, warnings, text, $2
    from jsonb_to_recordset($1) as x(id uuid, iin text, region text, district text, warnings text, text text)`, children, [now]);
  await put(`insert into children.child_name (id, child, kind, family, given, script, at) select name, id, 'document', family, text, 'cyrillic', $2 from jsonb_to_recordset($1) as x(id uuid, name uuid, text text, family text)`, children, [now]);
  // Each question whether two are one is about its own child and another whom nothing is about.
  await s.owner.query(`insert into children.child (id, region, created_at) values ($1, 'KZ', $2) on conflict do nothing`, [idOf('the other of a pair'), now]);
  await put(`insert into children.pair select id, least(subject, $2::uuid), greatest(subject, $2::uuid) from jsonb_to_recordset($1) as x(id uuid, subject uuid, procedure text) where procedure = 'children.duplicate'`, rows, [idOf('the other of a pair')]);
  await put(`insert into children.relation (id, child, kind, name, phone, guardian, household, at) select relation, id, 'mother', text, '+77010000000', true, true, $2 from jsonb_to_recordset($1) as x(id uuid, relation uuid, text text)`, children, [now]);
  await put(`insert into children.list (id, organisation, appointment, person, at, state) select x.id, x.organisation, a.id, a.person, $2, 'open'
    from jsonb_to_recordset($1) as x(id uuid, organisation uuid) join kernel.appointment a on a.id = $3`, rows.filter((r) => r.procedure === 'children.list'), [now, author]);
  await put(`insert into helpline.appeal (proceeding, number, channel, region, received_at) select id, label, 'web', region, $2 from jsonb_to_recordset($1) as x(id uuid, label text, region text)`,
    rows.filter((r) => r.procedure === 'helpline.appeal'), [now]);
  await indexRegister({ ownerUrl: s.database.ownerUrl });
}

/** Who holds a number and code. */
export const holds = async (s: TestServer, token: Buffer, proceeding: string): Promise<void> => {
  await s.owner.query(`insert into kernel.session (hash, role, proceeding, created_at, until) values ($1, 'applicant', $2, $3, 'infinity')`, [createHash('sha256').update(token).digest(), proceeding, now]);
};
