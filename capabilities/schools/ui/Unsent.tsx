/** What of this person is kept on this device and not sent, what the server refused, and what has arrived. */
import type { ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { Go } from '#design/components/Go.tsx';
import type { Kept } from '#design/data/kept/kept.ts';
import { useKept } from '#design/data/kept/KeptProvider.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { formatDateTime } from '#kernel/texts/format.ts';
import { procedures } from '../contract.ts';
import type { ConcernInput } from '../domain/concern/inputs.ts';

const path = `/api/${procedures.concern.replace('.', '/')}`;

export function Unsent({ onCorrect }: { onCorrect: (kept: Kept) => void }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { waiting, stopped, arrived, others, lasting, settle, sendNow } = useKept();
  const own = waiting.filter((k) => k.value.path === path);
  return (
    <div className="concern-kept" role="status" aria-live="polite">
      {own.map((kept) => {
        const input = kept.value.input as ConcernInput;
        const why = stopped.get(kept.id);
        const problem = why?.state === 'refused' ? why.problem : undefined;
        const who = [input.name, input.className].filter((w) => w !== undefined).join(', ');
        return problem === undefined ? (
          <div key={kept.id} className="concern-waits">
            <b>{t('schools.worry.not-sent')}</b>
            <p>{t('schools.worry.not-sent-what', { who, time: formatDateTime(kept.at, language) })}</p>
            {lasting ? null : <p>{t('schools.worry.keep-open')}</p>}
            <Button onClick={() => void sendNow()}>{t('schools.worry.send-now')}</Button>
          </div>
        ) : (
          <div key={kept.id} className="concern-waits">
            <b>{t('schools.worry.refused', { who })}</b>
            <p>{problem.title || t(`web.problem.${problem.code}.title`)}</p>
            <div className="concern-ways">
              <Button onClick={() => onCorrect(kept)}>{t('schools.worry.correct')}</Button>
              <Button onClick={() => void settle(kept.id, kept.value)}>{t('schools.worry.send-now')}</Button>
            </div>
          </div>
        );
      })}
      {arrived.filter((one) => one.path === path).map(({ proceeding, view, pictureLost }) => (
        <div key={proceeding} className="concern-arrived">
          <b>{t('schools.worry.arrived')}</b>
          <p>{t('schools.worry.arrived-what')}</p>
          {pictureLost ? <p>{t('schools.worry.picture-lost')}</p> : null}
          {/* What is about his own house is open to nobody of it, nor to whoever wrote it. */}
          {view === null ? <p>{t('schools.worry.arrived-past')}</p> : <Go to={proceedingPage(proceeding)}>{t('schools.worry.open')}</Go>}
        </div>
      ))}
      {others === 0 ? null : <p className="soft">{t('schools.worry.others', { count: others })}</p>}
    </div>
  );
}
