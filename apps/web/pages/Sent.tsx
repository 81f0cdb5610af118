/** Sent, and now with someone else: there is nothing more here for me to see. */
import type { ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { Receipt } from '#kernel/contract.ts';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { NotFound } from './NotFound.tsx';
import './pages.css';

export default function Sent(): ReactNode {
  const t = useText();
  const { id } = useParams({ strict: false }) as { id: string };
  const receipt = useQueryClient().getQueryData<Receipt>(['receipt', id]);
  // After a reload the receipt is gone with the memory; the journal has it.
  if (receipt === undefined) return <NotFound />;
  return (
    <Page title={t('web.sent.title')}>
      <p className="kept">{t('web.sent.saved', { sequence: receipt.sequence })}</p>
      <p>{t('web.sent.what')}</p>
      <p className="soft small">{t('web.sent.number', { id: receipt.id })}</p>
      <div className="line">
        <Go to="/" className="button button-main">
          {t('web.nav.day')}
        </Go>
      </div>
    </Page>
  );
}
