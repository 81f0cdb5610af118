import type { ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { Page } from '#design/components/Page.tsx';
import { useText } from '#design/texts/TextProvider.tsx';

/** The page itself failed: our mistake, not the person's. */
export function Trouble(): ReactNode {
  const t = useText();
  return (
    <Page title={t('web.trouble.title')}>
      <p>{t('web.trouble.detail')}</p>
      <div>
        <Button kind="main" onClick={() => location.reload()}>
          {t('web.trouble.again')}
        </Button>
      </div>
    </Page>
  );
}
