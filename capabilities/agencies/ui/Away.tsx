/** Leave and illness: from when to when, and who stands in. Without somebody it is said what happens to the work. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { useTell } from '#design/components/Live.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { asGroup, type Draft } from '#design/forms/draft.ts';
import type { Schema } from '#design/forms/schema.ts';
import { SchemaForm } from '#design/forms/SchemaForm.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { formatDay, formatTime } from '#kernel/texts/format.ts';
import type { Instant } from '#kernel/clock.ts';
import { SetAway, type StaffView } from '../contract.ts';
import { Colleague } from './Colleague.tsx';
import { useWord } from './useWord.ts';
import { localMoment } from './week.ts';

/** Who stands in is chosen from those of the desk, in a list of its own below. */
const dates = { ...SetAway, properties: { from: SetAway.properties.from, until: SetAway.properties.until } };

export function Away({ one }: { one: StaffView }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const tell = useTell();
  const now = useNow();
  const [draft, setDraft] = useState<Draft>(() => (one.away === null ? { from: localMoment(now) } : { from: localMoment(one.away.from), ...(one.away.until === null ? {} : { until: localMoment(one.away.until) }) }));
  const [substitute, setSubstitute] = useState(one.away?.substitute?.appointment ?? '');
  const away = useWord<object>(one.appointment, 'away', one.version);
  const back = useWord<object>(one.appointment, 'back', one.version);
  const when = (at: Instant): string => `${formatDay(at, language)}, ${formatTime(at)}`;

  const send = async (input: unknown): Promise<void> => {
    const done = await away.send({ ...asGroup(input), ...(substitute === '' ? {} : { substitute }) });
    if (done !== null) tell(t('agencies.away.set', { name: one.name }));
  };
  const problem = away.problem ?? back.problem;
  return (
    <section className="stack" aria-labelledby="away">
      <h2 id="away">{t('agencies.away.title')}</h2>
      {one.away === null ? null : (
        <div className="stack-tight">
          <p>
            <strong>
              {one.away.until === null ? t('agencies.away.open', { from: when(one.away.from) }) : t('agencies.away.span', { from: when(one.away.from), until: when(one.away.until) })}
            </strong>
          </p>
          {one.away.substitute === null ? <p className="person-alone">{t('agencies.away.nobody')}</p> : <p>{t('agencies.roster.deputy', { name: one.away.substitute.name })}</p>}
          <div>
            <Button
              busy={back.busy}
              onClick={() =>
                void back.send({}).then((done) => {
                  if (done !== null) tell(t('agencies.away.ended', { name: one.name }));
                })
              }
            >
              {t(one.away.from <= now ? 'agencies.away.end' : 'agencies.away.cancel')}
            </Button>
          </div>
        </div>
      )}
      <SchemaForm
        schema={dates as Schema}
        draft={draft}
        onDraft={setDraft}
        fields={problem?.fields ?? []}
        busy={away.busy}
        action={t(one.away === null ? 'agencies.away.send' : 'agencies.away.change')}
        onSend={(input) => void send(input)}
      >
        <Colleague label={t('agencies.away.substitute')} nobody={t('agencies.away.no-substitute')} people={one.colleagues} value={substitute} onChange={setSubstitute} />
        <p className="soft small">{t(substitute === '' ? 'agencies.away.alone-what' : 'agencies.away.substitute-hint')}</p>
        {problem === null || problem.fields !== undefined ? null : <ProblemNote problem={problem} during="writing" />}
      </SchemaForm>
    </section>
  );
}
