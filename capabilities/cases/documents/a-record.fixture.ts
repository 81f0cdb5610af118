/** A protection case with something in every class of fields; what no paper may show begins with `құпия-`. */
import type { ProtectionRecords } from '../domain/record.ts';

const at = '2026-11-20T05:00:00.000Z';

export const aRecord: ProtectionRecords = {
  case: {
    child: { id: '00000000-0000-7000-8000-000000000001', name: 'Айша', age: 7, sex: 'female', language: 'kk', identified: true },
    concern: { category: 'physical', summary: 'құпия-concern', at },
    reports: [{ category: 'neglect', summary: 'құпия-report', at, weighed: { at, words: 'құпия-weighed' } }],
    visits: [{ at, where: 'құпия-where', contact: 'alone', words: 'құпия-words', seen: 'құпия-seen', safety: 'safe-with-plan' }],
    assessment: { at, domains: [{ domain: 'health', level: 'needs-help', words: 'ұйқысы нашар' }], summary: 'көмек керек' },
    plan: [
      { id: '1', what: 'Психологқа апару', body: 'health', who: 'Ә. Ғабитова', by: '2026-12-10', state: 'done', note: 'екі рет барды' },
      { id: '2', what: 'Мектепте үйірмеге жазу', body: 'education', who: null, by: '2026-12-20', state: 'open', note: null },
    ],
    reviews: [{ at, summary: 'жоспар орындалып жатыр' }],
    referrals: [{ id: '3', kind: 'service', need: 'psychologist', urgent: false, sentAt: at, state: 'accepted', answer: 'құпия-answer' }],
    resume: null, transfer: null, arrivedFrom: null, warnings: 'құпия-warnings',
    accused: { words: 'құпия-accused', person: null, organisation: null, representative: true, heard: { at, words: 'құпия-heard' } },
    safety: { decision: 'safe-with-plan', plan: 'құпия-safety', at },
    conference: { at, present: 'құпия-present', decided: 'құпия-decided' },
    removal: { act: '15', actDate: '2026-11-20', grounds: 'life', prosecutorTold: null, placed: { at, where: 'Балаларды уақытша орналастыру орталығы' }, claim: null },
    representative: null, siblings: [{ name: 'құпия-sibling', child: null, case: null, reason: null }], approvals: [], priorVisits: 0, death: null,
  },
  reporter: { through: 'report', number: null, role: 'school-worker', name: 'құпия-reporter', organisation: null },
  police: { hold: null },
  therapy: { notes: [{ at, text: 'құпия-therapy' }] },
  header: { category: 'physical', danger: 2, age: 7, safety: 'safe-with-plan', removed: true, seenAlone: true },
  abroad: { country: 'құпия-country', since: null, withWhom: null, summary: 'құпия-abroad', child: null, told: null },
};
