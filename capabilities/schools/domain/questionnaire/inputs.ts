/** What is asked of a class's questionnaires: how many there are, then what they say. Runs in browsers. */
import { Type, type Static } from 'typebox';
import { signs, type Sign } from '../concern/record.ts';
import { choice, date, form, line, text } from '../fields.ts';
import { paperKinds } from './record.ts';

const mostSheets = 60;
/** What is about the school's own staff is not written where the school reads it. */
const ofSheets: readonly Sign[] = signs.filter((s) => s !== 'hurt-by-staff');
const number = (name: string, minimum: number) => Type.Integer({ title: `schools.input.${name}`, minimum, maximum: mostSheets });

export const PapersInput = form({ kind: choice('kind', paperKinds), className: line('className', 20), written: date('written'), count: number('count', 1) });
export type PapersInput = Static<typeof PapersInput>;

export const ReadPapersInput = form({
  quiet: number('quiet', 0),
  found: Type.Optional(
    Type.Array(
      form(
        {
          name: line('name'),
          signs: Type.Array(choice('signs', ofSheets), { title: 'schools.input.signs', minItems: 1, maxItems: ofSheets.length, uniqueItems: true }),
          summary: text('paper-words', 2000),
        },
        'schools.input.paper',
      ),
      { title: 'schools.input.found', maxItems: mostSheets },
    ),
  ),
  apart: Type.Optional(number('apart', 1)),
});
export type ReadPapersInput = Static<typeof ReadPapersInput>;
export const MistakeInput = form({ why: text('paper-mistake', 1000) });
export type MistakeInput = Static<typeof MistakeInput>;
