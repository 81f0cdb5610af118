/** Strings that broke other programs: the big list of naughty strings where it is at hand, and our own. */
import { existsSync, readFileSync } from 'node:fs';
import { naughty } from '../arbitrary-input.ts';
import { leak } from './leak.ts';

const list = '../shared/vectors/blns.json';
export const withBigList = existsSync(list);

const own: readonly string[] = [
  ...naughty, '', '\0', 'a\0b', '\ud800', 'a\udfff', '\u0001\u001f\u007f', '\r\nset-cookie: qorgan=stolen', '%0d%0aLocation:%20https://evil.kz', '%00', '%', '%zz', '%c0%ae%c0%ae/',
  "' or '1'='1", "1; select pg_sleep(9)--", "') union select null,null--", '1/0', '$1', '\\', '\\x00', '{{7*7}}', '#{7*7}', '<%= 7*7 %>', '${jndi:ldap://127.0.0.1/a}', '<svg onload=alert(1)>',
  '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '//evil.kz', 'https://evil.kz', '\\\\evil.kz\\a', 'file:///etc/hostname', 'http://169.254.169.254/', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty',
  'infinity', '-infinity', 'now', 'epoch', '0000-00-00', '+275760-09-13', '2026-02-31', '24:00', '1e400', '-1', '9223372036854775808', '2147483648', '0.1', '00', '0x7f', 'true', '[]', '{}', '[object Object]', '\u2028', 'İ', 'ﷺ'.repeat(40),
  'e' + '\u0301'.repeat(300), 'ә'.repeat(9_000), '(a+)+$', 'a'.repeat(60) + '!', '٣٤٥', '１２３', '𝟘𝟙𝟚', '-'.repeat(500), '~'.repeat(50), '"'.repeat(50), '%s%n%x', '=cmd|\' /C calc\'!A0', '@SUM(1+1)', '+7 701 000 00 00',
];

const big: readonly string[] = withBigList ? (JSON.parse(readFileSync(list, 'utf8')) as string[]) : [];

/** None that would itself look like a leak when it comes back. */
export const nasty: readonly string[] = [...new Set([...own, ...big])].filter((text) => !leak.test(text));

/** As a header carries it: bytes, and none that no client can send. */
export const inHeader = (text: string): string => Buffer.from(text.replace(/[\0\r\n]/g, ' '), 'utf8').toString('latin1').slice(0, 4_000);
