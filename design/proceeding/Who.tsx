/** Which desk answers for it, the person, and the number to call. */
import type { ReactNode } from 'react';
import type { Responsible } from '#kernel/contract.ts';
import { readablePhone } from './phone.ts';
import { useNames, useText } from '#design/texts/TextProvider.tsx';

function Person({ name, phone }: { name: string; phone: string | null }): ReactNode {
  return (
    <>
      {name}
      {phone === null ? null : (
        <>
          {' · '}
          <a className="phone" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            {readablePhone(phone)}
          </a>
        </>
      )}
    </>
  );
}

export function Who({ responsible }: { responsible: Responsible }): ReactNode {
  const t = useText();
  const names = useNames();
  const { organisation, role, worker, escalatedTo } = responsible;
  return (
    <dl className="facts">
      <dt>{t('web.proceeding.desk')}</dt>
      <dd>
        {names(organisation.names)}, {t(`role.${role}`)}
      </dd>
      <dt>{t('web.proceeding.worker')}</dt>
      <dd>{worker === null ? t('web.proceeding.no-worker') : <Person {...worker} />}</dd>
      {escalatedTo === null ? null : (
        <>
          <dt>{t('web.proceeding.escalated')}</dt>
          <dd>
            <Person {...escalatedTo} />
          </dd>
        </>
      )}
    </dl>
  );
}
