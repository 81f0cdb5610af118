/** The shift: how many are open, who is here, a call, and the end of one's shift, which leaves nothing in one's hands. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { formatTime } from '#kernel/texts/format.ts';
import { Button } from '#design/components/Button.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { useCall } from '#design/data/CallProvider.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import type { DeskQueue } from '../../contract.ts';
import type { Phone } from './usePhone.ts';

interface Props {
  readonly queue: DeskQueue | undefined;
  readonly live: boolean;
  readonly phone: Phone;
  /** A call is not offered to one who rests. */
  readonly resting: boolean;
  readonly onKeys: () => void;
}

/** Stages in which a talk is in somebody's hands and cannot wait for the next shift. */
const inHand: readonly string[] = ['talking', 'handing-over'];

export function ShiftBar({ queue, live, phone, resting, onKeys }: Props): ReactNode {
  const t = useText();
  const call = useCall();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const mine = (queue?.items ?? []).filter((i) => i.mine && inHand.includes(i.stage));
  const end = async (): Promise<void> => {
    setAsked(true);
    if (queue === undefined || mine.length > 0) return;
    const answer = await call('/api/session', { method: 'DELETE' });
    if (!answer.ok && answer.status !== 401) return;
    client.clear();
    location.assign('/');
  };
  return (
    <div className="shift">
      <div className="line">
        {resting ? null : (
          <Button kind="main" busy={phone.busy} onClick={() => void phone.take()} aria-keyshortcuts="p">
            {t('helpline.desk.phone')} <kbd>p</kbd>
          </Button>
        )}
        <Button onClick={() => void end()}>{t('helpline.desk.end')}</Button>
        <Button kind="quiet" onClick={onKeys}>
          {t('helpline.desk.keys')} <kbd>?</kbd>
        </Button>
      </div>
      {queue === undefined ? null : (
        <p className="small">
          <b>{t('helpline.desk.open', { count: `${queue.items.length + queue.followed.length}${queue.more ? '+' : ''}` })}</b>
          <span className="soft">
            {queue.shift.length === 0 ? '' : ` · ${t('helpline.desk.shift')} ${queue.shift.map((s) => `${s.me ? t('helpline.desk.me') : s.name} (${s.resting ? `${t('helpline.desk.resting')}, ` : ''}${formatTime(s.until)})`).join(', ')}`}
          </span>
        </p>
      )}
      {live ? null : (
        <p className="small shift-line" role="status">
          {t('helpline.desk.no-line')}
        </p>
      )}
      {phone.problem === null ? null : <ProblemNote problem={phone.problem} during="reading" onAgain={() => void phone.take()} />}
      {asked && mine.length > 0 ? (
        <p className="shift-line" role="alert">
          {t('helpline.desk.end-not', { list: mine.map((i) => i.label).join(', ') })}
        </p>
      ) : null}
    </div>
  );
}
