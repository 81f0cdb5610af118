/** Who holds several appointments says as whom he works now. Where he was last stands first in weight, not in order. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { OwnAppointment } from '#kernel/contract.ts';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import type { ProblemDocument } from '#design/data/call.ts';
import { useCall } from '#design/data/CallProvider.tsx';
import { useNames, useText } from '#design/texts/TextProvider.tsx';
import { useEntered } from './account.ts';

interface Props {
  readonly now: string;
  readonly own: readonly OwnAppointment[];
}

export function ChooseAppointment({ now, own }: Props): ReactNode {
  const t = useText();
  const names = useNames();
  const call = useCall();
  const entered = useEntered();
  const [problem, setProblem] = useState<ProblemDocument | null>(null);

  const choose = async (appointment: string): Promise<void> => {
    const answer = appointment === now ? null : await call('/api/session/appointment', { method: 'POST', body: { appointment } });
    if (answer === null || answer.ok) await entered();
    else setProblem(answer.problem);
  };
  return (
    <section className="stack-tight">
      <h2>{t('web.appointment.choose')}</h2>
      {problem === null ? null : <ProblemNote problem={problem} during="reading" />}
      <ul className="plain">
        {own.map((one) => (
          <li key={one.appointment}>
            <button type="button" className="person" onClick={() => void choose(one.appointment)}>
              <b>{one.roleTitle}</b>
              <span className="soft">{names(one.organisation)}</span>
              {one.appointment === now ? <span className="soft">· {t('web.appointment.last')}</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
