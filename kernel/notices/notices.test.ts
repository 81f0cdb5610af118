import { describe, expect, it } from 'vitest';
import type { Proceeding } from '../procedures/context.ts';
import { whatHappened, type Carried, type Left } from './notices.ts';

const hour = 3_600_000;
const row = (more: Partial<Proceeding> = {}): Proceeding => ({
  id: 'p', procedure: 'cases.protection', version: 'v', subject: { kind: 'child', id: 's' }, stage: 'open', final: false, outcome: null, sequence: 3, head: '', region: 'KZ-19',
  district: null, organisation: 'o', role: 'case-manager', worker: 'me', sealed: false, reporter: null, danger: 1, label: 'a', due: '2026-11-26T06:00:00.000Z', dueTerm: 't', level: 0,
  escalatedTo: null, openedAt: '2026-11-20T06:00:00.000Z', closedAt: null, ...more,
});
const carried = (more: Partial<Carried> = {}): Carried => ({ row: row(), of: null, at: '2026-11-20T06:00:00.000Z', weighed: true, short: false, ...more });
const left = (more: Partial<Left> = {}): Left => ({ proceeding: 'p', sequence: 2, at: '2026-11-21T06:00:00.000Z', step: 'answered', role: 'procedure', appointment: null, ...more });
const nothing = { carried: [], told: [], entries: [], standing: [], brought: [] };
const kinds = (known: Partial<Parameters<typeof whatHappened>[0]>, now: string): string[] => whatHappened({ ...nothing, ...known }, now, 24 * hour).map((n) => `${n.kind} ${n.at.slice(5, 13)}${n.pressing ? ' !' : ''}`);

describe('what happened for me', () => {
  it('a proceeding came; a day before its end the term is near; a missed one is told once', () => {
    expect(kinds({ carried: [carried()] }, '2026-11-25T05:59:00.000Z')).toEqual(['came 11-20T06']);
    expect(kinds({ carried: [carried()] }, '2026-11-25T06:00:00.000Z')).toEqual(['came 11-20T06', 'near 11-25T06']);
    const missed = carried({ row: row({ level: 1, due: '2026-11-27T06:00:00.000Z' }) });
    expect(kinds({ carried: [missed], entries: [left({ role: 'clock', step: 'escalate', at: '2026-11-26T06:00:00.000Z' })] }, '2026-11-26T07:00:00.000Z')).toEqual(['came 11-20T06', 'passed 11-26T06']);
  });

  it('a term shorter than a day is told when it comes, and presses where it is of hours', () => {
    const soon = carried({ at: '2026-11-25T06:00:00.000Z', row: row({ due: '2026-11-25T09:00:00.000Z' }), short: true });
    expect(kinds({ carried: [soon] }, '2026-11-25T07:00:00.000Z')).toEqual(['came 11-25T06 !']);
  });

  it('danger to a child presses, where danger is weighed', () => {
    expect(kinds({ carried: [carried({ row: row({ danger: 2 }) })] }, '2026-11-20T07:00:00.000Z')).toEqual(['came 11-20T06 !']);
    expect(kinds({ carried: [carried({ row: row({ danger: 2 }), weighed: false })] }, '2026-11-20T07:00:00.000Z')).toEqual(['came 11-20T06']);
    expect(kinds({ told: [carried({ row: row({ danger: 3, level: 1 }) })] }, '2026-11-20T07:00:00.000Z')).toEqual(['told 11-20T06 !']);
  });

  it('an answer of others is news; of the clock only what was missed; of an absent colleague’s what presses on', () => {
    const now = '2026-11-22T06:00:00.000Z';
    expect(kinds({ carried: [carried()], entries: [left(), left({ sequence: 3, role: 'clock', step: 'resume' })] }, now)).toEqual(['came 11-20T06', 'news 11-21T06']);
    expect(kinds({ carried: [carried({ of: 'colleague' })], entries: [left()] }, now)).toEqual(['came 11-20T06']);
    expect(kinds({ entries: [left()] }, now)).toEqual([]);
  });

  it('each has a key of its own, the same at every reading', () => {
    const keys = (now: string): string[] => whatHappened({ ...nothing, carried: [carried()], entries: [left(), left({ sequence: 3 })], standing: [{ appointment: 'c', from: '2026-11-21T06:00:00.000Z', until: null, at: '2026-11-20T06:00:00.000Z' }] }, now, 24 * hour).map((n) => n.key);
    const first = keys('2026-11-25T07:00:00.000Z');
    expect(new Set(first).size).toBe(5);
    expect(keys('2026-11-25T08:00:00.000Z')).toEqual(first);
  });
});
