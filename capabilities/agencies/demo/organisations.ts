/**
 * Organisations of the demo country. Kinds of bodies are real, their houses here are invented.
 * Numbers begin with +7 600, a range that is Kazakhstan's and that nobody has [K]; short numbers are the public ones.
 */
import type { Organisation } from '#kernel/access/directory.ts';
import type { OrganisationKind } from '#kernel/access/roles.ts';
import { demoId } from './ids.ts';
import { districts, fullRegions, regions, type DemoDistrict, type DemoRegion } from './places.ts';

export interface DemoOrganisation extends Organisation {
  /** Stable word, e.g. `talgar/police`: ids and logins come from it. */
  readonly key: string;
}

type Named = Pick<Organisation, 'kind' | 'names'> & { readonly key: string };
type Place = Pick<Organisation, 'region' | 'district'>;

const country = (): readonly (Named & { phone?: string })[] => [
  {
    key: 'contact-centre',
    kind: 'contact-centre',
    phone: '111',
    names: { kk: '«111» бірыңғай байланыс орталығы', ru: 'Единый контакт-центр 111', en: 'Contact Centre 111' },
  },
  {
    key: 'committee',
    kind: 'committee',
    names: {
      kk: 'Қазақстан Республикасы Оқу-ағарту министрлігінің Балалардың құқықтарын қорғау комитеті',
      ru: 'Комитет по охране прав детей Министерства просвещения Республики Казахстан',
      en: "Committee for the Protection of Children's Rights, Ministry of Education",
    },
  },
  {
    key: 'information-authority',
    kind: 'information-authority',
    names: {
      kk: 'Ақпарат саласындағы уәкілетті орган',
      ru: 'Уполномоченный орган в области информации',
      en: 'Authorised Body for Information',
    },
  },
  {
    key: 'emergency-112',
    kind: 'emergency-service',
    phone: '112',
    names: {
      kk: '«112» бірыңғай кезекші-диспетчерлік қызметі',
      ru: 'Единая дежурно-диспетчерская служба 112',
      en: 'Emergency Service 112',
    },
  },
];

const departmentOf = ({ code, of }: DemoRegion): Named => ({
  key: `${code}/department`,
  kind: 'region-department',
  names: {
    kk: `${of.kk} балалардың құқықтарын қорғау басқармасы`,
    ru: `Управление по защите прав детей ${of.ru}`,
    en: `Child Rights Protection Department of ${of.en}`,
  },
});

const ngos: Readonly<Record<string, Organisation['names']>> = {
  'KZ-19': { kk: '«Бозторғай» балаларға көмек қоғамдық қоры', ru: 'Общественный фонд помощи детям «Бозторгай»', en: 'Boztorgai Children’s Aid Foundation' },
  'KZ-61': { kk: '«Дала қоңырауы» қоғамдық бірлестігі', ru: 'Общественное объединение «Дала конырауы»', en: 'Dala Qonyrauy Public Association' },
};

const regional = ({ code, names, of }: DemoRegion): readonly Named[] => [
  {
    key: `${code}/transport`,
    kind: 'transport-department',
    names: {
      kk: `${of.kk} жолаушылар көлігі және автомобиль жолдары басқармасы`,
      ru: `Управление пассажирского транспорта и автомобильных дорог ${of.ru}`,
      en: `Passenger Transport and Roads Department of ${of.en}`,
    },
  },
  {
    key: `${code}/commissioner`,
    kind: 'commissioner-office',
    names: {
      kk: `Баланың құқықтары жөніндегі өңірлік уәкіл: ${names.kk}`,
      ru: `Региональный уполномоченный по правам ребёнка: ${names.ru}`,
      en: `Regional Commissioner for Children’s Rights: ${of.en}`,
    },
  },
  { key: `${code}/ngo`, kind: 'ngo', names: ngos[code] ?? { kk: '', ru: '', en: '' } },
];

/** They came later, and stand after all others, so that nobody's number moves. */
const laterRegional = ({ code, of }: DemoRegion): readonly Named[] => [
  {
    key: `${code}/labour`,
    kind: 'labour-inspectorate',
    names: { kk: `${of.kk} еңбек инспекциясы басқармасы`, ru: `Управление инспекции труда ${of.ru}`, en: `Labour Inspectorate of ${of.en}` },
  },
];

