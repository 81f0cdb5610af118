/**
 * A step, over the page: by when and on what basis, what is asked, one button in words.
 * If somebody acted meanwhile, both versions are shown and what was typed is kept.
 */
import { Suspense, useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { ProceedingView, StepView } from '#kernel/contract.ts';
import { Basis } from '#design/components/Basis.tsx';
import { Due } from '#design/components/Due.tsx';
import { useTell } from '#design/components/Live.tsx';
import { Panel } from '#design/components/Panel.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { useDraft } from '#design/data/drafts.tsx';
import { PlaceContext } from '#design/forms/FormContext.ts';
import { SchemaForm } from '#design/forms/SchemaForm.tsx';
import type { Schema } from '#design/forms/schema.ts';
import type { StepFormProps } from '#design/slots.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { Meanwhile } from './Meanwhile.tsx';
import { ProblemAnswer } from './ProblemAnswer.tsx';
import { useSend } from './useSend.ts';
import { Writers } from './Writers.tsx';
import type { Sent } from './useSend.ts';
import './proceeding.css';

interface Props {
  readonly view: ProceedingView;
  readonly step: StepView;
  /** It can no longer be taken: somebody was quicker. The form stays, so that the text can be read and copied. */
  readonly gone: boolean;
  /** A capability's own form in place of the one made from the schema. */
  readonly form: ComponentType<StepFormProps> | null;
  /** What the link that led here answers already, by ids: `{relation: '0190…'}`. */
  readonly given?: Readonly<Record<string, string>>;
  readonly onClose: () => void;
  readonly onSent: (sent: Sent) => void;
  /** Reads the proceeding again. */
  readonly onStale: () => void;
}

const stale = 412;

export function StepPanel({ view, step, gone, form: Own, given = {}, onClose, onSent, onStale }: Props): ReactNode {
  const t = useText();
  const tell = useTell();
  const { draft, found, change, drop } = useDraft(`${view.id}/${step.name}`);
  const { busy, problem, send, forgetProblem } = useSend(step.href);
  /** The version the person has read. */
  const [read, setRead] = useState(view);
  const changed = view.sequence > read.sequence;
  const wasStale = problem?.status === stale;

  useEffect(() => {
    if (draft === undefined && Object.keys(given).length > 0) change(given);
    // Once, when it is opened: what the person changes afterwards is his.
  }, []);
  useEffect(() => {
    if (wasStale) onStale();
  }, [wasStale, onStale]);

  const [sentLast, setSentLast] = useState<unknown>(null);
  const onSend = async (input: unknown): Promise<void> => {
    setSentLast(input);
    const sent = await send(input, read.sequence);
    if (sent === null) return;
    drop();
    tell(t('web.step.done', { step: step.title }));
    onSent(sent);
  };
  const shared = {
    busy,
    fields: problem?.fields ?? [],
    draft,
    onDraft: change,
    onSend: (input: unknown) => void onSend(input),
  };
  const running = view.deadlines.filter((d) => d.state === 'running' || d.state === 'breached');

  return (
    <Panel title={step.title} onClose={onClose}>
      <div className="stack">
        <p className="soft">
          {view.label} · {view.title} · {view.stageTitle}
        </p>
        {running.map((d) => (
          <p key={d.key} className="line">
            <span>{d.title}:</span> <Due due={d.dueAt} state={d.state} /> <Basis of={d} />
          </p>
        ))}
        <Writers view={view} step={step.name} />
        {found ? <p className="kept">{t('web.step.found')}</p> : null}
        {changed && !busy ? (
          <Meanwhile
            before={read}
            now={view}
            onRead={() => {
              setRead(view);
              forgetProblem();
            }}
            onDrop={() => {
              drop();
              onClose();
            }}
          />
        ) : null}
        {gone && !busy ? <p className="problem">{t('web.step.gone')}</p> : null}
        {problem === null || wasStale ? null : <ProblemAnswer problem={problem} input={sentLast} busy={busy} onSend={shared.onSend} />}
        <PlaceContext value={{ region: view.region, organisation: view.responsible.organisation.id, child: view.subject.kind === 'child' ? view.subject.id : null }}>
          {Own === null ? (
            <FromSchema step={step} {...shared} />
          ) : (
            <Suspense fallback={<Skeleton />}>
              <Own view={view} step={step} {...shared} />
            </Suspense>
          )}
        </PlaceContext>
      </div>
    </Panel>
  );
}

type Shared = Pick<StepFormProps, 'busy' | 'fields' | 'draft' | 'onDraft' | 'onSend'>;

/** Also used to start a proceeding. */
export function FromSchema({ step, ...form }: { step: Pick<StepView, 'input' | 'title'> } & Shared): ReactNode {
  const read = useRead<Schema>(step.input.$ref, { immutable: true, anyLanguage: true });
  if (read.isPending) return <Skeleton />;
  if (read.isError)
    return <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} />;
  return <SchemaForm schema={read.data} action={step.title} {...form} />;
}
