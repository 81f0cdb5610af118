/** The password of an export, shown this once: nobody has it afterwards, not even we. */
import type { ReactNode } from 'react';
import type { ExportMade } from '#cap/exports/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { Panel } from '#design/components/Panel.tsx';
import { useText } from '#design/texts/TextProvider.tsx';

export function PasswordPanel({ made, onClose }: { readonly made: ExportMade; readonly onClose: () => void }): ReactNode {
  const t = useText();
  return (
    <Panel title={t('web.exports.made', { number: made.number })} onClose={onClose}>
      <div className="stack">
        {made.password === null ? (
          <p>{t('web.exports.password-lost')}</p>
        ) : (
          <>
            <p>{t('web.exports.password')}</p>
            <p className="export-password">
              <code>{made.password}</code>
            </p>
            <p className="soft">{t('web.exports.password-how')}</p>
          </>
        )}
        <div className="proceeding-steps">
          {made.file === null ? null : (
            <a className="button button-main" href={made.file} download>
              {t('web.exports.fetch')}
            </a>
          )}
          <Button onClick={onClose}>{t('web.exports.written-down')}</Button>
        </div>
      </div>
    </Panel>
  );
}
