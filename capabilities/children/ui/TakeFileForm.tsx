/** The file of a list, chosen and sent: it goes to its own address, which takes the step when it is whole. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '#design/components/Button.tsx';
import { Field } from '#design/components/Field.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { useSend } from '#design/proceeding/useSend.ts';
import type { StepFormProps } from '#design/slots.ts';
import { useText } from '#design/texts/TextProvider.tsx';

export default function TakeFileForm({ view }: StepFormProps): ReactNode {
  const t = useText();
  const go = useNavigate();
  const { busy, problem, send, forgetProblem } = useSend(`/api/children/lists/${view.id}/file`);
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(file === null);
    if (file === null || busy) return;
    if ((await send(file, view.sequence)) !== null) void go({ to: proceedingPage(view.id), search: {}, replace: true });
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void onSubmit(event)}>
      {problem === null ? null : <ProblemNote problem={problem} during="writing" />}
      <Field label={t('children.list.choose')} hint={t('children.list.choose-hint')} error={missing && file === null ? t('field.required') : null}>
        {(ids) => (
          <input
            {...ids}
            className="input file-input"
            type="file"
            accept=".csv,.txt,.tsv,.xlsx"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              setMissing(false);
              forgetProblem();
            }}
          />
        )}
      </Field>
      <p className="soft" role="status">
        {busy ? t('children.list.sending') : ''}
      </p>
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {t('children.list.upload')}
        </Button>
      </div>
    </form>
  );
}
