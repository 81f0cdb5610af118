/** Side by side: what was there when it was written, what is there now, what was written. */
import type { ReactNode } from 'react';
import type { ProceedingView } from '#kernel/contract.ts';
import { Badge } from '#design/components/Badge.tsx';
import type { Kept, WrittenStep } from '#design/data/kept/kept.ts';
import { Story } from '#design/proceeding/Story.tsx';
import { Facts, NamesContext } from '#design/records/Facts.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { formatMoment } from '#kernel/texts/format.ts';

export function Sides({ kept, step, now }: { kept: Kept; step: WrittenStep; now: ProceedingView }): ReactNode {
  const t = useText();
  return (
    <div className="decide-sides">
      <section>
        <h4>{t('web.decide.before')}</h4>
        {step.before === null ? null : <Stand view={step.before} />}
      </section>
      <section>
        <h4>{t('web.decide.now')}</h4>
        <Stand view={now} />
        <NamesContext value={now.names}>
          <Story view={now} since={step.before?.sequence ?? step.sequence} />
        </NamesContext>
      </section>
      <Yours kept={kept} />
    </div>
  );
}

function Stand({ view }: { view: ProceedingView }): ReactNode {
  const t = useText();
  const { worker } = view.responsible;
  return (
    <>
      {view.weighed ? (
        <div>
          <Badge danger={view.danger} />
        </div>
      ) : null}
      <dl className="facts">
        <dt>{t('web.list.column.stage')}</dt>
        <dd>{view.stageTitle}</dd>
        <dt>{t('web.decide.worker')}</dt>
        <dd>{worker === null ? t('web.proceeding.no-worker') : worker.name}</dd>
      </dl>
    </>
  );
}

export function Yours({ kept }: { kept: Kept }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const now = useNow();
  const { step, input, pictureName, path } = kept.value;
  // A start's path is `/api/<capability>/<procedure>`.
  const procedure = step?.procedure ?? path.split('/').slice(2, 4).join('.');
  return (
    <section className="decide-mine">
      <h4>{t('web.decide.yours')}</h4>
      <p className="soft small">{t('web.device.written', { time: formatMoment(kept.at, now, language) })}</p>
      <Facts procedure={procedure} {...(step === null ? {} : { step: step.name })} of={input} />
      {pictureName === null ? null : <p>{t('web.device.picture', { name: pictureName })}</p>}
    </section>
  );
}
