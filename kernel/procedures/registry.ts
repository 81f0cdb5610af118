/** Everything the capabilities declared, gathered and verified once at start. */
import type { Instant } from '../clock.ts';
import type { Texts } from '../texts/text.ts';
import { almatyDate } from '../terms/almaty.ts';
import { fileStatements } from '../files/seal.ts';
import { termBook, type TermBook } from '../terms/book.ts';
import type { Term } from '../terms/term.ts';
import { rulesOf, type Rules } from '../access/rules.ts';
import { commonSteps } from './common.ts';
import type { Procedure, Reaction, Step } from './declare.ts';
import { kernelTerms } from './terms.ts';

/** What a capability brings. */
export interface Capability {
  readonly name: string;
  readonly procedures: readonly Procedure[];
  readonly reactions: readonly Reaction[];
  readonly terms: readonly Term[];
  readonly texts: Texts;
  /** SQL of its store by name, for a decision's `writes`. */
  readonly statements: Readonly<Record<string, string>>;
}

export interface Registry {
  readonly procedures: readonly Procedure[];
  readonly terms: TermBook;
  readonly rules: Rules;
  readonly statements: Readonly<Record<string, string>>;
  /** The version a proceeding began under. */
  procedure(id: string, version: string): Procedure | undefined;
  /** The version in force on a day. */
  current(id: string, at: Instant): Procedure | undefined;
  reactionsTo(fact: string): readonly Reaction[];
}

export function registry(capabilities: readonly Capability[]): Registry {
  // Names of steps come from addresses: without a prototype, `constructor` is no step.
  const stepsOf = (p: Procedure): Procedure['steps'] => Object.assign(Object.create(null) as Record<string, Step>, commonSteps(p), p.steps);
  const procedures = capabilities.flatMap((c) => c.procedures).map((p) => ({ ...p, steps: stepsOf(p) }));
  const byVersion = new Map<string, Procedure>();
  const versions = new Map<string, Procedure[]>();
  for (const p of procedures) {
    const key = `${p.id}@${p.version}`;
    if (byVersion.has(key)) throw new Error(`procedure ${key} is declared twice`);
    byVersion.set(key, p);
    versions.set(p.id, [...(versions.get(p.id) ?? []), p].sort((a, b) => (a.version < b.version ? 1 : -1)));
  }
  const reactions = new Map<string, Reaction[]>();
  for (const r of capabilities.flatMap((c) => c.reactions)) reactions.set(r.on, [...(reactions.get(r.on) ?? []), r]);
  const statements: Record<string, string> = { ...fileStatements };
  for (const c of capabilities) {
    for (const [name, sql] of Object.entries(c.statements)) {
      if (name in statements) throw new Error(`statement ${name} is declared twice`);
      statements[name] = sql;
    }
  }
  return {
    procedures,
    terms: termBook([...kernelTerms, ...capabilities.flatMap((c) => c.terms)]),
    rules: rulesOf(procedures),
    statements,
    procedure: (id, version) => byVersion.get(`${id}@${version}`),
    current: (id, at) => versions.get(id)?.find((p) => p.version <= almatyDate(at)),
    reactionsTo: (fact) => reactions.get(fact) ?? [],
  };
}
