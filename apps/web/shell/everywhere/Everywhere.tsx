/**
 * Ctrl+K from any page: one field for where one may go, what one has to do, a number, and a child of the register. A combobox
 * with a list: arrows move, Enter takes, Escape closes. The register is asked only when somebody chooses to: each search is
 * written down, and the name of a page is nobody's name.
 */
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { FoundChildren } from '#cap/children/contract.ts';
import type { DayPage, NumberedPage } from '#kernel/contract.ts';
import { formatDate } from '#kernel/texts/format.ts';
import { Button } from '#design/components/Button.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { useSearch } from '#design/data/useSearch.ts';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { readablePhone } from '#design/proceeding/phone.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { useFindPage, useNav, useStarts } from '../nav.ts';
import { childOption, dayOption, groupsFor, idIn, numberIn, numberOption, pageOption, wordsIn, type Group, type Option } from './options.ts';
import './everywhere.css';

const titleOf: Readonly<Record<Group['name'], string>> = {
  number: 'web.everywhere.number', day: 'web.nav.day', pages: 'web.nav.label', starts: 'web.start.title', children: 'web.everywhere.children',
};

export default function Everywhere({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText();
  const go = useNavigate();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [moved, setMoved] = useState<number | null>(null);
  const [sought, setSought] = useState<string | null>(null);
  const { groups, status, asking } = useOffers(text, sought);
  const options = groups.flatMap((group) => group.options);
  // Once something is written, Enter takes the first; before that, nothing is taken by chance.
  const active = moved === null ? (text.trim() === '' ? -1 : 0) : Math.min(moved, options.length - 1);
  const domId = (option: Option): string => `${id}-${options.indexOf(option)}`;

  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  const take = (option: Option | undefined): void => {
    if (option?.seek !== undefined) {
      setMoved(null);
      setSought(option.seek);
    } else if (option?.go != null) {
      onClose();
      void go({ to: option.go.to, search: option.go.search ?? {} });
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (options.length === 0) return;
      const by = event.key === 'ArrowDown' ? 1 : options.length - (active < 0 ? 0 : 1);
      setMoved((active + by) % options.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(options[active]);
    }
  };
  return (
    <dialog
      ref={dialog}
      className="everywhere"
      aria-label={t('web.everywhere.title')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="everywhere-head">
        <label htmlFor={`${id}-field`} className="visually-hidden">
          {t('web.everywhere.field')}
        </label>
        <input
          id={`${id}-field`}
          className="input"
          role="combobox"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={200}
          placeholder={t('web.everywhere.field')}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-describedby={`${id}-how`}
          aria-activedescendant={active >= 0 && options.length > 0 ? `${id}-${active}` : undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setMoved(null);
            setSought(null);
          }}
          onKeyDown={onKeyDown}
        />
        <Button kind="quiet" onClick={onClose}>
          {t('web.panel.close')}
        </Button>
      </div>
      <p className="everywhere-status small" role="status">
        {status}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={t('web.everywhere.title')} aria-busy={asking} className="everywhere-list" hidden={options.length === 0}>
        {groups.map((group) => (
          <div key={group.name} role="group" aria-labelledby={`${id}-${group.name}`}>
            <div id={`${id}-${group.name}`} role="presentation" className="everywhere-group">
              {t(titleOf[group.name])}
            </div>
            {group.options.map((option) => (
              <div
                key={option.id}
                id={domId(option)}
                role="option"
                aria-selected={options[active] === option}
                aria-disabled={option.go === null && option.seek === undefined}
                className="everywhere-option"
                onClick={() => take(option)}
              >
                <span>{option.label}</span>
                {option.detail === null ? null : <span className="soft small">{option.detail}</span>}
                {option.why == null ? null : <span className="soft small">{t('children.search.why', { why: option.why })}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p id={`${id}-how`} className="everywhere-how soft small">
        {t('web.everywhere.how')}
      </p>
    </dialog>
  );
}

interface Offers {
  readonly groups: readonly Group[];
  /** In one sentence: how much there is, or why there is nothing. */
  readonly status: string;
  readonly asking: boolean;
}

/** `sought`: the words for which somebody chose to ask the register. */
function useOffers(text: string, sought: string | null): Offers {
  const t = useText();
  const names = useNames();
  const { language } = useLanguage();
  const places = useNav();
  const find = useFindPage();
  const { starts } = useStarts();
  const day = useRead<DayPage>('/api/my-day?limit=50');
  const [number, proceeding, words] = [numberIn(text), idIn(text), wordsIn(text)];
  const numbered = useSearch<NumberedPage>('/api/proceedings/by-number', number === null ? null : { number });
  const children = useSearch<FoundChildren>('/api/children/search', sought === null ? null : { q: sought });

  const childWords = {
    names, phone: readablePhone, say: t,
    born: (date: string, precision: string) => (precision === 'day' ? formatDate(date, language) : `≈ ${date.slice(0, 4)}`),
  };
  const pages = [...places, ...(find === null || places.some((p) => p.path === find.path) ? [] : [find])];
  const found = sought !== null && children.answer?.ok === true ? children.answer.data : null;
  const whole = find === null ? [] : [{ id: 'whole', label: t('web.everywhere.whole'), detail: null, go: { to: find.path } }];
  const groups = groupsFor(text, {
    day: (day.data?.items ?? []).map(dayOption),
    pages: pages.map((p) => pageOption(p.path, t(p.titleKey))),
    starts: starts.map((s) => pageOption(`/start/${s.procedure}`, s.title)),
    number: [
      ...(proceeding === null ? [] : [{ id: `id ${proceeding}`, label: t('web.everywhere.by-id'), detail: null, go: { to: proceedingPage(proceeding) } }]),
      ...(number !== null && numbered.answer?.ok === true ? numbered.answer.data.items.map(numberOption) : []),
    ],
    children: found === null ? null : [...found.found.map((child) => childOption(child, childWords)), ...whole],
    seek: find === null || words === null || sought !== null ? null : { id: 'seek', label: t('web.everywhere.seek', { text: words }), detail: t('web.everywhere.seek-what'), go: null, seek: words },
  });
  const asking = (number !== null && numbered.answer === null) || (sought !== null && children.answer === null);
  const refused = [numbered.answer, children.answer].find((answer) => answer?.ok === false);
  const count = groups.reduce((sum, group) => sum + group.options.length, 0);
  const status = (): string => {
    if (asking) return t('web.pick.searching');
    if (refused?.ok === false) return refused.problem.detail || t(`web.problem.${refused.problem.code}.detail`);
    if (found !== null && found.narrow.length > 0) return t('web.pick.many');
    if (found !== null) return found.found.length === 0 ? t('children.search.none') : t('web.pick.found', { count: found.found.length });
    if (text.trim() === '') return '';
    return count === 0 ? t('web.pick.none') : t('web.pick.found', { count });
  };
  return { groups, status: status(), asking };
}
