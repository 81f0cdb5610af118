/** The child's page: who he is, the family drawn beside the story, what is open about him. */
import type { ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Role } from '#kernel/access/roles.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import type { Danger } from '#kernel/procedures/declare.ts';
import { formatAge, formatDate } from '#kernel/texts/format.ts';
import { Badge } from '#design/components/Badge.tsx';
import { Due } from '#design/components/Due.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead, type ReadFailed } from '#design/data/CallProvider.tsx';
import { useSession } from '#design/data/session.tsx';
import { proceedingApi, proceedingPage } from '#design/proceeding/paths.ts';
import { orderSteps } from '#design/proceeding/steps.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { shortName } from '../domain/names.ts';
import { keepsRegister } from '../domain/keepers.ts';
import type { ChildCard, ChildPart, ToldOf } from '../domain/views.ts';
import { Family } from './Family.tsx';
import { OneStory } from './OneStory.tsx';
import './child.css';

export default function Child(): ReactNode {
  const { child } = useParams({ strict: false }) as { child: string };
  const { role } = useSession();
  // A card that is refused leaves a look that says so: nobody is sent to ask for what is never his.
  return keepsRegister.includes(role as Role) ? <WholeCard child={child} /> : <PartOf child={child} />;
}

function WholeCard({ child }: { child: string }): ReactNode {
  const read = useRead<ChildCard>(`/api/children/${encodeURIComponent(child)}`);
  return read.data === undefined ? <NotYet {...read} /> : <Card key={child} card={read.data} />;
}

function PartOf({ child }: { child: string }): ReactNode {
  const read = useRead<ChildPart>(`/api/children/${encodeURIComponent(child)}/proceedings`);
  return read.data === undefined ? <NotYet {...read} /> : <Told key={child} {...read.data} />;
}

function NotYet({ isError, error, refetch }: Pick<UseQueryResult<unknown, ReadFailed>, 'isError' | 'error' | 'refetch'>): ReactNode {
  const t = useText();
  return (
    <Page title={t('children.page.title')}>
      {isError && error !== null ? <ProblemNote problem={error.problem} during="reading" onAgain={() => void refetch()} /> : <Skeleton lines={8} />}
    </Page>
  );
}

function Card({ card }: { card: ChildCard }): ReactNode {
  const t = useText();
  const [first] = card.names;
  const name = (first === undefined ? null : shortName(first)) ?? t('children.page.no-name');
  // What moves now: the most dangerous of what is open, else the last that was. Of two alike, the one with the longer story.
  const [now] = card.proceedings.toSorted((a, b) => Number(a.final) - Number(b.final) || b.danger - a.danger || b.sequence - a.sequence);
  return (
    <Page title={name} tab={t('children.page.title')}>
      <About card={card} danger={now === undefined || now.final || !now.weighed ? null : (now.danger as Danger)} />
      {now === undefined ? null : <Steps id={now.id} />}
      <div className="child-body">
        <div>
          <Part id="family" title={t('children.page.family')}>
            {now === undefined || now.final ? <Family card={card} name={name} view={null} /> : <RecordedFamily card={card} name={name} id={now.id} />}
          </Part>
          <Part id="open" title={t('children.page.proceedings')}>
            <Matters proceedings={card.proceedings} />
          </Part>
          <Names card={card} />
        </div>
        {now === undefined ? null : (
          <Part id="story" title={t('web.proceeding.story')}>
            <OneStory proceedings={card.proceedings} />
          </Part>
        )}
      </div>
    </Page>
  );
}

