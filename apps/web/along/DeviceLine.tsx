/** One calm line under the head: whether there is a network, what is taken along, what waits. Silent when there is nothing to say. */
import type { ReactNode } from 'react';
import { Go } from '#design/components/Go.tsx';
import { useAlong } from '#design/data/kept/AlongProvider.tsx';
import { useKept } from '#design/data/kept/KeptProvider.tsx';
import { useReach } from '#design/data/reach.ts';
import { devicePage } from '#design/proceeding/paths.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import './along.css';

export function DeviceLine(): ReactNode {
  const t = useText();
  const reached = useReach();
  const { taken } = useAlong();
  const { waiting, stopped, arrived, locked } = useKept();
  const counts = [
    ['stopped', stopped.size],
    ['waiting', waiting.length - stopped.size],
    ['locked', locked],
    ['sent', arrived.length],
    ['taken', taken?.length ?? 0],
  ] as const;
  const told = counts.filter(([, count]) => count > 0);
  return (
    <div className="device-line" role="status" aria-live="polite">
      {reached ? null : <b>{t('web.device.offline')}</b>}
      {told.length === 0 ? null : (
        <Go to={devicePage} className={stopped.size > 0 ? 'device-counts device-asks' : 'device-counts'}>
          {told.map(([name, count]) => (
            <span key={name}>{t(`web.device.count.${name}`, { count })}</span>
          ))}
        </Go>
      )}
    </div>
  );
}
