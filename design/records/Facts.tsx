/** A record as a list to read. */
import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import type { Names } from '#kernel/access/directory.ts';
import { formatDate, formatDateTime, formatNumber } from '#kernel/texts/format.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { factsOf } from './facts.ts';
import type { Fact, Origin, Value } from './facts.ts';
import '#design/proceeding/proceeding.css';

/** What the ids of a proceeding stand for (`view.names`). */
export const NamesContext = createContext<Readonly<Record<string, Names>>>({});

export function Facts({ procedure, step, of }: Omit<Origin, 'names'> & { readonly of: unknown }): ReactNode {
  const t = useText();
  const inWords = useNames();
  const known = use(NamesContext);
  const names = Object.fromEntries(Object.entries(known).map(([id, one]) => [id, inWords(one)]));
  const facts = factsOf(t.first, { procedure, step, names }, of);
  return facts.length === 0 ? null : <FactList facts={facts} />;
}

function FactList({ facts }: { facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <FactLine key={fact.name} fact={fact} />
      ))}
    </dl>
  );
}

function FactLine({ fact }: { fact: Fact }): ReactNode {
  return (
    <>
      <dt>{fact.label}</dt>
      <dd>
        <Shown value={fact.value} />
      </dd>
    </>
  );
}

function Shown({ value }: { value: Value }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'yes-no':
      return t(value.yes ? 'web.form.yes' : 'web.form.no');
    case 'number':
      return formatNumber(value.number, language);
    case 'date':
      return formatDate(value.date, language);
    case 'moment':
      return formatDateTime(value.at, language);
    case 'facts':
      return <FactList facts={value.facts} />;
    case 'many':
      return (
        <ul className="plain">
          {value.values.map((one, i) => (
            <li key={i}>
              <Shown value={one} />
            </li>
          ))}
        </ul>
      );
  }
}
