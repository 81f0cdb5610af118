/** One proceeding, as much of it as the reader may see: what comes next, who answers for it, what is known, its story. */
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { mayExport } from '#cap/exports/contract.ts';
import type { ProceedingView, StepView } from '#kernel/contract.ts';
import { Badge } from '#design/components/Badge.tsx';
import { Button } from '#design/components/Button.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { useSession } from '#design/data/session.tsx';
import { Attach } from '#design/proceeding/Attach.tsx';
import { Deadlines } from '#design/proceeding/Deadlines.tsx';
import { childPage, proceedingApi, proceedingPage, sentPage } from '#design/proceeding/paths.ts';
import { orderSteps } from '#design/proceeding/steps.ts';
import { AnswersContext } from '#design/proceeding/ProblemAnswer.tsx';
import { StepPanel } from '#design/proceeding/StepPanel.tsx';
import { Story } from '#design/proceeding/Story.tsx';
import { isReceipt } from '#design/proceeding/useSend.ts';
import type { Sent } from '#design/proceeding/useSend.ts';
import { Who } from '#design/proceeding/Who.tsx';
import { NamesContext } from '#design/records/Facts.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { formatDateTime } from '#kernel/texts/format.ts';
import { numberOf } from '#kernel/texts/number.ts';
import { Documents } from './Documents.tsx';
import { ProblemPage } from './ProblemPage.tsx';
import { Part, Records } from './Records.tsx';
import { problemAnswers, stepForms } from '../slots.ts';
import './pages.css';

/** Milliseconds between looks at what others did. */
const every = 30_000;

export default function ProceedingPage(): ReactNode {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<ProceedingView>(proceedingApi(id), { every });
  const { refetch } = read;
  const again = useCallback(() => void refetch(), [refetch]);
  return (
    <>
      {read.isError && read.data === undefined ? <ProblemPage problem={read.error.problem} onAgain={again} /> : null}
      {read.isError && read.data !== undefined ? (
        <div className="page">
          <ProblemNote problem={read.error.problem} during="reading" onAgain={again} />
        </div>
      ) : null}
      {read.isPending ? (
        <div className="page">
          <Skeleton lines={8} />
        </div>
      ) : null}
      {read.data === undefined ? null : <Opened key={id} view={read.data} onStale={again} />}
    </>
  );
}

function Opened({ view, onStale }: { view: ProceedingView; onStale: () => void }): ReactNode {
  const t = useText();
  const go = useNavigate();
  const { language } = useLanguage();
  const { step: asked, ...said } = useSearch({ strict: false }) as { step?: string } & Record<string, string>;
  const open = (step: string | null): void =>
    void go({ to: proceedingPage(view.id), search: step === null ? {} : { step }, replace: step === null });
  const onSent = (sent: Sent): void => {
    if (isReceipt(sent)) void go({ to: sentPage(sent.id), search: {}, replace: true });
    else open(null);
  };
  return (
    <Page title={view.label} tab={view.title}>
      <p className="proceeding-head">
        {view.weighed ? <Badge danger={view.danger} /> : null}
        <span>
          {view.title} · <b>{view.stageTitle}</b>
        </span>
        <span className="soft">№ {numberOf(view.id)}</span>
        {view.outcome === null ? null : (
          <span>{t.first([`${view.procedure}.outcome.${view.outcome}`]) ?? view.outcome}</span>
        )}
      </p>
      {view.breakGlass === null ? null : (
        <p className="proceeding-glass" role="note">
          {t('oversight.glass.reading', { at: formatDateTime(view.breakGlass.until, language) })} <Go to={proceedingPage(view.breakGlass.proceeding)}>{t('oversight.break-glass')}</Go>
        </p>
      )}
      {asked === undefined ? null : (
        <AskedStep view={view} name={asked} given={idsOf(said)} onClose={() => open(null)} onSent={onSent} onStale={onStale} />
      )}
      <Steps view={view} onOpen={open} />
      <NamesContext value={view.names}>
        <div className="proceeding-body">
          <div>
            <Part title={t('web.proceeding.next')} id="next">
              <Deadlines deadlines={view.deadlines} />
            </Part>
            <Records view={view} />
            {view.subject.kind === 'child' ? (
              <p>
                <Go to={childPage(view.subject.id)}>{t('web.proceeding.child')}</Go>
              </p>
            ) : null}
            {view.links.length === 0 ? null : (
              <Part title={t('web.proceeding.links')} id="links">
                <ul className="plain links">
                  {view.links.map((link) => (
                    <li key={link.id}>
                      <Go to={proceedingPage(link.id)}>{link.label}</Go>{' '}
                      <span className="soft">
                        {link.title}
                        {link.final ? ` · ${t('web.proceeding.closed')}` : ''}
                      </span>
                    </li>
                  ))}
                </ul>
              </Part>
            )}
          </div>
          <div>
            <Part title={t('web.proceeding.who')} id="who">
              <Who responsible={view.responsible} />
            </Part>
            {view.documents.length === 0 ? null : (
              <Part title={t('web.documents.title')} id="documents">
                <Documents documents={view.documents} />
              </Part>
            )}
            <Part title={t('web.proceeding.story')} id="story">
              <TakeOut view={view} />
              <AddFile view={view} onSent={onSent} onStale={onStale} />
              <Story view={view} />
            </Part>
          </div>
        </div>
      </NamesContext>
    </Page>
  );
}

