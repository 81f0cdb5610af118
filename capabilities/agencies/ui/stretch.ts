/** A stretch of time in words. */
import { toMillis, type Instant } from '#kernel/clock.ts';
import { formatDay, formatTime } from '#kernel/texts/format.ts';
import { useLanguage } from '#design/texts/TextProvider.tsx';

/** `20:00 – 08:00`; with the days where it is longer than one. A gap that ends at midnight ends at 24:00. */
export function useStretch(): (from: Instant, to: Instant) => string {
  const { language } = useLanguage();
  return (from, to) => {
    const far = toMillis(to) - toMillis(from) > 24 * 3_600_000;
    if (far) return `${formatDay(from, language)}, ${formatTime(from)} – ${formatDay(to, language)}, ${formatTime(to)}`;
    const end = formatTime(to);
    return `${formatTime(from)} – ${end === '00:00' ? '24:00' : end}`;
  };
}

/** With the day it begins on. */
export function useDayStretch(): (from: Instant, to: Instant) => string {
  const { language } = useLanguage();
  const stretch = useStretch();
  return (from, to) => (toMillis(to) - toMillis(from) > 24 * 3_600_000 ? stretch(from, to) : `${formatDay(from, language)}, ${stretch(from, to)}`);
}
