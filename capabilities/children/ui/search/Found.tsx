/** One who may be meant: as much of him as the reader may see, and why he was found. */
import type { ReactNode } from 'react';
import { Go } from '#design/components/Go.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { readablePhone } from '#design/proceeding/phone.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import type { Names } from '#kernel/access/directory.ts';
import { formatAge, formatDate } from '#kernel/texts/format.ts';
import type { FoundChild } from '../../contract.ts';

const Phone = ({ number }: { number: string | null }): ReactNode => (number === null ? null : <a href={`tel:${number}`}>{readablePhone(number)}</a>);

export function Found({ child }: { child: FoundChild }): ReactNode {
  const t = useText();
  const why = child.reasons.map((r) => t(`children.search.reason.${r}`)).join(', ');
  return (
    <li className="found">
      {child.card !== null ? <Card id={child.id} card={child.card} desk={child.desk} /> : child.open !== null ? <Open open={child.open} /> : <Known id={child.id} desk={child.desk} />}
      {why === '' ? null : <p className="soft small">{t('children.search.why', { why })}</p>}
    </li>
  );
}

interface District {
  readonly id: string;
  readonly names: Names;
}

function Card({ id, card, desk }: { id: string; card: NonNullable<FoundChild['card']>; desk: FoundChild['desk'] }): ReactNode {
  const t = useText();
  const names = useNames();
  const { language } = useLanguage();
  const now = useNow();
  const districts = useRead<{ readonly items: readonly District[] }>('/api/agencies/districts', { immutable: true, anyLanguage: true });
  const where = districts.data?.items.find((d) => d.id === card.district);
  const about = [
    card.born === null ? null : `${card.precision === 'estimated' ? '≈ ' : ''}${formatAge(card.born, now, language)}`,
    card.born === null || card.precision !== 'day' ? null : formatDate(card.born, language),
    card.sex === null ? null : t(`children.sex.${card.sex}`),
    where === undefined ? null : names(where.names),
  ];
  const [first, ...others] = card.spellings;
  const name = first ?? card.name ?? t('children.page.no-name');
  return (
    <>
      <p className="found-name">
        {card.small ? (
          <b tabIndex={-1} data-row="">
            {name}
          </b>
        ) : (
          <Go to={`/children/${id}`} data-row="">
            {name}
          </Go>
        )}
      </p>
      <p>{about.filter((part) => part !== null).join(' · ')}</p>
      {others.length === 0 ? null : <p className="soft small">{others.join(' · ')}</p>}
      {card.small ? <p className="soft small">{t('children.search.small')}</p> : null}
      {desk === null ? null : (
        <p className="small">
          {t('children.search.listed')} {names(desk.names)} <Phone number={desk.phone} />
        </p>
      )}
    </>
  );
}

/** For 111: a case is open, and whom to call. */
function Open({ open }: { open: NonNullable<FoundChild['open']> }): ReactNode {
  const t = useText();
  return (
    <p tabIndex={-1} data-row="">
      {t('children.search.open')} {open.worker} <Phone number={open.phone} />
      {open.warnings === null ? null : <b> {open.warnings}</b>}
    </p>
  );
}

function Known({ id, desk }: { id: string; desk: FoundChild['desk'] }): ReactNode {
  const t = useText();
  const names = useNames();
  if (desk === null) {
    return (
      <p tabIndex={-1} data-row="">
        {t('children.search.closed')}
      </p>
    );
  }
  return (
    <>
      <p tabIndex={-1} data-row="">
        {t('children.search.known')} {names(desk.names)} <Phone number={desk.phone} />
      </p>
      <p>
        <Go to="/start/oversight.break-glass" search={{ child: id }}>
          {t('oversight.glass.open')}
        </Go>
      </p>
    </>
  );
}
