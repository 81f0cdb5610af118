import { describe, expect, it } from 'vitest';
import { againAt } from './push.ts';
import { endpointOf, longestEndpoint, serviceName } from './service.ts';

const services = ['fcm.googleapis.com', 'updates.push.services.mozilla.com', '*.notify.windows.com', '127.0.0.1'];
const taken = (text: string, local = false): string | null => endpointOf(text, services, local)?.href ?? null;

describe('an endpoint', () => {
  it('is taken of a service that was named, and of what stands under one with a star', () => {
    for (const text of ['https://fcm.googleapis.com/fcm/send/abc:def', 'https://updates.push.services.mozilla.com/wpush/v2/gAA', 'https://wns2-par02p.notify.windows.com/w/?token=BQY', 'https://FCM.googleapis.com:443/a']) expect(taken(text), text).toBe(new URL(text).href);
    for (const text of ['https://example.kz/a', 'https://fcm.googleapis.com.example.kz/', 'https://afcm.googleapis.com/', 'https://a.fcm.googleapis.com/', 'https://notify.windows.com/', 'https://xnotify.windows.com/', 'https://fcm.googleapis.com./a']) expect(taken(text), text).toBe(null);
  });

  it('is an address of https and nothing else: no port, no password, no other scheme', () => {
    for (const text of [
      '', 'nothing', 'fcm.googleapis.com', 'http://fcm.googleapis.com/a', 'ftp://fcm.googleapis.com/a', 'https://fcm.googleapis.com:8443/a', 'https://a:b@fcm.googleapis.com/a', 'https://fcm.googleapis.com@example.kz/a',
      'https://fcm.googleapis.com/a#b', 'javascript:alert(1)', `https://fcm.googleapis.com/${'a'.repeat(longestEndpoint)}`, 'https://example.kz\\@fcm.googleapis.com/', `https://fcm.googleapis.com/${'я'.repeat(400)}`,
    ]) expect(taken(text, true), text).toBe(null);
  });

  it('may lie on this machine in the demo, where that was named too', () => {
    expect(taken('http://127.0.0.1:4000/a', true)).toBe('http://127.0.0.1:4000/a');
    expect(taken('http://127.0.0.1:4000/a')).toBe(null);
    expect(taken('http://localhost:4000/a', true)).toBe(null);
    expect(endpointOf('https://fcm.googleapis.com/a', [], true)).toBe(null);
  });
});

it('a service is a name, at most with a star before it', () => {
  for (const name of ['fcm.googleapis.com', '*.notify.windows.com', 'localhost', '127.0.0.1', 'a-b.kz']) expect(name).toMatch(serviceName);
  for (const name of ['', '*', '*.', 'https://a.kz', 'a.kz/b', 'a.kz:443', 'a..kz', '-a.kz', 'a.*.kz', 'a kz']) expect(name).not.toMatch(serviceName);
});

it('what is tried in vain waits longer each time, an hour at most', () => {
  const at = '2026-12-01T05:00:00.000Z';
  expect([0, 1, 2, 5, 6, 100].map((tries) => againAt(at, tries).slice(11, 16))).toEqual(['05:01', '05:02', '05:04', '05:32', '06:00', '06:00']);
});
