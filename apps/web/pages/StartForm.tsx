/** Begins a proceeding: its form, then its page, or a receipt where it went to someone else's desk. */
import type { ReactNode } from 'react';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { StartView } from '#kernel/contract.ts';
import { useTell } from '#design/components/Live.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useDraft } from '#design/data/drafts.tsx';
import { useSession } from '#design/data/session.tsx';
import { PlaceContext } from '#design/forms/FormContext.ts';
import { proceedingPage, sentPage } from '#design/proceeding/paths.ts';
import { FromSchema } from '#design/proceeding/StepPanel.tsx';
import { isReceipt, useSend } from '#design/proceeding/useSend.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { useStarts } from '../shell/nav.ts';
import { ProblemPage } from './ProblemPage.tsx';
import { NotFound } from './NotFound.tsx';

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
  const go = useNavigate();
  const { draft, found, change, drop } = useDraft(`start/${start.procedure}`);
  const { busy, problem, send } = useSend(start.href);

  const onSend = async (input: unknown): Promise<void> => {
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
        {problem === null ? null : <ProblemNote problem={problem} during="writing" />}
        <PlaceContext value={{ region: session.region, organisation: session.organisation.id }}>
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
    </Page>
  );
}
