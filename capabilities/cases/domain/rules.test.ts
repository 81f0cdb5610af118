import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCase } from './opening.ts';
import { contacts, safeties, type Approval, type CaseRecord, type Measure, type ReferralNote, type Visit } from './record.ts';
import { afterVisit, closingProblems, legalDuties, resumeOf, visitedAt, visitFaults, workProblems } from './rules.ts';

const now = '2026-11-23T10:00:00.000Z';

const at = '2026-11-23T05:00:00.000Z';
const blank = newCase({ id: 'c', name: null, age: null, sex: null, language: null, identified: false }, { category: 'physical', summary: 'x', warnings: null, accused: null }, at);

const contact = fc.constantFrom(...contacts);
const safety = fc.constantFrom(...safeties);
const visit: fc.Arbitrary<Visit> = fc.record({ at: fc.constant(at), where: fc.constant('x'), contact, words: fc.constant(null), seen: fc.constant('x'), safety: fc.option(safety) });
const measure: fc.Arbitrary<Measure> = fc.record({
  id: fc.constant('1'), what: fc.constant('x'), body: fc.constant('health' as const), who: fc.constant(null), by: fc.constant('2026-12-01'),
  state: fc.constantFrom('open' as const, 'done' as const, 'dropped' as const), note: fc.constant(null),
});
const referral: fc.Arbitrary<ReferralNote> = fc.record({
  id: fc.constant('r'), kind: fc.constant('medical'), need: fc.constant('health'), urgent: fc.boolean(), sentAt: fc.constant(at),
  state: fc.constantFrom('sent' as const, 'accepted' as const, 'answered' as const, 'declined' as const, 'late' as const, 'unmet' as const, 'withdrawn' as const), answer: fc.constant(null),
});
const approval: fc.Arbitrary<Approval> = fc.record({
  of: fc.constantFrom('plan' as const, 'unseen' as const), why: fc.constant('x'), askedBy: fc.constant('p'), askedAt: fc.constant(at),
  state: fc.constantFrom('asked' as const, 'given' as const, 'refused' as const), answer: fc.constant(null),
});
const record: fc.Arbitrary<CaseRecord> = fc
  .record({ visits: fc.array(visit, { maxLength: 4 }), plan: fc.array(measure, { maxLength: 3 }), referrals: fc.array(referral, { maxLength: 3 }), approvals: fc.array(approval, { maxLength: 3 }), siblings: fc.option(fc.constant([])), decision: fc.option(safety) })
  .map(({ decision, ...r }) => ({ ...blank, ...r, safety: decision === null ? null : { decision, plan: null, at } }));
const words = fc.option(fc.constantFrom('', ' ', 'because'), { nil: undefined });
const closing = fc.record({ outcome: fc.constantFrom('helped', 'not-confirmed', 'knowingly-false'), openMeasures: words, openReferrals: words, accusedUnheard: words, unseenReason: words });
const running = fc.subarray([...legalDuties, 'siblings', 'first-review']).map((keys) => new Set<string>(keys));

