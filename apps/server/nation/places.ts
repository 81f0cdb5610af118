/** Where the children live: regions by their published population, districts and settlements made up within them. */
import { districts as known } from '#cap/agencies/demo/places.ts';
import { between, chance, type Chance } from './chance.ts';

/** Population of the country on 1 January 2026: Bureau of National Statistics, as published by inform.kz and alau.kz. */
export const publishedTotal = 20_495_975;

export interface RegionFigure {
  readonly code: string;
  /** Null: not published. */
  readonly population: number | null;
}
export interface RegionSize {
  readonly code: string;
  readonly children: number;
  /** False: the published total less the published regions, divided evenly among the others. */
  readonly published: boolean;
}

/** Children by region, as its people are to the country's. Largest remainders, so that the sum is exact. */
export function regionSizes(figures: readonly RegionFigure[], children: number): RegionSize[] {
  const open = figures.filter((f) => f.population === null).length;
  const rest = publishedTotal - figures.reduce((sum, f) => sum + (f.population ?? 0), 0);
  const people = figures.map((f) => f.population ?? rest / open);
  const total = people.reduce((a, b) => a + b, 0);
  const exact = people.map((p) => (p / total) * children);
  const sizes = exact.map(Math.floor);
  const missing = children - sizes.reduce((a, b) => a + b, 0);
  const order = exact.map((x, i) => ({ i, left: x - Math.floor(x) })).sort((a, b) => b.left - a.left || a.i - b.i);
  for (const { i } of order.slice(0, missing)) sizes[i] = (sizes[i] ?? 0) + 1;
  return figures.map((f, i) => ({ code: f.code, children: sizes[i] ?? 0, published: f.population !== null }));
}

/** Districts and towns of the first level: common knowledge, to be verified; their names and codes were not looked up but for four. */
const districtCounts: Readonly<Record<string, number>> = {
  'KZ-10': 12, 'KZ-11': 20, 'KZ-15': 13, 'KZ-19': 11, 'KZ-23': 8, 'KZ-27': 13, 'KZ-31': 11, 'KZ-33': 10, 'KZ-35': 13, 'KZ-39': 20,
  'KZ-43': 9, 'KZ-47': 7, 'KZ-55': 13, 'KZ-59': 14, 'KZ-61': 17, 'KZ-62': 5, 'KZ-63': 13, 'KZ-71': 6, 'KZ-75': 8, 'KZ-79': 5,
};

export interface NationDistrict {
  readonly code: string;
  readonly region: string;
  /** Null for a district the demo country names already; else its number among the made-up ones. */
  readonly madeUp: number | null;
}

/** The code of a made-up district has an x in it: no KATO code has. */
export function districtsOf(region: string): NationDistrict[] {
  const real = known.filter((d) => d.region === region).map((d) => ({ code: d.code, region, madeUp: null }));
  const more = Math.max(0, (districtCounts[region] ?? 10) - real.length);
  return [...real, ...Array.from({ length: more }, (_, i) => ({ code: `${region}-x${String(i + 1).padStart(2, '0')}`, region, madeUp: i + 1 }))];
}

/** A village or a quarter of a town: whose families know each other. */
export interface Settlement {
  /** From 0, over the whole country. */
  readonly index: number;
  readonly region: string;
  readonly district: string;
  readonly village: boolean;
  readonly children: number;
}

/** Cities are towns throughout; elsewhere this share of settlements are villages. MADE UP. */
const cities: readonly string[] = ['KZ-71', 'KZ-75', 'KZ-79'];
const villageShare = 0.55;

/** All settlements of the country, in order. */
export function settlements(sizes: readonly RegionSize[], seed: string): Settlement[] {
  const draw = chance(seed, 'settlements');
  const all: Settlement[] = [];
  for (const { code, children } of sizes) {
    const districts = districtsOf(code);
    // Districts differ by a factor of four; MADE UP.
    const weights = districts.map(() => 1 + 3 * draw());
    const sum = weights.reduce((a, b) => a + b, 0);
    let placed = 0;
    let upTo = 0;
    districts.forEach((district, i) => {
      upTo += weights[i] ?? 0;
      const until = i === districts.length - 1 ? children : Math.round((upTo / sum) * children);
      placed = settle(draw, all, { region: code, district: district.code }, placed, until);
    });
  }
  return all;
}

function settle(draw: Chance, all: Settlement[], place: { readonly region: string; readonly district: string }, from: number, until: number): number {
  let placed = from;
  while (placed < until) {
    const village = !cities.includes(place.region) && draw() < villageShare;
    const children = Math.min(until - placed, village ? between(draw, 120, 700) : between(draw, 400, 1200));
    all.push({ index: all.length, ...place, village, children });
    placed += children;
  }
  return placed;
}
