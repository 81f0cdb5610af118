/** A question answered by a child, an organisation or an appointment. The draft keeps the id; names stay in memory. */
import { use, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Combobox } from '#design/components/Combobox.tsx';
import type { Pick } from '#design/components/Combobox.tsx';
import type { FieldProps } from '#design/components/Field.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { useSearch } from '#design/data/useSearch.ts';
import { formatDate } from '#kernel/texts/format.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { asGroup, asText } from './draft.ts';
import type { Draft } from './draft.ts';
import { PlaceContext } from './FormContext.ts';
import { fitting, leastLetters, mostShown, pickSource, readPicks } from './picks.ts';
import type { Found, PickPage, Telling } from './picks.ts';
import type { PickerQuestion } from './schema.ts';

interface Props {
  readonly question: PickerQuestion;
  readonly field: FieldProps & { readonly label: string };
  /** Id of what was chosen, '' before. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly around: Draft;
}

export function PickerField(props: Props): ReactNode {
  const { mayFind } = use(PlaceContext);
  // Whoever is refused the register is not asked for a child out of it: he writes the name.
  if (props.question.kind === 'child' && mayFind === false && props.field.optional === true && props.value === '') return null;
  return props.question.kind === 'child' ? <ChildPicker {...props} /> : <ListPicker {...props} />;
}

/** Milliseconds of quiet before a list is read. */
const quiet = 200;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), quiet);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function useTelling(): Telling {
  const t = useText();
  const names = useNames();
  const { language } = useLanguage();
  return {
    names,
    date: (date) => formatDate(date, language),
    known: t('web.pick.known'),
    sex: (sex) => t(`children.sex.${sex}`),
    why: (reasons) => (reasons.length === 0 ? null : t('children.search.why', { why: reasons.map((r) => t(`children.search.reason.${r}`)).join(', ') })),
    relation: (kind) => t(`children.relation-kind.${kind}`),
  };
}

/** The name of a choice must outlive the closed panel; it lives beside the answers and goes with them at sign-out. */
function useChosen(value: string, onChange: Props['onChange']) {
  const client = useQueryClient();
  return {
    chosen: value === '' ? null : (client.getQueryData<Pick>(['pick', value]) ?? { id: value, label: '…', detail: null }),
    onChoose: (pick: Pick | null): void => {
      if (pick !== null) client.setQueryData(['pick', pick.id], pick);
      onChange(pick?.id ?? '');
    },
  };
}

/** The same search as the page of its own, within the form. */
function ChildPicker({ field, value, onChange }: Props): ReactNode {
  const t = useText();
  const telling = useTelling();
  const [text, setText] = useState('');
  const [none, setNone] = useState(false);
  const { chosen, onChoose } = useChosen(value, onChange);
  const words = text.trim();
  const asked = chosen === null && !none && words.length >= leastLetters;
  const { answer, shown } = useSearch<Found>('/api/children/search', asked ? { q: words } : null);
  const told = shown?.ok === true ? shown.data : null;

  const status = (): string | null => {
    if (!asked) return t('web.pick.letters', { count: leastLetters });
    if (answer === null) return t('web.pick.searching');
    if (!answer.ok) return answer.problem.title || t(`web.problem.${answer.problem.code}.title`);
    return answer.data.found.length === 0 && (answer.data.narrow ?? []).length > 0 ? t('web.pick.many') : null;
  };
  return (
    <Combobox
      {...field}
      chosen={chosen}
      onChoose={onChoose}
      text={text}
      onText={(next) => {
        setText(next);
        setNone(false);
      }}
      found={asked && told !== null ? readPicks(told, telling) : null}
      status={status()}
      none={field.optional === true ? { label: t('web.pick.none-of-these'), onNone: () => setNone(true), said: none ? t('web.pick.left-empty') : null } : undefined}
    />
  );
}

function ListPicker({ question, field, value, onChange, around }: Props): ReactNode {
  const t = useText();
  const telling = useTelling();
  const place = use(PlaceContext);
  const [text, setText] = useState('');
  const settled = useSettled(text);
  const { chosen, onChoose } = useChosen(value, onChange);

  const neighbour =
    question.organisationFrom === null ? null : asText(asGroup(around)[question.organisationFrom]) || null;
  const organisation = question.organisationFrom === null ? place.organisation : neighbour;
  const source = pickSource(question, settled, { region: place.region, organisation, child: place.child ?? null });
  const read = useRead<PickPage>(source?.path ?? '/api/none', { enabled: source !== null });

  const all = source === null || read.data === undefined ? null : readPicks(read.data, telling);
  // The server has searched organisations; the others come whole and are sifted here.
  const found = all === null ? null : (question.kind === 'organisation' ? all : fitting(all, text)).slice(0, mostShown);
  // A link may have chosen already, by the id alone.
  const named = chosen === null ? null : (all?.find((pick) => pick.id === chosen.id) ?? chosen);

  const status = (): string | null => {
    if (source === null) return t('web.pick.organisation-first');
    if (read.isError) return read.error.problem.title || t(`web.problem.${read.error.problem.code}.title`);
    return read.isPending ? t('web.pick.searching') : null;
  };
  return <Combobox {...field} chosen={named} onChoose={onChoose} text={text} onText={setText} found={found} status={status()} />;
}
