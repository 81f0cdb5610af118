import { expect, it } from 'vitest';
import { isForeign, type Sent } from './origin.ts';

const sent = (headers: Sent['headers'], more: Partial<Sent> = {}): boolean => isForeign({ method: 'POST', route: '/api/session', site: { host: 'qorgan.kz:8080', origin: 'https://qorgan.kz:8080' }, sure: false, headers, ...more });

it('a write of our own page passes', () => {
  expect(sent({ 'sec-fetch-site': 'same-origin', origin: 'https://qorgan.kz:8080' })).toBe(false);
  expect(sent({ origin: 'https://qorgan.kz:8080' })).toBe(false);
});
it('a write of a program that is no browser passes', () => {
  expect(sent({})).toBe(false);
});
it('a write of any other page does not, nor of a sister’s', () => {
  for (const site of ['cross-site', 'same-site']) expect(sent({ 'sec-fetch-site': site })).toBe(true);
  for (const origin of ['https://evil.kz', 'https://qorgan.kz', 'https://qorgan.kz:80800', 'null', 'https://qorgan.kz:8080.evil.kz', '', 'x']) expect(sent({ origin })).toBe(true);
  for (const method of ['PUT', 'PATCH', 'DELETE']) expect(sent({ origin: 'https://evil.kz' }, { method })).toBe(true);
});
it('reads, and the public pages without a cookie, pass from anywhere', () => {
  expect(sent({ 'sec-fetch-site': 'cross-site' }, { method: 'GET' })).toBe(false);
  expect(sent({ origin: 'null' }, { route: '/help' })).toBe(false);
});
it('where our address is a setting, its scheme counts', () => {
  expect(sent({ origin: 'http://qorgan.kz:8080' })).toBe(false);
  expect(sent({ origin: 'http://qorgan.kz:8080' }, { sure: true })).toBe(true);
  expect(sent({ origin: 'https://qorgan.kz:8080' }, { sure: true })).toBe(false);
});
