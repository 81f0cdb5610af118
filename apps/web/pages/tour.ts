/** The first steps of whoever is new at a place: what he has to begin with, in the order of a day. Pure. */
export interface TourStep {
  /** Text: `web.tour.<name>`. */
  readonly name: string;
  /** Where it leads; null: something that is on every page. */
  readonly to: string | null;
}

/** Sections that have a sentence of their own; the first two of them that one has are shown. */
const sections: Readonly<Record<string, string>> = {
  '/desk': 'desk', '/concern': 'concern', '/children': 'children', '/cases/reports': 'reports', '/schools/mine': 'reports', '/team': 'team', '/agencies/roster': 'roster',
  '/people': 'people', '/start': 'start', '/list': 'list',
};
const mostOwn = 2;

/** `paths`: what this role has in its menu, in its order. Four or five steps. */
export function tourOf(paths: readonly string[]): readonly TourStep[] {
  const own = Object.entries(sections).flatMap(([path, name]) => (paths.includes(path) ? [{ name, to: path }] : []));
  return [{ name: 'day', to: '/' }, ...own.slice(0, mostOwn), { name: 'find', to: null }, { name: 'basis', to: null }];
}
