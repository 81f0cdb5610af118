/** Places of the demo country: all twenty regions, and the four districts that are staffed in full. */
import type { District, Names, Region } from '#kernel/access/directory.ts';
import { placeUnknown } from '../contract.ts';

/** `of`: as it stands in the name of an organisation («Абай облысының …», «… области Абай», "… of Abai Region"). */
export interface DemoRegion extends Region {
  readonly of: Names;
}

/** The same as migration 2026-11-22-10-regions.sql; a test holds the two together. */
export const regions: readonly DemoRegion[] = [
  { code: 'KZ-10', names: { kk: 'Абай облысы', ru: 'область Абай', en: 'Abai' }, of: { kk: 'Абай облысының', ru: 'области Абай', en: 'Abai Region' } },
  { code: 'KZ-11', names: { kk: 'Ақмола облысы', ru: 'Акмолинская область', en: 'Akmola' }, of: { kk: 'Ақмола облысының', ru: 'Акмолинской области', en: 'Akmola Region' } },
  { code: 'KZ-15', names: { kk: 'Ақтөбе облысы', ru: 'Актюбинская область', en: 'Aktobe' }, of: { kk: 'Ақтөбе облысының', ru: 'Актюбинской области', en: 'Aktobe Region' } },
  { code: 'KZ-19', names: { kk: 'Алматы облысы', ru: 'Алматинская область', en: 'Almaty Region' }, of: { kk: 'Алматы облысының', ru: 'Алматинской области', en: 'Almaty Region' } },
  { code: 'KZ-23', names: { kk: 'Атырау облысы', ru: 'Атырауская область', en: 'Atyrau' }, of: { kk: 'Атырау облысының', ru: 'Атырауской области', en: 'Atyrau Region' } },
  { code: 'KZ-27', names: { kk: 'Батыс Қазақстан облысы', ru: 'Западно-Казахстанская область', en: 'West Kazakhstan' }, of: { kk: 'Батыс Қазақстан облысының', ru: 'Западно-Казахстанской области', en: 'West Kazakhstan Region' } },
  { code: 'KZ-31', names: { kk: 'Жамбыл облысы', ru: 'Жамбылская область', en: 'Zhambyl' }, of: { kk: 'Жамбыл облысының', ru: 'Жамбылской области', en: 'Zhambyl Region' } },
  { code: 'KZ-33', names: { kk: 'Жетісу облысы', ru: 'область Жетісу', en: 'Zhetysu' }, of: { kk: 'Жетісу облысының', ru: 'области Жетісу', en: 'Zhetysu Region' } },
  { code: 'KZ-35', names: { kk: 'Қарағанды облысы', ru: 'Карагандинская область', en: 'Karaganda' }, of: { kk: 'Қарағанды облысының', ru: 'Карагандинской области', en: 'Karaganda Region' } },
  { code: 'KZ-39', names: { kk: 'Қостанай облысы', ru: 'Костанайская область', en: 'Kostanay' }, of: { kk: 'Қостанай облысының', ru: 'Костанайской области', en: 'Kostanay Region' } },
  { code: 'KZ-43', names: { kk: 'Қызылорда облысы', ru: 'Кызылординская область', en: 'Kyzylorda' }, of: { kk: 'Қызылорда облысының', ru: 'Кызылординской области', en: 'Kyzylorda Region' } },
  { code: 'KZ-47', names: { kk: 'Маңғыстау облысы', ru: 'Мангистауская область', en: 'Mangystau' }, of: { kk: 'Маңғыстау облысының', ru: 'Мангистауской области', en: 'Mangystau Region' } },
  { code: 'KZ-55', names: { kk: 'Павлодар облысы', ru: 'Павлодарская область', en: 'Pavlodar' }, of: { kk: 'Павлодар облысының', ru: 'Павлодарской области', en: 'Pavlodar Region' } },
  { code: 'KZ-59', names: { kk: 'Солтүстік Қазақстан облысы', ru: 'Северо-Казахстанская область', en: 'North Kazakhstan' }, of: { kk: 'Солтүстік Қазақстан облысының', ru: 'Северо-Казахстанской области', en: 'North Kazakhstan Region' } },
  { code: 'KZ-61', names: { kk: 'Түркістан облысы', ru: 'Туркестанская область', en: 'Turkistan' }, of: { kk: 'Түркістан облысының', ru: 'Туркестанской области', en: 'Turkistan Region' } },
  { code: 'KZ-62', names: { kk: 'Ұлытау облысы', ru: 'область Ұлытау', en: 'Ulytau' }, of: { kk: 'Ұлытау облысының', ru: 'области Ұлытау', en: 'Ulytau Region' } },
  { code: 'KZ-63', names: { kk: 'Шығыс Қазақстан облысы', ru: 'Восточно-Казахстанская область', en: 'East Kazakhstan' }, of: { kk: 'Шығыс Қазақстан облысының', ru: 'Восточно-Казахстанской области', en: 'East Kazakhstan Region' } },
  { code: 'KZ-71', names: { kk: 'Астана қаласы', ru: 'город Астана', en: 'Astana' }, of: { kk: 'Астана қаласының', ru: 'города Астаны', en: 'Astana City' } },
  { code: 'KZ-75', names: { kk: 'Алматы қаласы', ru: 'город Алматы', en: 'Almaty' }, of: { kk: 'Алматы қаласының', ru: 'города Алматы', en: 'Almaty City' } },
  { code: 'KZ-79', names: { kk: 'Шымкент қаласы', ru: 'город Шымкент', en: 'Shymkent' }, of: { kk: 'Шымкент қаласының', ru: 'города Шымкента', en: 'Shymkent City' } },
];