function About({ card, danger }: { card: ChildCard; danger: Danger | null }): ReactNode {
  const t = useText();
  const names = useNames();
  const { language } = useLanguage();
  const now = useNow();
  const age = card.born === null ? null : `${card.precision === 'estimated' ? '≈ ' : ''}${formatAge(card.born, now, language)}`;
  const born = card.born !== null && card.precision === 'day' ? formatDate(card.born, language) : null;
  const iin = card.iin === null ? (card.iinReason === null ? null : `${t('children.page.no-iin')}: ${t(`children.iin-reason.${card.iinReason}`)}`) : `${t('children.input.iin')} ${card.iin}`;
  const about = [age, born, card.sex === null ? null : t(`children.sex.${card.sex}`), card.language === null ? null : t(`children.language.${card.language}`), iin];
  const needs = [card.signLanguage ? t('children.input.sign-language') : null, card.interpreter];
  return (
    <div className="stack-tight">
      <p className="proceeding-head">
        {danger === null ? null : <Badge danger={danger} />}
        <span>{about.filter((part) => part !== null).join(' · ')}</span>
      </p>
      {card.diedOn === null ? null : <p>{t('children.page.died', { date: formatDate(card.diedOn, language) })}</p>}
      {needs.every((n) => n === null) ? null : <p>{needs.filter((n) => n !== null).join(' · ')}</p>}
      {card.groups.length === 0 ? null : <p className="soft">{card.groups.map((g) => t(`children.group.${g}`)).join(' · ')}</p>}
      {card.warnings === null ? null : (
        <p className="child-warning">
          <b>{t('children.input.warnings')}:</b> {card.warnings}
        </p>
      )}
      {card.clashes.map((clash, i) => (
        <p key={i} className="child-warning">
          {t('children.page.clash')} {names(clash.names)} {clash.phone ?? ''}
        </p>
      ))}
    </div>
  );
}

function Names({ card }: { card: ChildCard }): ReactNode {
  const t = useText();
  if (card.names.length === 0) return null;
  return (
    <details>
      <summary>{t('children.input.names')}</summary>
      <ul className="plain">
        {card.names.map((n, i) => (
          <li key={i}>
            {[n.family, n.given, n.patronymic].filter((part) => part !== null).join(' ')} <span className="soft">{t(`children.name-kind.${n.kind}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The steps one may take now, each opening the very form on the case's page. */
function Steps({ id }: { id: string }): ReactNode {
  const t = useText();
  const read = useRead<ProceedingView>(proceedingApi(id));
  const own = read.data === undefined ? [] : orderSteps(read.data.steps).own;
  if (own.length === 0) return null;
  return (
    <nav className="child-steps" aria-label={t('web.proceeding.steps')}>
      {own.slice(0, 4).map((step) => (
        <Go key={step.name} to={proceedingPage(id)} search={{ step: step.name }} className="child-step">
          {step.title}
        </Go>
      ))}
    </nav>
  );
}

/** The family, and the steps by which it is recorded. */
function RecordedFamily({ id, ...family }: { id: string; card: ChildCard; name: string }): ReactNode {
  const read = useRead<ProceedingView>(proceedingApi(id));
  return <Family {...family} view={read.data} />;
}

function Matters({ proceedings }: { proceedings: readonly ToldOf[] }): ReactNode {
  return (
    <ul className="plain child-proceedings">
      {proceedings.map((p) => (
        <li key={p.id}>
          <Go to={proceedingPage(p.id)}>{p.title}</Go>
          <span className="soft">
            {' '}
            {[p.stageTitle, p.worker].filter((part) => part !== null).join(' · ')}
          </span>{' '}
          {p.due === null ? null : <Due due={p.due} />}
        </li>
      ))}
    </ul>
  );
}

/** Of whoever has a task about the child and not his card: the same page with that one's part of it. */
function Told({ proceedings }: ChildPart): ReactNode {
  const t = useText();
  return (
    <Page title={proceedings[0]?.label ?? t('children.page.title')} tab={t('children.page.title')}>
      <div className="child-body">
        <div>
          <Part id="open" title={t('children.page.proceedings')}>
            <Matters proceedings={proceedings} />
          </Part>
        </div>
        <Part id="story" title={t('web.proceeding.story')}>
          <OneStory proceedings={proceedings} />
        </Part>
      </div>
    </Page>
  );
}

function Part({ title, id, children }: { title: string; id: string; children: ReactNode }): ReactNode {
  return (
    <section className="part" aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`}>{title}</h2>
      {children}
    </section>
  );
}
