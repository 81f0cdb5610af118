/** What the worker says by itself when a push comes, before any page is open. For a native reader: the kk text. */
import type { Text } from '#kernel/texts/text.ts';

export const pushed = {
  'web.push.shown': { kk: 'Шұғыл іс бар. Ашып қараңыз.', ru: 'Есть неотложное дело. Откройте.', en: 'There is something that cannot wait. Open it.' },
} satisfies Readonly<Record<string, Text>>;
