/**
 * Nobody sees what is not his: every role by every route by every position of the record. What is answered holds nothing
 * beyond the declared rules and the sentences of law (matrix/oracle.ts); what is not his is, to the byte, what is not there;
 * a refused call changes nothing and leaves its trace. New procedures and routes come in by themselves.
 * QORGAN_MATRIX=full calls every route at every position; without it every record is read, and the other routes take their turn.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manages } from '#kernel/access/heads.ts';
import { alone } from './matrix/alone.ts';
import { brokenFacts, readable, visible } from './matrix/oracle.ts';
import { leaks } from './matrix/leaks.ts';
import type { Who } from './matrix/people.ts';
import { surnameOf, type Planted } from './matrix/plant.ts';
import { addresses, belongings, endings, inputs, recordRoutes, routesOf, streams, type Route } from './matrix/routes.ts';
import { theWorld, type World } from './matrix/world.ts';
import { everythingStored } from './problems.ts';
import { languages, type Answer, type Call } from './server.ts';

const full = process.env['QORGAN_MATRIX'] === 'full';
const slow = 600_000;

let world: World;
let routes: Route[];
let before: Record<string, string>;
const called = new Set<string>();
const counted = { calls: 0, refused: 0 };
/** Refused calls on what is there: each leaves a look. */
const traces: { target: string; role: string }[] = [];

beforeAll(async () => {
  world = await theWorld();
  routes = await routesOf(world);
  before = await everythingStored(world.s);
}, slow);
afterAll(async () => {
  console.log(`${counted.calls} calls by ${world.everybody.length} on ${world.all.length} proceedings, ${counted.refused} of them refused on what is there`);
  await world.s.close();
});

const rules = () => world.s.runtime.registry.rules;
const steps = (): Route[] => routes.filter((r) => world.s.runtime.registry.procedures.some((p) => r.path.startsWith(`/api/${p.id.replace('.', '/')}/{id}/`)));
const starts = (): Route[] => routes.filter((r) => r.method === 'POST' && world.s.runtime.registry.procedures.some((p) => r.path === `/api/${p.id.replace('.', '/')}`));
const procedureOf = (route: Route): string => route.path.split('/').slice(2, 4).join('.');

let language = 0;
/** Calls go out in the languages in turn; what is compared is asked in one. */
function ask(who: Who, call: Call, lang?: string): Promise<Answer> {
  counted.calls += 1;
  language += 1;
  return world.s.call({ token: who.token, language: lang ?? languages[language % 3], ...call });
}

/** All there is of an answer but the hour. */
const bare = ({ statusCode, headers, body }: Answer): string => JSON.stringify([statusCode, { ...headers, date: null }, body]);

/** Runs them some at a time: the program serves many at once. */
async function each<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(Array.from({ length: 6 }, async () => {
    for (const item of queue) await act(item);
  }));
}

const cells = (): { who: Who; p: Planted }[] =>
  world.everybody.flatMap((who) => [...new Set(world.all.map((p) => p.procedure.id))].flatMap((procedure) => world.near(who, procedure).map((p) => ({ who, p }))));
const said = ({ who, p }: { who: Who; p: Planted }): string => `${who.name} on ${p.procedure.id} at "${p.position}"`;

describe('the declared rules', () => {
  it('break no sentence of law', () => {
    const broken = cells().flatMap(({ who, p }) => brokenFacts(rules(), who, p).map((says) => `${said({ who, p })}: ${says}`));
    expect([...new Set(broken)]).toEqual([]);
  });
});

