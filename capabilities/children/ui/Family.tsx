/** The family, drawn; and the same as a list, which is what a screen reader and a small screen get. */
import type { ReactNode } from 'react';
import { Go } from '#design/components/Go.tsx';
import { readablePhone } from '#design/proceeding/phone.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { formatDate } from '#kernel/texts/format.ts';
import type { ChildCard, ChildRelation } from '../contract.ts';
import { drawFamily, type Figure } from './family.ts';

const size = 13;

function Shape({ figure: { shape, x, y } }: { figure: Figure }): ReactNode {
  if (shape === 'self') return <path className="family-self" d={`M${x} ${y - size} ${x + size} ${y} ${x} ${y + size} ${x - size} ${y}z`} />;
  if (shape === 'child') return <circle className="family-child" cx={x} cy={y} r={size - 2} />;
  return <rect className="family-adult" x={x - size + 1} y={y - size + 1} width={2 * size - 2} height={2 * size - 2} rx={3} />;
}

const short = (label: string): string => (label.length > 13 ? `${label.slice(0, 12)}…` : label);

export function Family({ card, name }: { card: ChildCard; name: string }): ReactNode {
  const t = useText();
  if (card.relations.length === 0) return <p className="soft">{t('children.page.no-family')}</p>;
  const drawing = drawFamily(card, name);
  return (
    <>
      <svg className="family" viewBox={`0 0 ${drawing.width} ${drawing.height}`} style={{ maxWidth: drawing.width }} aria-hidden="true" focusable="false">
        {drawing.lines.map((line, i) => (
          <path key={i} className={line.kin ? 'family-kin' : 'family-other'} d={`M${line.from.join(' ')} L${line.to.join(' ')}`} />
        ))}
        {drawing.figures.map((figure) => (
          <g key={figure.id}>
            <Shape figure={figure} />
            <text className="family-name" x={figure.x} y={figure.y + size + 16} textAnchor="middle">
              {short(figure.label)}
            </text>
          </g>
        ))}
      </svg>
      <ul className="plain family-list">
        {card.relations.map((relation) => (
          <Relative key={relation.id} relation={relation} />
        ))}
      </ul>
    </>
  );
}

function Relative({ relation: r }: { relation: ChildRelation }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const name = r.name ?? t('children.page.no-name');
  const since = r.from === null ? null : t('children.page.since', { date: formatDate(r.from, language) });
  const until = r.until === null ? null : t('children.page.until', { date: formatDate(r.until, language) });
  const about = [
    t(`children.relation-kind.${r.kind}`), r.guardian ? t('children.input.is-representative') : null, r.household ? t('children.input.in-household') : null, since, until,
  ];
  return (
    <li>
      <b>{r.other === null ? name : <Go to={`/children/${r.other}`}>{name}</Go>}</b>
      <span className="soft"> {about.filter((part) => part !== null).join(' · ')}</span>
      {r.phone === null ? null : (
        <>
          {' '}
          <a href={`tel:${r.phone.replace(/[^\d+]/g, '')}`}>{readablePhone(r.phone)}</a>
        </>
      )}
    </li>
  );
}
