/** Where the organisation signs its people in, one goes there and comes back signed in. Where there is no such place, nothing is shown. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { ownProblem } from '#design/data/call.ts';
import type { ProblemDocument } from '#design/data/call.ts';
import { useCall, useRead } from '#design/data/CallProvider.tsx';
import { useText } from '#design/texts/TextProvider.tsx';

const path = '/api/session/organisation';
const refused = new URLSearchParams(location.search).get('organisation') === 'refused';

interface Props {
  /** The invitation one came with. */
  readonly link?: string;
}

export function OrganisationButton({ link }: Props): ReactNode {
  const t = useText();
  const call = useCall();
  const read = useRead<{ readonly name: string }>(path, { anyLanguage: true });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(refused ? ownProblem('organisation-refused', 401) : null);
  const go = async (): Promise<void> => {
    setBusy(true);
    const answer = await call<{ url: string }>(path, { method: 'POST', body: link === undefined ? {} : { link } });
    if (answer.ok) return location.assign(answer.data.url);
    setBusy(false);
    setProblem(answer.problem);
  };
  if (read.data === undefined) return null;
  return (
    <section className="stack-tight">
      {problem === null ? null : <ProblemNote problem={problem} during="reading" />}
      <div>
        <Button busy={busy} onClick={() => void go()}>
          {t('web.organisation.enter', { name: read.data.name })}
        </Button>
      </div>
    </section>
  );
}
