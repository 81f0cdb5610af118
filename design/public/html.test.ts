import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '#kernel/texts/clean.ts';
import { escapeHtml, html, lines } from './html.ts';

const bare = (markup: string): string => markup.replace(/&(amp|lt|gt|quot|#39);/g, '');
const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[<>&"'/a-z =]*$/));

test('whatever is put in, no bare markup character comes out', () => {
  fc.assert(fc.property(anything, (text) => void expect(bare(html`${text}`.markup)).not.toMatch(/[<>&"']/)));
  fc.assert(fc.property(anything, (text) => void expect(bare(lines(text).markup).replaceAll('<br>', '')).not.toMatch(/[<>&"']/)));
});

test('a value in an attribute never ends it', () => {
  fc.assert(fc.property(anything, (text) => void expect(html`<a title="${text}">`.markup).toMatch(/^<a title="[^"<>]*">$/)));
});

test('the reader sees what was typed', () => {
  const read = (markup: string): string =>
    markup.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '');
  fc.assert(fc.property(anything, (text) => void expect(read(escapeHtml(text))).toBe(cleanText(text))));
});

test('nested templates stay, lists are joined, nothing is nothing', () => {
  const rows = ['a', '<b>'].map((x) => html`<li>${x}</li>`);
  expect(html`<ul>${rows}</ul>${null}${undefined}${false}${0}`.markup).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>0');
});

test('null bytes, other controls and broken surrogates go; emoji, marks of direction and line breaks stay', () => {
  expect(cleanText('a\u0000b\u0007c\ud800d')).toBe('abc\ufffdd');
  expect(cleanText('🧒🏽\u202bשלום\u202c\n\tқ')).toBe('🧒🏽\u202bשלום\u202c\n\tқ');
});
