/** A button says in words what it does. One `main` a view. */
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import './Button.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'main' | 'plain' | 'quiet';
  /** Sending: stays in its place and in the tab order, and does nothing. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

export function Button({
  kind = 'plain',
  busy = false,
  type = 'button',
  onClick,
  className,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${kind} ${className ?? ''}`}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
