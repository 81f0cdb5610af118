/** Who are you? In the demo: choose somebody who is not there. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { DemoAppointment } from '#kernel/contract.ts';
import { TextInput } from '#design/components/inputs.tsx';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { Mark } from '#design/components/Mark.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import type { ProblemDocument } from '#design/data/call.ts';
import { newAttempt } from '#design/data/attempt.ts';
import { useCall, useRead } from '#design/data/CallProvider.tsx';
import { useNames, useText } from '#design/texts/TextProvider.tsx';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';
import { findPlaces } from './signIn.ts';
import type { House, Place } from './signIn.ts';
import './SignIn.css';

const demoPath = '/api/session/demo';

export default function SignIn(): ReactNode {
  const t = useText();
  const names = useNames();
  const call = useCall();
  const client = useQueryClient();
  const read = useRead<readonly DemoAppointment[]>(demoPath);
  const [text, setText] = useState('');
  const [attempt] = useState(newAttempt);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);

  const enter = async (appointment: string): Promise<void> => {
    const answer = await call(demoPath, { method: 'POST', body: { appointment }, key: attempt.key() });
    attempt.answered(answer);
    if (answer.ok) {
      // What the one before saw must not be seen by the next.
      client.removeQueries({ queryKey: ['pick'] });
      await client.resetQueries({ queryKey: ['read'] });
    } else {
      setProblem(answer.problem);
    }
  };

  const places = findPlaces(read.data ?? [], text, names);
  const searched = text.trim() !== '';
  const placeName = (place: Place): string =>
    place.kind === 'place'
      ? place.name
      : t(place.kind === 'country' ? 'web.sign-in.country' : 'web.sign-in.other-regions');
  const noDemo = read.isError && read.error.problem.status === 404;
  return (
    <>
      <header className="sign-in-head">
        <span className="shell-name-plain">
          <Mark /> <b>Qorgan</b>
        </span>
        <LanguageSwitch />
      </header>
      <main className="sign-in">
        <Page title={t('web.sign-in.title')}>
          <p>{t('web.sign-in.purpose')}</p>
          {read.isPending ? <Skeleton /> : null}
          {noDemo ? <EmptyState title={t('web.sign-in.no-demo')} what={t('web.sign-in.no-demo-what')} /> : null}
          {read.isError && !noDemo ? (
            <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} />
          ) : null}
          {problem === null ? null : <ProblemNote problem={problem} during="reading" />}
          {read.isSuccess ? (
            <>
              <p className="soft">{t('web.sign-in.demo')}</p>
              <TextInput
                type="search"
                label={t('web.sign-in.search')}
                optional={false}
                value={text}
                onChange={setText}
              />
              <div>
                {places.map((place) => (
                  // Opened anew by a search, so that nothing found stays hidden.
                  <details
                    key={`${place.key} ${searched}`}
                    className="place"
                    open={searched || place.kind === 'country'}
                  >
                    <summary>
                      <h2>{placeName(place)}</h2>
                      <span className="soft small">{place.count}</span>
                    </summary>
                    {place.houses.map((house) => (
                      <People key={house.key} house={house} onChoose={(id) => void enter(id)} />
                    ))}
                  </details>
                ))}
              </div>
              {places.length === 0 ? <p>{t('web.sign-in.none')}</p> : null}
            </>
          ) : null}
        </Page>
      </main>
    </>
  );
}

function People({ house, onChoose }: { house: House; onChoose: (appointment: string) => void }): ReactNode {
  return (
    <section className="house">
      <h3>{house.name}</h3>
      <ul className="plain">
        {house.people.map((one) => (
          <li key={one.appointment}>
            <button type="button" className="person" onClick={() => onChoose(one.appointment)}>
              <b>{one.name}</b>
              <span className="soft">{one.roleTitle}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
