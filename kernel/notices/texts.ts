/** Texts of the terms of notices. For a native reader: every kk text here. */
import type { Texts } from '../texts/text.ts';

export const noticeTexts: Texts = {
  'term.notices.a-day': { kk: 'Бір адамға бір күнде жіберілетін хабарлар', ru: 'Уведомлений одному человеку в день', en: 'Notices to one person in a day' },
  'term.notices.near': { kk: 'Мерзімнің жақындағаны туралы ескерту уақыты', ru: 'За сколько предупреждать о сроке', en: 'How early a term is said to be near' },
  'term.notices.push-every': { kk: 'Құрылғыға жіберілетін екі шұғыл хабардың арасы', ru: 'Промежуток между двумя срочными сигналами на устройство', en: 'Between two pushes to one device' },
  'term.notices.push-life': { kk: 'Құрылғыға шұғыл хабар жіберуге тырысу уақыты', ru: 'Сколько времени срочный сигнал ждёт доставки', en: 'How long a push waits to be delivered' },
  'term.notices.push-devices': { kk: 'Бір қызметтегі шұғыл хабар алатын құрылғылар', ru: 'Устройств для срочных сигналов на одной должности', en: 'Devices of one post that are pushed to' },
  'term.notices.kept': { kk: 'Хабарлардың сақталу мерзімі', ru: 'Сколько хранятся уведомления', en: 'How long notices are kept' },
};
