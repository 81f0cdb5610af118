/** What is recorded of a proceeding: by the panel of its capability, or as a plain list. */
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import type { ProceedingView } from '#kernel/contract.ts';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { Facts } from '#design/records/Facts.tsx';
import { classTitle, factsOf } from '#design/records/facts.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { recordPanels } from '../slots.ts';

export function Part({ title, id, children }: { title: string; id: string; children: ReactNode }): ReactNode {
  return (
    <section className="part" aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`}>{title}</h2>
      {children}
    </section>
  );
}

export function Records({ view }: { view: ProceedingView }): ReactNode {
  const t = useText();
  if (view.erased) return <p className="soft">{t('web.proceeding.erased')}</p>;
  const Own = recordPanels.get(view.procedure);
  if (Own !== undefined) {
    return (
      <Suspense fallback={<Skeleton />}>
        <Own view={view} />
      </Suspense>
    );
  }
  const told = Object.entries(view.records).filter(
    ([, record]) => factsOf(t.first, { procedure: view.procedure }, record).length > 0,
  );
  return told.map(([name, record]) => (
    <Part key={name} id={`record-${name}`} title={classTitle(t.first, view.procedure, name)}>
      <Facts procedure={view.procedure} of={record} />
    </Part>
  ));
}
