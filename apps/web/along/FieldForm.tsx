/**
 * The form of a step that may be recorded without a network, over the page. What is typed and the picture that was chosen
 * are kept on the device, sealed, as one goes: a killed tab loses neither.
 */
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { ProceedingView, StepView } from '#kernel/contract.ts';
import { Field } from '#design/components/Field.tsx';
import { Panel } from '#design/components/Panel.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import type { Draft } from '#design/forms/draft.ts';
import { SchemaForm } from '#design/forms/SchemaForm.tsx';
import type { Schema } from '#design/forms/schema.ts';
import type { FieldStep } from '#design/slots.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { fieldStep } from '../slots.ts';
import { useHalf, type Half } from './half.ts';

export interface Written {
  readonly input: unknown;
  readonly draft: Draft;
  readonly picture: { readonly name: string; readonly content: ArrayBuffer } | null;
}
interface Props {
  readonly view: ProceedingView;
  readonly step: StepView;
  readonly schema: Schema;
  /** What was written before, to be corrected; null: a new one, or what was left half written. */
  readonly given?: Half | null;
  readonly onClose: () => void;
  /** Rejects where the device could not keep it. */
  readonly onWritten: (written: Written) => Promise<void>;
}

export function FieldForm(props: Props): ReactNode {
  const { view, step, given = null, onClose } = props;
  const now = useNow();
  const [own, setOwn] = useState<FieldStep | null>(null);
  const half = useHalf(`${view.id}/${step.name}`, given);
  useEffect(() => void fieldStep(view.procedure, step.name).then(setOwn), [view.procedure, step.name]);
  return (
    <Panel title={step.title} onClose={onClose}>
      {own === null || half.now === undefined ? <Skeleton /> : <Filling {...props} own={own} half={half} begun={half.now ?? { draft: own.begin?.(now), pictureName: null, picture: null }} />}
    </Panel>
  );
}

interface FillingProps extends Props {
  readonly own: FieldStep;
  readonly half: ReturnType<typeof useHalf>;
  readonly begun: Half;
}

const megabyte = 1024 * 1024;

function Filling({ view, step, schema, own, half, begun, onWritten }: FillingProps): ReactNode {
  const t = useText();
  const [written, setWritten] = useState(begun);
  const [faults, setFaults] = useState<readonly { path: string; code: string; detail: string }[]>([]);
  const [busy, setBusy] = useState(false);
  const [lost, setLost] = useState(false);
  const { attach } = view;
  const tooLarge = written.picture !== null && attach !== null && written.picture.byteLength > attach.largest * megabyte;

  const change = (next: Half): void => {
    setWritten(next);
    half.keep(next);
  };
  const onSend = async (input: unknown): Promise<void> => {
    const found = own.check?.(input) ?? [];
    setFaults(found.map((fault) => ({ ...fault, detail: '' })));
    if (found.length > 0 || tooLarge) return;
    setBusy(true);
    const picture = written.picture === null ? null : { name: written.pictureName ?? '', content: written.picture };
    try {
      await onWritten({ input, draft: written.draft, picture });
      await half.drop();
    } catch {
      // No room on the device: the words stay where they are, and it is said.
      setLost(true);
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <p className="soft">
        {view.label} · {view.title} · {view.stageTitle}
      </p>
      <SchemaForm schema={schema} draft={written.draft} onDraft={(draft) => change({ ...written, draft })} fields={faults} busy={busy} action={step.title} onSend={(input) => void onSend(input)}>
        {attach === null ? null : (
          <Field label={t('web.along.picture')} optional error={tooLarge ? t('problem.file-too-large.title') : null} hint={written.pictureName === null ? t('web.attach.cleaned') : t('web.along.picture-chosen', { name: written.pictureName })}>
            {(ids) => (
              <input
                {...ids}
                className="input file-input"
                type="file"
                accept={attach.types.join(',')}
                onChange={(event) => {
                  const file = event.target.files?.[0];
                  if (file === undefined) change({ ...written, pictureName: null, picture: null });
                  else void file.arrayBuffer().then((picture) => change({ ...written, pictureName: file.name, picture }));
                }}
              />
            )}
          </Field>
        )}
        {lost ? (
          <p className="problem" role="alert">
            {t('web.along.not-kept')}
          </p>
        ) : null}
      </SchemaForm>
    </div>
  );
}
