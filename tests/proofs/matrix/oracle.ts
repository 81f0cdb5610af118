/**
 * What somebody may be shown, said without SQL: the declared rules (kernel/access/rules.ts), and above them a few
 * sentences that a lawyer would say. The sentences are written by hand, so that a wrong rule cannot agree with itself.
 */
import { sees, type Rules } from '#kernel/access/rules.ts';
import type { ActorRole } from '#kernel/access/roles.ts';
import type { Planted } from './plant.ts';
import { now } from './places.ts';
import type { Who } from './people.ts';

/** Has he an interest in it, or a house he works in? */
export const isConflicted = (who: Who, p: Planted): boolean =>
  who.appointment !== null && (p.conflicts ?? []).some((c) => (c.person !== null && c.person === who.actor.person) || (c.organisation !== null && c.organisation === who.actor.organisation));
const isGranted = (who: Who, p: Planted): boolean => (p.grants ?? []).some((g) => g.organisation === who.actor.organisation && g.until > now);

/** Does he see that it is there? */
export function visible(rules: Rules, who: Who, p: Planted): boolean {
  const { id } = p;
  const row = { id, procedure: p.procedure.id, ...p.place, sealed: p.sealed === true, escalatedTo: p.escalatedTo ?? null, reporter: p.reporter ?? null, subject: p.subject, final: false };
  return sees(rules, { actor: who.actor, own: who.own, conflicted: new Set(isConflicted(who, p) ? [id] : []), granted: new Set(isGranted(who, p) ? [id] : []) }, row);
}

/** Classes of field he reads of it. */
export const readable = (rules: Rules, who: Who, p: Planted): readonly string[] =>
  visible(rules, who, p) ? p.procedure.classes.filter((c) => rules.get(who.role)?.kinds.has(`${p.procedure.id}/${c}`) === true) : [];

/** Roles the register of children belongs to (domain.md §5; kernel: children.keeps_register). */
export const keepsRegister: readonly ActorRole[] = ['guardianship-specialist', 'case-manager', 'district-head', 'region-head', 'committee-duty'];
/** Roles that may ask whether a child is known. */
export const searches: readonly ActorRole[] = [...keepsRegister, 'operator', 'shift-lead', 'school-worker', 'health-worker', 'social-worker', 'police-inspector'];

interface Fact {
  readonly says: string;
  /** True where what is shown breaks it. */
  broken(role: ActorRole, p: Planted, classes: readonly string[], who: Who): boolean;
}

const isCase = (p: Planted): boolean => p.procedure.id.startsWith('cases.') && p.procedure.id !== 'cases.report';
const isReferral = (p: Planted): boolean => p.procedure.id.startsWith('referrals.');
const agencies: readonly ActorRole[] = ['teacher', 'school-worker', 'school-head', 'health-worker', 'social-worker', 'police-inspector', 'police-head', 'ngo-worker', 'transport-inspector', 'labour-inspector', 'content-inspector', 'prosecutor', 'commissioner'];
const granted = (p: Planted): boolean => p.position === 'granted';

