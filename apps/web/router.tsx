/** The pages, each loaded when it is opened; those of the capabilities after the shell's own. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { AnyRoute } from '@tanstack/react-router';
import { pageSlots } from './slots.ts';
import { Shell } from './shell/Shell.tsx';
import { MyDay } from './pages/MyDay.tsx';
import { spoken } from './texts/language.ts';
import { NotFound } from './pages/NotFound.tsx';
import { Trouble } from './pages/Trouble.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

/** What stands in the address, as text. */
const words = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );

const page = (path: string, load: () => Promise<Record<string, unknown>>): AnyRoute =>
  createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: words,
    // Every page but the first has all the words.
    component: lazyRouteComponent(async () => (await Promise.all([load() as Promise<{ default: () => null }>, spoken.whole()]))[0]),
  });

// My day is where everybody begins, so it comes with the first page.
const myDay = createRoute({ getParentRoute: () => root, path: '/', validateSearch: words, component: MyDay });

const own: readonly AnyRoute[] = [
  page('/start', () => import('./pages/Start.tsx')),
  page('/start/$procedure', () => import('./pages/StartForm.tsx')),
  page('/exports', () => import('./pages/Exports.tsx')),
  page('/calendar', () => import('./pages/Calendar.tsx')),
  page('/hand-over', () => import('./pages/HandOver.tsx')),
  page('/people', () => import('./pages/People.tsx')),
  page('/sessions', () => import('./pages/Sessions.tsx')),
  page('/team', () => import('./pages/Team.tsx')),
  page('/list', () => import('./pages/List.tsx')),
  page('/proceedings/$id', () => import('./pages/ProceedingPage.tsx')),
  page('/along/$id', () => import('./along/AlongPage.tsx')),
  page('/device', () => import('./along/DevicePage.tsx')),
  page('/sent/$id', () => import('./pages/Sent.tsx')),
];

export const router = createRouter({
  routeTree: root.addChildren([myDay, ...own, ...pageSlots.map((slot) => page(slot.path, slot.load))]),
  // `/app/` → `/app`: everything else belongs to the API and to the public pages.
  basepath: import.meta.env.BASE_URL.replace(/\/$/, ''),
  defaultPreload: 'intent',
  defaultErrorComponent: Trouble,
  scrollRestoration: true,
});
