/** The register in memory, column by column, as the pass compares it: about a hundred bytes a child. Read with the owner's rights. */
import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { keyOf } from '../../domain/names/keys.ts';
import { parentParts } from '../../domain/matching/children/person.ts';
import { growing } from './arrays.ts';
import { count, dictionary, ownCopy, type Dictionary } from './dictionary.ts';
import { copyLines } from './copy-lines.ts';

export interface Register {
  readonly children: number;
  /** Sixteen bytes a child. */
  readonly ids: Uint8Array;
  /** By child. `born` as 20140403, 0 where unknown; `sex` 0, 1 male, 2 female. */
  readonly born: Int32Array;
  readonly exact: Uint8Array;
  readonly sex: Uint8Array;
  readonly iin: Float64Array;
  readonly region: Int32Array;
  readonly district: Int32Array;
  readonly mother: Float64Array;
  readonly father: Float64Array;
  /** Where a child's spellings begin; one more at the end. */
  readonly names: Int32Array;
  /** By spelling: whose, and the numbers of its words. */
  readonly child: Int32Array;
  readonly family: Int32Array;
  readonly given: Int32Array;
  readonly patronymic: Int32Array;
  readonly families: Dictionary;
  readonly givens: Dictionary;
  readonly patronymics: Dictionary;
  readonly places: readonly string[];
}

const rows = `copy (
  select c.id, coalesce(to_char(c.born, 'YYYYMMDD'), '0'), case when c.born_precision = 'day' then 1 else 0 end,
    case c.sex when 'male' then 1 when 'female' then 2 else 0 end, coalesce(c.iin, '0'), c.region, coalesce(c.district, ''),
    n.family, n.given, n.patronymic, r.mother, r.father
  from children.child c
  left join children.child_name n on n.child = c.id
  left join (select child, min(name) filter (where kind = 'mother') as mother, min(name) filter (where kind = 'father') as father
    from children.relation where kind in ('mother', 'father') group by child) r on r.child = c.id
  order by c.id) to stdout`;

/** `progress` hears how many children are read. */
export async function readRegister(client: ClientBase, progress: (children: number) => void): Promise<Register> {
  const { take, end } = gathering(progress);
  const lines = copyLines(take);
  await pipeline(client.query(copyTo(rows)), new Writable({ write: (chunk: Buffer, _, done) => done(lines(chunk)) }));
  return end();
}

/** Takes rows as the query above gives them, those of one child together; at the end they are the register. */
export function gathering(progress: (children: number) => void): { take(row: readonly string[]): void; end(): Register } {
  const plains = new Map<string, number>();
  const [families, givens, patronymics] = [dictionary('family', plains), dictionary('given', plains), dictionary('patronymic', plains)];
  const parent = parents();
  const placeNumbers = new Map<string, number>([['', 0]]);
  const place = (name: string): number => {
    const known = placeNumbers.get(name);
    if (known !== undefined) return known;
    placeNumbers.set(ownCopy(name), placeNumbers.size);
    return placeNumbers.size - 1;
  };
  const ids = growing(Uint8Array);
  const [born, region, district, names, child, family, given, patronymic] = Array.from({ length: 8 }, () => growing(Int32Array)) as Eight;
  const [exact, sex] = [growing(Uint8Array), growing(Uint8Array)];
  const [iin, mother, father] = [growing(Float64Array), growing(Float64Array), growing(Float64Array)];
  let last = '';
  let children = 0;
  const take = (row: readonly string[]): void => {
    const [id = '', day = '0', known = '0', its = '0', number = '0', where = '', near = '', f = '', g = '', p = '', m = '', d = ''] = row;
    if (id !== last) {
      last = id;
      children += 1;
      if (children % 500_000 === 0) progress(children);
      for (let i = 0; i < 36; i += 2) {
        if (id[i] === '-') i += 1;
        ids.push(Number.parseInt(id.slice(i, i + 2), 16));
      }
      born.push(Number(day));
      exact.push(Number(known));
      sex.push(Number(its));
      iin.push(Number(number));
      region.push(place(where));
      district.push(place(near));
      mother.push(parent(m));
      father.push(parent(d));
      names.push(child.length());
    }
    child.push(children - 1);
    family.push(f === '' ? 0 : families.number(f));
    given.push(g === '' ? 0 : givens.number(g));
    patronymic.push(p === '' ? 0 : patronymics.number(p));
  };
  const end = (): Register => {
    names.push(child.length());
    const spelt = { family: family.end(), given: given.end(), patronymic: patronymic.end() };
    count(families, spelt.family);
    count(givens, spelt.given);
    count(patronymics, spelt.patronymic);
    return {
      children, ids: ids.end(), born: born.end(), exact: exact.end(), sex: sex.end(), iin: iin.end(), region: region.end(), district: district.end(),
      mother: mother.end(), father: father.end(), names: names.end(), child: child.end(), ...spelt, families, givens, patronymics, places: [...placeNumbers.keys()],
    };
  };
  return { take, end };
}

type Ints = ReturnType<typeof growing<Int32Array>>;
type Eight = [Ints, Ints, Ints, Ints, Ints, Ints, Ints, Ints];

/** A parent's given name, and his patronymic times this, are one number. */
export const parentSpan = 2 ** 24;

/** As `parentOf`, in little memory: 0 for nobody. */
function parents(): (name: string) => number {
  const numbers = new Map<string, number>();
  const words = { given: new Map<string, number>(), patronymic: new Map<string, number>() };
  const number = (part: 'given' | 'patronymic', word: string): number => {
    const known = words[part].get(word);
    if (known !== undefined) return known;
    const key = keyOf(part, word);
    const n = key === '' ? 0 : (numbers.get(key) ?? numbers.size + 1);
    if (n > 0) numbers.set(key, n);
    words[part].set(ownCopy(word), n);
    return n;
  };
  return (name) => {
    if (name === '') return 0;
    const { given, patronymic } = parentParts(name);
    const own = number('given', given);
    return own === 0 ? 0 : own + (patronymic === '' ? 0 : number('patronymic', patronymic) * parentSpan);
  };
}

/** The id of a child as text. */
export function idOf({ ids }: Register, child: number): string {
  const hex = Buffer.from(ids.buffer, ids.byteOffset + child * 16, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
