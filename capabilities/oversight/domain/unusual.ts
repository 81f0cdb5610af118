/**
 * What is unusual in a day's looking. One page, to be read by whoever answers for it: counts in, reasons out, nothing of any file.
 * A reason is no accusation: it asks a head to look.
 */

/** What one person did on one day. A file is a child with all there is about him, or an appeal. Counts; `usual` a mean, null: no day before. */
export interface Looking {
  /** Files he saw, and on a usual day of his of the last weeks. */
  readonly files: number;
  readonly usual: number | null;
  /** Of these, where nothing is or was at his house, in his territory, or given to him. */
  readonly elsewhere: number;
  /** Files he asked for and was refused. */
  readonly refused: number;
  /** Seen for the first time: a child of his surname; a child among whose people he himself stands, or a colleague of his house. */
  readonly ownName: number;
  readonly ownHousehold: number;
  readonly colleague: number;
}

/** Terms, as numbers. */
export interface Figures {
  readonly filesADay: number;
  readonly timesUsual: number;
  readonly leastForUsual: number;
  readonly elsewhere: number;
  readonly refused: number;
}

export const reasonKinds = ['many', 'more-than-usual', 'elsewhere', 'refused', 'own-name', 'own-household', 'colleague'] as const;
export interface Reason {
  readonly kind: (typeof reasonKinds)[number];
  readonly count: number;
  /** What it was compared with. */
  readonly limit: number;
}

export function unusual(day: Looking, figures: Figures): readonly Reason[] {
  const { files, usual } = day;
  const reasons: (Reason | false)[] = [
    // More than anybody's work of a day.
    files > figures.filesADay && { kind: 'many', count: files, limit: figures.filesADay },
    // Much more than his own; where he looks at little, that says nothing.
    usual !== null && files >= figures.leastForUsual && files > figures.timesUsual * usual && { kind: 'more-than-usual', count: files, limit: Math.ceil(figures.timesUsual * usual) },
    day.elsewhere > figures.elsewhere && { kind: 'elsewhere', count: day.elsewhere, limit: figures.elsewhere },
    day.refused > figures.refused && { kind: 'refused', count: day.refused, limit: figures.refused },
    day.ownName > 0 && { kind: 'own-name', count: day.ownName, limit: 0 },
    day.ownHousehold > 0 && { kind: 'own-household', count: day.ownHousehold, limit: 0 },
    day.colleague > 0 && { kind: 'colleague', count: day.colleague, limit: 0 },
  ];
  return reasons.filter((r) => r !== false);
}
