/** A head's page of one of his people: when away and who stands in; leaving, and to whom each thing goes. */
import type { ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { useNames, useText } from '#design/texts/TextProvider.tsx';
import type { StaffView } from '../contract.ts';
import { Away } from './Away.tsx';
import { Leaving } from './Leaving.tsx';
import './person.css';

export default function Person(): ReactNode {
  const t = useText();
  const names = useNames();
  const { id = '' } = useParams({ strict: false });
  const read = useRead<StaffView>(`/api/agencies/staff/${id}`);
  const one = read.data;
  return (
    <Page title={one?.name ?? t('agencies.person.title')}>
      <p>
        <Go to="/team">{t('agencies.person.to-team')}</Go>
      </p>
      {read.isPending ? <Skeleton lines={6} /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {one === undefined ? null : (
        <>
          <p className="soft">
            {t(`role.${one.role}`)} · {names(one.organisation)}
          </p>
          <Away one={one} />
          <Leaving one={one} />
        </>
      )}
    </Page>
  );
}
