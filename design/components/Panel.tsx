/** A panel over the page (native dialog): focus is kept inside, Escape closes, and what is under it stays in its place. */
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useText } from '#design/texts/TextProvider.tsx';
import { Button } from './Button.tsx';
import './Panel.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Panel({ title, onClose, children }: Props): ReactNode {
  const t = useText();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="panel"
      aria-labelledby={titleId}
      onCancel={(event) => {
        // Escape: the page decides, since the panel lives in the address.
        event.preventDefault();
        onClose();
      }}
    >
      <header className="panel-head">
        <h2 id={titleId} tabIndex={-1} autoFocus>
          {title}
        </h2>
        <Button kind="quiet" onClick={onClose}>
          {t('web.panel.close')}
        </Button>
      </header>
      <div className="panel-body">{children}</div>
    </dialog>
  );
}
