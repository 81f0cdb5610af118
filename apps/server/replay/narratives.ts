/**
 * Replays the narratives: text, channel and school as they came, nothing else. What the operator answers comes from a
 * file of ours; where it goes is derived from the category and the signs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plusMillis, type Instant } from '#kernel/clock.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { routesFor, urgencyFor, type Route } from '#cap/helpline/domain/routing.ts';
import { signsOf } from '#cap/helpline/domain/opening.ts';
import type { ChildSketch } from '#cap/helpline/contract.ts';
import { driver } from './driver.ts';

export interface Narrative {
  readonly id: string;
  readonly channel: string;
  readonly school?: string;
  readonly expects: { readonly category: string; readonly opens: readonly string[]; readonly urgency: string; readonly mustNot?: string };
  readonly ru: string;
  readonly kk: string;
}
interface Answer {
  readonly category: string;
  readonly reply: Readonly<Record<'kk' | 'ru', string>>;
  readonly summary: string;
  readonly children: readonly ChildSketch[];
  readonly warnings?: string;
  readonly handOver?: { readonly where: string; readonly what: string; readonly name: string; readonly incident: string };
}

const data = join(import.meta.dirname, '../../../data');
const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

export const narratives = (file = join(data, 'narratives.json')): readonly Narrative[] => json<{ narratives: Narrative[] }>(file).narratives;

export interface Replayed {
  readonly id: string;
  readonly appeal: string;
  readonly routes: readonly Route[];
}

const second = 1000;

/** Takes one narrative in and, unless `unread`, answers and routes it as our operator does. */
export async function replayNarrative(runtime: Runtime, narrative: Narrative, language: 'kk' | 'ru', at: Instant, unread: boolean): Promise<Replayed> {
  const drive = driver(runtime);
  const { data: country } = await runtime.directory(null);
  const answers = json<Record<string, Answer>>(join(data, 'narrative-answers.json'));
  const answer = answers[narrative.id];
  if (answer === undefined) throw new Error(`narrative-answers.json has no answer for ${narrative.id}`);
  const school = country.organisations.find((o) => o.kind === 'school' && o.district !== null);
  // One after another, as a shift does: who held a grave talk rests after it.
  const operators = country.appointments.filter((a) => a.role === 'operator');
  const operator = operators[(Number(/\d+/.exec(narrative.id)?.[0] ?? 0) + (language === 'ru' ? 4 : 0)) % operators.length];
  const district = school?.district;
  if (school === undefined || operator === undefined || district == null) throw new Error('the demo country is not loaded');

  const source = `narrative ${narrative.id} ${language}`;
  const fromSchool = narrative.channel === 'school-qr-text';
  const text = narrative[language];
  let now = at;
  const next = (): Instant => {
    now = plusMillis(now, 20 * second);
    return now;
  };
  const { proceeding: id } = await drive.start({
    as: narrative.channel === 'phone' ? operator.id : null,
    procedure: 'helpline.appeal',
    input: { text, language, channel: narrative.channel, ...(fromSchool ? { school: narrative.school ?? school.id } : {}) },
    at: now,
    source,
  });
  const signs = signsOf(text);
  const routes = routesFor({ category: answer.category, danger: signs.danger, topics: signs.topics });
  if (unread) return { id: narrative.id, appeal: id, routes };

  const step = (name: string, input: unknown = {}, tag = '') =>
    drive.step({ as: operator.id, id, procedure: 'helpline.appeal', name, input, at: next(), source: `${source} ${name}${tag}` });
  if (narrative.channel !== 'phone') await step('claim');
  await step('reply', { text: answer.reply[language] });
  await step('grade', {
    category: answer.category,
    urgency: urgencyFor(answer.category, routes.some((r) => r.to === 'case') ? signs.danger : 0),
    ...(answer.warnings === undefined ? {} : { warnings: answer.warnings }),
  });
  for (const route of routes) await takeRoute(route, answer, { district, school: school.id }, step);
  return { id: narrative.id, appeal: id, routes };
}

type TakeStep = (name: string, input: unknown, tag?: string) => Promise<unknown>;

async function takeRoute(route: Route, answer: Answer, { district, school }: { district: string; school: string }, step: TakeStep): Promise<void> {
  const { summary, children } = answer;
  const [child] = children;
  switch (route.to) {
    case 'emergency': {
      const to = answer.handOver ?? { where: 'не установлено', what: summary, name: 'Дежурный', incident: `${route.service}-1` };
      await step('hand-over', { service: route.service, where: to.where, what: to.what });
      await step('hand-over-taken', { name: to.name, incident: to.incident });
      return;
    }
    case 'case':
      await step('route-case', { district, children, summary, tellPolice: route.tellPolice });
      return;
    case 'agency':
      // The operator asks which school it is: its own protocol can only be asked of a school with a name.
      await step(
        'route-agency',
        { need: route.need, district, summary, ...(route.need === 'school-bullying-protocol' ? { organisation: school } : {}), ...(child === undefined ? {} : { child }) },
        route.need,
      );
      return;
    case 'incident':
      await step('route-incident', { kind: route.kind, district, summary, ...(child === undefined ? {} : { child }) });
      return;
    case 'consult':
      await step('consult', { answer: summary });
  }
}
