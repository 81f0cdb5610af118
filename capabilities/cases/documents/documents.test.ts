/** What stands on the papers of a case, and above all what does not. */
import { describe, expect, it } from 'vitest';
import { isReady, recordsFor, type Block, type DocumentDeclaration, type Paper } from '#kernel/procedures/documents.ts';
import { say } from '#kernel/texts/text.ts';
import { kernelTexts } from '#kernel/texts/texts.ts';
import type { ProtectionRecords } from '../domain/record.ts';
import { protection } from '../procedures/protection.ts';
import { texts } from '../texts.ts';
import { aRecord } from './a-record.fixture.ts';

const all = { ...kernelTexts, ...texts };
const now = '2026-11-24T05:00:00.000Z';
const documents = protection.documents ?? [];
const named = (name: string): DocumentDeclaration => {
  const found = documents.find((d) => d.name === name);
  if (found === undefined) throw new Error(`no document ${name}`);
  return found;
};
const state = { now, stage: 'supporting', final: false, outcome: null };
const closed = { ...state, stage: 'closed', final: true, outcome: 'helped' };

function drawn(name: string, records: Partial<ProtectionRecords>, at: Partial<Paper> = {}): string {
  const document = named(name);
  const blocks: readonly Block[] = document.draw({
    ...state, language: 'kk', procedure: protection.id, label: 'Айша', openedAt: now, closedAt: null, house: 'Қорғаншылық органы', worker: { name: 'Әлия Өмірқызы', phone: '+7 700' },
    records: recordsFor(document, records), say: (key, params) => say(all, 'kk', key, params), first: (keys) => keys.map((key) => all[key]?.kk).find((text) => text !== undefined) ?? null, ...at,
  });
  return JSON.stringify(blocks);
}
const ready = (name: string, records: Partial<ProtectionRecords>, at: typeof state | typeof closed = state): boolean => isReady(named(name), records, at);
const records: ProtectionRecords = aRecord;

describe('papers of a protection case', () => {
  it('say neither who reported, nor who is accused, nor the words of a report, of the police or of therapy', () => {
    for (const { name } of documents) {
      const text = drawn(name, records, name === 'conclusion' ? closed : {});
      expect([name, text.match(/құпия-[a-z]+/g)]).toEqual([name, null]);
      // Every key has its text, and nothing is left open in it.
      expect([name, text.match(/(?:cases|kernel|role)\.[a-z][\w.-]+|\{\w+\}|undefined/g)]).toEqual([name, null]);
      expect(text).toContain('Айша');
    }
  });

  it('are there when there is something to draw', () => {
    expect(documents.filter((d) => ready(d.name, records)).map((d) => d.name)).toEqual(['notice', 'removal-notice', 'plan']);
    expect(documents.filter((d) => ready(d.name, records, closed)).map((d) => d.name)).toEqual(['removal-notice', 'plan', 'conclusion']);
    const fresh = { ...records, case: { ...records.case, plan: [], removal: null } };
    expect(documents.filter((d) => ready(d.name, fresh)).map((d) => d.name)).toEqual(['notice']);
    expect(documents.filter((d) => ready(d.name, {}))).toEqual([]);
  });

  it('announce nothing while the police hold facts back', () => {
    const until = (at: string) => ({ ...records, police: { hold: { until: at, investigator: null, what: null } } });
    expect([ready('notice', until('2026-11-25T05:00:00.000Z')), ready('notice', until(now))]).toEqual([false, true]);
  });

  it('ask the family to sign a plan only where none is accused', () => {
    const family = say(all, 'kk', 'cases.document.family');
    expect(drawn('plan', records)).not.toContain(family);
    expect(drawn('plan', { ...records, case: { ...records.case, accused: null } })).toContain(family);
  });

  it('of a plan: each measure with who does it, by when, and how it stands', () => {
    const text = drawn('plan', records);
    for (const word of ['Психологқа апару', 'Денсаулық сақтау, Ә. Ғабитова', '10 желтоқсан', 'Орындалды: екі рет барды']) expect(text.replaceAll('\u00a0', ' ')).toContain(word);
  });
});
