/** The week before, once more. What could not be repeated is told in a number; the gaps beneath show where. */
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '#design/components/Button.tsx';
import { useTell } from '#design/components/Live.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { newAttempt } from '#design/data/attempt.ts';
import type { ProblemDocument } from '#design/data/call.ts';
import { forgetReads, useCall } from '#design/data/CallProvider.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { startOfDay } from '#kernel/terms/almaty.ts';
import type { CopiedWeek } from '../contract.ts';

interface Props {
  readonly role: string;
  /** First day shown, `YYYY-MM-DD`. */
  readonly first: string;
}

export function CopyWeek({ role, first }: Props): ReactNode {
  const t = useText();
  const tell = useTell();
  const call = useCall();
  const client = useQueryClient();
  const attempt = useMemo(() => newAttempt(), []);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<CopiedWeek | null>(null);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);

  const send = async (): Promise<void> => {
    setBusy(true);
    const answer = await call<CopiedWeek>('/api/agencies/rosters/copy', { method: 'POST', body: { role, first: startOfDay(first) }, key: attempt.key() });
    attempt.answered(answer);
    await forgetReads(client);
    setBusy(false);
    setDone(answer.ok ? answer.data : null);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) tell(t('agencies.roster.copied', { added: answer.data.added }));
  };
  return (
    <div className="stack-tight">
      <div>
        <Button busy={busy} onClick={() => void send()}>
          {t('agencies.roster.copy')}
          <span className="visually-hidden">: {t(`role.${role}`)}</span>
        </Button>
      </div>
      {done === null ? null : (
        <p className="small">
          {t('agencies.roster.copied', { added: done.added })} {done.skipped === 0 ? null : t('agencies.roster.not-copied', { skipped: done.skipped })}
        </p>
      )}
      {problem === null ? null : <ProblemNote problem={problem} during="reading" />}
    </div>
  );
}
