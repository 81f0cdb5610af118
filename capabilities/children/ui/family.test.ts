import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relationKinds, type ChildRelation } from '../contract.ts';
import { drawFamily, generations, type Drawing } from './family.ts';
import { familyOf } from './members.ts';

const today = '2026-11-24';
const relation = (id: string, kind: ChildRelation['kind'], change: Partial<ChildRelation> = {}): ChildRelation => ({
  id, of: 'c', kind, other: null, name: `n${id}`, phone: null, guardian: false, household: false, householdFrom: null, householdUntil: null,
  from: null, until: null, died: false, diedOn: null, ...change,
});
const draw = (relations: readonly ChildRelation[], room = 343): Drawing => drawFamily('c', familyOf(relations, today).now, room);

const day = fc.option(fc.constantFrom('2019-05-01', '2024-03-01', today, '2027-01-01'), { nil: null });
const families = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...relationKinds, 'own-child' as const), guardian: fc.boolean(), household: fc.boolean(), from: day, until: day, died: fc.boolean(),
      name: fc.oneof(fc.constant(null), fc.constant('Ә'.repeat(400)), fc.string()),
    }),
    { maxLength: 40 },
  )
  .map((drawn) => drawn.map(({ kind, ...rest }, i) => relation(`r${i}`, kind, rest)));
const rooms = fc.integer({ min: 200, max: 1400 });

