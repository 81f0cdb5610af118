/** docs/asvs.md as data: a line for each requirement, and the figures at its head, which are counted and never typed. */

export const states = ['met', 'does not apply', 'not met'] as const;
export type State = (typeof states)[number];

/** A test by the file it stands in and its title. */
export interface Shown {
  readonly file: string;
  readonly title: string;
}

export interface Line {
  /** `V1.2.3`. */
  readonly id: string;
  readonly state: string;
  readonly says: string;
  readonly shown: readonly Shown[];
}

const row = /^\| (V\d+\.\d+\.\d+) \| ([^|]+?) \| ([^|]*?) \| ([^|]*?) \|$/;
const reference = /\[[^\]]+\]\(\.\.\/([^)]+)\) “([^”]+)”/g;

export function linesOf(page: string): readonly Line[] {
  return page.split('\n').flatMap((text) => {
    const found = row.exec(text);
    if (found === null) return [];
    const [, id = '', state = '', says = '', shown = ''] = found;
    return [{ id, state, says, shown: [...shown.matchAll(reference)].map(([, file = '', title = '']) => ({ file, title })) }];
  });
}

const chapterOf = (id: string): string => id.split('.')[0] ?? '';

/** The table of figures, chapter by chapter. */
export function figuresOf(lines: readonly Line[]): string {
  const count = (of: readonly Line[], state: State): number => of.filter((line) => line.state === state).length;
  const counts = (of: readonly Line[]): string => states.map((state) => count(of, state)).join(' | ');
  const chapters = [...new Set(lines.map((line) => chapterOf(line.id)))];
  return [
    `| | ${states.join(' | ')} |`,
    '|---|---|---|---|',
    ...chapters.map((chapter) => `| ${chapter} | ${counts(lines.filter((line) => chapterOf(line.id) === chapter))} |`),
    `| **all ${lines.length}** | ${counts(lines)} |`,
  ].join('\n');
}

const figures = /(<!-- counted: npm run asvs -->\n)[\s\S]*?(\n<!-- \/counted -->)/;

/** The page with the figures its lines give. */
export const withFigures = (page: string): string => page.replace(figures, (_, before: string, after: string) => `${before}${figuresOf(linesOf(page))}${after}`);