/** A link may choose for a form, by ids; it puts no words into anybody's mouth. */
const idsOf = (said: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)));

function TakeOut({ view }: { view: ProceedingView }): ReactNode {
  const t = useText();
  const { role } = useSession();
  return mayExport(role, 'proceeding') && !view.erased && view.breakGlass === null ? (
    <p>
      <Go to="/exports" search={{ proceeding: view.id }}>
        {t('web.exports.open')}
      </Go>
    </p>
  ) : null;
}

function AddFile({ view, onSent, onStale }: { view: ProceedingView; onSent: (sent: Sent) => void; onStale: () => void }): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  if (view.attach === null) return null;
  const close = (): void => setOpen(false);
  const sent = (answer: Sent): void => {
    close();
    if (isReceipt(answer)) onSent(answer);
  };
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('web.attach.open')}</Button>
      {open ? <Attach view={view} attach={view.attach} onClose={close} onSent={sent} onStale={onStale} /> : null}
    </div>
  );
}

function Steps({ view, onOpen }: { view: ProceedingView; onOpen: (step: string) => void }): ReactNode {
  const t = useText();
  if (view.steps.length === 0)
    return <p className="soft">{t(view.final ? 'web.proceeding.is-closed' : 'web.proceeding.not-mine')}</p>;
  const { first, more, common } = orderSteps(view.steps, view.responsible.escalatedTo !== null);
  const plain = (step: StepView): ReactNode => (
    <Button key={step.name} onClick={() => onOpen(step.name)}>
      {step.title}
    </Button>
  );
  const quiet = (step: StepView): ReactNode => (
    <Button key={step.name} kind="quiet" onClick={() => onOpen(step.name)}>
      {step.title}
    </Button>
  );
  return (
    <div className="stack-tight" role="group" aria-label={t('web.proceeding.steps')}>
      <div className="proceeding-steps">
        {first.map((step, i) =>
          i === 0 ? (
            <Button key={step.name} kind="main" onClick={() => onOpen(step.name)}>
              {step.title}
            </Button>
          ) : (
            plain(step)
          ),
        )}
        {more.length === 0 ? common.map(quiet) : null}
      </div>
      {more.length === 0 ? null : (
        <details className="more-steps">
          <summary>{t('web.proceeding.more-steps', { count: more.length + common.length })}</summary>
          <div className="proceeding-steps">
            {more.map(plain)}
            {common.map(quiet)}
          </div>
        </details>
      )}
    </div>
  );
}

interface AskedProps {
  readonly view: ProceedingView;
  readonly name: string;
  readonly given: Readonly<Record<string, string>>;
  readonly onClose: () => void;
  readonly onSent: (sent: Sent) => void;
  readonly onStale: () => void;
}

/** The step in the address. It stays open when the view changes under it, so that nothing typed disappears. */
function AskedStep({ view, name, ...rest }: AskedProps): ReactNode {
  const t = useText();
  const offered = view.steps.find((s) => s.name === name);
  const [held, setHeld] = useState(offered);
  if (offered !== undefined && offered !== held) setHeld(offered);
  const step = offered ?? (held?.name === name ? held : undefined);
  if (step === undefined) {
    return (
      <p className="problem" role="status">
        {t('web.step.gone')}
      </p>
    );
  }
  const form = stepForms.get(`${view.procedure}/${name}`) ?? null;
  return (
    <AnswersContext value={problemAnswers}>
      <StepPanel key={name} view={view} step={step} gone={offered === undefined} form={form} {...rest} />
    </AnswersContext>
  );
}