describe('closing', () => {
  it('needs the child seen alone, or a head’s word', () => {
    fc.assert(fc.property(record, closing, running, fc.boolean(), (r, c, run, head) => {
      const alone = r.visits.some((v) => v.contact === 'alone');
      const approved = r.approvals.some((a) => a.of === 'unseen' && a.state === 'given');
      const word = head && (c.unseenReason ?? '').trim() !== '';
      expect(closingProblems(r, c, run, head).includes('case-not-seen-alone')).toBe(!alone && !approved && !word);
    }));
  });

  it('never happens over an unsafe child, a duty of the law, or siblings nobody asked about', () => {
    fc.assert(fc.property(record, closing, running, fc.boolean(), (r, c, run, head) => {
      if (closingProblems(r, c, run, head).length > 0) return;
      expect(r.safety?.decision).not.toBe('unsafe');
      expect(legalDuties.filter((key) => run.has(key))).toEqual([]);
      expect(r.siblings).not.toBeNull();
    }));
  });

  it('leaves no measure and no referral without a word', () => {
    fc.assert(fc.property(record, closing, (r, c) => {
      const problems = workProblems(r, c);
      const silent = (text: string | undefined): boolean => (text ?? '').trim() === '';
      expect(problems.includes('case-measures-open')).toBe(r.plan.some((m) => m.state === 'open') && silent(c.openMeasures));
      expect(problems.includes('case-referrals-open')).toBe(r.referrals.some((x) => x.state !== 'answered' && x.state !== 'withdrawn') && silent(c.openReferrals));
    }));
  });

  it('as not confirmed or false wants the accused heard', () => {
    const accused = { words: 'x', person: null, organisation: null, representative: false, heard: null };
    const ready: CaseRecord = { ...blank, accused, siblings: [], visits: [{ at, where: 'x', contact: 'alone', words: 'x', seen: 'x', safety: 'safe' }] };
    const problems = (outcome: string, r: CaseRecord) => closingProblems(r, { outcome }, new Set(), false);
    expect(problems('helped', ready)).toEqual([]);
    expect(problems('not-confirmed', ready)).toEqual(['case-accused-unheard']);
    expect(problems('knowingly-false', ready)).toEqual(['case-accused-unheard']);
    expect(problems('knowingly-false', { ...ready, accused: { ...accused, heard: { at, words: 'x' } } })).toEqual([]);
  });
});

describe('a visit', () => {
  const stages = ['received', 'visiting', 'protecting', 'assessing', 'planning', 'supporting', 'searching', 'transferring'];
  it('leads nowhere when the child was not seen, and to safety first when he is unsafe', () => {
    fc.assert(fc.property(fc.constantFrom(...stages), contact, fc.option(safety), (stage, c, s) => {
      const to = afterVisit(stage, resumeOf(stage, null), c, s);
      if (c === 'not-seen' || s === null) expect(to).toBeUndefined();
      else if (s === 'unsafe') expect(to).toBe(stage === 'protecting' ? undefined : 'protecting');
      else expect(to).not.toBe('protecting');
    }));
  });

  it('ends a search where the work stopped', () => {
    expect(afterVisit('searching', 'supporting', 'seen', 'safe')).toBe('supporting');
    expect(afterVisit('searching', 'visiting', 'seen', 'safe')).toBe('assessing');
    expect(afterVisit('supporting', null, 'alone', 'safe')).toBeUndefined();
  });

  it('decides on safety exactly when the child was seen', () => {
    fc.assert(fc.property(contact, fc.option(safety, { nil: undefined }), (c, s) => {
      const faults = visitFaults({ contact: c, safety: s, safetyPlan: 'x', noWords: c === 'not-seen' ? undefined : 'сәби' }, now);
      expect(faults.length === 0).toBe((c === 'not-seen') === (s === undefined));
    }));
    expect(visitFaults({ contact: 'alone', safety: 'safe' }, now)).toEqual([{ path: '/words', code: 'required' }]);
    expect(visitFaults({ contact: 'alone', safety: 'safe-with-plan', words: 'x' }, now)).toEqual([{ path: '/safetyPlan', code: 'required' }]);
    expect(visitFaults({ contact: 'not-seen', words: 'x' }, now)).toEqual([{ path: '/words', code: 'words-unseen' }]);
  });

  it('was when it was, and not in time to come', () => {
    const visit = { contact: 'alone', safety: 'safe', words: 'x' } as const;
    expect(visitFaults({ ...visit, when: '2026-11-23T14:59:00+05:00' }, now)).toEqual([]);
    expect(visitedAt('2026-11-23T14:59:00+05:00', now)).toBe('2026-11-23T09:59:00.000Z');
    expect(visitedAt(undefined, now)).toBe(now);
    expect(visitFaults({ ...visit, when: '2026-11-23T10:00:01.000Z' }, now)).toEqual([{ path: '/when', code: 'cases.in-the-future' }]);
    expect(visitFaults({ ...visit, when: '2026-02-31T10:00:00.000Z' }, now)).toEqual([{ path: '/when', code: 'format' }]);
  });
});
