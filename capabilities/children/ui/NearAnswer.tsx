/** A child who is near to one in the register: it is that one, or none of them. What was typed goes again with the answer. */
import type { ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { readablePhone } from '#design/proceeding/phone.ts';
import type { ProblemAnswerProps } from '#design/slots.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { formatDate } from '#kernel/texts/format.ts';
import type { FoundChild } from '../domain/views.ts';
import type { NearChildren } from '../domain/pair.ts';
import { answered } from './near.ts';
import './pair.css';

export default function NearAnswer({ problem, input, busy, onSend }: ProblemAnswerProps): ReactNode {
  const t = useText();
  const { found, path } = problem as unknown as NearChildren;
  return (
    <div className="stack-tight">
      <ul className="plain">
        {found.map((child) => (
          <li key={child.id} className="near-child">
            <Near child={child} />{' '}
            <Button busy={busy} onClick={() => onSend(answered(input, path, { child: child.id }))}>
              {t('children.near.same')}
            </Button>
          </li>
        ))}
      </ul>
      <Button busy={busy} onClick={() => onSend(answered(input, path, { not: found.map((child) => child.id) }))}>
        {t('children.near.none')}
      </Button>
    </div>
  );
}

function Near({ child: { card, desk, reasons } }: { child: FoundChild }): ReactNode {
  const t = useText();
  const names = useNames();
  const { language } = useLanguage();
  const why = reasons.map((r) => t(`children.search.reason.${r}`)).join(', ');
  if (card === null) {
    return (
      <span>
        {t('children.near.nobody')} {desk === null ? null : `${t('children.search.known')} ${names(desk.names)} ${desk.phone === null ? '' : readablePhone(desk.phone)}`} <span className="soft">{why}</span>
      </span>
    );
  }
  const about = [...card.spellings, card.born === null ? null : formatDate(card.born, language), why].filter((part) => part !== null);
  return (
    <span>
      <b>{card.name ?? t('children.page.no-name')}</b> <span className="soft">{about.join(' · ')}</span>
    </span>
  );
}
