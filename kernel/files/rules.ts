/** Who may add a file to a proceeding, and when. */
import { Type } from 'typebox';
import { isRole, type ActorRole } from '../access/roles.ts';
import type { Actor, Proceeding } from '../procedures/context.ts';
import type { Procedure, Step } from '../procedures/declare.ts';

/** Files belong to the ordinary class of fields, as notes do. */
export const fileKind = (p: Procedure): string => `${p.id}/${p.classes[0] ?? ''}`;

/** Whoever reads that class adds to it, while the proceeding is open. */
export function whoAttaches(p: Procedure): readonly ActorRole[] {
  const [ordinary] = p.classes;
  return [...new Set(p.readers.filter((r) => r.scope !== 'own' && isRole(r.role) && ordinary !== undefined && r.classes.includes(ordinary)).map((r) => r.role))];
}

type Who = Pick<Actor, 'role' | 'appointment'>;

/** The step as it is for this actor: as a reader, or as the one who reported it, where the procedure lets him. */
export function attachStep(p: Procedure, row: Pick<Proceeding, 'reporter'>, actor: Who): Step {
  const readers = whoAttaches(p);
  const own = !readers.includes(actor.role) && actor.appointment !== null && row.reporter === actor.appointment ? p.files : undefined;
  return {
    from: own?.from ?? Object.entries(p.stages).filter(([, stage]) => stage.final !== true).map(([name]) => name),
    to: [],
    by: own?.own ?? readers,
    input: Type.Object({}),
    decide: () => ({}),
  };
}

/** May this actor add a file to it at all, at whatever stage? Sight is judged elsewhere. */
export const isAttacher = (p: Procedure, row: Pick<Proceeding, 'reporter'>, actor: Who): boolean => attachStep(p, row, actor).by.includes(actor.role);

/** May he now? */
export const mayAttach = (p: Procedure, row: Pick<Proceeding, 'reporter' | 'stage'>, actor: Who): boolean =>
  isAttacher(p, row, actor) && attachStep(p, row, actor).from.includes(row.stage);
