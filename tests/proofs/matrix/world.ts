/** The whole of it: everybody, and of every procedure a record at every position of everybody. */
import { createHash } from 'node:crypto';
import { applicantToken } from '#kernel/access/code.ts';
import { without } from '#kernel/procedures/testing.ts';
import { testServer, type TestServer } from '../server.ts';
import { everybody, far, nearest, type Who } from './people.ts';
import { common, now, personal } from './places.ts';
import { canary, holds, plant, planted, type Planted } from './plant.ts';
import { specimens } from './specimens.ts';

export interface World {
  readonly s: TestServer;
  readonly everybody: readonly Who[];
  readonly all: readonly Planted[];
  readonly byId: ReadonlyMap<string, Planted>;
  readonly bySubject: ReadonlyMap<string, Planted>;
  /** Records as they lie for somebody, by procedure. */
  near(who: Who, procedure: string): readonly Planted[];
  /** The name of whoever started all of them. */
  readonly author: string;
  /** Number and code of the applicant's appeal. */
  readonly code: { readonly number: string; readonly code: string };
}

const authorName = 'Қанарейка Хабаршы';

export async function theWorld(): Promise<World> {
  const s = await testServer(now);
  const { registry, texts } = s.runtime;
  const { appointments } = (await s.runtime.directory(null)).data;
  const author = nearest(appointments, 'school-worker', far);
  await s.owner.query('update kernel.person set name = $2 where id = $1', [author.person, authorName]);
  const staff = await everybody(s);
  const models = specimens(registry, texts);
  const procedures = registry.procedures.filter((p) => registry.current(p.id, now) === p);
  const all: Planted[] = [];
  const personals = new Map<string, Planted[]>();
  const commons = new Map<string, Planted[]>();
  for (const procedure of procedures) {
    const specimen = models.get(procedure.id);
    if (specimen === undefined) throw new Error(`no specimen of ${procedure.id}`);
    commons.set(procedure.id, common(appointments).map((position) => planted(procedure, specimen, position.name, position)));
    for (const who of staff) {
      personals.set(`${who.name} ${procedure.id}`, personal(who, appointments).map((position) => planted(procedure, specimen, `${who.name} ${position.name}`, position)));
    }
  }
  all.push(...[...commons.values(), ...personals.values()].flat());

  const appeal = commons.get('helpline.appeal')?.find((p) => p.position === 'country');
  if (appeal === undefined) throw new Error('no appeal');
  const code = { number: canary(appeal.id, '@').slice(0, 40), code: 'қар тас су от' };
  // Number and words are no token; one put there by hand shows that the role itself sees no more, whatever way it came.
  const token = createHash('sha256').update('matrix applicant').digest();
  const applicant: Who = { name: 'applicant', role: 'applicant', actor: without('applicant'), appointment: null, token: token.toString('base64url'), own: appeal.id };

  // What is one's own leads to what is not: links must not tell of their other ends.
  const names = procedures.map((p) => p.id);
  const links = staff.flatMap((who) =>
    names.flatMap((name, n) => {
      const [own] = personals.get(`${who.name} ${name}`) ?? [];
      const next = names[(n + 1) % names.length] ?? name;
      const others = [...(commons.get(next) ?? []).filter((p) => p.position !== 'district'), ...(personals.get(`${who.name} ${next}`) ?? []).filter((p) => p.position.startsWith('conflicted'))];
      return own === undefined ? [] : others.map((p) => ({ source: own.id, target: p.id }));
    }));
  await plant(s, { all, specimens: models, links, author: author.id, whole: new Set([...commons.values()].flatMap((ps) => ps.slice(0, 2)).map((p) => p.id)) });
  for (const key of [token, applicantToken(code.number, code.code)]) await holds(s, key, appeal.id);
  return {
    s,
    everybody: [...staff, applicant],
    all,
    byId: new Map(all.map((p) => [p.id, p])),
    bySubject: new Map(all.map((p) => [p.subject.id, p])),
    near: (who, procedure) => [...(commons.get(procedure) ?? []), ...(personals.get(`${who.name} ${procedure}`) ?? [])],
    author: authorName,
    code,
  };
}
