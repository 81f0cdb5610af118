/** Somebody new at this house: a name and a role; the rest he sets himself. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { HouseUsers } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { Choice, TextInput } from '#design/components/inputs.tsx';
import type { ProblemDocument } from '#design/data/call.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { faultOf } from './account.ts';

export interface Newcomer {
  readonly name: string;
  readonly role: string;
}

interface Props {
  readonly roles: HouseUsers['roles'];
  readonly problem: ProblemDocument | null;
  readonly onSend: (newcomer: Newcomer) => void;
}

export function InviteForm({ roles, problem, onSend }: Props): ReactNode {
  const t = useText();
  const [name, setName] = useState('');
  const [role, setRole] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const empty = name.trim() === '' || role === null;
    setMissing(empty);
    if (!empty) onSend({ name: name.trim(), role });
  };
  return (
    <form className="stack account-form" noValidate onSubmit={send}>
      <h2>{t('web.people.new')}</h2>
      <TextInput label={t('web.people.name')} error={faultOf(problem, '/name') ?? (missing && name.trim() === '' ? t('field.required') : null)} value={name} onChange={setName} maxLength={400} />
      <Choice
        id="new-role"
        label={t('web.people.role')}
        error={faultOf(problem, '/role') ?? (missing && role === null ? t('field.required') : null)}
        options={roles.map((one) => ({ value: one.role, label: one.title }))}
        value={role}
        onChange={setRole}
      />
      <div>
        <Button kind="main" type="submit">
          {t('web.people.invite-new')}
        </Button>
      </div>
    </form>
  );
}
