/** Words that rows, contexts and declarations share. */

/** Danger to a child: 0 none seen, 1 harm to rights, 2 violence or neglect, 3 to life or health now. */
export type Danger = 0 | 1 | 2 | 3;

/** What a proceeding is about. Its key in the journal is the subject's. */
export interface Subject {
  readonly kind: 'child' | 'appeal' | 'incident' | 'facility' | 'person' | 'erasure' | 'list';
  readonly id: string;
}