const local = ({ key, of }: DemoDistrict): readonly Named[] => [
  {
    key: `${key}/guardianship`,
    kind: 'guardianship-body',
    names: {
      kk: `${of.kk} балалардың құқықтарын қорғау бөлімі (қорғаншылық және қамқоршылық органы)`,
      ru: `Отдел по защите прав детей ${of.ru} (орган опеки и попечительства)`,
      en: `Child Rights Protection Division of ${of.en} (guardianship body)`,
    },
  },
  {
    key: `${key}/police`,
    kind: 'police',
    names: { kk: `${of.kk} полиция бөлімі`, ru: `Отдел полиции ${of.ru}`, en: `Police Division of ${of.en}` },
  },
  {
    key: `${key}/clinic`,
    kind: 'clinic',
    names: { kk: `${of.kk} орталық ауруханасы`, ru: `Центральная больница ${of.ru}`, en: `Central Hospital of ${of.en}` },
  },
  {
    key: `${key}/family-support`,
    kind: 'family-support-centre',
    names: { kk: `${of.kk} Отбасын қолдау орталығы`, ru: `Центр поддержки семьи ${of.ru}`, en: `Family Support Centre of ${of.en}` },
  },
  {
    key: `${key}/prosecutor`,
    kind: 'prosecutor-office',
    names: { kk: `${of.kk} прокуратурасы`, ru: `Прокуратура ${of.ru}`, en: `Prosecutor’s Office of ${of.en}` },
  },
];

const schools: Readonly<Record<string, Named>> = {
  enbekshikazakh: {
    key: 'enbekshikazakh/school',
    kind: 'school',
    names: {
      kk: '№ 117 жалпы орта білім беретін мектеп, Есік қаласы',
      ru: 'Общеобразовательная школа № 117, город Есик',
      en: 'School No. 117, Esik',
    },
  },
  sayram: {
    key: 'sayram/school',
    kind: 'school',
    names: {
      kk: '№ 215 жалпы орта білім беретін мектеп, Ақсу ауылы',
      ru: 'Общеобразовательная школа № 215, село Аксу',
      en: 'School No. 215, Aqsu village',
    },
  },
};

/** Came to be later: they stand after all others, so that nobody's number moves. */
const commission = ({ key, of }: DemoDistrict): Named => ({
  key: `${key}/commission`,
  kind: 'commission',
  names: {
    kk: `${of.kk} кәмелетке толмағандардың істері және олардың құқықтарын қорғау жөніндегі комиссиясы`,
    ru: `Комиссия по делам несовершеннолетних и защите их прав ${of.ru}`,
    en: `Commission on Minors of ${of.en}`,
  },
});
const interagency: Named = {
  key: 'interagency-commission',
  kind: 'commission',
  names: {
    kk: 'Кәмелетке толмағандардың істері және олардың құқықтарын қорғау жөніндегі ведомствоаралық комиссия',
    ru: 'Межведомственная комиссия по делам несовершеннолетних и защите их прав',
    en: 'Interagency Commission on Minors',
  },
};

const subordinate: Partial<Record<OrganisationKind, string>> = { 'guardianship-body': 'department' };

/** All of them; a parent stands before its children. */
export function demoOrganisations(): readonly DemoOrganisation[] {
  const made: DemoOrganisation[] = [];
  const add = (named: Named & { phone?: string }, place: Place): void => {
    const above = subordinate[named.kind];
    made.push({
      key: named.key,
      id: demoId(`organisation ${named.key}`),
      kind: named.kind,
      parent: above === undefined ? null : demoId(`organisation ${place.region}/${above}`),
      ...place,
      names: named.names,
      phone: named.phone ?? `+7600${String(made.length + 1).padStart(7, '0')}`,
    });
  };
  for (const organisation of country()) add(organisation, { region: null, district: null });
  for (const region of regions) add(departmentOf(region), { region: region.code, district: null });
  for (const region of regions.filter((r) => fullRegions.includes(r.code))) {
    for (const organisation of regional(region)) add(organisation, { region: region.code, district: null });
  }
  for (const district of districts) {
    const school = schools[district.key];
    for (const organisation of [...local(district), ...(school === undefined ? [] : [school])]) {
      add(organisation, { region: district.region, district: district.code });
    }
  }
  for (const region of regions.filter((r) => fullRegions.includes(r.code))) {
    for (const organisation of laterRegional(region)) add(organisation, { region: region.code, district: null });
  }
  add(interagency, { region: null, district: null });
  for (const district of districts) add(commission(district), { region: district.region, district: district.code });
  return made;
}
