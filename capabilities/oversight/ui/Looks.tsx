/** Looks, one a line: who, what, when, by what right, for what purpose. */
import type { ReactNode } from 'react';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { formatDateTime } from '#kernel/texts/format.ts';
import type { LookSeen } from '../contract.ts';

export function Looks({ looks }: { looks: readonly LookSeen[] }): ReactNode {
  const t = useText();
  if (looks.length === 0) return <EmptyState title={t('oversight.looks.none')} what={t('oversight.looks.none-what')} />;
  return (
    <ul className="plain stack-tight">
      {looks.map((look) => (
        <li key={look.id}>
          <Look look={look} />
        </li>
      ))}
    </ul>
  );
}

function Look({ look }: { look: LookSeen }): ReactNode {
  const t = useText();
  const names = useNames();
  const { language } = useLanguage();
  const right = look.what === 'refused' ? null : t(look.breakGlass === null ? 'oversight.looks.by-role' : 'oversight.looks.by-glass');
  const where = [look.roleTitle, look.organisation === null ? null : names(look.organisation)].filter((part) => part !== null).join(', ');
  const what = [
    t(`oversight.looks.what.${look.what}`), look.title, look.district === null ? null : names(look.district), right,
    look.purpose === null ? null : t(`oversight.looks.purpose.${look.purpose}`),
  ];
  return (
    <>
      <p>
        <b>{look.name ?? look.roleTitle}</b> {look.name === null ? null : <span className="soft">{where}</span>}
      </p>
      <p className="soft">
        {formatDateTime(look.at, language)} · {what.filter((part) => part !== null).join(' · ')}
      </p>
    </>
  );
}
