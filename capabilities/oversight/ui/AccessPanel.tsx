/** Who works in the house under review: when he last signed in, how much he looked; confirmed, or to be ended on his page. */
import type { ReactNode } from 'react';
import { Go } from '#design/components/Go.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import type { RecordPanelProps } from '#design/slots.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { formatDate } from '#kernel/texts/format.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import type { HouseAccess } from '../contract.ts';

type Person = HouseAccess['people'][number];

export default function AccessPanel({ view }: RecordPanelProps): ReactNode {
  const t = useText();
  const read = useRead<HouseAccess>(`/api/oversight/reviews/${view.id}/people`);
  return (
    <section className="part" aria-labelledby="access-people">
      <h2 id="access-people">{t('oversight.access-review.class.access')}</h2>
      {read.isPending ? <Skeleton lines={6} /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      <ul className="plain stack-tight">
        {read.data?.people.map((person) => (
          <li key={person.appointment}>
            <One person={person} open={!view.final} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ person, open }: { person: Person; open: boolean }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const at = person.signedIn === null ? t('oversight.people.never') : t('oversight.people.signed-in', { at: formatDate(almatyDate(person.signedIn), language) });
  const state = person.own ? t('oversight.people.own') : person.kept ? t('oversight.people.kept') : null;
  return (
    <>
      <p>
        <b>{person.name}</b> <span className="soft">{person.roleTitle}</span> {state}
      </p>
      <p className="soft">
        {at} · {t('oversight.people.looks', { count: person.looks })}{' '}
        {open && person.mayEnd && !person.kept ? <Go to={`/agencies/staff/${person.appointment}`} aria-label={`${t('oversight.people.end')}: ${person.name}`}>{t('oversight.people.end')}</Go> : null}
      </p>
    </>
  );
}
