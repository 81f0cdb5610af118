/** A sitting as a document: who was there, what was decided on each matter, by how many votes, which task to whom and by when. It prints. */
import type { ReactNode } from 'react';
import type { ProceedingView } from '#kernel/contract.ts';
import { formatDate, formatDateTime } from '#kernel/texts/format.ts';
import { Button } from '#design/components/Button.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import type { RecordPanelProps } from '#design/slots.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import type { MatterRecords, SittingRecords } from '../contract.ts';
import './minutes.css';

/** One matter of the agenda, read by whoever may read it; what was decided in this sitting. */
function Item({ matter, sitting, number }: { readonly matter: string; readonly sitting: string; readonly number: number }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const read = useRead<ProceedingView>(`/api/proceedings/${matter}`);
  if (read.data === undefined) return <li>{read.isPending ? <Skeleton /> : '—'}</li>;
  const { matter: note } = read.data.records as Partial<MatterRecords>;
  const decided = note?.decided.find((d) => d.sitting === sitting);
  const tasks = note?.tasks ?? [];
  return (
    <li className="minutes-item">
      <h3>{`${number}. ${read.data.label}`}</h3>
      {note === undefined ? null : <p className="soft">{t(`commission.reason.${note.reason}`)}</p>}
      {decided === undefined ? (
        <p>{t('commission.minutes.not-decided')}</p>
      ) : (
        <>
          <p>
            <b>{t(`commission.decision.${decided.decision}`)}</b>
          </p>
          <p className="minutes-words">{decided.words}</p>
          <p className="soft">
            {t('commission.minutes.votes', { for: decided.for, against: decided.against })} · {t(decided.childHeard ? 'commission.minutes.heard' : 'commission.minutes.not-heard')}
          </p>
          {tasks.length === 0 ? null : (
            <ul>
              {tasks.map((task) => (
                <li key={task.task}>
                  {t(`commission.body.${task.body}`)}: {task.what} ({t('commission.minutes.by', { date: formatDate(task.by, language) })})
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </li>
  );
}

export default function Minutes({ view }: RecordPanelProps): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const names = useNames();
  const { sitting, agenda, minutes } = view.records as Partial<SittingRecords>;
  if (sitting === undefined) return null;
  const who = (appointment: string): string => (view.names[appointment] === undefined ? appointment : names(view.names[appointment]));
  return (
    <article className="minutes">
      {minutes === undefined ? null : <h2>{t(minutes.signed === null ? 'commission.minutes.draft' : 'commission.minutes.final')}</h2>}
      <p>
        <b>{names(view.responsible.organisation.names)}</b>
      </p>
      <p>
        {formatDate(sitting.date, language)}, {sitting.time} · {sitting.where}
      </p>
      {minutes === undefined ? (
        <p>
          {t('commission.field.members')}: {sitting.members.map(who).join(', ')}
        </p>
      ) : (
        <>
          <p>
            {t('commission.field.present')}: {minutes.present.map(who).join(', ')}
          </p>
          {minutes.absent.length === 0 ? null : (
            <p>
              {t('commission.input.absent')}: {minutes.absent.map(who).join(', ')}
            </p>
          )}
          <p className="soft">
            {t('commission.field.began')}: {formatDateTime(minutes.began, language)}
            {minutes.ended === null ? '' : ` · ${t('commission.field.ended')}: ${formatDateTime(minutes.ended, language)}`}
          </p>
        </>
      )}
      {agenda === undefined ? null : (
        <section aria-labelledby="minutes-agenda">
          <h2 id="minutes-agenda">{t('commission.sitting.class.agenda')}</h2>
          <ol className="plain">
            {agenda.items.map((item, n) => (
              <Item key={item.matter} matter={item.matter} sitting={view.id} number={n + 1} />
            ))}
          </ol>
        </section>
      )}
      {minutes === undefined ? null : (
        <>
          <p className="minutes-sign">
            {t('commission.minutes.chair')}: {minutes.signed === null ? '____________________' : `${minutes.signed.by}, ${formatDateTime(minutes.signed.at, language)}`}
          </p>
          <p className="no-print">
            <Button onClick={() => window.print()}>{t('commission.minutes.print')}</Button>
          </p>
        </>
      )}
    </article>
  );
}
