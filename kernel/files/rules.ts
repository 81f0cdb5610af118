/** Who may add a file to a proceeding, and when. */
import { Type } from 'typebox';
import { isRole, type ActorRole } from '../access/roles.ts';
import type { Actor } from '../procedures/context.ts';
import type { Procedure, Step } from '../procedures/declare.ts';

/** Files belong to the ordinary class of fields, as notes do. */
export const fileKind = (p: Procedure): string => `${p.id}/${p.classes[0] ?? ''}`;

/** Whoever reads that class adds to it, while the proceeding is open. */
export function whoAttaches(p: Procedure): readonly ActorRole[] {
  const [ordinary] = p.classes;
  return [...new Set(p.readers.filter((r) => r.scope !== 'own' && isRole(r.role) && ordinary !== undefined && r.classes.includes(ordinary)).map((r) => r.role))];
}

export const attachStep = (p: Procedure): Step => ({
  from: Object.entries(p.stages).filter(([, stage]) => stage.final !== true).map(([name]) => name),
  to: [],
  by: whoAttaches(p),
  input: Type.Object({}),
  decide: () => ({}),
});

/** May this actor add a file to a proceeding at this stage? Sight is judged elsewhere. */
export const mayAttach = (p: Procedure, stage: string, actor: Pick<Actor, 'role'>): boolean => {
  const step = attachStep(p);
  return step.by.includes(actor.role) && step.from.includes(stage);
};
