import type { ReactNode } from 'react';
import { useText } from '#design/texts/TextProvider.tsx';
import './states.css';

/** The first thing a keyboard meets: past the navigation to the work. */
export function SkipLink({ to }: { to: string }): ReactNode {
  const t = useText();
  return (
    <a className="skip-link" href={`#${to}`}>
      {t('web.skip')}
    </a>
  );
}
