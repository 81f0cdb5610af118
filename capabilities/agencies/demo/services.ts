/** What the organisations of the demo country offer. Capacity is not known of any, and none is invented. */
import type { Names } from '#kernel/access/directory.ts';
import type { OrganisationKind } from '#kernel/access/roles.ts';
import type { ServiceKind } from '../contract.ts';
import { demoId } from './ids.ts';
import type { DemoOrganisation } from './organisations.ts';

export interface DemoService {
  readonly id: string;
  readonly organisation: string;
  readonly kind: ServiceKind;
  readonly names: Names;
  /** Whole years, both inclusive. */
  readonly ageFrom: number;
  readonly ageUntil: number;
  readonly capacity: number | null;
}

type Offer = readonly [kind: ServiceKind, ageFrom: number, names: Names];

const offers: Partial<Record<OrganisationKind, readonly Offer[]>> = {
  clinic: [
    ['medical-examination', 0, { kk: 'Баланы медициналық тексеру', ru: 'Медицинский осмотр ребёнка', en: 'Medical examination of a child' }],
    ['psychological-help', 3, { kk: 'Балалар психологының кеңесі', ru: 'Приём детского психолога', en: 'Consultation of a child psychologist' }],
    ['rehabilitation', 0, { kk: 'Медициналық оңалту', ru: 'Медицинская реабилитация', en: 'Medical rehabilitation' }],
  ],
  'family-support-centre': [
    ['psychological-help', 3, { kk: 'Бала мен отбасына психологиялық көмек', ru: 'Психологическая помощь ребёнку и семье', en: 'Psychological help for child and family' }],
    ['social-help', 0, { kk: 'Отбасын әлеуметтік сүйемелдеу', ru: 'Социальное сопровождение семьи', en: 'Social support of the family' }],
    ['temporary-stay', 0, { kk: 'Баласы бар ата-ананың уақытша болуы', ru: 'Временное пребывание родителя с ребёнком', en: 'Temporary stay for a parent with a child' }],
    ['rehabilitation', 0, { kk: 'Әлеуметтік оңалту', ru: 'Социальная реабилитация', en: 'Social rehabilitation' }],
    ['legal-aid', 0, { kk: 'Заңгердің кеңесі', ru: 'Консультация юриста', en: 'Legal advice' }],
  ],
  school: [
    ['psychological-help', 6, { kk: 'Мектеп психологының көмегі', ru: 'Помощь школьного психолога', en: 'Help of the school psychologist' }],
    ['education', 6, { kk: 'Оқуда қосымша қолдау', ru: 'Дополнительная поддержка в учёбе', en: 'Extra support with lessons' }],
    ['leisure', 6, { kk: 'Үйірмелер мен секциялар', ru: 'Кружки и секции', en: 'Clubs and sports' }],
  ],
  ngo: [
    ['legal-aid', 0, { kk: 'Баланың құқықтары бойынша тегін заң көмегі', ru: 'Бесплатная правовая помощь по правам ребёнка', en: 'Free legal aid on children’s rights' }],
    ['leisure', 7, { kk: 'Сабақтан кейінгі клуб', ru: 'Клуб после уроков', en: 'After-school club' }],
  ],
};

export const demoServices = (organisations: readonly DemoOrganisation[]): DemoService[] =>
  organisations.flatMap((organisation) =>
    (offers[organisation.kind] ?? []).map(([kind, ageFrom, names]) => ({
      id: demoId(`service ${organisation.key} ${kind}`),
      organisation: organisation.id,
      kind,
      names,
      ageFrom,
      ageUntil: 17,
      capacity: null,
    })),
  );
