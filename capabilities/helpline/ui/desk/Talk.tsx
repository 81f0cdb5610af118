/** One appeal: what was written, what the program noticed, the talk both ways, and where it goes. */
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ProceedingView, StepView } from '#kernel/contract.ts';
import { formatDateTime, formatMoment } from '#kernel/texts/format.ts';
import { Badge } from '#design/components/Badge.tsx';
import { Basis } from '#design/components/Basis.tsx';
import { Button } from '#design/components/Button.tsx';
import { Due } from '#design/components/Due.tsx';
import { useTell } from '#design/components/Live.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { useDraft } from '#design/data/drafts.tsx';
import { orderSteps } from '#design/proceeding/steps.ts';
import { useSend } from '#design/proceeding/useSend.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import type { Message, TalkRecord } from '../../contract.ts';
import { routes } from './keys.ts';
import { appealOf } from './prefill.ts';

interface Props {
  readonly view: ProceedingView;
  readonly school: string | null;
  /** Number and words of a call just taken, to be told to the caller. */
  readonly told: { readonly number: string; readonly code: string } | null;
  /** He rests: the talk is a colleague's to take. */
  readonly resting: boolean;
  readonly onStep: (step: string) => void;
  readonly onSent: () => void;
}

/** These have places of their own. */
const placed: readonly string[] = ['claim', 'reply', 'grade', ...routes];

export function Talk({ view, school, told, resting, onStep, onSent }: Props): ReactNode {
  const t = useText();
  const appeal = appealOf(view);
  const talk = view.records['talk'] as TalkRecord | undefined;
  const step = (name: string): StepView | undefined => view.steps.find((s) => s.name === name);
  const { own, common } = orderSteps(view.steps);
  const others = own.filter((s) => !placed.includes(s.name));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [view.id]);
  const claim = step('claim');
  const reply = step('reply');
  const place = [appeal === undefined ? null : t(`language.${appeal.language}`), appeal === undefined ? null : t(`helpline.who.${appeal.who}`), school, appeal?.placeWords ?? null];
  return (
    <div className="stack talk">
      <header className="stack-tight">
        <h2 ref={heading} tabIndex={-1}>
          {view.label}
        </h2>
        <p className="line">
          <Badge danger={view.danger} /> <b>{view.stageTitle}</b>
          <span className="soft">{place.filter((part) => part !== null).join(' · ')}</span>
        </p>
        {view.deadlines
          .filter((d) => d.state === 'running' || d.state === 'breached')
          .map((d) => (
            <p key={d.key} className="line small">
              {d.title}: <Due due={d.dueAt} state={d.state} /> <Basis of={d} />
            </p>
          ))}
      </header>
      {told === null ? null : (
        <p className="told" role="status">
          {t('helpline.desk.tell')} <b>{told.number}</b>, <b>{told.code}</b>
        </p>
      )}
      {appeal === undefined || appeal.text === '' ? null : (
        <blockquote className="said" dir="auto" lang={appeal.language}>
          {appeal.text}
        </blockquote>
      )}
      {appeal === undefined ? null : <Signs signs={appeal.signs} />}
      <Messages messages={talk?.messages ?? []} />
      {claim === undefined || resting ? null : <Claim view={view} step={claim} onSent={onSent} />}
      {reply === undefined ? null : <Reply key={view.id} view={view} step={reply} onSent={onSent} />}
      <div className="stack-tight">
        {step('grade') === undefined ? null : (
          <div className="line">
            <Button onClick={() => onStep('grade')} aria-keyshortcuts="g">
              {t('helpline.appeal.step.grade')} <kbd>g</kbd>
            </Button>
            <span>{appeal?.urgency == null ? t('helpline.desk.not-graded') : `${t(`helpline.category.${appeal.category}`)} · ${t(`helpline.urgency.${appeal.urgency}`)}`}</span>
          </div>
        )}
        <div className="line" role="group" aria-label={t('helpline.desk.where-to')}>
          {routes.map((name, i) => {
            const offered = step(name);
            return offered === undefined ? null : (
              <Button key={name} onClick={() => onStep(name)} aria-keyshortcuts={String(i + 1)}>
                <kbd>{i + 1}</kbd> {t(`helpline.desk.route.${name}`)}
              </Button>
            );
          })}
        </div>
        <div className="line">
          {[...others, ...common].map((s) => (
            <Button key={s.name} kind="quiet" onClick={() => onStep(s.name)}>
              {s.title}
            </Button>
          ))}
        </div>
      </div>
    </div>
  );
}

