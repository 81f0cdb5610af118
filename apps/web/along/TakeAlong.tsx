/** On my day: what is taken along to be read and recorded without a network, and the button that takes it. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DayItem } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { Many } from '#design/components/inputs.tsx';
import { useTell } from '#design/components/Live.tsx';
import { Panel } from '#design/components/Panel.tsx';
import { useAlong } from '#design/data/kept/AlongProvider.tsx';
import { useReach } from '#design/data/reach.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { partOf, type DayPart } from '../pages/day.ts';
import { hasField } from '../slots.ts';
import { TakenList } from './TakenList.tsx';
import './along.css';

/** What is for today; the rest of the list may be chosen as well. */
const today: readonly DayPart[] = ['escalated', 'now', 'today'];

export function TakeAlong({ items }: { items: readonly DayItem[] }): ReactNode {
  const t = useText();
  const reached = useReach();
  const { taken, lost } = useAlong();
  const [open, setOpen] = useState(false);
  const visits = items.filter((item) => item.step !== null && hasField(item.procedure));
  const mayTake = reached && visits.length > 0;
  if (!mayTake && lost === 0 && (taken === null || taken.length === 0)) return null;
  return (
    <>
      <section className="day-part" aria-labelledby="along">
        <h2 id="along">{t('web.along.mine')}</h2>
        {lost === 0 ? null : (
          <p className="kept-note" role="status">
            {t('web.along.lost', { count: lost })}
          </p>
        )}
        <TakenList />
        {mayTake ? (
          <div>
            <Button onClick={() => setOpen(true)}>{t('web.along.open')}</Button>
          </div>
        ) : null}
      </section>
      {open ? <Chooser visits={visits} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Chooser({ visits, onClose }: { visits: readonly DayItem[]; onClose: () => void }): ReactNode {
  const t = useText();
  const tell = useTell();
  const now = useNow();
  const { take } = useAlong();
  const [chosen, setChosen] = useState<readonly string[]>(() => visits.filter((item) => today.includes(partOf(item, now))).map((item) => item.proceeding));
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(0);

  const onTake = async (): Promise<void> => {
    setBusy(true);
    const count = await take(chosen);
    setBusy(false);
    setFailed(chosen.length - count);
    if (count > 0) tell(t('web.along.done', { count }));
    if (count === chosen.length) onClose();
  };
  return (
    <Panel title={t('web.along.title')} onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('web.along.what')}</p>
        {failed === 0 ? null : (
          <p className="problem" role="alert">
            {t('web.along.failed', { count: failed })}
          </p>
        )}
        <Many
          id="along-visits"
          label={t('web.along.choose')}
          options={visits.map((item) => ({ value: item.proceeding, label: `${item.label} · ${item.stageTitle}` }))}
          values={chosen}
          onChange={setChosen}
        />
        <div>
          <Button kind="main" busy={busy || chosen.length === 0} onClick={() => void onTake()}>
            {t('web.along.take')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
