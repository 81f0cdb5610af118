/** A head changes a line of the roster or takes it back. Beforehand he reads who answers then if nobody does. */
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '#design/components/Button.tsx';
import { useTell } from '#design/components/Live.tsx';
import { Panel } from '#design/components/Panel.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { newAttempt } from '#design/data/attempt.ts';
import type { ProblemDocument } from '#design/data/call.ts';
import { forgetReads, useCall } from '#design/data/CallProvider.tsx';
import { useSession } from '#design/data/session.tsx';
import type { Draft } from '#design/forms/draft.ts';
import { PlaceContext } from '#design/forms/FormContext.ts';
import type { Schema } from '#design/forms/schema.ts';
import { SchemaForm } from '#design/forms/SchemaForm.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { AddDuty, type RosterLine, type RosterOfRole } from '../contract.ts';
import { gapsWithout } from '../domain/gaps.ts';
import { formatPhone } from '../domain/phone.ts';
import { LineChanges } from './LineChanges.tsx';
import { useDayStretch } from './stretch.ts';
import { localMoment } from './week.ts';

interface Props {
  /** The line as it stood when the panel was opened. */
  readonly line: RosterLine;
  /** The roster as it is now; another may have changed it meanwhile. */
  readonly roster: RosterOfRole;
  readonly onClose: () => void;
}

const draftOf = (line: RosterLine): Draft => ({
  appointment: line.who.appointment,
  ...(line.deputy === null ? {} : { deputy: line.deputy.appointment }),
  starts: localMoment(line.starts),
  ends: localMoment(line.ends),
  phone: formatPhone(line.phone),
});

export function ChangeDutyPanel({ line, roster, onClose }: Props): ReactNode {
  const t = useText();
  const tell = useTell();
  const call = useCall();
  const client = useQueryClient();
  const session = useSession();
  const now = useNow();
  const stretch = useDayStretch();
  const [attempt, removal] = useMemo(() => [newAttempt(), newAttempt()], []);
  const [draft, setDraft] = useState<Draft>(() => draftOf(line));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const current = roster.lines.find((l) => l.id === line.id);
  const stale = problem?.status === 412;
  // Who was told that it had changed, and sends again, writes on what he was then shown.
  const seen = stale && current !== undefined ? current.version : line.version;
  const begun = line.starts <= now;

  // The pickers show names; these two are known here already.
  useEffect(() => {
    for (const one of [line.who, line.deputy]) if (one !== null) client.setQueryData(['pick', one.appointment], { id: one.appointment, label: one.name, detail: null });
  }, [client, line]);

  const send = async (what: 'change' | 'remove', input: unknown): Promise<void> => {
    setBusy(true);
    const sending = what === 'change' ? attempt : removal;
    const answer = await call<RosterLine>(`/api/agencies/rosters/${line.id}/${what}`, { method: 'POST', body: input, key: sending.key(), sequence: seen });
    sending.answered(answer);
    await forgetReads(client);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    tell(t(what === 'change' ? 'agencies.roster.changed' : begun ? 'agencies.roster.ended' : 'agencies.roster.removed', { name: line.who.name }));
    onClose();
  };
  const empty = gapsWithout({ ...roster, lines: roster.lines.filter((l) => !l.away) }, line, now);
  return (
    <Panel title={t('agencies.roster.change')} onClose={onClose}>
      <div className="stack">
        <p>
          <strong>{line.who.name}</strong> · {stretch(line.starts, line.ends)}
        </p>
        {begun ? <p className="soft">{t('agencies.roster.begun')}</p> : null}
        <PlaceContext value={{ region: session.region, organisation: session.organisation.id }}>
          <SchemaForm
            schema={AddDuty as Schema}
            draft={draft}
            onDraft={setDraft}
            fields={problem?.fields ?? []}
            busy={busy}
            action={t('agencies.roster.save')}
            onSend={(input) => void send('change', input)}
          >
            {problem === null || problem.fields !== undefined ? null : (
              <ProblemNote problem={problem} during="writing">
                {!stale ? null : current === undefined ? (
                  <p>{t('agencies.roster.gone')}</p>
                ) : (
                  <p>{t('agencies.roster.stands', { name: current.who.name, when: stretch(current.starts, current.ends), phone: formatPhone(current.phone) })}</p>
                )}
              </ProblemNote>
            )}
          </SchemaForm>
        </PlaceContext>
        <section className="stack-tight roster-removal" aria-labelledby="roster-removal">
          <h3 id="roster-removal">{t(begun ? 'agencies.roster.end-now' : 'agencies.roster.remove')}</h3>
          <p className={empty.length === 0 ? 'roster-well' : 'roster-short'}>
            {empty.length === 0
              ? t('agencies.roster.still-covered')
              : t('agencies.roster.then-nobody', { when: empty.map((gap) => stretch(gap.from, gap.to)).join('; ') })}
          </p>
          <div>
            <Button busy={busy} onClick={() => void send('remove', {})}>
              {t(begun ? 'agencies.roster.end-now-of' : 'agencies.roster.remove-of', { name: line.who.name })}
            </Button>
          </div>
        </section>
        <LineChanges line={line.id} />
      </div>
    </Panel>
  );
}
