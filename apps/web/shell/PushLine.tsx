/** A switch: tell me on this device what cannot wait. Only where the house pushes and the browser can be pushed to. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { PushState } from '#kernel/contract.ts';
import { Tick } from '#design/components/inputs.tsx';
import { useTell } from '#design/components/Live.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { useCall, useRead } from '#design/data/CallProvider.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { pushHere, pushPath, switchOff, switchOn, type Switched } from '../offline/push.ts';

export function PushLine(): ReactNode {
  const t = useText();
  const call = useCall();
  const tell = useTell();
  const { language } = useLanguage();
  const read = useRead<PushState>(pushPath, { anyLanguage: true });
  const here = useQuery({ queryKey: ['device', pushPath], queryFn: pushHere, staleTime: 0, retry: false });
  const [last, setLast] = useState<Switched | null>(null);
  const [busy, setBusy] = useState(false);
  const key = read.data?.key ?? null;
  if (key === null || here.data == null) return null;
  const { device } = here.data;
  const on = device !== null && read.data?.devices.includes(device) === true;

  const change = async (wanted: boolean): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const switched = await (wanted ? switchOn(call, key, language) : switchOff(call));
    setBusy(false);
    setLast(switched);
    if (switched.stage === 'done') tell(t(wanted ? 'web.push.is-on' : 'web.push.is-off'));
    await Promise.all([read.refetch(), here.refetch()]);
  };
  const error = last?.stage === 'refused' ? t('web.push.refused') : last?.stage === 'unreachable' ? t('web.push.unreachable') : null;
  return (
    <div className="stack-tight">
      <Tick id="push-here" label={t('web.push.on')} value={on} error={error} onChange={(wanted) => void change(wanted)} />
      <p className="soft small">{t('web.push.what')}</p>
      {last?.stage === 'problem' ? <ProblemNote problem={last.problem} during="reading" /> : null}
    </div>
  );
}
