/** What an answer tells that it should not: canaries, ids, numbers of children, names. Reads the answer as text, whatever its shape. */
import type { Rules } from '#kernel/access/rules.ts';
import type { Answer } from '../server.ts';
import { isConflicted, keepsRegister, readable, searches, visible } from './oracle.ts';
import type { Who } from './people.ts';
import { canaries, type Planted } from './plant.ts';
import type { World } from './world.ts';

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/g;

/** A child is known to who keeps the register and sees a proceeding about him. */
const seesChild = (rules: Rules, who: Who, p: Planted): boolean => keepsRegister.includes(who.role) && visible(rules, who, p);
/** That somebody of this name is known, and what to beware of: nothing that is sealed, or that one has an interest in. */
const isKnown = (who: Who, p: Planted): boolean => p.sealed !== true && !isConflicted(who, p) && searches.includes(who.role);
const warned: readonly string[] = ['operator', 'shift-lead'];

function mayRead(world: World, who: Who, id: string, classes: string): boolean {
  const { rules } = world.s.runtime.registry;
  const child = world.bySubject.get(id);
  if (child !== undefined && classes === 'child') return seesChild(rules, who, child);
  if (child !== undefined && classes === 'warnings') return seesChild(rules, who, child) || (warned.includes(who.role) && isKnown(who, child) && child.reporter === undefined);
  const p = world.byId.get(id);
  if (p === undefined || classes === '@payload') return false;
  if (classes === '@') return visible(rules, who, p);
  const his = readable(rules, who, p);
  return classes.split('+').some((c) => his.includes(c));
}

const mayName = (world: World, who: Who, id: string): boolean => {
  const { rules } = world.s.runtime.registry;
  const p = world.byId.get(id);
  if (p !== undefined) return visible(rules, who, p);
  const child = world.bySubject.get(id);
  return child === undefined || visible(rules, who, child) || isKnown(who, child);
};

/** Sentences about what leaked; none where all is well. `asked`: ids in the call itself, which an answer may repeat. */
export function leaks(world: World, who: Who, call: string, answer: Pick<Answer, 'body' | 'headers'>, asked: readonly string[] = []): string[] {
  const text = `${answer.body}\n${JSON.stringify(answer.headers)}`;
  const told = (p: Planted | undefined): string => (p === undefined ? 'what nobody planted' : `a ${p.procedure.id} at "${p.position}"`);
  const of = (id: string): string => told(world.byId.get(id) ?? world.bySubject.get(id));
  const found: string[] = [];
  for (const [, id = '', classes = ''] of text.matchAll(canaries)) {
    if (!mayRead(world, who, id, classes)) found.push(`${who.name}, ${call}: is shown ${classes} of ${of(id)}`);
  }
  for (const [id] of text.matchAll(uuids)) {
    if (!asked.includes(id) && !mayName(world, who, id)) found.push(`${who.name}, ${call}: is told the id of ${of(id)}`);
  }
  // The tail of an id may be twelve figures, too: that is no number of anybody.
  for (const [number] of text.matchAll(/(?<![\w-])15\d{10}\b/g)) found.push(`${who.name}, ${call}: is shown a whole IIN, ${number}`);
  return [...new Set(found)];
}
