/**
 * Where an appeal goes, derived from its category, its danger and its signs: what the operator is offered first,
 * and what a replay does. Data a lawyer can read; the operator may always do more, never less for danger.
 */
import type { Danger } from '#kernel/procedures/declare.ts';
import type { AgencyNeed, IncidentKind, Urgency } from '../contract.ts';
import { categories } from './signs/categories.ts';

export type Route =
  | { readonly to: 'emergency'; readonly service: '102' | '103' | '112' }
  | { readonly to: 'case'; readonly tellPolice: boolean }
  | { readonly to: 'agency'; readonly need: AgencyNeed }
  | { readonly to: 'incident'; readonly kind: IncidentKind }
  | { readonly to: 'consult' };

const emergency = (service: '102' | '103' | '112'): Route => ({ to: 'emergency', service });
const toCase = (tellPolice: boolean): Route => ({ to: 'case', tellPolice });
const agency = (need: AgencyNeed): Route => ({ to: 'agency', need });
const incident = (kind: IncidentKind): Route => ({ to: 'incident', kind });
const consult: Route = { to: 'consult' };

/** By category. A named referral stands where a procedure is not built yet. */
const byCategory: Readonly<Record<string, readonly Route[]>> = {
  'life-health': [emergency('112'), toCase(true)],
  'suicide-risk': [emergency('103'), toCase(false), agency('psychologist')],
  emergency: [emergency('103'), toCase(false)],
  'threat-or-attack': [emergency('102'), toCase(true)],
  'missing-child': [emergency('102'), toCase(true)],
  violence: [toCase(true)],
  'sexual-violence': [emergency('102'), toCase(true), agency('psychologist')],
  'physical-violence-home': [toCase(true)],
  'physical-violence-school': [toCase(true), agency('school-bullying-protocol')],
  'domestic-violence': [toCase(true), agency('family-support')],
  'psychological-violence': [toCase(false), agency('psychologist')],
  'economic-violence': [toCase(true)],
  bullying: [agency('school-bullying-protocol'), agency('psychologist')],
  cyberbullying: [agency('school-bullying-protocol'), agency('psychologist')],
  'forced-marriage': [emergency('102'), toCase(true)],
  trafficking: [emergency('102'), toCase(true)],
  substances: [toCase(false), agency('health')],
  care: [toCase(false)],
  neglect: [toCase(false)],
  runaway: [emergency('102'), toCase(true)],
  'left-without-care': [toCase(true)],
  'difficult-life-situation': [toCase(false), agency('family-support')],
  'guardianship-placement': [toCase(false)],
  'medico-social-accounting': [toCase(false)],
  'minor-pregnancy': [toCase(false), agency('health')],
  rights: [consult],
  'education-access': [agency('material-help')],
  health: [agency('health')],
  'social-benefits': [agency('material-help')],
  'labour-exploitation': [toCase(true), incident('child-labour')],
  'public-transport': [incident('bus-expulsion')],
  'alimony-custody': [consult],
  'disability-sen': [agency('family-support')],
  'digital-safety': [incident('harmful-content')],
  advice: [consult],
  leisure: [agency('leisure')],
  information: [consult],
};

/** Signs that call for a body of their own beside what the category says. */
const byTopic: Readonly<Record<string, readonly Route[]>> = {
  extortion: [agency('police')],
  'suicide-risk': [emergency('103'), toCase(false), agency('psychologist')],
  'self-harm': [toCase(false), agency('psychologist')],
};

/**
 * Where a school answers by its own protocol, that is protection enough at danger 2 (narratives n1, n5: bullying is the
 * school's to end). Of every other category danger wants somebody who looks at the child: a case, or an incident's procedure.
 */
const ownProtocol: Readonly<Record<string, AgencyNeed>> = {
  bullying: 'school-bullying-protocol',
  cyberbullying: 'school-bullying-protocol',
};

/** What is known of an appeal when one asks whether its danger was only forwarded. */
export interface Forwarded {
  readonly category: string;
  readonly danger: Danger;
  /** Whoever took it on: `emergency` only where a named human there did. */
  readonly to: readonly { readonly to: Route['to']; readonly need: string | null }[];
  /** A child wrote himself, or somebody described one. */
  readonly childKnown: boolean;
}

/** Danger is never only forwarded. At 3 an emergency service that took it is enough alone only while no child is known. */
export function needsCase({ category, danger, to, childKnown }: Forwarded): boolean {
  if (danger < 2 || to.some((r) => r.to === 'case')) return false;
  if (danger === 3) return childKnown || !to.some((r) => r.to === 'emergency');
  const need = ownProtocol[category];
  return !to.some((r) => r.to === 'incident' || (r.to === 'agency' && need !== undefined && r.need === need));
}

const same = (a: Route, b: Route): boolean => a.to === b.to && ('service' in a && 'service' in b ? true : 'need' in a && 'need' in b ? a.need === b.need : true);

/** In the order in which they are done: who can come now, then who stays. */
export function routesFor(of: { category: string; danger: Danger; topics: readonly string[] }): readonly Route[] {
  const wanted = [...(byCategory[of.category] ?? [consult]), ...of.topics.flatMap((t) => byTopic[t] ?? [])];
  const to = wanted.map((r) => ({ to: r.to, need: r.to === 'agency' ? r.need : null }));
  if (needsCase({ category: of.category, danger: of.danger, to, childKnown: true })) wanted.push(toCase(of.danger >= 3));
  const once: Route[] = [];
  for (const route of wanted) if (!once.some((r) => same(r, route))) once.push(route);
  const helped = once.filter((r) => r.to !== 'consult');
  const order = ['emergency', 'case', 'agency', 'incident', 'consult'];
  return (helped.length > 0 ? helped : once).sort((a, b) => order.indexOf(a.to) - order.indexOf(b.to));
}

/** The urgency a category has by itself, raised by what was seen. */
export function urgencyFor(category: string, danger: Danger): Urgency {
  const own = categories.find((c) => c.id === category)?.urgency ?? 'consultation';
  const ranks: readonly Urgency[] = ['consultation', 'rights', 'violence', 'danger'];
  const rank = own === 'danger-now' ? 3 : ranks.indexOf(own);
  return ranks[Math.max(rank, danger)] ?? 'danger';
}
