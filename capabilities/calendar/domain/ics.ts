/** iCalendar (RFC 5545), as much of it as a list of deadlines needs. Pure. Times are in UTC, so no time zone is described. */
import type { Instant } from '#kernel/clock.ts';

export interface Event {
  /** The same for the same event, whenever it is read. */
  readonly uid: string;
  /** A moment, or a whole day `YYYY-MM-DD`. */
  readonly at: Instant | string;
  readonly summary: string;
  readonly url: string;
}

export interface Calendar {
  readonly name: string;
  readonly now: Instant;
  readonly events: readonly Event[];
}

/** Octets of a line, RFC 5545, 3.1; a continued one begins with a blank. */
const widest = 75;
const octets = (text: string): number => new TextEncoder().encode(text).length;

/** No letter is cut in two. */
function fold(line: string): string {
  const lines: string[] = [];
  let now = '';
  let width = 0;
  for (const letter of line) {
    const more = octets(letter);
    if (width + more > widest) {
      lines.push(now);
      now = ' ';
      width = 1;
    }
    now += letter;
    width += more;
  }
  return [...lines, now].join('\r\n');
}

/** RFC 5545, 3.3.11. */
const text = (value: string): string => value.replace(/[\\;,]/g, (c) => `\\${c}`).replace(/\r\n|\r|\n/g, '\\n');
const stamp = (at: Instant): string => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;
const isDay = (at: string): boolean => at.length === 10;

const eventLines = ({ uid, at, summary, url }: Event, now: Instant): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${text(uid)}`,
  `DTSTAMP:${stamp(now)}`,
  isDay(at) ? `DTSTART;VALUE=DATE:${at.replaceAll('-', '')}` : `DTSTART:${stamp(at)}`,
  `SUMMARY:${text(summary)}`,
  `URL:${url}`,
  // A deadline takes nobody's time, and is nobody else's business.
  'TRANSP:TRANSPARENT',
  'CLASS:PRIVATE',
  'END:VEVENT',
];

export const icalendar = ({ name, now, events }: Calendar): string =>
  [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Qorgan//Calendar//KK', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    `NAME:${text(name)}`, `X-WR-CALNAME:${text(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR', '',
  ].map((line) => (line === '' ? '' : fold(line))).join('\r\n');
