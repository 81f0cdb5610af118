/** For the commissioner: who looked at a child's files. First for what purpose he asks; that too is written down. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { Button } from '#design/components/Button.tsx';
import { Choice } from '#design/components/inputs.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { lookPurposes, type LooksSeen } from '../contract.ts';
import { Looks } from './Looks.tsx';

interface Asked {
  readonly purpose: string;
  readonly before: number | null;
}

export default function Lookers(): ReactNode {
  const { child } = useParams({ strict: false }) as { child: string };
  const t = useText();
  const [purpose, setPurpose] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const query = new URLSearchParams({ child, purpose: asked?.purpose ?? '', ...(asked?.before == null ? {} : { before: String(asked.before) }) });
  const read = useRead<LooksSeen>(`/api/oversight/looks?${query.toString()}`, { enabled: asked !== null });
  const { data } = read;
  const next = data?.next ?? null;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (purpose !== null) setAsked({ purpose, before: null });
  };
  return (
    <Page title={t('oversight.looks.title')}>
      <form className="stack" noValidate onSubmit={onSubmit}>
        <Choice label={t('oversight.looks.why')} options={lookPurposes.map((p) => ({ value: p, label: t(`oversight.looks.purpose.${p}`) }))} value={purpose} onChange={setPurpose} />
        <p className="soft">{t('oversight.looks.traced')}</p>
        <div>
          <Button kind="main" type="submit" disabled={purpose === null}>
            {t('oversight.looks.show')}
          </Button>
        </div>
      </form>
      <div aria-live="polite" className="part">
        {asked !== null && read.isPending ? <Skeleton /> : null}
        {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
        {data === undefined ? null : <Looks looks={data.looks} />}
        {next === null || asked === null ? null : <Button onClick={() => setAsked({ ...asked, before: next })}>{t('web.proceeding.earlier')}</Button>}
      </div>
    </Page>
  );
}
