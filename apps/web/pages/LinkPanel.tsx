/** The link, shown this once: whoever holds it becomes that person, so it is handed over and not published. */
import type { ReactNode } from 'react';
import type { InvitationMade } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { useTell } from '#design/components/Live.tsx';
import { Panel } from '#design/components/Panel.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { formatDateTime } from '#kernel/texts/format.ts';

export function LinkPanel({ made, onClose }: { made: InvitationMade; onClose: () => void }): ReactNode {
  const t = useText();
  const tell = useTell();
  const { language } = useLanguage();
  const whole = `${location.origin}${made.link}`;
  return (
    <Panel title={t('web.link.title', { name: made.name })} onClose={onClose}>
      <p>{t('web.link.what', { time: formatDateTime(made.until, language) })}</p>
      <p className="secret">{whole}</p>
      <div>
        <Button kind="main" onClick={() => void navigator.clipboard.writeText(whole).then(() => tell(t('web.link.copied')))}>
          {t('web.link.copy')}
        </Button>
      </div>
    </Panel>
  );
}
