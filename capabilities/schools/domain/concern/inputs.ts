/** What a concern asks: who, what was seen, in one's own words. The rest the school finds out. Runs in browsers. */
import { Type, type Static } from 'typebox';
import { choice, form, line, text, yesNo } from '../fields.ts';
import { supportGrounds } from '../support/record.ts';
import { concernOutcomes, signs, sources, type ConcernOutcome, type Sign } from './record.ts';

const seen = (among: readonly Sign[] = signs) =>
  Type.Array(choice('signs', among), { title: 'schools.input.signs', minItems: 1, maxItems: among.length, uniqueItems: true });

export const ConcernInput = form({
  /** As he is known in the class, or found in the register: one of the two. */
  name: Type.Optional(line('name')),
  className: Type.Optional(line('className', 20)),
  child: Type.Optional(Type.String({ title: 'schools.input.child', format: 'child' })),
  source: choice('source', sources),
  signs: seen(),
  summary: Type.Optional(text('summary', 2000)),
});
export type ConcernInput = Static<typeof ConcernInput>;

export const EmptyInput = form({});
export const TalkInput = form({ seenAlone: yesNo('seenAlone'), agreed: text('agreed', 1000) });
export type TalkInput = Static<typeof TalkInput>;
export const GraveInput = form({ signs: seen(signs.filter((s) => s !== 'hurt-by-staff')), why: text('why', 2000) });
export type GraveInput = Static<typeof GraveInput>;
export const StaffInput = form({ act: text('act', 2000) });
export type StaffInput = Static<typeof StaffInput>;
export const BullyingInput = form({ summary: text('summary', 2000) });
export type BullyingInput = Static<typeof BullyingInput>;

export const SupportInput = form({ grounds: Type.Array(choice('grounds', supportGrounds), { title: 'schools.input.grounds', minItems: 1, maxItems: supportGrounds.length, uniqueItems: true }), absences: Type.Optional(Type.Integer({ title: 'schools.input.absences', minimum: 0, maximum: 31 })), summary: text('summary', 2000) });
export type SupportInput = Static<typeof SupportInput>;

const ends: readonly ConcernOutcome[] = concernOutcomes.filter((o) => o !== 'bullying' && o !== 'support');
export const ConcernCloseInput = form({ outcome: choice('outcome', ends), done: text('done', 2000) });
export type ConcernCloseInput = Static<typeof ConcernCloseInput>;
