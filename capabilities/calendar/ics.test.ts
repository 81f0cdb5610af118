/** A calendar that any program reads: RFC 5545, 3.1 (lines), 3.3 (values), 3.6 (components). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { icalendar, type Event } from './domain/ics.ts';

const now = '2026-11-24T05:06:07.890Z';
const event: Event = { uid: '1@qorgan', at: '2026-11-25T13:20:00.000Z', summary: 'Баланы көру; № 1, 2\\3\nекінші жол', url: 'https://qorgan.example.kz/app/proceedings/1' };
const made = (events: readonly Event[]): string => icalendar({ name: 'Qorgan: менің мерзімдерім', now, events });
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar', () => {
  it('has what the standard asks for, and times in UTC', () => {
    const lines = unfolded(made([event, { ...event, uid: '2@qorgan', at: '2026-11-30' }]));
    expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Qorgan//Calendar//KK']);
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    for (const line of ['DTSTAMP:20261124T050607Z', 'DTSTART:20261125T132000Z', 'DTSTART;VALUE=DATE:20261130', 'SUMMARY:Баланы көру\\; № 1\\, 2\\\\3\\nекінші жол', `URL:${event.url}`]) expect(lines).toContain(line);
    expect(lines.filter((l) => l === 'BEGIN:VEVENT')).toHaveLength(2);
  });

  it('has no line over 75 octets, no letter cut in two, and gives back every text', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 4 }), (summaries) => {
      const text = made(summaries.map((summary, i) => ({ ...event, uid: `${i}@qorgan`, summary })));
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const said = unfolded(text).filter((l) => l.startsWith('SUMMARY:')).map((l) => l.slice(8).replace(/\\([\\;,n])/g, (_, c: string) => (c === 'n' ? '\n' : c)));
      expect(said).toEqual(summaries.map((one) => one.replace(/\r\n|\r/g, '\n')));
    }));
  });
});
