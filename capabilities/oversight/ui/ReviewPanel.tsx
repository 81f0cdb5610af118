/** What is reviewed, class by class; and, for whoever reviews, where it was looked. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { Go } from '#design/components/Go.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { useSession } from '#design/data/session.tsx';
import { Facts } from '#design/records/Facts.tsx';
import { classTitle, factsOf } from '#design/records/facts.ts';
import type { RecordPanelProps } from '#design/slots.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { procedures, type BreakGlassRecords, type LooksSeen, type NoticeRecords } from '../contract.ts';
import { Looks } from './Looks.tsx';

export default function ReviewPanel({ view }: RecordPanelProps): ReactNode {
  const t = useText();
  const { role, appointment } = useSession();
  const { act, notice } = view.records as Partial<BreakGlassRecords & NoticeRecords>;
  const child = (act ?? notice)?.child;
  const told = Object.entries(view.records).filter(([, record]) => factsOf(t.first, { procedure: view.procedure }, record).length > 0);
  const reviews = view.procedure !== procedures.notice && act?.by !== appointment && [view.responsible.worker?.appointment, view.responsible.escalatedTo?.appointment].includes(appointment);
  return (
    <>
      {told.map(([name, record]) => (
        <section key={name} className="part" aria-labelledby={`record-${name}`}>
          <h2 id={`record-${name}`}>{classTitle(t.first, view.procedure, name)}</h2>
          <Facts procedure={view.procedure} of={record} />
        </section>
      ))}
      {role === 'commissioner' && child !== undefined ? (
        <p className="part">
          <Go to={`/oversight/looks/${child}`}>{t('oversight.looks.title')}</Go>
        </p>
      ) : null}
      {reviews ? <Reviewed id={view.id} /> : null}
    </>
  );
}

/** Asked for, not shown by itself: it is a look of its own. */
function Reviewed({ id }: { id: string }): ReactNode {
  const t = useText();
  const [asked, setAsked] = useState(false);
  const read = useRead<LooksSeen>(`/api/oversight/reviews/${id}/looks`, { enabled: asked });
  return (
    <section className="part" aria-labelledby="reviewed-looks">
      <h2 id="reviewed-looks">{t('oversight.looks.reviewed')}</h2>
      {asked ? null : <Button onClick={() => setAsked(true)}>{t('oversight.looks.show')}</Button>}
      {asked && read.isPending ? <Skeleton /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {read.data === undefined ? null : <Looks looks={read.data.looks} />}
    </section>
  );
}
