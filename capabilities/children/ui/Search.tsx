/** Search first: a child who is known already need not tell it all again. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { TextInput } from '#design/components/inputs.tsx';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { readablePhone } from '#design/proceeding/phone.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { formatDate } from '#kernel/texts/format.ts';
import type { FoundChild, FoundChildren } from '../contract.ts';

interface Asked {
  readonly q: string;
  readonly born: string;
  readonly iin: string;
}
const nothing: Asked = { q: '', born: '', iin: '' };

const askOf = (asked: Asked): object => Object.fromEntries(Object.entries(asked).filter(([, v]) => v.trim() !== ''));
const same = (one: Asked, other: Asked): boolean => JSON.stringify(askOf(one)) === JSON.stringify(askOf(other));

/** The name stays in the page and never enters an address: browsers keep those, and proxies write them down. */
export default function Search(): ReactNode {
  const t = useText();
  const [typed, setTyped] = useState(nothing);
  const [asked, setAsked] = useState<Asked | null>(null);
  const read = useRead<FoundChildren>('/api/children/search', { enabled: asked !== null, ask: askOf(asked ?? nothing) });
  const wrong = (path: string): string | null => read.error?.problem.fields?.find((f) => f.path === path)?.detail ?? null;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (asked !== null && same(asked, typed)) void read.refetch();
    else setAsked(typed);
  };
  const field = (name: keyof Asked, type: 'text' | 'date') => ({
    label: t(`children.search.${name}`), value: typed[name], onChange: (value: string) => setTyped({ ...typed, [name]: value }), type, error: wrong(`/${name}`),
  });
  return (
    <Page title={t('children.search.title')}>
      <form className="child-search" role="search" noValidate onSubmit={onSubmit} autoComplete="off">
        <TextInput {...field('q', 'text')} />
        <TextInput {...field('born', 'date')} optional />
        <TextInput {...field('iin', 'text')} optional />
        <div>
          <Button kind="main" type="submit">
            {t('children.search.find')}
          </Button>
        </div>
      </form>
      <div aria-live="polite">
        {asked === null ? <p className="soft">{t('children.search.what')}</p> : null}
        {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
        {asked !== null && read.isPending ? <Skeleton /> : null}
        {read.data?.found.length === 0 ? <EmptyState title={t('children.search.none')} what={t('children.search.none-what')} /> : null}
        <ul className="plain child-found">
          {read.data?.found.map((child) => (
            <Found key={child.id} child={child} />
          ))}
        </ul>
      </div>
    </Page>
  );
}

function Found({ child: { id, card, desk, open, reasons } }: { child: FoundChild }): ReactNode {
  const t = useText();
  const names = useNames();
  const { language } = useLanguage();
  const why = reasons.map((r) => t(`children.search.reason.${r}`)).join(', ');
  if (card !== null) {
    const about = [...card.spellings, card.born === null ? null : formatDate(card.born, language), why].filter((part) => part !== null);
    return (
      <li>
        <Go to={`/children/${id}`}>{card.name ?? t('children.page.no-name')}</Go> <span className="soft">{about.join(' · ')}</span>
      </li>
    );
  }
  if (open !== null) {
    return (
      <li>
        {t('children.search.open')} {open.worker} {open.phone === null ? null : <a href={`tel:${open.phone}`}>{readablePhone(open.phone)}</a>}
        {open.warnings === null ? null : <b> {open.warnings}</b>} <span className="soft">{why}</span>
      </li>
    );
  }
  return (
    <li>
      {desk === null ? t('children.search.closed') : `${t('children.search.known')} ${names(desk.names)} `}
      {desk?.phone == null ? null : <a href={`tel:${desk.phone}`}>{readablePhone(desk.phone)}</a>} <span className="soft">{why}</span>
      {desk === null ? null : (
        <>
          {' '}
          <Go to="/start/oversight.break-glass" search={{ child: id }}>
            {t('oversight.glass.open')}
          </Go>
        </>
      )}
    </li>
  );
}
