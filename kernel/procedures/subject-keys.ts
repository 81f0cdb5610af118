/** The keys that a plan's entries are sealed under: opened, or made where a subject is new. */
import type { WrappedKey } from '../journal/keys.ts';
import type { KeyRing } from '../journal/ring.ts';
import { refuse, type Refusal } from '../problems/refusal.ts';
import type { Plan } from './desk.ts';

export interface SubjectKeys {
  /** Of a subject that the plan writes about. */
  of(subject: string): Buffer;
  readonly made: readonly WrappedKey[];
}

/** Nothing more can be said of whom the records were erased. */
export const erased = (): Refusal => refuse('erased', 409);

/** Subjects whose key was destroyed. */
export const erasedIn = (rows: readonly WrappedKey[]): ReadonlySet<string> => new Set(rows.filter((k) => k.wrapped === null).map((k) => k.subject));

export async function subjectKeys(ring: KeyRing, plan: Plan, rows: readonly WrappedKey[]): Promise<SubjectKeys | Refusal> {
  const subjects = [...new Set(plan.drafts.filter((d) => d.entries.length > 0).map((d) => d.row.subject.id))];
  const known = rows.filter((row) => subjects.includes(row.subject));
  if (known.some((row) => row.wrapped === null)) return erased();
  const keys = new Map(await ring.open(known));
  const made: WrappedKey[] = [];
  for (const subject of subjects) {
    if (keys.has(subject)) continue;
    const { key, row } = await ring.make(subject);
    keys.set(subject, key);
    made.push(row);
  }
  return {
    of: (subject) => {
      const key = keys.get(subject) ?? null;
      if (key === null) throw new Error(`there is no key of ${subject}`);
      return key;
    },
    made,
  };
}
