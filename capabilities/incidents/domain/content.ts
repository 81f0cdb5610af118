/** What the information authority does about content that harms a child. Pure. */
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision } from '#kernel/procedures/declare.ts';
import type { ChildRecord, ContentRecord, ContentRecords } from '../contract.ts';
import type { AskExpertsInput, GoneInput, JudgeInput, OrderInput, PoliceInput, StillThereInput, WhyInput } from '../inputs.ts';
import { expertsLongest } from '../terms.ts';
import { closing, raise } from './child.ts';
import { hostOf } from './opening.ts';

type Context = StepContext<ContentRecords>;
type Result = Decision<ContentRecords> | Refusal;

/** Cyberbullying of a child is found by an expert group (order No. 562-НҚ). */
export function askExperts(context: Context, input: AskExpertsInput): Result {
  const { incident, content } = context.records;
  const experts = { question: input.question, at: context.now, extended: null };
  return { to: 'with-experts', label: hostOf(input.address) ?? undefined, records: { incident: { ...incident, matter: 'cyberbullying', experts }, content: { ...content, address: input.address } } };
}

/** Once, by the chair of the group, and counted from the day they were asked. */
export function extend(context: Context, input: WhyInput): Result {
  const { incident } = context.records;
  if (incident.experts === null || incident.experts.extended !== null) return refuse('wrong-stage', 409);
  return {
    records: { incident: { ...incident, experts: { ...incident.experts, extended: input.why } } },
    deadlines: [{ start: expertsLongest, key: 'stage:with-experts', from: incident.experts.at }],
  };
}

/**
 * Harmful or not. Signs of an offence, or a child who can be found in it, are told to guardianship in the same step,
 * and the takedown does not wait for that; nor is anything with such signs closed as harmless.
 */
export function judge(context: Context, input: JudgeInput): Result {
  const { incident, content, child } = context.records;
  if (input.matter === 'cyberbullying' && incident.experts === null) return refuse('incidents.experts-first', 409);
  const seen: ContentRecord = { ...incident, matter: input.matter, harmful: input.harmful, offence: incident.offence || input.offence };
  const found = { ...content, address: input.address, finding: input.finding };
  const label = hostOf(input.address) ?? undefined;
  const risk = input.offence || input.victim;
  if (!risk) {
    const records = { incident: seen, content: found };
    return input.harmful ? { to: 'taking-down', label, records } : closing(context, 'not-harmful', records);
  }
  const sketch = input.child ?? child.child;
  const safety: ChildRecord['safety'] = { ...child.safety, state: 'at-risk', at: context.now };
  return {
    to: input.harmful ? 'taking-down' : null,
    label,
    records: { incident: seen, content: found, child: { child: sketch, safety } },
    ...raise(context, { danger: 2, child: sketch, offence: input.offence }),
  };
}

export function order(context: Context, input: OrderInput): Result {
  const { content } = context.records;
  return { records: { content: { ...content, orders: [...content.orders, { to: input.to, number: input.number ?? null, at: context.now }] } } };
}

/** By word of the platform. It is closed only when somebody has looked. */
export function gone(context: Context, input: GoneInput): Result {
  return { to: 'verifying', records: { incident: { ...context.records.incident, gone: { how: input.how, at: context.now } } } };
}

export function confirmGone(context: Context): Result {
  const { gone: how } = context.records.incident;
  return how === null ? refuse('wrong-stage', 409) : closing(context, how.how, {});
}

/** There again, or a copy elsewhere: the clock begins anew. */
export function stillThere(context: Context, input: StillThereInput): Result {
  const { incident, content } = context.records;
  return { to: 'taking-down', records: { incident: { ...incident, gone: null }, content: { ...content, address: input.address } } };
}

export function passToPolice(context: Context, input: PoliceInput): Result {
  return closing(context, 'passed-to-police', { incident: { ...context.records.incident, passed: { ...input, at: context.now } } });
}