describe('a record', () => {
  it('is shown to whom it is declared to, class by class; to all others it is not there, and the refusal is written down', async () => {
    const wrong: string[] = [];
    const absent = new Map<string, string>();
    const nowhere = { id: randomUUID(), subject: { kind: 'child' as const, id: randomUUID() } };
    for (const who of world.everybody) {
      for (const [name, route] of Object.entries(recordRoutes)) {
        for (const lang of languages) absent.set(`${who.name} ${name} ${lang}`, bare(await ask(who, { ...route.send, url: route.url(nowhere) }, lang)));
      }
    }
    let turn = 0;
    await each(cells(), async ({ who, p }) => {
      const lang = languages[world.all.indexOf(p) % 3] ?? 'kk';
      const fitting = Object.entries(recordRoutes).filter(([name]) => (name.includes('children/lists') ? p.procedure.id === 'children.list' : p.subject.kind === 'child' || !name.includes('children')) && (p.procedure.id === 'helpline.appeal' || !name.includes('helpline')));
      turn += 1;
      for (const [name, route] of full ? fitting : [fitting[0]!, fitting[1 + (turn % (fitting.length - 1))]!]) {
        called.add(name);
        const answer = await ask(who, { ...route.send, url: route.url(p) }, lang);
        const what = `${name} at "${p.position}" of ${p.procedure.id}`;
        wrong.push(...leaks(world, who, what, answer, [p.id, p.subject.id]));
        if (!route.answers(world, who, p)) {
          counted.refused += 1;
          if (bare(answer) !== absent.get(`${who.name} ${name} ${lang}`)) wrong.push(`${who.name}, ${what}: is answered otherwise than for what is not there: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
          if (route.trace(who)) traces.push({ target: name.includes('children') && !/children\/(?:lists|duplicates)/.test(name) ? p.subject.id : p.id, role: who.role });
        } else if (!(route.answered ?? [200, 409]).includes(answer.statusCode)) wrong.push(`${who.name}, ${what}: should be answered: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
        if (name === 'GET /api/proceedings/{id}' && answer.statusCode === 200) wrong.push(...notAsDeclared(who, p, answer));
      }
    });
    expect(wrong.slice(0, 40)).toEqual([]);
  }, slow);

  /** The classes that are shown are those that are declared, and who reported is named only where that may be read. */
  function notAsDeclared(who: Who, p: Planted, answer: Answer): string[] {
    const view = answer.json<{ records: object; story: { step: string; actor: { name: string | null } }[]; responsible: { worker: object | null } }>();
    const found: string[] = [];
    const his = readable(rules(), who, p);
    if (Object.keys(view.records).sort().join() !== [...his].sort().join()) found.push(`${said({ who, p })}: reads ${Object.keys(view.records).join()}, and ${his.join()} is declared`);
    const author = view.story.some((line) => line.actor.name === world.author);
    if (author && p.procedure.classes.includes('reporter') && !his.includes('reporter')) found.push(`${said({ who, p })}: reads in the story who reported`);
    if (who.role === 'applicant' && (author || view.responsible.worker !== null)) found.push(`${said({ who, p })}: learns who works on it`);
    return found;
  }

  it('by code: a right number with a wrong code is a number that nobody has', async () => {
    const [nobody] = world.everybody.filter((w) => w.role === 'anyone');
    for (const path of ['lookup', 'write', 'withdraw']) {
      const body = (number: string, code: string): object => ({ number, code, ...(path === 'write' ? { text: 'а' } : {}) });
      const url = `/api/helpline/appeals/${path}`;
      called.add(`POST ${url}`);
      const [theirs, nobodys] = [await ask(nobody!, { url, body: body(world.code.number, 'тас тас тас тас') }, 'ru'), await ask(nobody!, { url, body: body('000-000-000-000', 'тас тас тас тас') }, 'ru')];
      expect([theirs.statusCode, bare(theirs)]).toEqual([404, bare(nobodys)]);
    }
    const own = await ask(nobody!, { url: '/api/helpline/appeals/lookup', body: world.code });
    expect([own.statusCode, leaks(world, world.everybody.find((w) => w.role === 'applicant')!, 'lookup', own)]).toEqual([200, []]);
  });
});

describe('a step', () => {
  it('is there for whom it is declared to, on what he sees; to all others there is neither step nor record', async () => {
    const wrong: string[] = [];
    const tried = world.everybody.flatMap((who, w) =>
      steps().flatMap((route, n) => {
        called.add(route.name);
        const near = world.near(who, procedureOf(route));
        const his = near.filter((p) => visible(rules(), who, p));
        const not = near.filter((p) => !visible(rules(), who, p));
        const turn = <T>(items: readonly T[]): readonly T[] => (items.length === 0 ? items : [items[(n + w) % items.length]!]);
        // Without `full`, on what is his or what is not, in turn.
        const chosen = full ? [...not, ...his] : (n + w) % 3 === 0 && his.length > 0 ? turn(his) : turn(not);
        return chosen.map((p) => ({ who, route, p }));
      }));
    const absent = new Map<string, string>();
    for (const who of world.everybody) {
      // Of every step once, by somebody; and by everybody at the first.
      const [first] = steps();
      for (const route of steps().filter((r, n) => full || r === first || n % world.everybody.length === world.everybody.indexOf(who))) {
        const answer = await ask(who, { method: 'POST', url: route.path.replace('{id}', randomUUID()), match: 0, body: {} }, 'ru');
        const known = absent.get(who.name) ?? bare(answer);
        absent.set(who.name, known);
        if (bare(answer) !== known || answer.statusCode !== 404) wrong.push(`${who.name}, ${route.name} on nothing: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
      }
    }
    await each(tried, async ({ who, route, p }) => {
      const name = route.path.slice(route.path.lastIndexOf('/') + 1);
      const answer = await ask(who, { method: 'POST', url: route.path.replace('{id}', p.id), match: 0, body: {} }, 'ru');
      const what = `${route.name} at "${p.position}"`;
      wrong.push(...leaks(world, who, what, answer, [p.id]));
      const may = visible(rules(), who, p) && p.procedure.steps[name]?.by.includes(who.role) === true;
      // A stale sequence, so that nothing is done: whoever may take the step is told so.
      if (may && answer.statusCode !== 412) wrong.push(`${who.name}, ${what}: may take it, and is answered ${answer.statusCode} ${answer.body.slice(0, 200)}`);
      if (!may && bare(answer) !== absent.get(who.name)) wrong.push(`${who.name}, ${what}: may not take it, and is answered ${answer.statusCode} ${answer.body.slice(0, 200)}`);
      if (!may) {
        counted.refused += 1;
        traces.push({ target: p.id, role: who.role });
      }
    });
    expect(wrong.slice(0, 40)).toEqual([]);
  }, slow);

  it('that starts a proceeding is there for whom it is declared to', async () => {
    const wrong: string[] = [];
    for (const route of starts()) {
      called.add(route.name);
      const declared = world.s.runtime.registry.current(procedureOf(route), world.s.clock.now())?.start?.by ?? [];
      for (const who of world.everybody) {
        const answer = await ask(who, { method: 'POST', url: route.path, body: { 'no such field': 1 } });
        const expected = declared.includes(who.role) ? 400 : who.role === 'anyone' ? 401 : 404;
        if (answer.statusCode !== expected) wrong.push(`${who.name}, ${route.name}: ${answer.statusCode}, not ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
  }, slow);
});

describe('lists, searches and the rest', () => {
  it('tell of nothing that is not his', async () => {
    const wrong: string[] = [];
    const special = new Set([...Object.keys(recordRoutes), ...Object.keys(belongings), ...endings, ...streams, ...steps().map((r) => r.name), ...starts().map((r) => r.name)]);
    const rest = routes.filter((r) => !special.has(r.name));
    const calls = world.everybody.flatMap((who) => rest.flatMap((route) => {
      called.add(route.name);
      // What writes is given what nobody takes: what it would do is tried where it belongs.
      return addresses(world, who, route).map((url) => ({ who, route, url: route.query.some((q) => q.name === 'limit') && !url.includes('limit=') ? `${url}${url.includes('?') ? '&' : '?'}limit=100` : url }));
    }));
    await each(calls, async ({ who, route, url }) => {
      let next: string | null = null;
      for (let page = 0; page < 40; page += 1) {
        const address = next === null ? url : `${url}&after=${encodeURIComponent(next)}`;
        const answer = await ask(who, { method: route.method, url: address, ...(route.method === 'POST' || route.method === 'PUT' ? { body: [] } : {}) });
        if (answer.statusCode >= 500) wrong.push(`${who.name}, ${address}: ${answer.statusCode}`);
        wrong.push(...leaks(world, who, address, answer));
        next = answer.statusCode === 200 && /^\{.*"next":"/.test(answer.body) ? answer.json<{ next: string | null }>().next : null;
        if (next === null || /worker=|procedure=|after=|danger=|raised=/.test(url)) break;
      }
    });
    expect(wrong.slice(0, 40)).toEqual([]);
  }, slow);

  it('every scope of the lists, by worker too', async () => {
    const wrong: string[] = [];
    const workers = world.everybody.flatMap((w) => w.appointment?.id ?? []);
    const asked = world.everybody.flatMap((who, n) => ['desk', 'district', 'region', 'country'].flatMap((scope, m) => [
      { who, url: `/api/proceedings?scope=${scope}&limit=100` },
      { who, url: `/api/proceedings?scope=${scope}&limit=100&worker=${workers[(n + m) % workers.length]}` },
    ]));
    const shown = new Map<string, Set<string>>();
    await each(asked, async ({ who, url }) => {
      let next: string | null = '';
      for (let page = 0; next !== null && page < 40; page += 1) {
        const answer = await ask(who, { url: `${url}&after=${encodeURIComponent(next)}` });
        wrong.push(...leaks(world, who, url, answer));
        if (answer.statusCode !== 200) break;
        const view = answer.json<{ items: { proceeding: string }[]; next: string | null }>();
        for (const item of view.items) shown.set(who.name, (shown.get(who.name) ?? new Set()).add(item.proceeding));
        next = view.next;
      }
    });
    expect(wrong.slice(0, 40)).toEqual([]);
    // They do show what is his: an empty list would prove nothing.
    for (const who of world.everybody.filter((w) => w.role === 'district-head' || w.role === 'committee-duty')) expect(shown.get(who.name)?.size ?? 0).toBeGreaterThan(100);
  }, slow);

  it('a search by name or number gives of a child what the seeker may know', async () => {
    const wrong: string[] = [];
    const asked = world.everybody.flatMap((who) => {
      const near = world.near(who, 'cases.protection').filter((p) => p.subject.kind === 'child');
      return near.flatMap((p) => [{ q: surnameOf(p.subject.id), born: '2015-01-01' }, { iin: p.iin }].map((body) => ({ who, p, body })));
    });
    let found = 0;
    await each(asked, async ({ who, p, body }) => {
      const answer = await ask(who, { url: '/api/children/search', body });
      wrong.push(...leaks(world, who, `search for a child at "${p.position}"`, answer));
      if (answer.statusCode === 200 && answer.body.includes(p.subject.id)) found += 1;
      if (answer.body.includes(p.subject.id) && (p.sealed === true || p.position.startsWith('conflicted'))) wrong.push(`${who.name} finds a child at "${p.position}"`);
    });
    expect(wrong.slice(0, 40)).toEqual([]);
    expect(found).toBeGreaterThan(100);
  }, slow);
});

describe('what belongs to another house or person', () => {
  it('is, to the byte, what is not there', async () => {
    const { s } = world;
    const directory = await s.runtime.directory(null);
    const wrong: string[] = [];
    const strange = async (kind: string, who: Who): Promise<string | null> => {
      const other = world.everybody.find((w) => w.appointment !== null && w.appointment.organisation !== who.actor.organisation && !manages(who.actor, w.appointment, directory.organisation(w.appointment.organisation)));
      if (other?.appointment == null) return null;
      if (kind === 'appointment') return other.appointment.id;
      if (kind === 'duty') return directory.data.duties.find((d) => d.organisation !== who.actor.organisation && d.starts > s.clock.now())?.id ?? null;
      const { rows } = await s.owner.query<{ id: string }>(kind === 'session' ? 'select id from kernel.session where appointment = $1' : 'select id from kernel.passkey where person = $1', [kind === 'session' ? other.appointment.id : other.appointment.person]);
      return rows[0]?.id ?? randomUUID();
    };
    for (const [name, kind] of Object.entries(belongings)) {
      called.add(name);
      const [method, path] = name.split(' ') as [Route['method'], string];
      for (const who of world.everybody) {
        const id = await strange(kind, who);
        if (id === null) continue;
        const colleague = directory.data.appointments.find((a) => a.organisation === who.actor.organisation && a.id !== who.appointment?.id)?.id ?? randomUUID();
        const body = inputs[name]?.(colleague);
        const call = (one: string): Call => ({ method, url: path.replace('{id}', one), ...(body === undefined ? {} : { body, match: 1 }) });
        const [theirs, nobodys] = [await ask(who, call(id), 'kk'), await ask(who, call(randomUUID()), 'kk')];
        if (bare(theirs) !== bare(nobodys)) wrong.push(`${who.name}, ${name}: ${theirs.statusCode} ${theirs.body.slice(0, 160)}, and for what is not there ${nobodys.statusCode} ${nobodys.body.slice(0, 160)}`);
        wrong.push(...leaks(world, who, name, theirs));
      }
    }
    // The line of a journal that tells of another's look.
    const { rows } = await s.owner.query<{ id: string; person: string }>('select id, person from kernel.look where person is not null limit 1');
    for (const who of world.everybody.filter((w) => w.actor.person !== rows[0]?.person)) {
      const inclusion = (id: string): Promise<Answer> => ask(who, { url: `/api/journal/inclusion?kind=look&id=${id}` }, 'kk');
      if (bare(await inclusion(rows[0]?.id ?? '')) !== bare(await inclusion('999999999'))) wrong.push(`${who.name}: tells another's look from none`);
    }
    expect(wrong).toEqual([]);
  }, slow);
});

describe('the database alone', () => {
  it('gives to everybody’s context the rows that are his, and to none, or one made by hand, no row', async () => {
    const wrong = await alone(world);
    expect(wrong.slice(0, 40)).toEqual([]);
  }, slow);
});

describe('afterwards', () => {
  it('nothing was changed by all of that, and what was refused is written down', async () => {
    // Read last: who is on the shift is seen by its own table.
    expect(await everythingStored(world.s)).toEqual(before);
    const { rows } = await world.s.owner.query<{ name: string; n: number }>(`select target || ' ' || role as name, count(*)::int as n from kernel.look where what = 'refused' and target is not null group by 1`);
    const written = new Map(rows.map((r) => [r.name, r.n]));
    const wanted = new Map<string, number>();
    for (const t of traces) wanted.set(`${t.target} ${t.role}`, (wanted.get(`${t.target} ${t.role}`) ?? 0) + 1);
    const missing = [...wanted].filter(([name, n]) => (written.get(name) ?? 0) < n).map(([name, n]) => {
      const p = world.byId.get(name.split(' ')[0] ?? '') ?? world.bySubject.get(name.split(' ')[0] ?? '');
      return `${name.split(' ')[1]} was refused ${n} times on a ${p?.procedure.id} at "${p?.position}", and ${written.get(name) ?? 0} are written down`;
    });
    expect(missing.slice(0, 20)).toEqual([]);
  }, slow);

  it('a session ends for its own holder alone', async () => {
    const [name] = endings;
    expect(endings).toEqual([name, 'DELETE /api/session/list']);
    for (const ending of endings) {
      called.add(ending);
      const one = world.everybody.find((w) => w.role === 'ngo-worker')!;
      const live = async (): Promise<number> => (await world.s.owner.query('select 1 from kernel.session where ended_at is null')).rows.length;
      const n = await live();
      const answer = await world.s.call({ method: 'DELETE', url: ending.split(' ')[1] ?? '', token: one.token });
      expect([204, 401]).toContain(answer.statusCode);
      expect(await live()).toBeGreaterThanOrEqual(n - 1);
    }
  });

  it('the stream of changes says that something changed, and not what', async () => {
    called.add(streams[0] ?? '');
    const { s } = world;
    const origin = await s.app.listen({ port: 0, host: '127.0.0.1' });
    await Promise.all(world.everybody.filter((w) => w.role !== 'ngo-worker').map(async (who) => {
      const abort = new AbortController();
      const answer = await fetch(`${origin}/api/events`, { signal: abort.signal, headers: who.token === null ? {} : { authorization: `Bearer ${who.token}` } });
      expect([who.name, answer.status]).toEqual([who.name, who.appointment === null ? 401 : 200]);
      if (answer.status === 200) {
        s.changes.tell(world.all.slice(0, 5).map((p) => p.id));
        const reader = answer.body!.getReader();
        let text = '';
        while (!text.includes('changed')) text += new TextDecoder().decode((await reader.read()).value);
        expect(text.split('\n').filter((line) => !/^(retry: \d+|event: changed|data: \{\}|: here|)$/.test(line))).toEqual([]);
      }
      abort.abort();
    }));
  }, slow);

  it('every route of the document was called', () => {
    expect(routes.map((r) => r.name).filter((name) => !called.has(name)), 'name them in tests/proofs/matrix/routes.ts').toEqual([]);
  });
});
