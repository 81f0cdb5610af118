/** What is known already, so that a child need not tell it again: earlier appeals, an open case, what to beware of. */
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { ProceedingView } from '#kernel/contract.ts';
import { formatMoment } from '#kernel/texts/format.ts';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import type { Repeat, ReporterRecord } from '../../contract.ts';
import { appealOf } from './prefill.ts';

export function Known({ view, onChoose }: { view: ProceedingView; onChoose: (id: string) => void }): ReactNode {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const read = useRead<Repeat>(`/api/helpline/repeat?proceeding=${view.id}&said=${encodeURIComponent(said)}`);
  const reporter = view.records['reporter'] as ReporterRecord | undefined;
  return (
    <div className="stack">
      <Warnings view={view} more={read.data?.warnings ?? []} />
      {reporter?.contact == null ? null : (
        <dl className="facts">
          <dt>{t('helpline.input.contact')}</dt>
          <dd>{reporter.contact}</dd>
        </dl>
      )}
      <form
        className="stack-tight"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setSaid(typed.trim());
        }}
      >
        <label className="field-label" htmlFor={id}>
          {t('helpline.desk.said')} <kbd>/</kbd>
        </label>
        <input id={id} data-search="" className="input" type="search" autoComplete="off" maxLength={300} value={typed} onChange={(e) => setTyped(e.target.value)} />
      </form>
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {read.isPending ? <Skeleton lines={3} /> : null}
      {read.data === undefined ? null : <Found repeat={read.data} onChoose={onChoose} />}
    </div>
  );
}

function Warnings({ view, more }: { view: ProceedingView; more: readonly string[] }): ReactNode {
  const t = useText();
  const own = appealOf(view)?.warnings;
  const all = [...new Set([...(own == null ? [] : [own]), ...more])];
  if (all.length === 0) return null;
  return (
    <section className="careful" aria-labelledby="desk-careful">
      <h3 id="desk-careful">{t('helpline.desk.warnings')}</h3>
      <ul>
        {all.map((warning) => (
          <li key={warning}>{warning.startsWith('!') ? t(`helpline.desk.warning.${warning}`) : warning}</li>
        ))}
      </ul>
    </section>
  );
}

function Found({ repeat, onChoose }: { repeat: Repeat; onChoose: (id: string) => void }): ReactNode {
  const t = useText();
  const now = useNow();
  const { language } = useLanguage();
  return (
    <>
      <section className="stack-tight" aria-labelledby="desk-cases">
        <h3 id="desk-cases">{t('helpline.desk.case')}</h3>
        {repeat.cases.length === 0 ? <p>{t('helpline.desk.case-none')}</p> : null}
        <ul className="plain">
          {repeat.cases.map((c) => (
            <li key={c.worker}>
              <b>{t('helpline.desk.case-open')}</b> {c.worker} · {t(c.onDuty ? 'helpline.desk.on-duty' : 'helpline.desk.off-duty')}
              {c.phone === null ? null : (
                <>
                  {' · '}
                  <a href={`tel:${c.phone}`}>{c.phone}</a>
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="stack-tight" aria-labelledby="desk-repeat">
        <h3 id="desk-repeat">{t('helpline.desk.repeat')}</h3>
        {repeat.appeals.length === 0 ? <p>{t('helpline.desk.repeat-none')}</p> : null}
        <ul className="plain stack-tight">
          {repeat.appeals.map((a) => (
            <li key={a.id}>
              <button type="button" className="link-like" onClick={() => onChoose(a.id)}>
                {a.label}
              </button>{' '}
              <span className="small">
                {t(`helpline.desk.why.${a.why}`)} · {a.stageTitle} · <time dateTime={a.receivedAt}>{formatMoment(a.receivedAt, now, language)}</time>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
