/** What is wrong with a term as declared. Run by `verify` before anything starts. */
import { isDate } from './almaty.ts';
import type { Standing, Term, TermValue, Unit } from './term.ts';

const units: Readonly<Record<Unit, 'time' | 'days' | 'figure'>> = {
  minutes: 'time',
  hours: 'time',
  days: 'days',
  'calendar-days': 'days',
  'working-days': 'days',
  months: 'days',
  years: 'days',
  count: 'figure',
  MRP: 'figure',
};
const standings: Readonly<Record<Standing, true>> = { sourced: true, default: true, unknown: true };

/** Problems in plain English, each opening with the term's id. Empty: the term may be used. */
export function checkTerm(term: Term): string[] {
  const problems: string[] = [];
  const say = (text: string): void => void problems.push(`term ${term.id || '(without id)'}: ${text}`);
  if (!/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(term.id)) say('id is not dotted lower-case words');
  if (term.values.length === 0) say('has no value');
  const seen = new Set<string>();
  for (const value of term.values) {
    for (const problem of checkValue(value)) say(problem);
    const place = `${value.from} ${value.region ?? 'country'}`;
    if (seen.has(place)) say(`two values begin on ${place}`);
    seen.add(place);
  }
  if (new Set(term.values.map((v) => units[v.unit] === 'figure')).size > 1) say('mixes time and figures');
  return problems;
}

function checkValue(value: TermValue): string[] {
  const problems: string[] = [];
  if (!isDate(value.from)) problems.push(`"${value.from}" is not a date`);
  if (value.source.trim() === '') problems.push(`the value from ${value.from} has no source`);
  if (!Object.hasOwn(units, value.unit)) problems.push(`unknown unit "${value.unit}"`);
  if (!Object.hasOwn(standings, value.standing)) problems.push(`unknown standing "${value.standing}"`);
  if (!(value.value > 0) || !Number.isFinite(value.value)) problems.push(`value ${value.value} is not above zero`);
  else if (units[value.unit] === 'days' && !Number.isInteger(value.value))
    problems.push(`${value.value} ${value.unit} is not a whole number`);
  if (value.region !== undefined && !/^KZ-\d{2}$/.test(value.region)) problems.push(`"${value.region}" is not a region`);
  return problems;
}
