/** A problem of a sending, and where a capability knows how to answer it, the answer beside it: what was sent goes once more, with it. */
import { createContext, Suspense, use } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import type { ProblemDocument } from '#design/data/call.ts';
import type { ProblemAnswerProps } from '#design/slots.ts';

/** By the problem's code. The shell gathers them. */
export const AnswersContext = createContext<ReadonlyMap<string, ComponentType<ProblemAnswerProps>>>(new Map());

interface Props extends Pick<ProblemAnswerProps, 'input' | 'busy' | 'onSend'> {
  readonly problem: ProblemDocument;
}

export function ProblemAnswer({ problem, ...rest }: Props): ReactNode {
  const Own = use(AnswersContext).get(problem.code);
  return (
    <ProblemNote problem={problem} during="writing">
      {Own === undefined ? null : (
        <Suspense fallback={<Skeleton />}>
          <Own problem={problem} {...rest} />
        </Suspense>
      )}
    </ProblemNote>
  );
}
