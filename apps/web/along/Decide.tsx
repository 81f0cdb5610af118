/**
 * What was written and could not be sent as it was: what was there when it was written, what is there now, what was written.
 * The person decides; until then nothing is lost and nothing is sent.
 */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ProceedingView } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import type { Kept, WrittenStep } from '#design/data/kept/kept.ts';
import { useKept } from '#design/data/kept/KeptProvider.tsx';
import type { Stopped } from '#design/data/kept/send.ts';
import type { Schema } from '#design/forms/schema.ts';
import { proceedingApi } from '#design/proceeding/paths.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { formatMoment } from '#kernel/texts/format.ts';
import { FieldForm } from './FieldForm.tsx';
import { inWords } from './inWords.ts';
import { Sides, Yours } from './Sides.tsx';
import './along.css';

interface Props {
  readonly kept: Kept;
  readonly why: Stopped;
}

export function Decide({ kept, why }: Props): ReactNode {
  const t = useText();
  const { step } = kept.value;
  if (why.state === 'gone') return <Gone kept={kept} />;
  return (
    <article className="decide" aria-labelledby={`decide-${kept.id}`}>
      <h3 id={`decide-${kept.id}`}>
        {kept.value.title} · {kept.value.about}
      </h3>
      <p>{t(why.state === 'changed' ? 'web.decide.changed' : 'web.decide.refused')}. {t('web.decide.kept')}</p>
      {why.state === 'refused' ? <ProblemNote problem={why.problem} during="reading" /> : null}
      {step === null ? <OfStart kept={kept} /> : <OfStep kept={kept} step={step} changed={why.state === 'changed'} />}
      <Drop id={kept.id} />
    </article>
  );
}

/** Access is gone: what was written is not shown from here any more, and is not destroyed. */
function Gone({ kept }: { kept: Kept }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const now = useNow();
  const { settle } = useKept();
  return (
    <article className="decide" aria-labelledby={`decide-${kept.id}`}>
      <h3 id={`decide-${kept.id}`}>{t('web.decide.gone')}</h3>
      <p>{t('web.decide.gone-what')}</p>
      <p className="soft small">{t('web.device.written', { time: formatMoment(kept.at, now, language) })}</p>
      <div>
        <Button onClick={() => void settle(kept.id, kept.value)}>{t('web.decide.again')}</Button>
      </div>
    </article>
  );
}

/** What it was refused for may be over: of a start there is nothing to compare, so it is sent once more, under the same key. */
function OfStart({ kept }: { kept: Kept }): ReactNode {
  const t = useText();
  const { settle } = useKept();
  return (
    <>
      <Yours kept={kept} />
      <div>
        <Button kind="main" onClick={() => void settle(kept.id, kept.value)}>
          {t('web.decide.again')}
        </Button>
      </div>
    </>
  );
}

function OfStep({ kept, step, changed }: { kept: Kept; step: WrittenStep; changed: boolean }): ReactNode {
  const t = useText();
  const read = useRead<ProceedingView>(proceedingApi(step.proceeding));
  if (read.data === undefined) return read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : <Skeleton />;
  return (
    <>
      <Sides kept={kept} step={step} now={read.data} />
      <Ways kept={kept} step={step} now={read.data} changed={changed} />
      {read.data.steps.some((s) => s.name === step.name) ? null : <p>{t('web.step.gone')}</p>}
    </>
  );
}

/** What can be done with it as the proceeding stands now. */
function Ways({ kept, step, now, changed }: { kept: Kept; step: WrittenStep; now: ProceedingView; changed: boolean }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const names = useNames();
  const { settle } = useKept();
  const [correcting, setCorrecting] = useState(false);
  const offered = now.steps.find((s) => s.name === step.name);
  const note = now.steps.find((s) => s.name === 'note');
  const on = { ...step, sequence: now.sequence, before: now };
  const asNote = (href: string): void => {
    const text = inWords(t, language, { procedure: step.procedure, step: step.name, names: Object.fromEntries(Object.entries(now.names).map(([id, one]) => [id, names(one)])) }, kept.value.input);
    void settle(kept.id, { ...kept.value, path: href, input: { text: `${kept.value.title}\n${text}` }, step: { ...on, name: 'note' } });
  };
  return (
    <div className="proceeding-steps">
      {offered !== undefined && changed ? (
        <Button kind="main" onClick={() => void settle(kept.id, { ...kept.value, step: on })}>
          {t('web.decide.send')}
        </Button>
      ) : null}
      {offered === undefined ? null : <Button onClick={() => setCorrecting(true)}>{t('web.decide.change')}</Button>}
      {offered === undefined && note !== undefined ? <Button onClick={() => asNote(note.href)}>{t('web.decide.note')}</Button> : null}
      {offered !== undefined && correcting ? <Correcting kept={kept} step={on} now={now} offered={offered} onClose={() => setCorrecting(false)} /> : null}
    </div>
  );
}

function Correcting({ kept, step, now, offered, onClose }: { kept: Kept; step: WrittenStep; now: ProceedingView; offered: ProceedingView['steps'][number]; onClose: () => void }): ReactNode {
  const { settle } = useKept();
  const schema = useRead<Schema>(offered.input.$ref, { immutable: true, anyLanguage: true });
  if (schema.data === undefined) return null;
  return (
    <FieldForm
      view={now}
      step={offered}
      schema={schema.data}
      given={{ draft: step.draft, pictureName: kept.value.pictureName, picture: kept.bytes }}
      onClose={onClose}
      onWritten={async ({ input, draft, picture }) => {
        await settle(kept.id, { ...kept.value, input, pictureName: picture?.name ?? null, step: { ...step, draft } }, picture?.content ?? null);
      }}
    />
  );
}

/** Asked once more, in words. */
function Drop({ id }: { id: string }): ReactNode {
  const t = useText();
  const { drop } = useKept();
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <div>
        <Button kind="quiet" onClick={() => setAsked(true)}>
          {t('web.decide.drop')}
        </Button>
      </div>
    );
  return (
    <div className="stack-tight" role="group" aria-label={t('web.decide.drop')}>
      <p>{t('web.decide.sure')}</p>
      <div className="proceeding-steps">
        <Button onClick={() => void drop(id)}>{t('web.decide.drop-it')}</Button>
        <Button kind="quiet" onClick={() => setAsked(false)}>
          {t('web.decide.keep-it')}
        </Button>
      </div>
    </div>
  );
}