/** The kernel's own row for what has no known place yet. */
export const nowhereYet: Region = {
  code: placeUnknown,
  names: { kk: 'Орны әлі белгісіз', ru: 'Место пока не названо', en: 'Place not known yet' },
};

export interface DemoDistrict extends District {
  /** Short word for ids. */
  readonly key: string;
  readonly of: Names;
}

/**
 * KATO codes, looked up: 615200000 and 615400000 stand with these names in an extract of the classifier of 17 October 2022
 * (github nikita-astakhnovich-idf/CsvParser, KATO_17.10.2022_ru.csv); 1962 and 1940 are the districts of the towns Talgar
 * (196220100) and Esik (194020100), by the classifier's own structure, and the filters of a program that reads it by district in 2025.
 * The classifier itself (stat.gov.kz) was not read: check against it before real use.
 */
export const districts: readonly DemoDistrict[] = [
  {
    key: 'talgar',
    code: '196200000',
    region: 'KZ-19',
    names: { kk: 'Талғар ауданы', ru: 'Талгарский район', en: 'Talgar District' },
    of: { kk: 'Талғар ауданының', ru: 'Талгарского района', en: 'Talgar District' },
  },
  {
    key: 'enbekshikazakh',
    code: '194000000',
    region: 'KZ-19',
    names: { kk: 'Еңбекшіқазақ ауданы', ru: 'Енбекшиказахский район', en: 'Enbekshikazakh District' },
    of: { kk: 'Еңбекшіқазақ ауданының', ru: 'Енбекшиказахского района', en: 'Enbekshikazakh District' },
  },
  {
    key: 'sayram',
    code: '615200000',
    region: 'KZ-61',
    names: { kk: 'Сайрам ауданы', ru: 'Сайрамский район', en: 'Sayram District' },
    of: { kk: 'Сайрам ауданының', ru: 'Сайрамского района', en: 'Sayram District' },
  },
  {
    key: 'saryagash',
    code: '615400000',
    region: 'KZ-61',
    names: { kk: 'Сарыағаш ауданы', ru: 'Сарыагашский район', en: 'Saryagash District' },
    of: { kk: 'Сарыағаш ауданының', ru: 'Сарыагашского района', en: 'Saryagash District' },
  },
];

/** Regions whose agencies are staffed in full. */
export const fullRegions: readonly string[] = [...new Set(districts.map((d) => d.region))];
