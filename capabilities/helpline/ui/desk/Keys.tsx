/** Which keys there are, and how to turn them off. */
import type { ReactNode } from 'react';
import { Panel } from '#design/components/Panel.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { routes } from './keys.ts';

interface Props {
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
  readonly onClose: () => void;
}

export function Keys({ on, onTurn, onClose }: Props): ReactNode {
  const t = useText();
  const list: readonly (readonly [string, string])[] = [
    ['j k', t('helpline.desk.key.move')],
    ['Enter', t('helpline.desk.key.open')],
    ['c', t('helpline.appeal.step.claim')],
    ['r', t('helpline.appeal.step.reply')],
    ['g', t('helpline.appeal.step.grade')],
    ...routes.map((route, i) => [String(i + 1), t(`helpline.desk.route.${route}`)] as const),
    ['p', t('helpline.desk.phone')],
    ['/', t('helpline.desk.said')],
    ['?', t('helpline.desk.keys')],
  ];
  return (
    <Panel title={t('helpline.desk.keys')} onClose={onClose}>
      <div className="stack">
        <dl className="facts">
          {list.map(([key, what]) => (
            <div key={key} className="key-line">
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <label className="choice">
          <input type="checkbox" checked={on} onChange={(event) => onTurn(event.target.checked)} />
          <span>{t('helpline.desk.keys-on')}</span>
        </label>
      </div>
    </Panel>
  );
}
