/** What leaves as a file: asked for with a purpose, fetched for a day under a password shown once, and everything that was taken out before. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { mayExport, scopes, type ExportInput, type ExportList, type ExportMade, type ExportView } from '#cap/exports/contract.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import { formatDateTime } from '#kernel/texts/format.ts';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { newAttempt } from '#design/data/attempt.ts';
import type { ProblemDocument } from '#design/data/call.ts';
import { forgetReads, useCall, useRead } from '#design/data/CallProvider.tsx';
import { useSession } from '#design/data/session.tsx';
import { proceedingApi } from '#design/proceeding/paths.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { wholeProblem } from './account.ts';
import { ExportCheck } from './ExportCheck.tsx';
import { ExportForm, type ListAsked } from './ExportForm.tsx';
import { PasswordPanel } from './PasswordPanel.tsx';
import { StepUpPanel } from './StepUpPanel.tsx';
import './pages.css';

const path = '/api/exports';
const attempt = newAttempt();

export default function Exports(): ReactNode {
  const t = useText();
  const { role } = useSession();
  const call = useCall();
  const client = useQueryClient();
  const { proceeding, ...asked } = useSearch({ strict: false }) as { proceeding?: string } & Record<string, string | undefined>;
  const of = proceeding === undefined ? listAsked(asked) : null;
  const about = useRead<ProceedingView>(proceedingApi(proceeding ?? ''), { enabled: proceeding !== undefined });
  const read = useRead<ExportList>(path);
  /** Kept while one proves who one is. */
  const [wish, setWish] = useState<ExportInput | null>(null);
  const [made, setMade] = useState<ExportMade | null>(null);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const [busy, setBusy] = useState(false);

  const send = async (body: ExportInput): Promise<void> => {
    setWish(null);
    setBusy(true);
    const answer = await call<ExportMade>(path, { method: 'POST', body, key: attempt.key() });
    attempt.answered(answer);
    setBusy(false);
    if (!answer.ok && answer.problem.code === 'step-up-needed') return setWish(body);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setMade(answer.data);
    await forgetReads(client);
  };
  const closed = (): void => {
    setMade(null);
    void read.refetch();
  };
  const what = proceeding === undefined ? 'list' : 'proceeding';
  const whole = wholeProblem(problem);
  return (
    <Page title={t('web.exports.title')}>
      <p className="soft measure">{t('web.exports.what')}</p>
      {whole === null ? null : <ProblemNote problem={whole} during="writing" />}
      {mayExport(role, what) && (what === 'list' || about.data !== undefined) ? (
        <ExportForm key={`${made?.id ?? ''} ${of?.scope ?? ''}`} about={about.data ?? null} of={of} problem={problem} busy={busy} onSend={(body) => void send(body)} />
      ) : null}
      {mayExport(role, what) ? null : <p>{t('web.exports.from-case')}</p>}
      {about.isError ? <ProblemNote problem={about.error.problem} during="reading" /> : null}
      <h2>{t('web.exports.before')}</h2>
      {read.isPending ? <Skeleton lines={4} /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {read.data?.exports.length === 0 ? <p className="soft">{t('web.exports.none')}</p> : null}
      <ul className="plain export-list">
        {(read.data?.exports ?? []).map((one) => (
          <Line key={one.id} one={one} onFetched={() => void read.refetch()} />
        ))}
      </ul>
      {read.data === undefined || read.data.exports.length === 0 ? null : <ExportCheck exports={read.data.exports} />}
      {wish === null ? null : <StepUpPanel onProved={() => void send(wish)} onClose={() => setWish(null)} />}
      {made === null ? null : <PasswordPanel made={made} onClose={closed} />}
    </Page>
  );
}

/** The list that a page showed; null where the address names none. */
function listAsked({ scope, procedure, worker }: Readonly<Record<string, string | undefined>>): ListAsked | null {
  const known = scopes.find((one) => one === scope);
  return known === undefined ? null : { scope: known, procedure, worker };
}

/** Long enough for the browser to have begun; then the list says how often it is left. */
const begun = 1500;

function Line({ one, onFetched }: { one: ExportView; onFetched: () => void }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  return (
    <li className="export-line">
      <p>
        <b>{t(`exports.purpose.${one.purpose}`)}</b> · {t(one.what === 'proceeding' ? 'web.exports.one' : 'web.exports.list', { rows: one.rows })}
        <br />
        {one.words}
        <br />
        <span className="soft">
          № {one.number} · {one.by} · {formatDateTime(one.at, language)}
        </span>
      </p>
      {one.file === null ? (
        <p className="soft">{t(one.own ? 'web.exports.gone' : 'web.exports.theirs')}</p>
      ) : (
        <p>
          <a className="button" href={one.file} download onClick={() => setTimeout(onFetched, begun)}>
            {t('web.exports.fetch')}
          </a>
          <br />
          <span className="soft">{t('web.exports.until', { until: formatDateTime(one.until, language), left: one.left })}</span>
        </p>
      )}
    </li>
  );
}
