/** What lies on this device to be read: each opens without a network, and may be taken off. */
import type { ReactNode } from 'react';
import { Badge } from '#design/components/Badge.tsx';
import { Button } from '#design/components/Button.tsx';
import { Go } from '#design/components/Go.tsx';
import { useTell } from '#design/components/Live.tsx';
import { useAlong } from '#design/data/kept/AlongProvider.tsx';
import { alongPage } from '#design/proceeding/paths.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { formatMoment } from '#kernel/texts/format.ts';

export function TakenList(): ReactNode {
  const t = useText();
  const tell = useTell();
  const { language } = useLanguage();
  const now = useNow();
  const { taken, leave } = useAlong();
  if (taken === null || taken.length === 0) return null;
  return (
    <ul className="plain">
      {taken.map(({ id, at, value: { view } }) => (
        <li key={id} className="along-row">
          <div className="along-what">
            <Go to={alongPage(id)} className="day-label">
              {view.label}
            </Go>
            <span className="soft">
              {view.title} · {view.stageTitle}
            </span>
            <span className="soft small">{t('web.along.at', { time: formatMoment(at, now, language) })}</span>
          </div>
          {view.weighed ? <Badge danger={view.danger} /> : null}
          <Button kind="quiet" onClick={() => void leave(id).then(() => tell(t('web.along.left')))}>
            {t('web.along.leave')}
            <span className="visually-hidden">: {view.label}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
