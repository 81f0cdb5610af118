/** In the demo, for whoever sits at a place for the first time: what to begin with. Hidden for good on this device, by role; it holds no data of anybody. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { Go } from '#design/components/Go.tsx';
import { useSession } from '#design/data/session.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { useNav } from '../shell/nav.ts';
import { tourOf } from './tour.ts';
import './Tour.css';

const name = 'qorgan.tour';

/** A browser that keeps nothing shows it each time. */
function hiddenFor(): readonly string[] {
  try {
    return (localStorage.getItem(name) ?? '').split(',');
  } catch {
    return [];
  }
}
function hideFor(role: string): void {
  try {
    localStorage.setItem(name, [...hiddenFor(), role].filter((one) => one !== '').join(','));
  } catch {
    // Then it is back at the next visit, and does no harm.
  }
}

export function Tour(): ReactNode {
  const t = useText();
  const { demo, role } = useSession();
  const places = useNav();
  const [hidden, setHidden] = useState(() => hiddenFor().includes(role));
  if (!demo || hidden) return null;
  const titleOf = (path: string): string => t(places.find((place) => place.path === path)?.titleKey ?? path);
  return (
    <details className="tour">
      <summary>{t('web.tour.title')}</summary>
      <ol className="tour-steps">
        {tourOf(places.map((place) => place.path)).map((step) => (
          <li key={step.name}>
            {t(`web.tour.${step.name}`)}{' '}
            {step.to === null || step.to === '/' ? null : (
              <Go to={step.to} className="tour-go">
                {titleOf(step.to)}
              </Go>
            )}
          </li>
        ))}
      </ol>
      <Button
        onClick={() => {
          hideFor(role);
          setHidden(true);
        }}
      >
        {t('web.tour.close')}
      </Button>
    </details>
  );
}
