/** One of the desk, or nobody: a native list, since there are few. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { RosterPerson } from '../contract.ts';

interface Props {
  readonly label: string;
  /** Seen by a screen reader alone. */
  readonly hidden?: boolean;
  readonly nobody: string;
  readonly people: readonly RosterPerson[];
  readonly value: string;
  readonly onChange: (appointment: string) => void;
}

export function Colleague({ label, hidden = false, nobody, people, value, onChange }: Props): ReactNode {
  const id = useId();
  return (
    <div className="stack-tight">
      <label htmlFor={id} className={hidden ? 'visually-hidden' : 'person-label'}>
        {label}
      </label>
      <select id={id} className="input person-select" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{nobody}</option>
        {people.map((one) => (
          <option key={one.appointment} value={one.appointment}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}
