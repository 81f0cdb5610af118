/** Adding a picture or a document to a proceeding: chosen, looked at by its name, sent. What was added is not taken back, so it is asked once more. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { ProceedingView } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { Field } from '#design/components/Field.tsx';
import { useTell } from '#design/components/Live.tsx';
import { Panel } from '#design/components/Panel.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { formatNumber } from '#kernel/texts/format.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { useSend } from './useSend.ts';
import type { Sent } from './useSend.ts';

interface Props {
  readonly view: ProceedingView;
  readonly attach: NonNullable<ProceedingView['attach']>;
  readonly onClose: () => void;
  readonly onSent: (sent: Sent) => void;
  readonly onStale: () => void;
}

const stale = 412;
const megabyte = 1024 * 1024;

export function Attach({ view, attach, onClose, onSent, onStale }: Props): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const tell = useTell();
  const { busy, problem, send, forgetProblem } = useSend(attach.href);
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const tooLarge = file !== null && file.size > attach.largest * megabyte;
  const error = tooLarge ? t('problem.file-too-large.title') : missing && file === null ? t('field.required') : null;

  const onSend = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(file === null);
    if (file === null || tooLarge || busy) return;
    const sent = await send(file, view.sequence);
    // Somebody wrote meanwhile; a file stands beside it, so it is sent again as soon as that is read.
    if (sent === null) return onStale();
    tell(t('web.step.done', { step: t('kernel.step.attach') }));
    onSent(sent);
  };
  return (
    <Panel title={t('web.attach.title')} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => void onSend(event)}>
        <p className="soft">
          {view.label} · {view.title}
        </p>
        {problem === null ? null : <ProblemNote problem={problem} during={problem.status === stale ? 'reading' : 'writing'} />}
        <Field label={t('web.attach.choose')} hint={t('web.attach.hint', { largest: formatNumber(attach.largest, language) })} error={error}>
          {(ids) => (
            <input
              {...ids}
              className="input file-input"
              type="file"
              accept={attach.types.join(',')}
              onChange={(event) => {
                setFile(event.target.files?.[0] ?? null);
                setMissing(false);
                forgetProblem();
              }}
            />
          )}
        </Field>
        <p className="soft">{t('web.attach.cleaned')}</p>
        <div>
          <Button kind="main" type="submit" busy={busy}>
            {t('web.attach.send')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
