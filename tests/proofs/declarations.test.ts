/** What every capability declares is in order: stages, terms, readers, texts in three languages. */
import { describe, expect, it } from 'vitest';
import { registry } from '#kernel/procedures/registry.ts';
import { checkRegistry } from '#kernel/procedures/verify.ts';
import { onward } from '#kernel/procedures/view.ts';
import { allCapabilities, findCapabilities } from './capabilities.ts';

const found = await findCapabilities();

describe('declarations', () => {
  it.each(found.map((f) => [f.folder, f] as const))('%s exports one capability of its own name', (folder, { capabilities }) => {
    expect(capabilities.map((c) => c.name)).toEqual([folder]);
  });

  it('of all capabilities together pass verify', async () => {
    const all = await allCapabilities();
    expect(all.length).toBeGreaterThan(0);
    expect(checkRegistry(all)).toEqual([]);
  });

  it('name no step first that only goes back', async () => {
    const backward = registry(await allCapabilities()).procedures.flatMap((p) => {
      const order = Object.keys(p.stages);
      return order.flatMap((stage) => {
        const first = p.steps[onward(p, stage, Object.entries(p.steps).filter(([, s]) => s.from.includes(stage))) ?? ''];
        return first === undefined || first.to.some((to) => order.indexOf(to) >= order.indexOf(stage)) ? [] : [`${p.id} ${stage}`];
      });
    });
    expect(backward).toEqual([]);
  });

  it('say first what the stage is there for', async () => {
    const { procedure } = registry(await allCapabilities());
    const first = (id: string, version: string, stage: string) => {
      const p = procedure(id, version);
      return p === undefined ? null : onward(p, stage, Object.entries(p.steps).filter(([, s]) => s.from.includes(stage)));
    };
    expect(first('incidents.bus-expulsion', '2024-06-28', 'deciding')).toBe('decide');
    expect(first('incidents.bus-expulsion', '2024-06-28', 'remedying')).toBeUndefined();
  });
});
