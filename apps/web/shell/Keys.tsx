/** Which keys this page has: those of every page, and those of what stands on it now. */
import type { ReactNode } from 'react';
import { Panel } from '#design/components/Panel.tsx';
import { useText } from '#design/texts/TextProvider.tsx';

export default function Keys({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText();
  const holds = (selector: string): boolean => document.querySelector(`main ${selector}`) !== null;
  const keys: readonly (readonly [string, string])[] = [
    ['Ctrl + K', t('web.everywhere.title')],
    ...(holds('[data-row]') ? ([['j k', t('web.keys.rows')], ['Enter', t('web.keys.open')]] as const) : []),
    ...(holds('form') ? ([['Ctrl + Enter', t('web.keys.send')]] as const) : []),
    ['Esc', t('web.keys.close')],
    ['?', t('web.keys.title')],
  ];
  return (
    <Panel title={t('web.keys.title')} onClose={onClose}>
      <dl className="key-lines">
        {keys.map(([key, what]) => (
          <div key={key} className="key-line">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
