/** Who goes on working here: those not decided on yet, to be ticked. */
import type { FormEvent, ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { Many } from '#design/components/inputs.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import type { StepFormProps } from '#design/slots.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import type { HouseAccess } from '../contract.ts';

export default function ConfirmForm({ view, step, draft, onDraft, busy, fields, onSend }: StepFormProps): ReactNode {
  const t = useText();
  const read = useRead<HouseAccess>(`/api/oversight/reviews/${view.id}/people`);
  const chosen = (draft as { readonly appointments?: readonly string[] } | undefined)?.appointments ?? [];
  if (read.isPending) return <Skeleton lines={4} />;
  if (read.isError) return <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} />;
  const open = read.data.people.filter((p) => !p.kept && !p.own);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy && chosen.length > 0) onSend({ appointments: chosen });
  };
  return (
    <form className="stack" noValidate onSubmit={onSubmit}>
      <Many
        label={t('oversight.input.appointments')}
        options={open.map((p) => ({ value: p.appointment, label: `${p.name}, ${p.roleTitle}` }))}
        values={chosen}
        onChange={(appointments) => onDraft({ appointments })}
        error={fields[0]?.detail ?? null}
      />
      <div>
        <Button kind="main" type="submit" busy={busy} disabled={chosen.length === 0}>
          {step.title}
        </Button>
      </div>
    </form>
  );
}
