/** What happened to a child as one story, out of everything that the reader may see of it, newest first. */
import type { ReactNode } from 'react';
import type { ProceedingView } from '#kernel/contract.ts';
import { Go } from '#design/components/Go.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { Timeline } from '#design/components/Timeline.tsx';
import { useReads } from '#design/data/CallProvider.tsx';
import { proceedingApi, proceedingPage } from '#design/proceeding/paths.ts';
import { useMoments } from '#design/proceeding/Story.tsx';
import { NamesContext } from '#design/records/Facts.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import type { ToldOf } from '../domain/views.ts';
import { knownSince, mostTold } from './told.ts';

export function OneStory({ proceedings }: { readonly proceedings: readonly ToldOf[] }): ReactNode {
  const t = useText();
  const momentsOf = useMoments();
  const told = mostTold(proceedings);
  const reads = useReads<ProceedingView>(told.map((p) => proceedingApi(p.id)));
  const views = reads.flatMap((read) => read.data ?? []);
  const failed = reads.find((read) => read.isError && read.data === undefined)?.error ?? null;
  if (views.length === 0) {
    return failed === null ? <Skeleton lines={8} /> : <ProblemNote problem={failed.problem} during="reading" onAgain={() => reads.forEach((read) => void read.refetch())} />;
  }
  // Earlier than this some story has lines that were not fetched: they are read on the page of that matter.
  const since = knownSince(views);
  const earlier = views.filter((view) => (view.story.at(-1)?.sequence ?? 1) > 1 || view.story.some((line) => line.at < since));
  const moments = views
    .flatMap((view) => {
      const lines = view.story.filter((line) => line.at >= since);
      const at = new Map(lines.map((line) => [line.sequence, line.at]));
      return momentsOf({ id: view.id, procedure: view.procedure, lines }).map((moment) => ({
        ...moment,
        at: at.get(Number(moment.key)) ?? '',
        key: `${view.id}/${moment.key}`,
        of: views.length === 1 ? undefined : <Go to={proceedingPage(view.id)}>{view.title}</Go>,
        content: <NamesContext value={view.names}>{moment.content}</NamesContext>,
      }));
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return (
    <>
      <Timeline moments={moments} />
      {earlier.length === 0 && told.length === proceedings.length ? null : (
        <p className="child-earlier">
          {t('children.page.earlier')}{' '}
          {[...earlier, ...proceedings.filter((p) => !told.includes(p))].map((p) => (
            <Go key={p.id} to={proceedingPage(p.id)}>
              {p.title}
            </Go>
          ))}
        </p>
      )}
    </>
  );
}
