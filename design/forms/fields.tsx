/** Questions to controls. One question, one control; groups and lists call themselves. */
import type { ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { FieldGroup } from '#design/components/Field.tsx';
import { Choice, Many, Select, TextArea, TextInput, Tick } from '#design/components/inputs.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { pointer } from './check.ts';
import { asGroup, asList, asText, chosenVariant } from './draft.ts';
import type { Draft } from './draft.ts';
import { useQuestion } from './FormContext.ts';
import { PickerField } from './PickerField.tsx';
import type { ChoiceQuestion, GroupQuestion, ListQuestion, Question, VariantsQuestion } from './schema.ts';

interface FieldOf<Q> {
  readonly question: Q;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  /** JSON pointer of the question. */
  readonly at: string;
  /** Draft of the group it stands in: a picker may depend on its neighbour. */
  readonly around: Draft;
}

/** From this many values on, a list to open reads better than a list of buttons. */
const manyValues = 8;
/** Texts up to this length get one line. */
const oneLine = 300;

/** The questions of a group without a frame. */
export function GroupFields({
  group,
  draft,
  onDraft,
  at,
}: { group: GroupQuestion } & Omit<FieldOf<never>, 'question' | 'around'>): ReactNode {
  const answers = asGroup(draft);
  return group.questions.map((question) => (
    <QuestionField
      key={question.name}
      question={question}
      draft={question.name === '' ? draft : answers[question.name]}
      onDraft={(next) => onDraft(question.name === '' ? next : { ...answers, [question.name]: next })}
      at={question.name === '' ? at : pointer(at, question.name)}
      around={draft}
    />
  ));
}

function QuestionField(props: FieldOf<Question>): ReactNode {
  const { question, draft, onDraft, at } = props;
  const t = useText();
  const { id, error } = useQuestion(at);
  const label = question.label === null ? '' : t(question.label);
  const field = {
    id,
    error,
    label,
    hint: question.hint === null ? null : t(question.hint),
    optional: !question.required,
  };
  switch (question.kind) {
    case 'fixed':
      return null;
    case 'confirm':
      return <Tick {...field} value={draft === true} onChange={onDraft} />;
    case 'yes-no':
      return (
        <Choice
          {...field}
          inRow
          options={[
            { value: 'true', label: t('web.form.yes') },
            { value: 'false', label: t('web.form.no') },
          ]}
          value={typeof draft === 'boolean' ? String(draft) : null}
          onChange={(value) => onDraft(value === 'true')}
        />
      );
    case 'text':
      if ((question.maxLength ?? 0) <= oneLine) {
        return <TextInput {...field} value={asText(draft)} onChange={onDraft} />;
      }
      return (
        <TextArea {...field} value={asText(draft)} onChange={onDraft} maxLength={question.maxLength ?? undefined} />
      );
    case 'multiline':
      return (
        <TextArea {...field} value={asText(draft)} onChange={onDraft} maxLength={question.maxLength ?? undefined} />
      );
    case 'date':
    case 'date-time':
      return (
        <TextInput
          {...field}
          short
          type={question.kind === 'date' ? 'date' : 'datetime-local'}
          value={asText(draft)}
          onChange={onDraft}
        />
      );
    case 'number':
    case 'integer':
      return (
        <TextInput
          {...field}
          short
          inputMode={question.kind === 'integer' ? 'numeric' : 'decimal'}
          value={asText(draft)}
          onChange={onDraft}
        />
      );
    case 'choice':
    case 'many':
      return <ChoiceField {...props} question={question} field={field} />;
    case 'child':
    case 'relative':
    case 'organisation':
    case 'appointment':
    case 'district':
    case 'region':
      return (
        <PickerField question={question} field={field} value={asText(draft)} onChange={onDraft} around={props.around} />
      );
    case 'group':
      return (
        <FieldGroup {...field}>
          <div className="group stack">
            <GroupFields group={question} draft={draft} onDraft={onDraft} at={at} />
          </div>
        </FieldGroup>
      );
    case 'list':
      return <ListField {...props} question={question} />;
    case 'variants':
      return <VariantFields {...props} question={question} />;
  }
}

function ChoiceField({
  question,
  draft,
  onDraft,
  field,
}: FieldOf<ChoiceQuestion> & {
  field: { id: string; label: string; error: string | null; hint: string | null; optional: boolean };
}): ReactNode {
  const t = useText();
  const prefix = question.valueText;
  const values = question.values.length === 0 && prefix !== null ? t.under(prefix) : question.values;
  const options = values.map((value) => ({
    value: String(value),
    label: prefix === null ? String(value) : t(`${prefix}.${value}`),
  }));
  // A list whose words nobody has written yet can still be answered.
  if (options.length === 0) return <TextInput {...field} value={asText(draft)} onChange={onDraft} />;
  if (question.kind === 'many') {
    return <Many {...field} options={options} values={asList(draft).map(asText)} onChange={onDraft} />;
  }
  const value = asText(draft);
  return options.length >= manyValues ? (
    <Select {...field} options={options} value={value} onChange={onDraft} />
  ) : (
    <Choice {...field} options={options} value={value} onChange={onDraft} />
  );
}

function ListField({ question, draft, onDraft, at }: FieldOf<ListQuestion>): ReactNode {
  const t = useText();
  const { id, error } = useQuestion(at);
  const label = question.label === null ? '' : t(question.label);
  const given = asList(draft);
  // What must be there at least is there to be filled, without a button to press first.
  const items: readonly Draft[] = given.length === 0 && question.minItems > 0 ? [undefined] : given;
  const change = (index: number, next: Draft): void => onDraft(items.map((item, i) => (i === index ? next : item)));
  const full = question.maxItems !== null && items.length >= question.maxItems;
  const hint = question.hint === null ? null : t(question.hint);
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error} optional={!question.required}>
      <div className="stack">
        {items.map((item, i) => (
          // The order never changes but at the end or by removal, and fields are controlled: the index will do.
          <div key={i} className="group stack">
            <p className="form-item">{t('web.form.item', { number: i + 1 })}</p>
            <QuestionField
              question={{ ...question.item, label: question.item.label ?? question.label }}
              draft={item}
              onDraft={(next) => change(i, next)}
              at={pointer(at, i)}
              around={draft}
            />
            {items.length > question.minItems ? (
              <div>
                <Button kind="quiet" onClick={() => onDraft(items.filter((_, j) => j !== i))}>
                  {t('web.form.remove', { number: i + 1 })}
                </Button>
              </div>
            ) : null}
          </div>
        ))}
        {full ? null : (
          <div>
            <Button onClick={() => onDraft([...items, undefined])}>
              {t(items.length === 0 ? 'web.form.add' : 'web.form.add-more')}
            </Button>
          </div>
        )}
      </div>
    </FieldGroup>
  );
}

function VariantFields({ question, draft, onDraft, at }: FieldOf<VariantsQuestion>): ReactNode {
  const t = useText();
  const { id, error } = useQuestion(pointer(at, question.by));
  const variant = chosenVariant(question, draft);
  return (
    <>
      <Choice
        id={id}
        error={error}
        label={t(question.label ?? 'web.form.which')}
        hint={question.hint === null ? null : t(question.hint)}
        optional={!question.required}
        options={question.variants.map((v) => ({ value: v.value, label: v.label === null ? v.value : t(v.label) }))}
        value={variant?.value ?? null}
        onChange={(value) => onDraft({ ...asGroup(draft), [question.by]: value })}
      />
      {variant === null ? null : (
        <div className="group stack">
          <GroupFields group={variant.group} draft={draft} onDraft={onDraft} at={at} />
        </div>
      )}
    </>
  );
}
