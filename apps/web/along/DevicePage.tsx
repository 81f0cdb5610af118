/** What is on this device: what needs a decision, what waits to be sent, what was sent, what was taken along. */
import type { ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { useAlong } from '#design/data/kept/AlongProvider.tsx';
import { useKept } from '#design/data/kept/KeptProvider.tsx';
import { useReach } from '#design/data/reach.ts';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { Part } from '../pages/Records.tsx';
import { Decide } from './Decide.tsx';
import { KeptList } from './KeptList.tsx';
import { TakenList } from './TakenList.tsx';
import '../pages/pages.css';
import './along.css';

export default function DevicePage(): ReactNode {
  const t = useText();
  const reached = useReach();
  const { taken } = useAlong();
  const { waiting, stopped, arrived, others, locked, sendNow } = useKept();
  const asks = waiting.flatMap((kept) => {
    const why = stopped.get(kept.id);
    return why === undefined ? [] : [{ kept, why }];
  });
  const rest = waiting.filter((kept) => !stopped.has(kept.id));
  return (
    <Page title={t('web.device.title')}>
      <p>{t(reached ? 'web.device.online' : 'web.device.offline')}</p>
      {asks.length === 0 ? null : (
        <Part id="stopped" title={t('web.device.stopped')}>
          {asks.map(({ kept, why }) => (
            <Decide key={kept.id} kept={kept} why={why} />
          ))}
        </Part>
      )}
      <Part id="waiting" title={t('web.device.waiting')}>
        {rest.length === 0 && locked === 0 ? <p className="soft">{t('web.device.nothing')}</p> : null}
        {locked === 0 ? null : (
          <p className="kept-note" role="note">
            {t('web.device.no-key', { count: locked })}
          </p>
        )}
        <KeptList items={rest} />
        {rest.length === 0 ? null : (
          <div>
            <Button onClick={() => void sendNow()}>{t('web.device.send-now')}</Button>
          </div>
        )}
        {others === 0 ? null : <p className="soft">{t('web.device.others', { count: others })}</p>}
      </Part>
      {arrived.length === 0 ? null : (
        <Part id="sent" title={t('web.device.sent')}>
          <ul className="plain stack-tight">
            {arrived.map(({ proceeding, sequence, title, about, view, pictureLost }) => (
              <li key={`${proceeding} ${sequence}`} className="kept-note kept-note-sent">
                <b>
                  {title} · {view === null ? about : <Go to={proceedingPage(proceeding)}>{about}</Go>}
                </b>
                {pictureLost ? <span>{t('web.device.picture-lost')}</span> : null}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {taken === null || taken.length === 0 ? null : (
        <Part id="taken" title={t('web.along.mine')}>
          <TakenList />
        </Part>
      )}
    </Page>
  );
}
