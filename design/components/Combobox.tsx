/**
 * Choosing one of many by typing: WAI-ARIA combobox with a list. Arrows move, Enter takes, Escape closes.
 * Typing after a choice takes the choice back, so that what is written and what is sent are never two things.
 */
import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '#design/texts/TextProvider.tsx';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import './Combobox.css';

export interface Pick {
  readonly id: string;
  readonly label: string;
  /** A second line that tells two of the same name apart. */
  readonly detail: string | null;
  /** A third: why it is offered. */
  readonly why?: string | null;
}

interface Props extends FieldProps {
  /** What was chosen, or null. */
  readonly chosen: Pick | null;
  readonly onChoose: (pick: Pick | null) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What fits the text; null while it is being looked for, or nothing was asked yet. */
  readonly found: readonly Pick[] | null;
  /** Said in place of the list: "type two letters", "searching", a problem. */
  readonly status: string | null;
  /** The last of the list, for whoever finds nobody meant in it. */
  readonly none?: { readonly label: string; readonly onNone: () => void; /** What follows from it, once it was taken. */ readonly said: string | null } | undefined;
}

export function Combobox({ chosen, onChoose, text, onText, found, status, none, ...field }: Props): ReactNode {
  const t = useText();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [entered, setEntered] = useState(false);
  const offered = found ?? [];
  const picks = none === undefined || offered.length === 0 ? offered : [...offered, { id: '', label: none.label, detail: null }];
  const shown = open && (picks.length > 0 || status !== null || found !== null);

  const take = (pick: Pick | undefined): void => {
    if (pick === undefined) return;
    if (pick.id === '') none?.onNone();
    else onChoose(pick);
    setOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (picks.length > 0)
        setActive((i) => (i + (event.key === 'ArrowDown' ? 1 : picks.length + (i < 0 ? 1 : 0) - 1)) % picks.length);
    } else if (event.key === 'Enter' && shown && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      take(picks[active] ?? (offered.length === 1 ? offered[0] : undefined));
    } else if (event.key === 'Escape' && shown && picks.length > 0) {
      // The first Escape closes the list; only the next one closes the panel. A hint alone is no list.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    <Field {...field}>
      {(ids) => (
        <div className="combobox">
          <input
            {...ids}
            className="input"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={shown}
            aria-controls={listId}
            aria-activedescendant={active >= 0 && shown ? `${listId}-${active}` : undefined}
            required={field.optional !== true}
            value={chosen?.label ?? text}
            onChange={(event) => {
              if (chosen !== null) onChoose(null);
              onText(event.target.value);
              setActive(-1);
              setOpen(true);
            }}
            onFocus={() => {
              setEntered(true);
              setOpen(chosen === null);
            }}
            onBlur={() => setOpen(false)}
            onKeyDown={onKeyDown}
          />
          {chosen === null ? null : <p className="combobox-chosen">{t('web.pick.chosen', { label: chosen.label })}</p>}
          {chosen !== null || none?.said == null ? null : <p className="soft small">{none.said}</p>}
          <ul
            id={listId}
            role="listbox"
            aria-label={field.label}
            className="combobox-list plain"
            hidden={!shown || picks.length === 0}
          >
            {picks.map((pick, i) => (
              <li
                key={pick.id}
                id={`${listId}-${i}`}
                role="option"
                aria-selected={i === active}
                className="combobox-pick"
                // Before blur, which would close the list under the finger.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(pick)}
              >
                <span>{pick.label}</span>
                {pick.detail === null ? null : <span className="soft small">{pick.detail}</span>}
                {pick.why == null ? null : <span className="soft small">{pick.why}</span>}
              </li>
            ))}
          </ul>
          <p className="field-hint" role="status">
            {/* It stays when the field is left: were it to go, what is pressed next would move away under the finger. */}
            {entered && chosen === null && (status !== null || found !== null)
              ? (status ?? (offered.length === 0 ? t('web.pick.none') : t('web.pick.found', { count: offered.length })))
              : ''}
          </p>
        </div>
      )}
    </Field>
  );
}
