/**
 * Search first: a child who is known already need not tell it all again. One field for everything, answered as one types.
 * The words stay in the page and never enter an address: browsers keep those, and proxies write them down.
 */
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { StartView } from '#kernel/contract.ts';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { Field } from '#design/components/Field.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { useSearch } from '#design/data/useSearch.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import type { FoundChildren } from '../../contract.ts';
import { Found } from './Found.tsx';
import { Narrow } from './Narrow.tsx';
import '../child.css';

/** Fewer letters or figures would ask for half of the country. */
const enough = /[\p{L}\p{N}]{2}/u;

export default function Search(): ReactNode {
  const t = useText();
  const [text, setText] = useState('');
  const { answer, shown, hurry, again } = useSearch<FoundChildren>('/api/children/search', enough.test(text) ? { q: text.trim() } : null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const focus = (): void => field.current?.focus();

  useEffect(focus, []);

  const add = (word: string): void => {
    setText((now) => `${now.trim()} ${word}`);
    focus();
  };
  const rows = (): readonly HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = rows();
    const at = all.findIndex((row) => row === document.activeElement);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      if (at < 0 && event.key === 'ArrowUp') return;
      event.preventDefault();
      if (next < 0) focus();
      else all[Math.min(next, all.length - 1)]?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (at < 0) setText('');
      focus();
    } else if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault();
      // Nobody is opened whom the words on the screen have not asked for.
      if (answer?.ok === true && answer.data.found.length === 1) all[0]?.click();
      else hurry();
    }
  };

  const problem = answer?.ok === false ? answer.problem : null;
  const wrong = problem?.code === 'invalid-input' ? (problem.fields?.map((f) => f.detail).join(' ') ?? null) : null;
  const told = shown?.ok === true ? shown.data : null;
  return (
    <Page title={t('children.search.title')}>
      <search className="child-search" onKeyDown={onKeyDown}>
        <Field label={t('children.search.field')} hint={t('children.search.hint')} error={wrong}>
          {(ids) => (
            <input
              {...ids}
              ref={field}
              className="input"
              type="search"
              autoComplete="off"
              autoCapitalize="words"
              spellCheck={false}
              enterKeyHint="search"
              value={text}
              maxLength={400}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <p className="child-search-said" role="status">
          {answer?.ok === true ? said(answer.data, t) : problem?.code === 'search-narrow' ? problem.detail : ''}
        </p>
        <Narrow wanted={told?.narrow ?? []} onAdd={add} />
        {text === '' ? <p className="soft">{t('children.search.how')}</p> : null}
        {problem === null || wrong !== null || problem.code === 'search-narrow' ? null : <ProblemNote problem={problem} during="reading" onAgain={again} />}
        <ul ref={list} className="plain child-found" aria-busy={answer === null && text !== ''}>
          {told?.found.map((child) => (
            <Found key={child.id} child={child} />
          ))}
        </ul>
        {answer?.ok === true && answer.data.found.length === 0 && answer.data.narrow.length === 0 ? <Nobody /> : null}
      </search>
    </Page>
  );
}

type Say = ReturnType<typeof useText>;

/** In one sentence, for the eye and for a screen reader. */
function said({ found, narrow, more }: FoundChildren, t: Say): string {
  if (narrow.length > 0) return `${t('children.search.narrow')} ${narrow.map((n) => t(`children.search.narrow.${n}`)).join(', ')}.`;
  if (found.length === 0) return t('children.search.none');
  return `${t('children.search.count', { count: found.length })}. ${more ? t('children.search.more') : ''}`.trim();
}

/** Not in the register: what one can do now. */
function Nobody(): ReactNode {
  const t = useText();
  const starts = useRead<readonly StartView[]>('/api/procedures');
  return (
    <EmptyState title={t('children.search.none')} what={t('children.search.nobody-what')}>
      {starts.data === undefined || starts.data.length === 0 ? null : (
        <Go to="/start" className="button">
          {t('children.search.start')}
        </Go>
      )}
    </EmptyState>
  );
}