interface Edges { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
const edges = ({ box, figures }: Drawing): readonly (Edges & { id: string })[] =>
  figures.map((f) => ({ id: f.id, left: f.x, right: f.x + box, top: f.y, bottom: f.y + f.height }));
const onEdge = (b: Edges, [x, y]: readonly [number, number]): boolean => x >= b.left && x <= b.right && (y === b.top || y === b.bottom);

describe('the drawing of a family', () => {
  it('loses nobody: each stands in the drawing once, or among those of before', () => {
    fc.assert(fc.property(families, rooms, (relations, room) => {
      const { now, before } = familyOf(relations, today);
      expect([...now, ...before].map((m) => m.id).sort()).toEqual(relations.map((r) => r.id).sort());
      expect(draw(relations, room).figures.map((f) => f.id).sort()).toEqual(['c', ...now.map((m) => m.id)].sort());
    }));
  });

  it('lets no two overlap, and nobody stand outside of the picture', () => {
    fc.assert(fc.property(families, rooms, (relations, room) => {
      const drawing = draw(relations, room);
      const boxes = edges(drawing);
      const apart = (a: Edges, b: Edges): boolean => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      expect(boxes.filter((a) => a.left < 0 || a.right > drawing.width || a.top < 0 || a.bottom > drawing.height)).toEqual([]);
      expect(boxes.filter((a) => boxes.some((b) => b !== a && !apart(a, b)))).toEqual([]);
    }));
  });

  it('fits the page from a small phone on', () => {
    fc.assert(fc.property(families, fc.integer({ min: 280, max: 1400 }), (relations, room) => {
      expect(draw(relations, room).width).toBeLessThanOrEqual(room);
    }));
  });

  it('joins everybody to the child by one line, which begins at him, ends at the child, and crosses nobody', () => {
    fc.assert(fc.property(families, rooms, (relations, room) => {
      const drawing = draw(relations, room);
      const boxes = edges(drawing);
      const isAt = (id: string, point: readonly [number, number] | undefined): boolean => boxes.some((b) => b.id === id && point !== undefined && onEdge(b, point));
      expect(drawing.lines.map((l) => l.id).sort()).toEqual(boxes.map((b) => b.id).filter((id) => id !== 'c').sort());
      expect(drawing.lines.filter((l) => !isAt(l.id, l.points[0]) || !isAt('c', l.points.at(-1)))).toEqual([]);
      const pieces = drawing.lines.flatMap((l) => l.points.slice(1).map((to, i) => ({ id: l.id, from: l.points[i] ?? to, to })));
      const crosses = ({ from: [x, y], to: [toX, toY] }: (typeof pieces)[number], b: Edges): boolean =>
        Math.max(x, toX) > b.left && Math.min(x, toX) < b.right && Math.max(y, toY) > b.top && Math.min(y, toY) < b.bottom;
      expect(pieces.filter(({ from, to }) => from[0] !== to[0] && from[1] !== to[1]), 'upright or level').toEqual([]);
      expect(pieces.filter((piece) => boxes.some((b) => crosses(piece, b))), 'crosses nobody').toEqual([]);
    }));
  });

  it('lets no line lie on one of another kind', () => {
    fc.assert(fc.property(families, rooms, (relations, room) => {
      const across = (tie: string): Set<number> => new Set(draw(relations, room).lines.filter((l) => l.tie === tie).flatMap((l) => l.points.slice(1, -1).map(([, y]) => y)));
      const [kin, law, near] = [across('kin'), across('law'), across('near')];
      expect([...kin].some((y) => law.has(y) || near.has(y)) || [...law].some((y) => near.has(y))).toBe(false);
    }));
  });

  it('is the same each time', () => {
    fc.assert(fc.property(families, rooms, (relations, room) => {
      expect(draw(relations, room)).toEqual(draw(relations, room));
    }));
  });

  it('sets grandparents above parents, parents above the child, the sibling beside him, and the child in the middle', () => {
    const { figures, width, box } = draw([relation('m', 'mother'), relation('f', 'father'), relation('g', 'grandparent'), relation('s', 'sibling'), relation('o', 'own-child'), relation('t', 'guardian')]);
    const at = (id: string) => figures.find((f) => f.id === id) ?? { x: NaN, y: NaN };
    expect(at('g').y).toBeLessThan(at('t').y);
    expect(at('t').y).toBeLessThan(at('m').y);
    expect(at('f').y).toBe(at('m').y);
    expect(at('m').y).toBeLessThan(at('c').y);
    expect(at('s').y).toBe(at('c').y);
    expect(at('o').y).toBeGreaterThan(at('c').y);
    expect(at('c').x + box / 2).toBe(width / 2);
  });

  it('knows a place for every kind of relation', () => {
    expect(generations.flat().sort()).toEqual([...relationKinds, 'own-child'].sort());
  });
});

describe('who belongs to a child today', () => {
  const family = (...relations: ChildRelation[]) => familyOf(relations, today);

  it('has of two guardians in time the one of today; the other is one of before', () => {
    const { now, before } = family(relation('a', 'guardian', { guardian: true, from: '2019-01-01', until: '2024-02-29' }), relation('b', 'guardian', { guardian: true, from: '2024-03-01' }));
    expect(now.map((m) => [m.id, m.represents])).toEqual([['b', true]]);
    expect(before.map((m) => [m.id, m.represents])).toEqual([['a', false]]);
  });

  it('keeps a mother who represents the child no more, and one who died', () => {
    const { now } = family(relation('a', 'mother', { guardian: true, household: true, until: '2024-02-29' }), relation('b', 'father', { guardian: true, household: true, died: true }));
    expect(now.map((m) => [m.id, m.represents, m.together])).toEqual([['a', false, true], ['b', false, false]]);
  });

  it('calls a guardian a trustee from the day on which the child is old enough', () => {
    const one = relation('a', 'guardian');
    const called = (from: string | null, r = one) => { const f = familyOf([r], today, from); return [...f.now, ...f.before].map((m) => m.called); };
    expect(called(null)).toEqual(['guardian']);
    expect(called('2026-11-25')).toEqual(['guardian']);
    expect(called(today)).toEqual(['trustee']);
    expect(called('2024-01-01', { ...one, until: '2023-12-31' })).toEqual(['guardian']);
  });

  it('counts the last day, and not the day before the first', () => {
    const { now } = family(relation('a', 'trustee', { guardian: true, until: today }), relation('b', 'guardian', { guardian: true, from: '2026-11-25' }));
    expect(now.map((m) => m.represents)).toEqual([true, false]);
  });
});
