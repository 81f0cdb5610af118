/** Lists that agencies hand in: what is asked at each step, and what a column may hold. Runs in browsers. */
import { Type, type Static } from 'typebox';
import { delimiters, type Delimiter } from './csv.ts';

export const listProcedure = 'children.list';

/** What is taken of a child: what recognises him, and the number under which the agency knows him. */
export const listFields = ['reference', 'name', 'family', 'given', 'patronymic', 'born', 'sex', 'iin', 'mother', 'father'] as const;
export type ListField = (typeof listFields)[number];
export const listColumns = [...listFields, 'left-out'] as const;
export type ListColumn = (typeof listColumns)[number];
export const listOutcomes = ['taken-in', 'withdrawn'] as const;

/** A file with more columns is no list of children. */
export const mostColumns = 500;
const longestHeading = 100;
export const mostFailures = 60;

const closed = { additionalProperties: false };
const choice = <T extends string>(values: readonly T[], title: string, text: string) => Type.Unsafe<T>({ type: 'string', enum: [...values], title, 'x-enum-text': text });
const count = (title: string) => Type.Integer({ title, minimum: 0, maximum: 100_000_000 });

export const OpenListInput = Type.Object({
  organisation: Type.String({ title: 'children.input.list-organisation', format: 'organisation' }),
  about: Type.Optional(Type.String({ title: 'children.input.list-about', 'x-text': 'children.hint.list-about', minLength: 1, maxLength: 200 })),
}, closed);
export type OpenListInput = Static<typeof OpenListInput>;

/** Of the file that was uploaded: the database takes no word of one that is not there. */
export const TakeFileInput = Type.Object({
  file: Type.String({ title: 'children.input.list-file', format: 'uuid' }),
  name: Type.String({ title: 'children.input.list-file-name', minLength: 1, maxLength: 200 }),
  sha256: Type.String({ title: 'children.input.list-sha256', pattern: /^[0-9a-f]{64}$/.source }),
  size: count('children.input.list-size'),
  delimiter: choice(Object.keys(delimiters) as Delimiter[], 'children.input.list-delimiter', 'children.list-delimiter'),
  heading: Type.Boolean({ title: 'children.input.list-heading' }),
  headings: Type.Array(Type.String({ title: 'children.input.list-heading-word', maxLength: longestHeading }), { title: 'children.input.list-headings', minItems: 1, maxItems: mostColumns }),
  proposed: Type.Array(choice(listColumns, 'children.input.list-column', 'children.list-column'), { title: 'children.input.list-columns', minItems: 1, maxItems: mostColumns }),
}, closed);
export type TakeFileInput = Static<typeof TakeFileInput>;

export const MapInput = Type.Object({
  columns: Type.Array(choice(listColumns, 'children.input.list-column', 'children.list-column'), { title: 'children.input.list-columns', minItems: 1, maxItems: mostColumns }),
  heading: Type.Boolean({ title: 'children.input.list-heading' }),
}, closed);
export type MapInput = Static<typeof MapInput>;

const Failure = Type.Object({
  column: choice([...listFields, 'row'] as const, 'children.input.list-column', 'children.list-column'),
  code: Type.String({ title: 'children.input.list-fault', minLength: 1, maxLength: 60 }),
  rows: count('children.input.list-rows'),
}, closed);
/** What became of the rows; each is in one of the four. */
export const CountsInput = Type.Object({
  fresh: count('children.input.list-fresh'),
  known: count('children.input.list-known'),
  looked: count('children.input.list-looked'),
  failed: count('children.input.list-failed'),
  failures: Type.Array(Failure, { title: 'children.input.list-failures', maxItems: mostFailures }),
}, closed);
export type CountsInput = Static<typeof CountsInput>;
export interface ListCounts extends CountsInput {
  readonly rows: number;
}
export const EmptyListInput = Type.Object({}, closed);
export const WithdrawListInput = Type.Object({ why: Type.String({ title: 'children.input.list-why', minLength: 1, maxLength: 1000, format: 'multiline' }) }, closed);

interface ListFile extends TakeFileInput {
  readonly at: string;
}
export interface ListRecords {
  /** No word of a child is in it: what is recorded lies open beside the sealed journal. */
  readonly list: {
    readonly organisation: string;
    readonly about: string | null;
    /** The person who opened it; its file of failed rows is his alone. */
    readonly by: string;
    readonly file: ListFile | null;
    readonly columns: readonly ListColumn[] | null;
    readonly heading: boolean;
    /** What the dry run found, and what was done. */
    readonly preview: ListCounts | null;
    readonly done: ListCounts | null;
  };
}
