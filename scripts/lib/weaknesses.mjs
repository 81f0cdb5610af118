/** Published weaknesses of what is installed, against the days within which each must be gone. Pure. */

const dayMs = 86_400_000;

/** Days by severity, from the table in docs/security.md: the figures stand there and nowhere else. */
export function daysIn(page) {
  const found = [...page.matchAll(/^\| (critical|high|medium|low)[^|]*\| (\d+) \|$/gm)].map(([, severity, days]) => [severity, Number(days)]);
  if (found.length !== 4) throw new Error('docs/security.md names no days for four severities');
  return Object.fromEntries(found);
}

/** npm's word for `medium` is `moderate`; what has no word we know is taken for the worst. */
const severityOf = (word) => ({ critical: 'critical', high: 'high', moderate: 'medium', medium: 'medium', low: 'low', info: 'low' })[word] ?? 'critical';

/** Each notice of a report of `npm audit --json`, once. Throws where it is no report: silence is no good news. */
export function noticesIn(report) {
  if (report?.auditReportVersion !== 2 || typeof report.vulnerabilities !== 'object') throw new Error(`npm audit gave no report: ${report?.message ?? report?.error?.summary ?? 'of another kind'}`);
  if (!(report.metadata?.dependencies?.total > 0)) throw new Error('npm audit looked at nothing');
  const notices = Object.values(report.vulnerabilities).flatMap(({ via }) => via.filter((one) => typeof one === 'object'));
  return [...new Map(notices.map((one) => [String(one.url ?? one.source), { id: String(one.url ?? one.source), package: one.name, title: one.title, severity: severityOf(one.severity) }])).values()];
}

/**
 * `kept`: what was seen at the last time, with the day. What is gone is forgotten; what is new begins today.
 * `breached`: notices that are still there after their days.
 */
export function judge({ report, kept, today, days }) {
  const first = new Map(kept.notices.map((one) => [one.id, one.first]));
  const notices = noticesIn(report).map((one) => ({ ...one, first: first.get(one.id) ?? today })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const breached = notices.filter((one) => (Date.parse(today) - Date.parse(one.first)) / dayMs > days[one.severity]);
  return { kept: { asked: today, looked: report.metadata.dependencies.total, notices }, breached };
}
