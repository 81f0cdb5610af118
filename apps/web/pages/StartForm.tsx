/** Begins a proceeding: its form, then its page, or a receipt where it went to someone else's desk. */
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { StartView } from '#kernel/contract.ts';
import { useTell } from '#design/components/Live.tsx';
import { Page } from '#design/components/Page.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useDraft } from '#design/data/drafts.tsx';
import { useSession } from '#design/data/session.tsx';
import { PlaceContext } from '#design/forms/FormContext.ts';
import { proceedingPage, sentPage } from '#design/proceeding/paths.ts';
import { AnswersContext, ProblemAnswer } from '#design/proceeding/ProblemAnswer.tsx';
import { FromSchema } from '#design/proceeding/StepPanel.tsx';
import { isReceipt, useSend } from '#design/proceeding/useSend.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { useFindPage, useStarts } from '../shell/nav.ts';
import { problemAnswers } from '../slots.ts';
import { ProblemPage } from './ProblemPage.tsx';
import { NotFound } from './NotFound.tsx';
import { StepUpPanel } from './StepUpPanel.tsx';

export default function StartForm(): ReactNode {
  const { procedure } = useParams({ strict: false }) as { procedure: string };
  const { starts, ...read } = useStarts();
  const start = starts.find((s) => s.procedure === procedure);
  if (start !== undefined) return <Form key={procedure} start={start} />;
  if (read.isPending)
    return (
      <div className="page">
        <Skeleton />
      </div>
    );
  if (read.isError) return <ProblemPage problem={read.error.problem} onAgain={() => void read.refetch()} />;
  return <NotFound />;
}

function Form({ start }: { start: StartView }): ReactNode {
  const t = useText();
  const tell = useTell();
  const session = useSession();
  const mayFind = useFindPage() !== null;
  const go = useNavigate();
  const { draft, found, change, drop } = useDraft(`start/${start.procedure}`);
  const { busy, problem, send, forgetProblem } = useSend(start.href);
  /** What was asked for; kept while one proves who one is. */
  const [wish, setWish] = useState<unknown>(null);
  useGivenChild(draft === undefined, (child) => change({ child }));

  const onSend = async (input: unknown): Promise<void> => {
    setWish(input);
    const sent = await send(input);
    if (sent === null) return;
    drop();
    tell(t('web.step.done', { step: start.title }));
    await go({ to: isReceipt(sent) ? sentPage(sent.id) : proceedingPage(sent.id), search: {} });
  };
  return (
    <Page title={start.title}>
      <div className="start-form stack">
        {found ? <p className="kept">{t('web.step.found')}</p> : null}
        {problem === null || problem.code === 'step-up-needed' ? null : (
          <AnswersContext value={problemAnswers}>
            <ProblemAnswer problem={problem} input={wish} busy={busy} onSend={(input) => void onSend(input)} />
          </AnswersContext>
        )}
        <PlaceContext value={{ region: session.region, organisation: session.organisation.id, mayFind }}>
          <FromSchema
            step={{ ...start, title: t('web.start.send') }}
            busy={busy}
            fields={problem?.fields ?? []}
            draft={draft}
            onDraft={change}
            onSend={(input) => void onSend(input)}
          />
        </PlaceContext>
      </div>
      {problem?.code === 'step-up-needed' ? <StepUpPanel onProved={() => void onSend(wish)} onClose={forgetProblem} /> : null}
    </Page>
  );
}

/** A link may name the child it is about: one found in the register, but not one's own to see. */
function useGivenChild(empty: boolean, give: (child: string) => void): void {
  const t = useText();
  const client = useQueryClient();
  const { child } = useSearch({ strict: false }) as { child?: string };
  useEffect(() => {
    if (child === undefined || !empty) return;
    client.setQueryData(['pick', child], (known: unknown) => known ?? { id: child, label: t('web.pick.known-child'), detail: null });
    give(child);
  }, [child]);
}
