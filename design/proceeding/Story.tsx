/** The story of a proceeding: who did what, when, and what was written where the reader may see it. */
import type { ReactNode } from 'react';
import type { ProceedingView, StoryLine } from '#kernel/contract.ts';
import { formatDateTime, formatMoment } from '#kernel/texts/format.ts';
import { Timeline } from '#design/components/Timeline.tsx';
import { Facts } from '#design/records/Facts.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';

interface Props {
  readonly view: ProceedingView;
  /** Only what came after this sequence. */
  readonly since?: number;
}

export function Story({ view, since = 0 }: Props): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const now = useNow();
  const who = ({ actor }: StoryLine): string =>
    actor.name === null ? t(`role.${actor.role}`) : `${actor.name}, ${t(`role.${actor.role}`)}`;
  const moments = view.story
    .filter((line) => line.sequence > since)
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
      content: line.input === null ? null : <Facts procedure={view.procedure} step={line.step} of={line.input} />,
    }));
  return <Timeline moments={moments} />;
}