export function Signs({ signs }: { signs: { readonly topics: readonly string[]; readonly others: boolean; readonly doNotTellHome: boolean } }): ReactNode {
  const t = useText();
  const words = [
    ...signs.topics.map((topic) => t.first([`helpline.topic.${topic}`]) ?? topic),
    ...(signs.others ? [t('helpline.desk.others')] : []),
    ...(signs.doNotTellHome ? [t('helpline.desk.warning.!home')] : []),
  ];
  if (words.length === 0) return null;
  return (
    <div className="signs">
      <p className="soft small">{t('helpline.desk.signs')}</p>
      <ul className="plain line">
        {words.map((word) => (
          <li key={word} className="sign">
            {word}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Messages({ messages }: { messages: readonly Message[] }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const now = useNow();
  return (
    <ol className="plain messages" aria-label={t('helpline.appeal.class.talk')}>
      {messages.map((m, i) => (
        <li key={i} className={`message message-${m.from}`}>
          <p className="soft small">
            {t(`helpline.desk.from.${m.from}`)} ·{' '}
            <time dateTime={m.at} title={formatDateTime(m.at, language)}>
              {formatMoment(m.at, now, language)}
            </time>
          </p>
          <p className="message-text" dir="auto">
            {m.text ?? (m.key === undefined ? '' : t(m.key))}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Claim({ view, step, onSent }: { view: ProceedingView; step: StepView; onSent: () => void }): ReactNode {
  const { busy, problem, send } = useSend(step.href);
  return (
    <div className="stack-tight">
      {problem === null ? null : <ProblemNote problem={problem} during="reading" />}
      <div>
        <Button kind="main" busy={busy} data-claim="" aria-keyshortcuts="c" onClick={() => void send({}, view.sequence).then(onSent)}>
          {step.title} <kbd>c</kbd>
        </Button>
      </div>
    </div>
  );
}

function Reply({ view, step, onSent }: { view: ProceedingView; step: StepView; onSent: () => void }): ReactNode {
  const t = useText();
  const tell = useTell();
  const id = useId();
  const { busy, problem, send } = useSend(step.href);
  const { draft, change, drop } = useDraft(`${view.id}/reply`);
  const [empty, setEmpty] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const text = typeof draft === 'string' ? draft : '';
  const go = async (): Promise<void> => {
    if (busy) return;
    setEmpty(text.trim() === '');
    if (text.trim() === '') return box.current?.focus();
    if ((await send({ text: text.trim() }, view.sequence)) === null) return;
    drop();
    tell(t('web.step.done', { step: step.title }));
    onSent();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void go();
    if (event.key === 'Escape') box.current?.blur();
  };
  return (
    <div className="stack-tight">
      <label className="field-label" htmlFor={id}>
        {t('helpline.input.reply')} <kbd>r</kbd>
      </label>
      {empty ? <p className="field-error">{t('field.required')}</p> : null}
      <textarea ref={box} id={id} data-reply="" className="input reply" rows={3} autoComplete="off" maxLength={8000} value={text} aria-invalid={empty || undefined} onChange={(e) => change(e.target.value)} onKeyDown={onKeyDown} />
      {problem === null ? null : <ProblemNote problem={problem} during="writing" />}
      <div className="line">
        <Button kind="main" busy={busy} onClick={() => void go()}>
          {step.title}
        </Button>
        <span className="soft small keys-hint">Ctrl+Enter</span>
      </div>
    </div>
  );
}
