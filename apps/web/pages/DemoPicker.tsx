/** In the demo: choose somebody who is not there. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DemoAppointment } from '#kernel/contract.ts';
import { TextInput } from '#design/components/inputs.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { newAttempt } from '#design/data/attempt.ts';
import type { ProblemDocument } from '#design/data/call.ts';
import { useCall } from '#design/data/CallProvider.tsx';
import { useNames, useText } from '#design/texts/TextProvider.tsx';
import { useEntered } from './account.ts';
import { findPlaces } from './signIn.ts';
import type { House, Place } from './signIn.ts';

export const demoPath = '/api/session/demo';

export function DemoPicker({ all }: { all: readonly DemoAppointment[] }): ReactNode {
  const t = useText();
  const names = useNames();
  const call = useCall();
  const entered = useEntered();
  const [text, setText] = useState('');
  const [attempt] = useState(newAttempt);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);

  const enter = async (appointment: string): Promise<void> => {
    const answer = await call(demoPath, { method: 'POST', body: { appointment }, key: attempt.key() });
    attempt.answered(answer);
    if (answer.ok) await entered();
    else setProblem(answer.problem);
  };

  const places = findPlaces(all, text, names);
  const searched = text.trim() !== '';
  const placeName = (place: Place): string =>
    place.kind === 'place'
      ? place.name
      : t(place.kind === 'country' ? 'web.sign-in.country' : 'web.sign-in.other-regions');
  return (
    <>
      {problem === null ? null : <ProblemNote problem={problem} during="reading" />}
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
