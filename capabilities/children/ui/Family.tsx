/** The family: drawn for the eye, and beside it the same as a nested list with telephones, which screen readers and the keyboard get. */
import type { ReactNode } from 'react';
import type { ProceedingView } from '#kernel/contract.ts';
import { Go } from '#design/components/Go.tsx';
import { readablePhone } from '#design/proceeding/phone.ts';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { formatDate } from '#kernel/texts/format.ts';
import type { ChildCard } from '../contract.ts';
import { generations } from './family.ts';
import { familyOf, type FamilyMember } from './members.ts';
import { Tree } from './Tree.tsx';
import './family.css';

interface Props {
  readonly card: ChildCard;
  readonly name: string;
  /** The case through which the family may be recorded; null or undefined: none, or not read yet. */
  readonly view: ProceedingView | null | undefined;
}

const titles = ['grandparents', 'near', 'carers', 'parents', 'siblings', 'own-children'] as const;

export function Family({ card, name, view }: Props): ReactNode {
  const t = useText();
  const { now, before } = familyOf(card.relations, almatyDate(useNow()), card.trusteeFrom);
  const may = (step: string): ProceedingView | null => (view?.subject.id === card.id && view.steps.some((s) => s.name === step) ? view : null);
  const [adds, changes] = [may('add-relative'), may('change-relative')];
  const parents = now.some((m) => m.kind === 'mother' || m.kind === 'father');
  return (
    <>
      {card.relations.length === 0 ? <p className="soft">{t('children.page.no-family')}</p> : null}
      {now.length === 0 ? null : <Tree child={card.id} name={name} members={now} />}
      {card.relations.length === 0 || parents ? null : <p className="soft">{t('children.family.no-parents')}</p>}
      {card.relations.length === 0 ? null : (
        <ul className="plain family-list">
          {generations.map((kinds, i) => (
            <Group key={titles[i]} title={t(`children.family.${titles[i] ?? 'near'}`)} members={now.filter((m) => kinds.includes(m.kind))} card={card} changes={changes} />
          ))}
          <Group title={t('children.family.before')} members={before} card={card} changes={changes} />
        </ul>
      )}
      {adds === null ? null : (
        <p className="no-print">
          <Go to={proceedingPage(adds.id)} search={{ step: 'add-relative' }} className="child-step">
            {t(`${adds.procedure}.step.add-relative`)}
          </Go>
        </p>
      )}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly members: readonly FamilyMember[];
  readonly card: ChildCard;
  readonly changes: ProceedingView | null;
}

function Group({ title, members, card, changes }: GroupProps): ReactNode {
  if (members.length === 0) return null;
  return (
    <li>
      <p className="family-group">{title}</p>
      <ul className="plain">
        {members.map((member) => (
          // Only what stands in this child's own row of the register can be changed from his case.
          <Relative key={member.id} member={member} changes={member.of === card.id ? changes : null} />
        ))}
      </ul>
    </li>
  );
}

function Relative({ member: m, changes }: { member: FamilyMember; changes: ProceedingView | null }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const name = m.name ?? t('children.page.no-name');
  const on = (key: string, date: string | null): string | null => (date === null ? null : t(key, { date: formatDate(date, language) }));
  const about = [
    t(`children.relation-kind.${m.called}`),
    m.represents ? t('children.input.is-representative') : null,
    on('children.page.since', m.from),
    on('children.page.until', m.until),
    m.together ? (on('children.family.together-since', m.householdFrom) ?? t('children.input.in-household')) : on('children.family.apart-since', m.householdUntil),
    m.died ? (on('children.page.died', m.diedOn) ?? t('children.family.died')) : null,
  ];
  return (
    <li className="family-relative">
      <b className="family-whole-name">{m.other === null ? name : <Go to={`/children/${m.other}`}>{name}</Go>}</b>
      <span className="soft"> {about.filter((part) => part !== null).join(' · ')}</span>
      {m.phone === null || m.died ? null : (
        <>
          {' '}
          <a href={`tel:${m.phone.replace(/[^\d+]/g, '')}`}>{readablePhone(m.phone)}</a>
        </>
      )}
      {changes === null ? null : (
        <>
          {' '}
          <Go to={proceedingPage(changes.id)} search={{ step: 'change-relative', relation: m.id }} className="no-print">
            {t('children.family.change')}
            <span className="visually-hidden">: {name}</span>
          </Go>
        </>
      )}
    </li>
  );
}
