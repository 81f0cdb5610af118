/** A head names who answers, over the page. What is typed stays until it is sent or the panel is closed. */
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTell } from '#design/components/Live.tsx';
import { Panel } from '#design/components/Panel.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { newAttempt } from '#design/data/attempt.ts';
import type { ProblemDocument } from '#design/data/call.ts';
import { forgetReads, useCall } from '#design/data/CallProvider.tsx';
import { useSession } from '#design/data/session.tsx';
import type { Draft } from '#design/forms/draft.ts';
import { PlaceContext } from '#design/forms/FormContext.ts';
import type { Schema } from '#design/forms/schema.ts';
import { SchemaForm } from '#design/forms/SchemaForm.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { AddDuty, type RosterGap, type RosterLine } from '../contract.ts';
import { localMoment } from './week.ts';

interface Props {
  /** The gap to fill; null: any time. */
  readonly gap: RosterGap | null;
  readonly onClose: () => void;
}

export function AddDutyPanel({ gap, onClose }: Props): ReactNode {
  const t = useText();
  const tell = useTell();
  const call = useCall();
  const client = useQueryClient();
  const session = useSession();
  const attempt = useMemo(() => newAttempt(), []);
  const [draft, setDraft] = useState<Draft>(gap === null ? {} : { starts: localMoment(gap.from), ends: localMoment(gap.to) });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);

  const send = async (input: unknown): Promise<void> => {
    setBusy(true);
    const answer = await call<RosterLine>('/api/agencies/rosters', { method: 'POST', body: input, key: attempt.key() });
    attempt.answered(answer);
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    tell(t('agencies.roster.added', { name: answer.data.who.name }));
    await forgetReads(client);
    onClose();
  };
  return (
    <Panel title={t('agencies.roster.add')} onClose={onClose}>
      <PlaceContext value={{ region: session.region, organisation: session.organisation.id }}>
        <SchemaForm
          schema={AddDuty as Schema}
          draft={draft}
          onDraft={setDraft}
          fields={problem?.fields ?? []}
          busy={busy}
          action={t('agencies.roster.send')}
          onSend={(input) => void send(input)}
        >
          {problem === null || problem.fields !== undefined ? null : <ProblemNote problem={problem} during="writing" />}
          <p className="soft small">{t('agencies.roster.add-what')}</p>
        </SchemaForm>
      </PlaceContext>
    </Panel>
  );
}
