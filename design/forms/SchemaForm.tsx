/**
 * The form of a step, made from its schema: only what the schema asks, nothing chosen beforehand, mistakes told
 * beside the field and listed on top. Ctrl+Enter sends. The draft belongs to the caller, so that nothing typed is lost.
 */
import { use, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { MarkContext } from '#design/components/Field.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { check, places } from './check.ts';
import { rarer, toInput } from './draft.ts';
import type { Draft } from './draft.ts';
import { errorText, FormContext, questionId } from './FormContext.ts';
import type { ServerError, ShownError } from './FormContext.ts';
import { GroupFields } from './fields.tsx';
import { readSchema } from './schema.ts';
import type { Schema } from './schema.ts';
import './forms.css';

interface Props {
  readonly schema: Schema;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  /** Mistakes the server found, by JSON pointer. */
  readonly fields: readonly ServerError[];
  readonly busy: boolean;
  /** What the button does, in words: the title of the step. */
  readonly action: string;
  readonly onSend: (input: unknown) => void;
  /** Stands above the button: problems, what happens when it is sent. */
  readonly children?: ReactNode;
}

export function SchemaForm({ schema, draft, onDraft, fields, busy, action, onSend, children }: Props): ReactNode {
  const t = useText();
  const formId = useId();
  const root = useMemo(() => readSchema(schema), [schema]);
  const [checked, setChecked] = useState(false);
  const [turn, setTurn] = useState(0);
  const summary = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);

  const own = checked ? check(root, draft).map((e) => ({ path: e.path, text: t(e.key, e.params) })) : [];
  const theirs = fields.map((f) => ({ path: f.path, text: errorText(f, t) }));
  const errors = [...own, ...theirs.filter((e) => own.every((o) => o.path !== e.path))];
  const labels = new Map(places(root, draft).map((place) => [place.path, place.label]));

  // In a panel the keyboard begins at the first question, or at the button where nothing is asked. Where a touch would
  // bring up the keys of a telephone over what stands above, it stays at the heading.
  useEffect(() => {
    // After the panel has opened itself and taken the focus.
    const timer = setTimeout(() => {
      const panel = form.current?.closest('dialog');
      const { activeElement } = document;
      const resting = activeElement === document.body || activeElement === panel || activeElement?.closest('h2') != null;
      if (panel == null || !resting || !matchMedia('(pointer: fine)').matches) return;
      form.current?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea, button[type=submit]')?.focus();
    });
    return () => clearTimeout(timer);
  }, []);

  // After each sending that failed, the list of mistakes is read out and is where the keyboard goes on.
  useEffect(() => {
    if (turn > 0 && errors.length > 0) summary.current?.focus();
    // Only a new sending or a new answer of the server moves the focus, not typing: `errors` is left out on purpose.
  }, [turn, fields]);

  const send = (event?: FormEvent): void => {
    event?.preventDefault();
    if (busy) return;
    setChecked(true);
    setTurn((n) => n + 1);
    if (check(root, draft).length === 0) onSend(toInput(root, draft) ?? {});
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
  };

  return (
    <FormContext value={{ formId, errors }}>
      <form ref={form} className="form" noValidate autoComplete="off" onSubmit={send} onKeyDown={onKeyDown}>
        {errors.length === 0 ? null : (
          <div ref={summary} className="form-mistakes" tabIndex={-1} role="group" aria-label={t('web.form.mistakes')}>
            <h3>{t('web.form.mistakes')}</h3>
            <ul className="plain">
              {errors.map((e) => (
                <Mistake key={`${e.path} ${e.text}`} error={e} label={labels.get(e.path)} />
              ))}
            </ul>
          </div>
        )}
        <MarkContext value={rarer(root)}>
          <GroupFields group={root} draft={draft} onDraft={onDraft} at="" />
        </MarkContext>
        {children}
        <div className="form-end">
          <Button kind="main" type="submit" busy={busy}>
            {busy ? t('web.form.sending') : action}
          </Button>
          <span className="soft small form-keys">{t('web.form.keys')}</span>
        </div>
      </form>
    </FormContext>
  );
}

/** `label`: text key; null where the question has none of its own; undefined where the form has no such question. */
function Mistake({ error, label }: { error: ShownError; label: string | null | undefined }): ReactNode {
  const t = useText();
  const { formId } = use(FormContext);
  const text = label ? `${t(label)}: ${error.text}` : error.text;
  const id = questionId(formId, error.path);
  return (
    <li>
      {label === undefined ? (
        text
      ) : (
        <a
          href={`#${id}`}
          onClick={(event) => {
            // The address belongs to the router; only the focus moves.
            event.preventDefault();
            const target = document.getElementById(id);
            (target?.matches('fieldset')
              ? (target.querySelector<HTMLElement>('input, select, textarea') ?? target)
              : target
            )?.focus();
          }}
        >
          {text}
        </a>
      )}
    </li>
  );
}
