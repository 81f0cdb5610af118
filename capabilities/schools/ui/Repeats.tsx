/** Who comes again: pairs first, since that is what the law calls bullying. */
import type { ReactNode } from 'react';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { formatDate } from '#kernel/texts/format.ts';
import { repeatKinds, type Repeats as Found } from '../contract.ts';

export default function Repeats(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const names = useNames();
  const read = useRead<Found>('/api/schools/repeats');
  const kinds = repeatKinds.filter((what) => read.data?.again.some((r) => r.what === what));
  return (
    <Page title={t('schools.repeats.title')}>
      {read.isPending ? <Skeleton /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {read.data?.again.length === 0 ? <EmptyState title={t('schools.repeats.none')} what={t('schools.repeats.none-what', { date: formatDate(read.data.since, language) })} /> : null}
      {kinds.map((what) => (
        <section key={what} aria-labelledby={`repeats-${what}`}>
          <h2 id={`repeats-${what}`}>{t(`schools.repeats.${what}`)}</h2>
          <ul className="plain">
            {read.data?.again.filter((r) => r.what === what).map((r) => (
              <li key={r.proceedings.join()}>
                <b>{r.names.length > 0 ? r.names.join(' — ') : r.class}</b>{' '}
                <span className="soft">
                  {[r.names.length > 0 ? r.class : null, names(r.school), t('schools.repeats.last', { date: formatDate(r.last, language) })].filter((part) => part !== null).join(' · ')}
                </span>
                <p>
                  {t('schools.repeats.files', { count: r.times })}{' '}
                  {r.proceedings.map((id, n) => (
                    <span key={id}>
                      <Go to={proceedingPage(id)}>{`№ ${n + 1}`}</Go>{' '}
                    </span>
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
