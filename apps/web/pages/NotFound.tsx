import type { ReactNode } from 'react';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { useText } from '#design/texts/TextProvider.tsx';

/** Nothing under this address. "Absent" and "not yours" are the same. */
export function NotFound(): ReactNode {
  const t = useText();
  return (
    <Page title={t('problem.not-found.title')}>
      <p>{t('problem.not-found.detail')}</p>
      <p>
        <Go to="/">{t('web.nav.day')}</Go>
      </p>
    </Page>
  );
}
