/** A question answered by a child, an organisation or an appointment. The draft keeps the id; names stay in memory. */
import { use, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Combobox } from '#design/components/Combobox.tsx';
import type { Pick } from '#design/components/Combobox.tsx';
import type { FieldProps } from '#design/components/Field.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { formatDate } from '#kernel/texts/format.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { asGroup, asText } from './draft.ts';
import type { Draft } from './draft.ts';
import { PlaceContext } from './FormContext.ts';
import { fitting, leastLetters, mostShown, pickSource, readPicks } from './picks.ts';
import type { PickPage } from './picks.ts';
import type { PickerQuestion } from './schema.ts';

interface Props {
  readonly question: PickerQuestion;
  readonly field: FieldProps & { readonly label: string };
  /** Id of what was chosen, '' before. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly around: Draft;
}

/** Milliseconds of quiet before a search is sent. Each search for a child is written down as a look, so it waits for a whole word. */
const quiet = { child: 700, other: 200 };

function useSettled(text: string, after: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), after);
    return () => clearTimeout(timer);
  }, [text, after]);
  return settled;
}

/** The server has searched; the others come whole and are sifted here. */
const isSearched = (kind: PickerQuestion['kind']): boolean => kind === 'child' || kind === 'organisation';

export function PickerField({ question, field, value, onChange, around }: Props): ReactNode {
  const t = useText();
  const names = useNames();
  const { language } = useLanguage();
  const client = useQueryClient();
  const place = use(PlaceContext);
  const [text, setText] = useState('');
  const settled = useSettled(text, question.kind === 'child' ? quiet.child : quiet.other);

  const neighbour =
    question.organisationFrom === null ? null : asText(asGroup(around)[question.organisationFrom]) || null;
  const organisation = question.organisationFrom === null ? place.organisation : neighbour;
  const source = pickSource(question, settled, { region: place.region, organisation });
  const read = useRead<PickPage>(source?.path ?? '/api/none', { enabled: source !== null, ...(source?.ask === undefined ? {} : { ask: source.ask }) });

  // The name of a choice must outlive the closed panel; it lives beside the answers and goes with them at sign-out.
  const chosen =
    value === '' ? null : (client.getQueryData<Pick>(['pick', value]) ?? { id: value, label: '…', detail: null });
  const all =
    source === null || read.data === undefined
      ? null
      : readPicks(read.data, { names, date: (date) => formatDate(date, language), known: t('web.pick.known') });
  const found = all === null ? null : (isSearched(question.kind) ? all : fitting(all, text)).slice(0, mostShown);

  const status = (): string | null => {
    if (source === null)
      return question.kind === 'child'
        ? t('web.pick.letters', { count: leastLetters })
        : t('web.pick.organisation-first');
    if (read.isError) return read.error.problem.title || t(`web.problem.${read.error.problem.code}.title`);
    return read.isPending ? t('web.pick.searching') : null;
  };
  return (
    <Combobox
      {...field}
      chosen={chosen}
      onChoose={(pick) => {
        if (pick !== null) client.setQueryData(['pick', pick.id], pick);
        onChange(pick?.id ?? '');
      }}
      text={text}
      onText={setText}
      found={found}
      status={status()}
    />
  );
}
