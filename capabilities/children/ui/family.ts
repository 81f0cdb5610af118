/** Where everybody stands in the drawing of a family: elders above, the child and those of his age below. Pure. */
import type { ChildCard, RelationKind } from '../contract.ts';

export interface Figure {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** The child himself, another child, or a grown-up. */
  readonly shape: 'self' | 'child' | 'adult';
  readonly label: string;
  readonly kind: RelationKind | null;
  readonly household: boolean;
  readonly guardian: boolean;
}
export interface Line {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Kin by blood or law; the others are drawn dotted. */
  readonly kin: boolean;
}
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly figures: readonly Figure[];
  readonly lines: readonly Line[];
}

const rows: readonly (readonly RelationKind[])[] = [
  ['grandparent'],
  ['mother', 'father', 'step-parent', 'partner-of-parent', 'aunt-uncle', 'guardian', 'trustee', 'foster-carer', 'other-kin', 'other'],
  ['sibling'],
];
const kin: ReadonlySet<RelationKind> = new Set<RelationKind>(['mother', 'father', 'sibling', 'grandparent', 'aunt-uncle', 'other-kin']);
const step = 96;
const rise = 92;
const edge = 48;

/** Rows that nobody is in are left out. The child stands in the middle of the last one. */
export function drawFamily(card: Pick<ChildCard, 'id' | 'relations'>, name: string): Drawing {
  const now = card.relations.filter((r) => r.until === null);
  const [elders = [], grown = [], siblings = []] = rows.map((kinds) =>
    now.filter((r) => kinds.includes(r.kind)).toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
  );
  const half = Math.ceil(siblings.length / 2);
  const last: readonly ((typeof now)[number] | null)[] = [...siblings.slice(0, half), null, ...siblings.slice(half)];
  const used = [elders, grown, last].filter((row) => row.length > 0);
  const widest = Math.max(...used.map((row) => row.length));
  const width = Math.max(2, widest) * step;
  const figures = used.flatMap((row, y) => {
    const left = (width - row.length * step) / 2 + step / 2;
    return row.map((r, i): Figure => ({
      id: r?.id ?? card.id,
      x: left + i * step,
      y: edge + y * rise,
      shape: r === null ? 'self' : r.kind === 'sibling' ? 'child' : 'adult',
      label: r === null ? name : (r.name ?? '?'),
      kind: r?.kind ?? null,
      household: r?.household ?? true,
      guardian: r?.guardian ?? false,
    }));
  });
  const self = figures.find((f) => f.shape === 'self');
  const lines = self === undefined ? [] : figures.filter((f) => f !== self).map((f): Line => ({
    from: [f.x, f.y], to: [self.x, self.y], kin: f.kind !== null && kin.has(f.kind),
  }));
  return { width, height: edge + (used.length - 1) * rise + edge + 16, figures, lines };
}
