/** A record as a list to read. */
import type { ReactNode } from 'react';
import { formatDate, formatDateTime, formatNumber } from '#kernel/texts/format.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { factsOf } from './facts.ts';
import type { Fact, Origin, Value } from './facts.ts';
import '#design/proceeding/proceeding.css';

export function Facts({ procedure, step, of }: Origin & { readonly of: unknown }): ReactNode {
  const t = useText();
  const facts = factsOf(t.first, { procedure, step }, of);
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
