/** What is to be taken out, for what, and why: no file leaves without it. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { formats, purposes, scopes, type ExportInput, type Format, type Purpose } from '#cap/exports/contract.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { Choice, TextArea } from '#design/components/inputs.tsx';
import type { ProblemDocument } from '#design/data/call.ts';
import { useSession } from '#design/data/session.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { faultOf } from './account.ts';

/** As the page of a list writes it into the address. */
export interface ListAsked {
  readonly scope: NonNullable<ExportInput['scope']>;
  readonly procedure?: string | undefined;
  readonly worker?: string | undefined;
}

interface Props {
  /** One proceeding; null: a list. */
  readonly about: ProceedingView | null;
  /** The list that a page showed and that is to be taken out; null: one chooses here. */
  readonly of: ListAsked | null;
  readonly problem: ProblemDocument | null;
  readonly busy: boolean;
  readonly onSend: (input: ExportInput) => void;
}

const shortest = 3;
const longest = 500;

export function ExportForm({ about, of, problem, busy, onSend }: Props): ReactNode {
  const t = useText();
  const { region, district } = useSession();
  const [scope, setScope] = useState<string | null>(of?.scope ?? null);
  const [format, setFormat] = useState<string>(formats[0]);
  const [purpose, setPurpose] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const said = words.trim().length >= shortest;
  // A territory one does not act in holds nothing.
  const places = scopes.filter((one) => one === 'mine' || one === 'desk' || (one === 'district' ? district !== null : one === 'region' ? region !== null && district === null : region === null));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    const chosen = about === null ? scopes.find((one) => one === scope) : undefined;
    if (busy || purpose === null || !said || (about === null && chosen === undefined)) return;
    const what = about === null ? { scope: chosen, procedure: of?.procedure, worker: of?.worker, format: format as Format } : { proceeding: about.id };
    onSend({ purpose: purpose as Purpose, words: words.trim(), ...what });
  };
  const missing = (there: boolean): string | null => (asked && !there ? t('field.required') : null);
  return (
    <form className="stack account-form" noValidate onSubmit={send}>
      <h2>{about === null ? t('web.exports.new-list') : t('web.exports.new-one', { label: about.label })}</h2>
      {of === null ? null : (
        <p>
          {t(`web.exports.scope.${of.scope}`)}
          {of.procedure === undefined ? null : ` · ${t.first([of.procedure]) ?? of.procedure}`}
          {of.worker === undefined ? null : ` · ${t('web.exports.of-worker')}`}
        </p>
      )}
      {about === null && of === null ? (
        <Choice
          id="export-scope"
          label={t('web.exports.scope')}
          error={faultOf(problem, '/scope') ?? missing(scope !== null)}
          options={places.map((value) => ({ value, label: t(`web.exports.scope.${value}`) }))}
          value={scope}
          onChange={setScope}
        />
      ) : null}
      {about === null ? (
        <Choice
          id="export-format"
          label={t('web.exports.format')}
          error={faultOf(problem, '/format')}
          options={formats.map((value) => ({ value, label: t(`web.exports.format.${value}`) }))}
          value={format}
          onChange={setFormat}
          inRow
        />
      ) : null}
      <Choice
        id="export-purpose"
        label={t('web.exports.purpose')}
        error={faultOf(problem, '/purpose') ?? missing(purpose !== null)}
        options={purposes.map((value) => ({ value, label: t(`exports.purpose.${value}`) }))}
        value={purpose}
        onChange={setPurpose}
      />
      <TextArea label={t('web.exports.words')} hint={t('web.exports.words-hint')} error={faultOf(problem, '/words') ?? missing(said)} value={words} onChange={setWords} maxLength={longest} />
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {t('web.exports.make')}
        </Button>
      </div>
    </form>
  );
}
