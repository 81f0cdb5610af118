/** The door for who was invited: a login, a password, an application for codes; then the codes for a lost telephone. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { InvitationAccepted, InvitationView } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { dataOf, useCall } from '#design/data/CallProvider.tsx';
import type { ReadFailed } from '#design/data/CallProvider.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { AcceptForm } from './AcceptForm.tsx';
import { Door } from './Door.tsx';

/** What follows the sign # stays in the browser; it is taken out of the address as soon as it was read. */
function takeLink(): string {
  const link = location.hash.slice(1);
  if (link !== '') history.replaceState(null, '', location.pathname);
  return link;
}
const link = takeLink();

export default function Invitation(): ReactNode {
  const t = useText();
  const call = useCall();
  const { language } = useLanguage();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const read = useQuery<InvitationView, ReadFailed>({
    queryKey: ['invitation', language],
    queryFn: async () => dataOf(await call<InvitationView>('/api/invitations/look', { method: 'POST', body: { link } })),
    enabled: codes === null,
    retry: false,
  });
  if (codes !== null) return <Codes codes={codes} />;
  return (
    <Door>
      <Page title={t('web.invitation.title')}>
        {read.isPending ? <Skeleton /> : null}
        {read.isError ? <ProblemNote problem={read.error.problem} during="reading" /> : null}
        {read.data === undefined ? null : (
          <AcceptForm
            view={read.data}
            link={link}
            onAccepted={(accepted: InvitationAccepted) => setCodes(accepted.recovery)}
          />
        )}
      </Page>
    </Door>
  );
}

function Codes({ codes }: { codes: readonly string[] }): ReactNode {
  const t = useText();
  return (
    <Door>
      <Page title={t('web.recovery.title')}>
        <p>{t('web.recovery.what')}</p>
        <ul className="recovery">
          {codes.map((code) => (
            <li key={code} className="secret">
              {code}
            </li>
          ))}
        </ul>
        <div className="proceeding-steps">
          <Button onClick={() => print()}>{t('web.recovery.print')}</Button>
          <Button kind="main" onClick={() => location.assign(import.meta.env.BASE_URL)}>
            {t('web.recovery.kept')}
          </Button>
        </div>
      </Page>
    </Door>
  );
}
