/**
 * Where everybody stands in the drawing of a family, in pixels: elders above, parents over the child, brothers and sisters
 * beside him, his own children below. Lines run between the rows and down the edges, so that none crosses anybody. Pure.
 */
import type { FamilyKind, FamilyMember } from './members.ts';

/** What joins somebody to the child: birth or marriage in the family, a court or an office, or neither. */
export type Tie = 'kin' | 'law' | 'near';
export interface Figure {
  readonly id: string;
  /** Of the upper left corner. */
  readonly x: number;
  readonly y: number;
  /** The same for all of a row: as much as is told of one of them. */
  readonly height: number;
  /** Null: the child himself. */
  readonly member: FamilyMember | null;
}
export interface Line {
  /** From whom; it ends at the child. */
  readonly id: string;
  readonly tie: Tie;
  readonly points: readonly (readonly [number, number])[];
}
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Of every figure: how wide. */
  readonly box: number;
  readonly figures: readonly Figure[];
  readonly lines: readonly Line[];
}

/** Rows from above to below; within a row in this order. The child stands among the siblings. */
export const generations: readonly (readonly FamilyKind[])[] = [
  ['grandparent'],
  ['aunt-uncle', 'other-kin', 'other'],
  ['guardian', 'trustee', 'foster-carer'],
  ['mother', 'father', 'step-parent', 'partner-of-parent'],
  ['sibling'],
  ['own-child'],
];
const own = 4;
const ties: Readonly<Partial<Record<FamilyKind, Tie>>> = { guardian: 'law', trustee: 'law', 'foster-carer': 'law', 'partner-of-parent': 'near', other: 'near' };
export const tieOf = (kind: FamilyKind): Tie => ties[kind] ?? 'kin';

const space = 8;
const lane = 16;
const gap = 40;
const narrowest = 100;
const widest = 140;
/** How far above a row its line runs, and where it enters the child: three kinds of line never lie on one another. */
const bus: Readonly<Record<Tie, number>> = { kin: 28, law: 18, near: 8 };
const entry: Readonly<Record<Tie, number>> = { kin: 0, law: 14, near: -14 };
const edge: Readonly<Record<Tie, number>> = { kin: 4, law: -4, near: -10 };

/** Lines of text, 15 pixels each: a name and what he is to the child, then what else is told. */
const line = 15;
const least = 5.5 * line;
const linesOf = (m: FamilyMember): number => (m.died ? 1 : 0) + (m.represents ? 2 : 0) + (m.together ? 2 : 0) + (m.from === null ? 0 : 1) + (m.until === null ? 0 : 1);
const heightOf = (row: Row): number => least + line * Math.max(0, ...row.members.map((m) => (m === null ? 0 : linesOf(m))));

interface Row {
  readonly generation: number;
  readonly members: readonly (FamilyMember | null)[];
}

const parted = <T>(items: readonly T[], most: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / most) }, (_, i) => items.slice(i * most, (i + 1) * most));

/** The child in the middle, siblings on both sides of him; who has no room there stands in rows below. */
function rowsOf(members: readonly FamilyMember[], columns: number): readonly Row[] {
  const side = Math.floor((columns - 1) / 2);
  return generations.flatMap((kinds, generation): readonly Row[] => {
    const here = members.filter((m) => kinds.includes(m.kind)).toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
    if (generation !== own) return parted(here, columns).map((row) => ({ generation, members: row }));
    const beside = here.slice(0, 2 * side);
    const left = Math.ceil(beside.length / 2);
    const first = [...beside.slice(0, left), null, ...beside.slice(left)];
    return [first, ...parted(here.slice(2 * side), columns)].map((row) => ({ generation, members: row }));
  });
}

/** `room`: how wide the page is there. Three stand in a row at least, so that the child has somebody on either side. */
export function drawFamily(child: string, members: readonly FamilyMember[], room: number): Drawing {
  const inside = Math.max(3 * 72, room - 2 * lane);
  const columns = Math.max(3, Math.floor((inside + space) / (narrowest + space)));
  const box = Math.min(widest, Math.floor((inside + space) / columns) - space);
  const rows = rowsOf(members, columns);
  const most = Math.max(3, ...rows.map((r) => (r.members.includes(null) ? 1 + 2 * Math.max(r.members.indexOf(null), r.members.length - 1 - r.members.indexOf(null)) : r.members.length)));
  const width = 2 * lane + most * (box + space) - space;
  const heights = rows.map(heightOf);
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, h) => sum + h + gap, gap));
  /** Of the row after the last one too. */
  const top = (row: number): number => tops[row] ?? (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0) + gap;

  const figures = rows.flatMap((row, y) => {
    // Whoever stands in the child's row keeps him in the middle of the page.
    const middle = row.members.includes(null) ? row.members.indexOf(null) : (row.members.length - 1) / 2;
    return row.members.map((member, i): Figure & { readonly row: number } => ({
      id: member?.id ?? child, member, row: y, x: width / 2 - box / 2 + (i - middle) * (box + space), y: top(y), height: heights[y] ?? least,
    }));
  });
  const tall = top(rows.length) - gap + space;
  const self = figures.find((f) => f.member === null);
  if (self === undefined) return { width, height: tall, box, figures, lines: [] };

  const lines = figures.flatMap((f): readonly Line[] => {
    if (f.member === null) return [];
    const tie = tieOf(f.member.kind);
    const above = f.row < self.row;
    const below = rows[f.row]?.generation !== own;
    // Elders hang their line under their row, everybody else over it; it reaches the child from above, or from below.
    const from = above ? { y: f.y + f.height, bus: top(f.row + 1) - bus[tie] } : { y: f.y, bus: f.y - bus[tie] };
    const to = above || !below ? { y: self.y, bus: self.y - bus[tie] } : { y: self.y + self.height, bus: top(self.row + 1) - bus[tie] };
    const x = f.x + box / 2;
    const end = self.x + box / 2 + entry[tie];
    const way = from.bus === to.bus ? [] : [[around(tie, width), from.bus] as const, [around(tie, width), to.bus] as const];
    return [{ id: f.id, tie, points: [[x, from.y], [x, from.bus], ...way, [end, to.bus], [end, to.y]] }];
  });
  return { width, height: tall, box, figures: figures.map(({ row: _, ...figure }) => figure), lines };
}

/** The edge down which a line runs past rows that are not its own. */
const around = (tie: Tie, width: number): number => (edge[tie] > 0 ? edge[tie] : width + edge[tie]);
