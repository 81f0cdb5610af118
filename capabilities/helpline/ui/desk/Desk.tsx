/** The desk of 111: the queue, the talk, and what is known. Keyboard first; on a phone one under the other. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { ProceedingView } from '#kernel/contract.ts';
import { useTell } from '#design/components/Live.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { forgetReads, useRead } from '#design/data/CallProvider.tsx';
import { proceedingApi } from '#design/proceeding/paths.ts';
import { StepPanel } from '#design/proceeding/StepPanel.tsx';
import { useNames, useText } from '#design/texts/TextProvider.tsx';
import type { DeskQueue } from '../../contract.ts';
import { Keys } from './Keys.tsx';
import { Known } from './Known.tsx';
import PrefilledForm from './PrefilledForm.tsx';
import { appealOf } from './prefill.ts';
import { Queue } from './Queue.tsx';
import { Rest } from './Rest.tsx';
import { ShiftBar } from './ShiftBar.tsx';
import { Talk } from './Talk.tsx';
import { useDeskKeys } from './useDeskKeys.ts';
import { useLive } from './useLive.ts';
import { usePhone } from './usePhone.ts';
import './desk.css';

/** Milliseconds between questions, in case an event was missed. */
const every = 5_000;
/** What waits until the urgency is known; an emergency service does not. */
const afterGrade: readonly string[] = ['consult', 'route-case', 'route-agency'];

export default function Desk(): ReactNode {
  const t = useText();
  const names = useNames();
  const tell = useTell();
  const go = useNavigate();
  const client = useQueryClient();
  const live = useLive();
  const { at } = useSearch({ strict: false }) as { at?: string };
  const queue = useRead<DeskQueue>('/api/helpline/queue', { every });
  const items = queue.data?.items ?? [];
  const rest = queue.data?.rest ?? null;
  // Nothing new is offered while he rests, unless nobody else is there.
  const resting = rest !== null && !rest.alone;
  const read = useRead<ProceedingView>(proceedingApi(at ?? ''), { every, enabled: at !== undefined });
  const view = at === undefined ? undefined : read.data;
  const [panel, setPanel] = useState<string | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [keys, setKeys] = useState(false);
  const frame = useRef<HTMLDivElement>(null);

  const choose = useCallback((id: string): void => void go({ to: '/desk', search: { at: id }, replace: true }), [go]);
  const phone = usePhone();
  const taken = phone.taken === null ? undefined : items.find((i) => i.label === phone.taken?.number)?.proceeding;
  const { shown } = phone;
  useEffect(() => {
    if (taken === undefined) return;
    shown();
    choose(taken);
  }, [taken, choose, shown]);

  const openStep = (name: string): void => {
    if (view === undefined) return;
    const first = afterGrade.includes(name) && appealOf(view)?.urgency == null;
    const offered = (wanted: string): boolean => view.steps.some((s) => s.name === wanted);
    if (first && offered('grade')) {
      setNext(name);
      setPanel('grade');
    } else if (offered(name)) setPanel(name);
    else tell(t('helpline.desk.not-now'));
  };
  const closePanel = (): void => {
    setPanel(null);
    setNext(null);
  };
  const changed = (): void => void forgetReads(client);
  const step = view?.steps.find((s) => s.name === panel);
  const { on, turn } = useDeskKeys(frame, (action) => {
    if (action.do === 'keys') setKeys(true);
    else if (action.do === 'phone') {
      if (!resting) void phone.take();
    }
    else if (action.do === 'route') openStep(action.route);
    else if (action.do === 'grade') openStep('grade');
  });
  const chosenItem = [...items, ...(queue.data?.followed ?? [])].find((i) => i.proceeding === at);

  return (
    <div className="desk-page" ref={frame}>
      <Page title={t('helpline.desk.title')} aside={<ShiftBar queue={queue.data} live={live} phone={phone} resting={resting} onKeys={() => setKeys(true)} />}>
        {rest === null ? null : <Rest rest={rest} onEnded={changed} />}
        <div className="desk">
          <section className="desk-pane" aria-labelledby="desk-queue">
            <h2 id="desk-queue">{t('helpline.desk.queue')}</h2>
            {queue.isError ? <ProblemNote problem={queue.error.problem} during="reading" onAgain={() => void queue.refetch()} /> : null}
            {queue.isPending ? <Skeleton lines={5} /> : null}
            {queue.data === undefined ? null : <Queue items={items} followed={queue.data.followed} more={queue.data.more} chosen={at ?? null} onChoose={choose} />}
          </section>
          <section className="desk-pane desk-talk" aria-label={t('helpline.appeal.class.talk')}>
            <p className="desk-back">
              <a href="#desk-queue">{t('helpline.desk.back')}</a>
            </p>
            {at === undefined ? <p className="soft">{t('helpline.desk.choose')}</p> : null}
            {at !== undefined && read.isPending ? <Skeleton lines={6} /> : null}
            {at !== undefined && read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
            {view === undefined ? null : (
              <Talk key={view.id} view={view} school={chosenItem?.school == null ? null : names(chosenItem.school)} told={phone.said(view.label)} resting={resting} onStep={openStep} onSent={changed} />
            )}
          </section>
          <section className="desk-pane" aria-labelledby="desk-known">
            <h2 id="desk-known">{t('helpline.desk.known')}</h2>
            {view === undefined ? <p className="soft">{t('helpline.desk.known-none')}</p> : <Known key={view.id} view={view} onChoose={choose} />}
          </section>
        </div>
      </Page>
      {view === undefined || step === undefined ? null : (
        <StepPanel
          key={step.name}
          view={view}
          step={step}
          gone={false}
          form={PrefilledForm}
          onClose={closePanel}
          onSent={() => {
            setPanel(step.name === 'grade' ? next : null);
            setNext(null);
          }}
          onStale={() => void read.refetch()}
        />
      )}
      {keys ? <Keys on={on} onTurn={turn} onClose={() => setKeys(false)} /> : null}
    </div>
  );
}
