/** What judges published weaknesses of what we use: it can say no, and silence is not taken for good news. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { daysIn, judge, type Kept } from '../../scripts/lib/weaknesses.mjs';

const days = daysIn(readFileSync(join(import.meta.dirname, '../../docs/security.md'), 'utf8'));
const none: Kept = { asked: '', looked: 0, notices: [] };
const notice = (severity: string, url = `https://notices.example/${severity}`) => ({ source: 1, name: 'a-package', title: 'a hole', url, severity });
/** As `npm audit --json` writes it: a package, and others that hang on it by name. */
const report = (...via: object[]) => ({
  auditReportVersion: 2, metadata: { dependencies: { total: 900 } },
  vulnerabilities: via.length === 0 ? {} : { 'a-package': { name: 'a-package', via }, another: { name: 'another', via: ['a-package'] }, third: { name: 'third', via } },
});
const plus = (day: string, n: number): string => new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);
const first = '2026-11-26';

describe('a published weakness', () => {
  it.each([['critical', 'critical'], ['high', 'high'], ['moderate', 'medium'], ['low', 'low'], ['unheard-of', 'critical']])('%s may stay as many days as the page says, and not one more', (word, severity) => {
    const seen = judge({ report: report(notice(word)), kept: none, today: first, days });
    expect(seen.kept.notices).toMatchObject([{ severity, first, package: 'a-package' }]);
    const on = (n: number) => judge({ report: report(notice(word)), kept: seen.kept, today: plus(first, n), days }).breached.length;
    expect([on(days[severity]!), on(days[severity]! + 1)]).toEqual([0, 1]);
  });

  it('is counted from the day it was seen first, and forgotten when it is gone', () => {
    const seen = judge({ report: report(notice('high')), kept: none, today: first, days }).kept;
    const gone = judge({ report: report(), kept: seen, today: plus(first, 3), days });
    expect([gone.kept.notices, gone.breached, gone.kept.looked]).toEqual([[], [], 900]);
    expect(judge({ report: report(notice('high')), kept: gone.kept, today: plus(first, 20), days }).breached).toEqual([]);
  });

  it('is not gone because nobody answered', () => {
    for (const silence of [null, {}, { message: 'request failed', error: { summary: '' } }, { auditReportVersion: 2, vulnerabilities: {}, metadata: { dependencies: { total: 0 } } }, { auditReportVersion: 2, metadata: {} }]) {
      expect(() => judge({ report: silence, kept: none, today: first, days })).toThrow(/npm audit/);
    }
  });
});
