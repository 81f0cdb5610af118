import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Custom properties that are plain hex colours, of the part of the file given. */
function colours(part: string): Record<string, string> {
  return Object.fromEntries([...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

const [lightPart = '', darkPart = ''] = css.split('@media (prefers-color-scheme: dark)');
const light = colours(lightPart);
const dark = { ...light, ...colours(darkPart) };

/** WCAG 2.2 relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function ratio(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'surface', 'sunken'];
const texts: readonly [string, string][] = [
  ...['ink', 'ink-soft', 'action', 'action-strong', 'danger', 'danger-strong', 'amber', 'done'].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ['on-action', 'action'],
  ['on-action', 'action-strong'],
  ['action', 'action-soft'],
  ['action-strong', 'action-soft'],
  ['ink', 'action-soft'],
  ['ink-soft', 'action-soft'],
  ['on-gold', 'gold'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
  ['danger', 'danger-soft'],
  ['danger-strong', 'danger-soft'],
  ['ink', 'danger-soft'],
  ['amber', 'amber-soft'],
  ['ink', 'amber-soft'],
  ['ink-soft', 'amber-soft'],
  ['done', 'done-soft'],
  ['ink', 'done-soft'],
  ['action', 'amber-soft'],
];
/** Edges of controls and shapes: WCAG 1.4.11 asks 3:1. The focus ring's outer line is ink. */
const edges: readonly [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['line-strong', ground],
    ['ink', ground],
  ]),
  ['amber-line', 'amber-soft'],
  ['amber-line', 'surface'],
  ['amber-line', 'ground'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_, theme) => {
  it.each(texts)('%s on %s can be read (4.5:1)', (ink, ground) => {
    expect(ratio(theme[ink] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
  it.each(edges)('%s on %s can be seen (3:1)', (edge, ground) => {
    expect(ratio(theme[edge] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

it('the dark theme gives every colour of its own', () => {
  expect(Object.keys(colours(darkPart)).sort()).toEqual(Object.keys(light).sort());
});

it('no colour stands outside the tokens', () => {
  const root = new URL('../', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.css') && !name.endsWith('tokens.css'),
  );
  expect(files.length).toBeGreaterThan(3);
  for (const name of files) {
    const text = readFileSync(new URL(name, root), 'utf8').replace(/@media print[\s\S]*$/, '');
    expect(text.match(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/gi), name).toBeNull();
  }
});
