/** What each column of a list holds: as proposed, with the first rows beside it, for a person to confirm. */
import type { FormEvent, ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { Select } from '#design/components/inputs.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import type { StepFormProps } from '#design/slots.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { listColumns, type ListRecords, type MapInput } from '../domain/lists/inputs.ts';
import type { ListState } from '../lists/answers.ts';
import './list.css';

const shown = 3;

export default function MapForm({ view, step, draft, onDraft, busy, fields, onSend }: StepFormProps): ReactNode {
  const t = useText();
  const read = useRead<ListState>(`/api/children/lists/${view.id}`);
  const { list } = view.records as Partial<ListRecords>;
  if (list?.file == null) return <p className="soft">{t('children.list.nothing')}</p>;
  if (read.isPending) return <Skeleton lines={6} />;
  if (read.isError) return <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} />;
  const { headings, proposed } = list.file;
  const kept = draft as MapInput | undefined;
  const chosen: MapInput = kept?.columns.length === headings.length ? kept : { columns: [...(list.columns ?? proposed)], heading: list.heading };
  const samples = (column: number): string =>
    read.data.first.slice(chosen.heading ? 1 : 0).map((row) => row.cells[column]?.trim() ?? '').filter((cell) => cell !== '').slice(0, shown).join(', ');
  const options = listColumns.map((value) => ({ value, label: t(`children.list-column.${value}`) }));
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) onSend(chosen);
  };
  const nameOf = (i: number): string => (chosen.heading && headings[i] !== '' ? (headings[i] ?? '') : t('children.list.column-number', { number: i + 1 }));
  return (
    <form className="stack" noValidate onSubmit={onSubmit}>
      <p className="soft">{t('children.list.columns-how')}</p>
      {fields[0] === undefined ? null : <p className="field-error">{fields[0].detail}</p>}
      <label className="choice">
        <input type="checkbox" checked={chosen.heading} onChange={() => onDraft({ ...chosen, heading: !chosen.heading })} />
        <span>{t('children.list.has-heading')}</span>
      </label>
      <div className="list-columns">
        {chosen.columns.map((column, i) => (
          <Select
            key={i}
            label={nameOf(i)}
            hint={samples(i) === '' ? null : `${t('children.list.examples')} ${samples(i)}`}
            options={options}
            value={column}
            onChange={(value) => onDraft({ ...chosen, columns: chosen.columns.map((c, at) => (at === i ? (listColumns.find((one) => one === value) ?? c) : c)) })}
          />
        ))}
      </div>
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {step.title}
        </Button>
      </div>
    </form>
  );
}
