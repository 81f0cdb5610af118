/** One's own passkeys, on the page of one's sessions. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { OwnPasskey } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { useTell } from '#design/components/Live.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import type { ProblemDocument } from '#design/data/call.ts';
import { forgetReads, useCall, useRead } from '#design/data/CallProvider.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { formatDate } from '#kernel/texts/format.ts';
import { deviceOf } from './device.ts';
import { addPasskey, hasPasskeys, passkeysPath } from './passkey.ts';
import { StepUpPanel } from './StepUpPanel.tsx';

export function Passkeys(): ReactNode {
  const t = useText();
  const call = useCall();
  const tell = useTell();
  const client = useQueryClient();
  const { language } = useLanguage();
  const read = useRead<readonly OwnPasskey[]>(passkeysPath);
  /** What goes on by itself once one has proved who one is. */
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);

  const add = async (): Promise<void> => {
    setWaiting(null);
    const answer = await addPasskey(call);
    if (!answer.ok && answer.problem.code === 'step-up-needed') return setWaiting(() => () => void add());
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) tell(t('web.passkey.added'));
    await forgetReads(client);
  };
  const remove = async (id: string): Promise<void> => {
    setWaiting(null);
    const answer = await call(`${passkeysPath}/${id}`, { method: 'DELETE' });
    if (!answer.ok && answer.problem.code === 'step-up-needed') return setWaiting(() => () => void remove(id));
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) tell(t('web.passkey.removed'));
    await forgetReads(client);
  };
  const nameOf = (one: OwnPasskey): string => deviceOf(one.device) ?? t('web.sessions.unknown-device');
  if (!hasPasskeys() && (read.data ?? []).length === 0) return null;
  return (
    <section className="stack-tight">
      <h2>{t('web.passkey.title')}</h2>
      <p className="soft">{t('web.passkey.what')}</p>
      {problem === null ? null : <ProblemNote problem={problem} during="writing" />}
      <ul className="plain">
        {(read.data ?? []).map((one) => (
          <li key={one.id} className="session-row">
            <p>
              <b>{nameOf(one)}</b>
              <br />
              <span className="soft">{t('web.passkey.since', { date: formatDate(one.createdAt, language) })}</span>
            </p>
            <Button onClick={() => void remove(one.id)} aria-label={`${t('web.passkey.remove')}: ${nameOf(one)}`}>
              {t('web.passkey.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {hasPasskeys() ? (
        <div>
          <Button onClick={() => void add()}>{t('web.passkey.add')}</Button>
        </div>
      ) : null}
      {waiting === null ? null : <StepUpPanel onProved={waiting} onClose={() => setWaiting(null)} />}
    </section>
  );
}
