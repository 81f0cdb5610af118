/**
 * Every route that the program serves, from its own document, and how each is called. What has only known parameters
 * comes in by itself; what is about one record, or one person, is named here.
 */
import type { Who } from './people.ts';
import { keepsRegister, readable, visible } from './oracle.ts';
import { keepLists } from '#cap/children/procedures/list.ts';
import { whoAttaches } from '#kernel/files/rules.ts';
import { documentOf } from '#kernel/procedures/documents.ts';
import type { Call } from '../server.ts';
import { fileOf, type Planted } from './plant.ts';
import type { World } from './world.ts';
import { idOf } from '../../small/country.ts';

export interface Route {
  /** `GET /api/…`, as the document writes it. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query: readonly { readonly name: string; readonly required: boolean; readonly values: readonly string[] }[];
  readonly match: boolean;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly parameters?: readonly { name: string; in: string; required: boolean; schema: { enum?: readonly string[] } }[] }>>>>;
}

export async function routesOf(world: World): Promise<Route[]> {
  const { paths } = (await world.s.call({ url: '/api/openapi.json' })).json<Document>();
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [] }]): Route => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase() as Route['method'],
      path,
      query: parameters.filter((p) => p.in === 'query').map((p) => ({ name: p.name, required: p.required, values: p.schema.enum ?? [] })),
      match: parameters.some((p) => p.name === 'If-Match'),
    })));
}

/** Routes about one record: its address, and who is answered. `trace`: a refusal leaves a look that names the record. */
export interface RecordRoute {
  url(p: Pick<Planted, 'id' | 'subject'>): string;
  answers(world: World, who: Who, p: Planted): boolean;
  trace(who: Who): boolean;
  /** What else is sent; a GET without it. */
  readonly send?: Pick<Call, 'method' | 'body' | 'headers' | 'match'>;
  /** Statuses of whoever is answered; 200, or 409 where something is not there yet, without it. */
  readonly answered?: readonly number[];
}
const sees = (world: World, who: Who, p: Planted): boolean => visible(world.s.runtime.registry.rules, who, p);
const readsList = (world: World, who: Who, p: Planted): boolean => p.procedure.id === 'children.list' && readable(world.s.runtime.registry.rules, who, p).includes('list');
const firstDocument = (p: Planted): string => p.procedure.documents?.[0]?.name ?? 'notice';
/** A teacher adds a drawing to the concern that he wrote himself, and to nothing else. */
const reportedWithPicture = (who: Who, p: Planted): boolean => who.role === 'teacher' && p.procedure.id === 'schools.concern' && p.reporter === who.appointment?.id;
const signedIn = (who: Who): boolean => who.token !== null;
const desk111 = (who: Who): boolean => who.role === 'operator' || who.role === 'shift-lead';

export const recordRoutes: Readonly<Record<string, RecordRoute>> = {
  'GET /api/proceedings/{id}': { url: (p) => `/api/proceedings/${p.id}`, answers: sees, trace: () => true },
  'GET /api/proceedings/{id}/along': { url: (p) => `/api/proceedings/${p.id}/along`, answers: sees, trace: () => true },
  'GET /api/proceedings/{id}/story': { url: (p) => `/api/proceedings/${p.id}/story?before=999`, answers: sees, trace: () => true },
  // Presence at a form: for whoever works there and sees it.
  'POST /api/proceedings/{id}/writing': {
    url: (p) => `/api/proceedings/${p.id}/writing`,
    send: { method: 'POST', body: { step: 'note', over: true } },
    answers: (world, who, p) => who.appointment !== null && sees(world, who, p),
    trace: (who) => who.appointment !== null,
  },
  'GET /api/children/{id}': {
    url: (p) => `/api/children/${p.subject.id}`,
    // That somebody asks whether he is there twice is no reason to know a child.
    answers: (world, who, p) => p.subject.kind === 'child' && p.procedure.id !== 'children.duplicate' && keepsRegister.includes(who.role) && sees(world, who, p),
    trace: () => true,
  },
  // Whoever sees something about the child is told what else he sees of it.
  'GET /api/children/{id}/proceedings': { url: (p) => `/api/children/${p.subject.id}/proceedings`, answers: (world, who, p) => p.subject.kind === 'child' && sees(world, who, p), trace: () => true },
  'GET /api/children/duplicates/{id}': {
    url: (p) => `/api/children/duplicates/${p.id}`,
    answers: (world, who, p) => p.procedure.id === 'children.duplicate' && keepsRegister.includes(who.role) && sees(world, who, p),
    trace: () => true,
  },
  'GET /api/children/lists/{id}': { url: (p) => `/api/children/lists/${p.id}`, answers: readsList, trace: signedIn },
  // Of whoever opened it, and none did.
  'GET /api/children/lists/{id}/failed': { url: (p) => `/api/children/lists/${p.id}/failed`, answers: () => false, trace: () => false },
  'POST /api/children/lists/{id}/file': {
    url: (p) => `/api/children/lists/${p.id}/file`,
    send: { method: 'POST', body: 'nothing', headers: { 'content-type': 'text/csv', 'file-name': 'a.csv' }, match: 0 },
    answers: (world, who, p) => readsList(world, who, p) && (keepLists as readonly string[]).includes(who.role),
    answered: [412],
    trace: signedIn,
  },
  // Of an entry: the first line of its story.
  'GET /api/journal/inclusion': { url: (p) => `/api/journal/inclusion?kind=entry&id=${idOf(`entry ${p.id} 0`)}`, answers: (world, who, p) => signedIn(who) && sees(world, who, p), trace: () => false },
  'GET /api/proceedings/{id}/files/{file}': {
    url: (p) => `/api/proceedings/${p.id}/files/${fileOf(p)}`,
    answers: (world, who, p) => readable(world.s.runtime.registry.rules, who, p).includes(p.procedure.classes[0] ?? ''),
    trace: () => true,
  },
  // The first that its procedure declares.
  'GET /api/proceedings/{id}/documents/{name}': {
    url: (p) => `/api/proceedings/${p.id}/documents/${'procedure' in p ? firstDocument(p as Planted) : 'notice'}`,
    answers: (world, who, p) => sees(world, who, p) && documentOf(p.procedure, who.role, firstDocument(p)) !== undefined,
    trace: (who) => who.appointment !== null,
  },
  // A file that is none: whoever may add one is told so.
  'POST /api/proceedings/{id}/files': {
    url: (p) => `/api/proceedings/${p.id}/files`,
    send: { method: 'POST', body: 'nothing', headers: { 'content-type': 'application/pdf', 'file-name': 'a.pdf' }, match: 0 },
    answers: (world, who, p) => sees(world, who, p) && ((whoAttaches(p.procedure) as readonly string[]).includes(who.role) || reportedWithPicture(who, p)),
    answered: [412, 415, 422],
    trace: (who) => who.appointment !== null,
  },
  // Reviews are proceedings; whoever sees one may not be its reviewer.
  'GET /api/oversight/reviews/{id}/looks': { url: (p) => `/api/oversight/reviews/${p.id}/looks`, answers: sees, answered: [200, 401, 404], trace: () => false },
  'GET /api/oversight/reviews/{id}/people': { url: (p) => `/api/oversight/reviews/${p.id}/people`, answers: sees, answered: [200, 401, 404], trace: () => false },
  // For the commissioner, who states a purpose; to all others it is not there.
  'GET /api/oversight/looks': {
    url: (p) => `/api/oversight/looks?child=${p.subject.id}&purpose=${encodeURIComponent('тексеру')}`,
    answers: (_, who) => who.role === 'commissioner',
    answered: [200, 400, 404],
    trace: () => false,
  },
  // Files of exports are their makers' alone: the id of a record is none of theirs.
  'GET /api/exports/{id}/file': { url: (p) => `/api/exports/${p.id}/file`, answers: () => false, trace: () => false },
  'GET /api/helpline/repeat': {
    url: (p) => `/api/helpline/repeat?proceeding=${p.id}`,
    answers: (_, who, p) => desk111(who) && p.procedure.id === 'helpline.appeal' && p.place.organisation === who.actor.organisation && !p.position.startsWith('conflicted'),
    trace: signedIn,
  },
};

/** Routes about one person, line of a roster, or session: `{id}` is one that belongs to another house or person. */
export type Belonging = 'appointment' | 'duty' | 'session' | 'passkey';
export const belongings: Readonly<Record<string, Belonging>> = {
  'GET /api/agencies/staff/{id}': 'appointment',
  'POST /api/agencies/staff/{id}/away': 'appointment',
  'POST /api/agencies/staff/{id}/back': 'appointment',
  'POST /api/agencies/staff/{id}/end': 'appointment',
  'GET /api/agencies/rosters/{id}/changes': 'duty',
  'POST /api/agencies/rosters/{id}/change': 'duty',
  'POST /api/agencies/rosters/{id}/remove': 'duty',
  'DELETE /api/session/list/{id}': 'session',
  'DELETE /api/session/passkeys/{id}': 'passkey',
};
/** Inputs that would be taken from somebody who may. */
export const inputs: Readonly<Record<string, (colleague: string) => object>> = {
  'POST /api/agencies/staff/{id}/away': () => ({ from: '2026-12-01T04:00:00.000Z' }),
  'POST /api/agencies/staff/{id}/back': () => ({}),
  'POST /api/agencies/staff/{id}/end': () => ({ why: 'left' }),
  'POST /api/agencies/rosters/{id}/change': (colleague) => ({ appointment: colleague, starts: '2026-12-24T07:00:00.000Z', ends: '2026-12-24T19:00:00.000Z' }),
  'POST /api/agencies/rosters/{id}/remove': () => ({}),
};

/** End the session that calls them: each has one of its own. */
export const endings: readonly string[] = ['DELETE /api/session', 'DELETE /api/session/list'];
/** Answers for as long as one listens. */
export const streams: readonly string[] = ['GET /api/events'];

/** Values of parameters, by name. The first is what every call carries where the parameter is required. */
const values = (world: World, who: Who): Readonly<Record<string, readonly string[]>> => {
  const sample = world.all[0];
  return {
    after: [`1~2026-12-01T07:00:00.000Z~${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`],
    limit: ['100'],
    procedure: [...new Set(world.all.map((p) => p.procedure.id))],
    worker: [...new Set(world.everybody.flatMap((w) => w.appointment?.id ?? []))],
    danger: ['1'],
    raised: ['true'],
    organisation: [...new Set([who.actor.organisation ?? '', ...world.everybody.flatMap((w) => w.actor.organisation ?? [])])].filter((id) => id !== ''),
    region: ['KZ-19', 'KZ-61'],
    district: ['194000000', '615200000'],
    kind: ['school', 'police'],
    role: ['operator', 'case-manager'],
    q: ['Айша'],
    born: ['2015-01-01'],
    iin: [sample?.iin ?? ''],
    from: ['2026-11-01'],
    until: ['2026-12-01'],
    to: ['2'],
    name: ['мектеп'],
    size: ['1'],
  };
};
const pathValues: Readonly<Record<string, string>> = { name: 'none', size: '1', device: '0' };

/** Addresses of a route that is about no record and no person; throws where it has a parameter nobody named. */
export function addresses(world: World, who: Who, route: Route): string[] {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = pathValues[name];
    if (value === undefined) throw new Error(`${route.name}: the matrix does not know what {${name}} is. Name the route in tests/proofs/matrix/routes.ts: under recordRoutes where it is about one record, under belongings where it is about one person.`);
    return value;
  });
  const known = values(world, who);
  const of = ({ name, values: listed }: Route['query'][number]): readonly string[] => {
    const found = listed.length > 0 ? listed : known[name];
    if (found === undefined) throw new Error(`${route.name}: the matrix has no value for "${name}". Add one under values in tests/proofs/matrix/routes.ts.`);
    return found;
  };
  const needed = route.query.filter((q) => q.required).map((q) => [q.name, of(q)[0] ?? ''] as const);
  const url = (more: readonly (readonly [string, string])[]): string => {
    const text = new URLSearchParams([...needed.filter(([n]) => !more.some(([m]) => m === n)), ...more].map(([n, v]) => [n, v])).toString();
    return text === '' ? path : `${path}?${text}`;
  };
  return [url([]), ...route.query.flatMap((q) => of(q).map((value) => url([[q.name, value]])))];
}
