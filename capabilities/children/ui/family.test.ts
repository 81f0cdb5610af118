import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relationKinds, type ChildRelation } from '../contract.ts';
import { drawFamily } from './family.ts';

const relation = (n: number, kind: ChildRelation['kind'], until: string | null = null): ChildRelation => ({
  id: `r${n}`, kind, other: null, name: `n${n}`, phone: null, guardian: false, household: false, from: null, until,
});

describe('the drawing of a family', () => {
  it('puts everybody somewhere of his own, inside the picture, and the child once', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...relationKinds), { maxLength: 12 }), (kinds) => {
      const drawing = drawFamily({ id: 'c', relations: kinds.map((k, i) => relation(i, k)) }, 'Дана');
      const places = drawing.figures.map((f) => `${f.x} ${f.y}`);
      expect(new Set(places).size).toBe(kinds.length + 1);
      expect(drawing.figures.filter((f) => f.shape === 'self')).toHaveLength(1);
      for (const f of drawing.figures) {
        expect(f.x).toBeGreaterThan(0);
        expect(f.x).toBeLessThan(drawing.width);
        expect(f.y).toBeLessThan(drawing.height);
      }
      expect(drawing.lines).toHaveLength(kinds.length);
    }));
  });

  it('sets elders above parents above children, and leaves out what is over', () => {
    const { figures } = drawFamily({ id: 'c', relations: [relation(1, 'mother'), relation(2, 'grandparent'), relation(3, 'sibling'), relation(4, 'guardian', '2025-01-01')] }, 'Дана');
    const y = (id: string) => figures.find((f) => f.id === id)?.y ?? NaN;
    expect(y('r2')).toBeLessThan(y('r1'));
    expect(y('r1')).toBeLessThan(y('c'));
    expect(y('r3')).toBe(y('c'));
    expect(figures.map((f) => f.id)).not.toContain('r4');
  });
});
