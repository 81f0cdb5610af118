/** The story of a proceeding: who did what, when, and what was written where the reader may see it. Earlier pages on request. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ProceedingView, StoryLine, StoryPage } from '#kernel/contract.ts';
import { formatDateTime, formatMoment } from '#kernel/texts/format.ts';
import { Button } from '#design/components/Button.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { Timeline, type Moment } from '#design/components/Timeline.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { Facts, NamesContext } from '#design/records/Facts.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { attachedFile, FileLink } from './FileLink.tsx';
import { storyApi } from './paths.ts';

interface Props {
  readonly view: ProceedingView;
  /** Only what came after this sequence. */
  readonly since?: number;
}

export function Story({ view, since = 0 }: Props): ReactNode {
  const last = view.story.at(-1)?.sequence ?? 1;
  return (
    <>
      <Lines id={view.id} procedure={view.procedure} lines={view.story.filter((line) => line.sequence > since)} />
      {since === 0 && last > 1 ? <Earlier key={last} id={view.id} procedure={view.procedure} before={last} /> : null}
    </>
  );
}

interface Told {
  readonly id: string;
  readonly procedure: string;
  readonly lines: readonly StoryLine[];
}

function Lines(told: Told): ReactNode {
  return <Timeline moments={useMoments()(told)} />;
}

/** Lines of a story as moments, newest first; what is written in them stands below `NamesContext`. */
export function useMoments(): (told: Told) => readonly Moment[] {
  const t = useText();
  const { language } = useLanguage();
  const now = useNow();
  const who = ({ actor }: StoryLine): string =>
    actor.name === null ? t(`role.${actor.role}`) : `${actor.name}, ${t(`role.${actor.role}`)}`;
  const contentOf = (id: string, procedure: string, line: StoryLine): ReactNode => {
    const file = line.step === 'attach' ? attachedFile(line.input) : null;
    if (file !== null) return <FileLink proceeding={id} file={file} />;
    return line.input === null ? null : <Facts procedure={procedure} step={line.step} of={line.input} />;
  };
  return ({ id, procedure, lines }) => lines
    .toSorted((a, b) => b.sequence - a.sequence)
    .map((line) => ({
      key: line.sequence,
      title: line.title,
      when: (
        <time dateTime={line.at} title={formatDateTime(line.at, language)}>
          {formatMoment(line.at, now, language)}
        </time>
      ),
      who: who(line),
      content: contentOf(id, procedure, line),
    }));
}

interface Place {
  readonly id: string;
  readonly procedure: string;
  readonly before: number;
}

/** A button until it is pressed; then the page before `before`, and below it the next button. */
function Earlier(place: Place): ReactNode {
  const t = useText();
  const [wanted, setWanted] = useState(false);
  return wanted ? <EarlierPage {...place} /> : <Button onClick={() => setWanted(true)}>{t('web.proceeding.earlier')}</Button>;
}

function EarlierPage({ id, procedure, before }: Place): ReactNode {
  const read = useRead<StoryPage>(storyApi(id, before));
  if (read.data === undefined) {
    return read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : <Skeleton lines={4} />;
  }
  const last = read.data.story.at(-1)?.sequence ?? 1;
  return (
    <NamesContext value={read.data.names}>
      <Lines id={id} procedure={procedure} lines={read.data.story} />
      {last > 1 ? <Earlier id={id} procedure={procedure} before={last} /> : null}
    </NamesContext>
  );
}