/** domain.md §5 and the rules under it; law.md. `granted` stands apart: there somebody decided, by name and until a date. */
export const facts: readonly Fact[] = [
  { says: 'an administrator sees no proceeding at all, whatever was granted to his house', broken: (role) => role === 'administrator' },
  {
    says: 'a teacher sees what he reported himself and reads the answer to it, and nothing else, whatever was granted to his school',
    broken: (role, p, classes, who) => role === 'teacher' && (p.reporter !== who.appointment?.id || classes.some((c) => c !== 'answer')),
  },
  { says: 'whoever did not sign in sees no proceeding', broken: (role) => role === 'anyone' },
  { says: 'who is accused, related or heads the accused sees nothing', broken: (_, p, __, who) => isConflicted(who, p) },
  { says: 'the contact centre sees no case file and no referral', broken: (role, p) => (role === 'operator' || role === 'shift-lead') && (isCase(p) || isReferral(p)) && !granted(p) },
  {
    says: 'an agency that is asked, or reports, never sees the case; the police of an account opened by their own notice that notice, and no more',
    broken: (role, p, classes) => agencies.includes(role) && isCase(p) && !granted(p) && !(role === 'police-inspector' && p.procedure.id === 'cases.medico-social' && classes.join() === 'notice'),
  },
  { says: 'an agency reads of a referral no reason of the sender', broken: (role, p, classes) => agencies.includes(role) && isReferral(p) && classes.includes('origin') },
  { says: 'a referral is seen by the house it was sent to, and not by its neighbours', broken: (role, p) => agencies.includes(role) && isReferral(p) && !granted(p) && !['own', 'house', 'sealed-house', 'told', 'district-too'].includes(p.position) },
  {
    says: 'what the police keep about a minor is read by the police alone',
    broken: (role, p, classes) => p.procedure.id.startsWith('prevention.') && p.procedure.id !== 'prevention.special-school-return' && classes.length > 0 && role !== 'police-inspector' && role !== 'police-head',
  },
  {
    says: 'a file before the commission on minors is read by its office; by a member only the one opened for him',
    broken: (role, p, classes, who) =>
      p.procedure.id.startsWith('commission.') && classes.includes('file') && !['commission-secretary', 'commission-chair', 'republic-commission'].includes(role) &&
      !(role === 'commission-member' && p.procedure.id === 'commission.reading' && (p.reporter === who.appointment?.id || granted(p))),
  },
  { says: 'notes of therapy are read by the case manager alone', broken: (role, _, classes) => classes.includes('therapy') && role !== 'case-manager' },
  {
    says: 'who reported a child is known to the desk that answers, and to nobody accused or asked',
    broken: (role, p, classes, who) => classes.includes('reporter') && p.procedure.subject === 'child' && role !== 'guardianship-specialist' && p.reporter !== who.appointment?.id && !granted(p),
  },
  { says: 'an inspector of transport, labour or content does not learn who complained', broken: (role, _, classes) => classes.includes('reporter') && (role === 'transport-inspector' || role === 'labour-inspector' || role === 'content-inspector') },
  { says: 'what a child or an applicant wrote to 111 is read at 111, and by himself', broken: (role, p, classes) => p.procedure.id === 'helpline.appeal' && classes.length > 0 && !['operator', 'shift-lead', 'applicant'].includes(role) },
  { says: 'an applicant sees his own appeal, the talk in it, and nothing else', broken: (role, p, classes, who) => role === 'applicant' && (p.id !== who.own || classes.some((c) => c !== 'talk')) },
  { says: 'the Committee reads no words of a case and no answer about a child’s health', broken: (role, _, classes) => role === 'committee-duty' && classes.some((c) => ['case', 'police', 'therapy', 'answer', 'talk', 'appeal', 'reporter'].includes(c)) },
  { says: 'what is sealed is seen by its own house, by whom it was told, and by no territory', broken: (_, p, __, who) => p.sealed === true && p.place.organisation !== who.actor.organisation && p.escalatedTo !== who.appointment?.id },
  { says: 'a district sees nothing of another district', broken: (role, p, _, who) => ['guardianship-specialist', 'case-manager', 'district-head'].includes(role) && (p.position === 'region' || p.position === 'country') && p.place.organisation !== who.actor.organisation },
  { says: 'a region sees nothing of another region', broken: (role, p) => role === 'region-head' && p.position === 'country' },
  { says: 'a grant that is over opens nothing', broken: (role, p, _, who) => p.position === 'grant-over' && p.place.organisation !== who.actor.organisation && !['committee-duty', 'content-inspector', 'republic-commission'].includes(role) },
];

/** Sentences that what somebody is shown of a proceeding would break. */
export const brokenFacts = (rules: Rules, who: Who, p: Planted): readonly string[] =>
  visible(rules, who, p) ? facts.filter((f) => f.broken(who.role, p, readable(rules, who, p), who)).map((f) => f.says) : [];
