/** What waits to be sent: what it is, about whom, when it was written. */
import type { ReactNode } from 'react';
import type { Kept } from '#design/data/kept/kept.ts';
import { useKept } from '#design/data/kept/KeptProvider.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { formatMoment } from '#kernel/texts/format.ts';

export function KeptList({ items }: { items: readonly Kept[] }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const now = useNow();
  const { lasting, stopped } = useKept();
  if (items.length === 0) return null;
  return (
    <ul className="plain stack-tight">
      {items.map(({ id, at, value: { title, about, pictureName } }) => (
        <li key={id} className="kept-note">
          <b>
            {title} · {about}
          </b>
          <span>{[t(stopped.has(id) ? 'web.device.stopped' : 'web.device.waiting'), t('web.device.written', { time: formatMoment(at, now, language) }), pictureName === null ? null : t('web.device.picture', { name: pictureName })].filter((part) => part !== null).join(' · ')}</span>
          {lasting ? null : <span>{t('web.device.keep-open')}</span>}
        </li>
      ))}
    </ul>
  );
}
