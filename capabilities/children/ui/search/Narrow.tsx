/** What the words leave open, as buttons and short lists that add it to the words: a year, a sex, a district. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { useSession } from '#design/data/session.tsx';
import { useNames, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import type { Names } from '#kernel/access/directory.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import type { Narrowing } from '../../contract.ts';

interface Props {
  /** What would narrow it, as the search says. */
  readonly wanted: readonly Narrowing[];
  readonly onAdd: (word: string) => void;
}

/** Whoever turned 18 a while ago is still looked for, in old papers. */
const years = 22;

export function Narrow({ wanted, onAdd }: Props): ReactNode {
  const t = useText();
  if (wanted.length === 0) return null;
  return (
    <div className="child-narrow" role="group" aria-label={t('children.search.narrow')}>
      {wanted.includes('sex')
        ? (['male', 'female'] as const).map((sex) => (
            <Button key={sex} onClick={() => onAdd(t(`children.search.word.${sex}`))}>
              {t(`children.sex.${sex}`)}
            </Button>
          ))
        : null}
      {wanted.includes('born') ? <Year onAdd={onAdd} /> : null}
      {wanted.includes('district') ? <District onAdd={onAdd} /> : null}
    </div>
  );
}

interface ListProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onAdd: (word: string) => void;
}

/** A list and its button: by the keyboard a list changes with every arrow, and nothing is to be asked by that. */
function Words({ label, values, onAdd }: ListProps): ReactNode {
  const t = useText();
  const [chosen, setChosen] = useState('');
  return (
    <span className="child-narrow-list">
      <select className="input" aria-label={label} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        <option value="">{label}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </select>
      <Button onClick={() => (chosen === '' ? undefined : onAdd(chosen))}>
        {t('children.search.add')}
        <span className="visually-hidden">: {label}</span>
      </Button>
    </span>
  );
}

function Year({ onAdd }: Pick<ListProps, 'onAdd'>): ReactNode {
  const t = useText();
  const now = Number(almatyDate(useNow()).slice(0, 4));
  return <Words label={t('children.search.year')} values={Array.from({ length: years }, (_, i) => String(now - i))} onAdd={onAdd} />;
}

function District({ onAdd }: Pick<ListProps, 'onAdd'>): ReactNode {
  const t = useText();
  const names = useNames();
  const { region } = useSession();
  const read = useRead<{ readonly items: readonly { readonly names: Names }[] }>(`/api/agencies/districts${region === null ? '' : `?region=${encodeURIComponent(region)}`}`);
  return <Words label={t('children.search.district')} values={read.data?.items.map((d) => names(d.names)) ?? []} onAdd={onAdd} />;
}
