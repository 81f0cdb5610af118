/** What was filled into a form, as plain text: one line each. Pure. */
import type { Language } from '#kernel/contract.ts';
import { formatDate, formatDateTime } from '#kernel/texts/format.ts';
import { factsOf, type Fact, type Origin, type Value } from '#design/records/facts.ts';
import type { Say } from '#design/texts/TextProvider.tsx';

export function inWords(t: Say, language: Language, origin: Origin, input: unknown): string {
  const words = (value: Value): string => {
    switch (value.kind) {
      case 'text':
        return value.text;
      case 'yes-no':
        return t(value.yes ? 'web.form.yes' : 'web.form.no');
      case 'number':
        return String(value.number);
      case 'date':
        return formatDate(value.date, language);
      case 'moment':
        return formatDateTime(value.at, language);
      case 'facts':
        return value.facts.map(line).join('; ');
      case 'many':
        return value.values.map(words).join('; ');
    }
  };
  const line = ({ label, value }: Fact): string => `${label}: ${words(value)}`;
  return factsOf(t.first, origin, input).map(line).join('\n');
}
