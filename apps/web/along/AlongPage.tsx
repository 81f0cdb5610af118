/** A proceeding that was taken along: as it was seen then, with the steps that may be recorded without a network. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import type { StepView } from '#kernel/contract.ts';
import { Badge } from '#design/components/Badge.tsx';
import { Button } from '#design/components/Button.tsx';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { Go } from '#design/components/Go.tsx';
import { useTell } from '#design/components/Live.tsx';
import { Page } from '#design/components/Page.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useAlong } from '#design/data/kept/AlongProvider.tsx';
import type { Taken } from '#design/data/kept/kept.ts';
import { useKept } from '#design/data/kept/KeptProvider.tsx';
import type { Item } from '#design/data/kept/shelf.ts';
import { useReach } from '#design/data/reach.ts';
import { Deadlines } from '#design/proceeding/Deadlines.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { Story } from '#design/proceeding/Story.tsx';
import { Who } from '#design/proceeding/Who.tsx';
import { NamesContext } from '#design/records/Facts.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { formatMoment } from '#kernel/texts/format.ts';
import { Part, Records } from '../pages/Records.tsx';
import { FieldForm } from './FieldForm.tsx';
import { KeptList } from './KeptList.tsx';
import '#design/proceeding/proceeding.css';
import '../pages/pages.css';
import './along.css';

export default function AlongPage(): ReactNode {
  const t = useText();
  const { id } = useParams({ strict: false }) as { id: string };
  const { taken } = useAlong();
  const item = taken?.find((one) => one.id === id);
  if (item !== undefined) return <Opened key={id} item={item} />;
  if (taken === null)
    return (
      <div className="page">
        <Skeleton lines={8} />
      </div>
    );
  return (
    <Page title={t('web.along.mine')}>
      <EmptyState title={t('web.along.absent')} what={t('web.along.absent-what')}>
        <Go to="/" className="button">
          {t('web.nav.day')}
        </Go>
      </EmptyState>
    </Page>
  );
}

function Opened({ item }: { item: Item<Taken> }): ReactNode {
  const t = useText();
  const tell = useTell();
  const { language } = useLanguage();
  const now = useNow();
  const reached = useReach();
  const { keep, waiting } = useKept();
  const [step, setStep] = useState<StepView | null>(null);
  const { view, forms } = item.value;
  const own = waiting.filter((kept) => kept.value.step?.proceeding === view.id);
  const schema = step === null ? undefined : forms[step.name];
  return (
    <Page title={view.label} tab={view.title}>
      <p className="proceeding-head">
        {view.weighed ? <Badge danger={view.danger} /> : null}
        <span>
          {view.title} · <b>{view.stageTitle}</b>
        </span>
        {reached ? <Go to={proceedingPage(view.id)}>{t('web.along.whole')}</Go> : null}
      </p>
      <p className="soft">{t('web.along.since', { time: formatMoment(item.at, now, language) })}</p>
      <div className="proceeding-steps along-steps">
        {view.steps
          .filter((s) => forms[s.name] !== undefined)
          .map((s, i) => (
            <Button key={s.name} kind={i === 0 ? 'main' : 'plain'} onClick={() => setStep(s)}>
              {s.title}
            </Button>
          ))}
      </div>
      <KeptList items={own} />
      {step === null || schema === undefined ? null : (
        <FieldForm
          view={view}
          step={step}
          schema={schema}
          onClose={() => setStep(null)}
          onWritten={async ({ input, draft, picture }) => {
            await keep({
              path: step.href, input, picture, title: step.title, about: view.label,
              step: { proceeding: view.id, procedure: view.procedure, name: step.name, sequence: view.sequence, draft, before: view },
            });
            setStep(null);
            tell(t('web.along.kept'));
          }}
        />
      )}
      <NamesContext value={view.names}>
        <div className="proceeding-body">
          <div>
            <Records view={view} />
            <Part title={t('web.proceeding.next')} id="next">
              <Deadlines deadlines={view.deadlines} />
            </Part>
          </div>
          <div>
            <Part title={t('web.proceeding.who')} id="who">
              <Who responsible={view.responsible} />
            </Part>
            <Part title={t('web.proceeding.story')} id="story">
              <Story view={view} />
            </Part>
          </div>
        </div>
      </NamesContext>
    </Page>
  );
}
