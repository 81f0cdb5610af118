/**
 * Which peoples live where, and how they name their children. Every share here is MADE UP: the censuses were not read. Only
 * the direction is common knowledge (more Uzbek families in the south, more Russian ones in the north); never quote them.
 */
import { weightedOf, type Weighted } from './chance.ts';

export const peoples = ['kazakh', 'russian', 'ukrainian', 'uzbek', 'uyghur', 'german', 'tatar', 'korean', 'azerbaijani', 'turkish', 'dungan'] as const;
export type People = (typeof peoples)[number];

type Shares = Readonly<Record<People, number>>;
const north: Shares = { kazakh: 0.5, russian: 0.35, ukrainian: 0.06, uzbek: 0.004, uyghur: 0.001, german: 0.04, tatar: 0.03, korean: 0.006, azerbaijani: 0.006, turkish: 0.001, dungan: 0.001 };
const west: Shares = { kazakh: 0.88, russian: 0.085, ukrainian: 0.007, uzbek: 0.006, uyghur: 0.001, german: 0.003, tatar: 0.011, korean: 0.002, azerbaijani: 0.004, turkish: 0.001, dungan: 0.0001 };
const south: Shares = { kazakh: 0.8, russian: 0.03, ukrainian: 0.002, uzbek: 0.12, uyghur: 0.004, german: 0.002, tatar: 0.006, korean: 0.004, azerbaijani: 0.012, turkish: 0.016, dungan: 0.004 };
const shymkent: Shares = { ...south, kazakh: 0.72, russian: 0.06, uzbek: 0.17 };
const almaty: Shares = { kazakh: 0.68, russian: 0.17, ukrainian: 0.008, uzbek: 0.006, uyghur: 0.08, german: 0.004, tatar: 0.012, korean: 0.014, azerbaijani: 0.01, turkish: 0.012, dungan: 0.004 };
const centre: Shares = { ...north, kazakh: 0.66, russian: 0.24, ukrainian: 0.03, german: 0.022 };
const astana: Shares = { ...north, kazakh: 0.83, russian: 0.11, ukrainian: 0.01, german: 0.008 };

const byRegion: Readonly<Record<string, Shares>> = {
  'KZ-10': centre, 'KZ-11': north, 'KZ-15': west, 'KZ-19': almaty, 'KZ-23': west, 'KZ-27': west, 'KZ-31': south, 'KZ-33': almaty, 'KZ-35': centre,
  'KZ-39': north, 'KZ-43': west, 'KZ-47': west, 'KZ-55': north, 'KZ-59': north, 'KZ-61': south, 'KZ-62': centre, 'KZ-63': centre,
  'KZ-71': astana, 'KZ-75': almaty, 'KZ-79': shymkent,
};

/** A region that is not in the table has the shares of the centre. */
export const peoplesOf = (region: string): Weighted<People> => weightedOf(byRegion[region] ?? centre);

export interface Customs {
  /** Patronymics: Kazakh (-ұлы, -қызы), Russian (-ович, -овна) or none. Shares of families whose children are born now; MADE UP. */
  readonly patronymic: Readonly<Record<'kazakh' | 'russian' | 'none', number>>;
  /** Share of families whose papers are written in Russian letters; MADE UP. */
  readonly russianPapers: number;
  /** Share of families of 1, 2, 3 … children; MADE UP. */
  readonly sizes: readonly number[];
}

const large = [0.14, 0.22, 0.25, 0.19, 0.11, 0.05, 0.025, 0.015] as const;
const small = [0.38, 0.4, 0.15, 0.05, 0.015, 0.003, 0.001, 0.001] as const;
const russian: Customs = { patronymic: { kazakh: 0, russian: 0.97, none: 0.03 }, russianPapers: 1, sizes: small };
const turkic: Customs = { patronymic: { kazakh: 0.04, russian: 0.8, none: 0.16 }, russianPapers: 1, sizes: large };

export const customs: Readonly<Record<People, Customs>> = {
  kazakh: { patronymic: { kazakh: 0.56, russian: 0.34, none: 0.1 }, russianPapers: 0.3, sizes: large },
  russian, ukrainian: russian, german: russian, korean: russian, tatar: { ...turkic, sizes: small },
  uzbek: turkic, uyghur: turkic, azerbaijani: turkic, turkish: turkic, dungan: turkic,
};
