/** The way from a list to its table: for whom a list may be taken out, by the rule of every export. */
import type { ReactNode } from 'react';
import { mayExport } from '#cap/exports/contract.ts';
import { Go } from '#design/components/Go.tsx';
import { useSession } from '#design/data/session.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import type { ListAsked } from './ExportForm.tsx';

export function ToTable({ of: { scope, procedure, worker } }: { of: ListAsked }): ReactNode {
  const t = useText();
  const { role } = useSession();
  if (!mayExport(role, 'list')) return null;
  const search = { scope, ...(procedure === undefined ? {} : { procedure }), ...(worker === undefined ? {} : { worker }) };
  return (
    <p>
      <Go to="/exports" search={search}>
        {t('web.exports.table')}
      </Go>
    </p>
  );
}
