import { describe, expect, it } from 'vitest';
import { languages } from '#kernel/texts/text.ts';
import { webTexts } from '../texts.ts';
import { tourOf } from './tour.ts';

const menus: Readonly<Record<string, readonly string[]>> = {
  operator: ['/', '/desk', '/start', '/list'],
  'district-head': ['/', '/team', '/agencies/roster', '/children', '/schools/repeats', '/people', '/start', '/list'],
  'school-worker': ['/', '/cases/reports', '/concern', '/schools/mine', '/start', '/list'],
  teacher: ['/', '/concern', '/schools/mine', '/start', '/list'],
  prosecutor: ['/', '/list'],
};

describe('the first steps', () => {
  it('are four or five for every menu, begin with the day, and lead only where the menu does', () => {
    for (const [role, menu] of Object.entries(menus)) {
      const steps = tourOf(menu);
      expect(steps.length, role).toBeGreaterThanOrEqual(4);
      expect(steps.length, role).toBeLessThanOrEqual(5);
      expect(steps[0]?.to, role).toBe('/');
      for (const { to } of steps) if (to !== null) expect(menu, role).toContain(to);
    }
  });

  it('each have a sentence in every language, whatever the menu', () => {
    for (const { name } of [['/desk', '/concern'], ['/children', '/cases/reports'], ['/team', '/agencies/roster'], ['/people', '/start'], ['/list']].flatMap(tourOf)) {
      for (const language of languages) expect(webTexts[`web.tour.${name}`]?.[language] ?? '', `${name} ${language}`).not.toBe('');
    }
  });
});
