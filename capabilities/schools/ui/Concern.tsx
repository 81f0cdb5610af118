/** I am worried about a child: one hand, less than a minute, also without a network. */
import { useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { Field } from '#design/components/Field.tsx';
import { Choice, Many, TextArea, TextInput } from '#design/components/inputs.tsx';
import { useTell } from '#design/components/Live.tsx';
import { Page } from '#design/components/Page.tsx';
import type { Kept } from '#design/data/kept/kept.ts';
import { useKept } from '#design/data/kept/KeptProvider.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { procedures, signs, sources, type ConcernSource, type Sign } from '../contract.ts';
import type { ConcernInput } from '../domain/concern/inputs.ts';
import { Unsent } from './Unsent.tsx';
import './concern.css';

interface Written {
  readonly name: string;
  readonly className: string;
  readonly signs: readonly Sign[];
  readonly source: ConcernSource | null;
  readonly summary: string;
  readonly picture: File | null;
}
const blank: Written = { name: '', className: '', signs: [], source: null, summary: '', picture: null };
const again = ({ name, className, source, signs: seen, summary }: ConcernInput): Written => ({ name: name ?? '', className: className ?? '', source, signs: seen, summary: summary ?? '', picture: null });
const path = `/api/${procedures.concern.replace('.', '/')}`;
const most = { name: 200, className: 20, summary: 2000 };

type Missing = 'name' | 'signs' | 'source' | 'summary';
function missing(w: Written): readonly Missing[] {
  return [
    ...(w.name.trim() === '' ? ['name' as const] : []),
    ...(w.signs.length === 0 ? ['signs' as const] : []),
    ...(w.source === null ? ['source' as const] : []),
    ...(w.signs.length > 0 && w.signs.every((s) => s === 'other') && w.summary.trim() === '' ? ['summary' as const] : []),
  ];
}

export default function Concern(): ReactNode {
  const t = useText();
  const tell = useTell();
  const { keep, settle } = useKept();
  const [written, setWritten] = useState(blank);
  /** What was refused and is corrected now: it goes out under its own key. */
  const [refused, setRefused] = useState<Kept | null>(null);
  const [pressed, setPressed] = useState(false);
  const [turn, setTurn] = useState(0);
  const [lost, setLost] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const wrong = pressed ? missing(written) : [];
  const error = (field: Missing): string | null => (wrong.includes(field) ? t(field === 'name' || field === 'summary' ? 'web.form.error.required' : 'web.form.error.choose') : null);
  const change = (next: Partial<Written>): void => setWritten({ ...written, ...next });
  // About its own staff it goes past the school, which then takes no picture for it.
  const pastTheSchool = written.signs.includes('hurt-by-staff');

  const onSend = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPressed(true);
    const [first] = missing(written);
    if (first !== undefined) {
      form.current?.querySelector<HTMLElement>(`#concern-${first}`)?.focus();
      return;
    }
    const { name, className, source, summary, picture } = written;
    const input = {
      name: name.trim(), source, signs: written.signs,
      ...(className.trim() === '' ? {} : { className: className.trim() }),
      ...(summary.trim() === '' ? {} : { summary: summary.trim() }),
    };
    const about = [name.trim(), className.trim()].filter((part) => part !== '').join(', ');
    const content = picture === null ? null : await picture.arrayBuffer();
    const taken = picture === null || content === null || pastTheSchool ? null : { name: picture.name, content };
    const correct = async ({ id, value }: Kept): Promise<boolean> => {
      // The picture that lies with it stays, unless there is another, or it may have none.
      if (taken === null && !pastTheSchool) return settle(id, { ...value, input, about });
      return settle(id, { ...value, input, about, pictureName: taken?.name ?? null }, taken?.content ?? null);
    };
    const write = async (): Promise<void> => {
      // Where it does not lie there any more, the words are written anew and not lost.
      if (refused !== null && (await correct(refused))) return;
      await keep({ path, input, title: t('schools.worry.title'), about, step: null, picture: taken });
    };
    const kept = await write().then(() => true, () => false);
    // The device is full: the words stay in the form.
    setLost(!kept);
    if (!kept) return;
    setWritten(blank);
    setRefused(null);
    setPressed(false);
    setTurn(turn + 1);
    tell(t('schools.worry.kept'));
    scrollTo({ top: 0 });
  };

  return (
    <Page title={t('schools.worry.title')}>
      <Unsent
        onCorrect={(kept) => {
          setWritten(again(kept.value.input as ConcernInput));
          setRefused(kept);
        }}
      />
      <form ref={form} key={turn} className="form concern" noValidate autoComplete="off" onSubmit={(event) => void onSend(event)}>
        <p className="soft">{t('schools.worry.what')}</p>
        <div className="concern-who">
          <TextInput id="concern-name" label={t('schools.worry.name')} value={written.name} error={error('name')} maxLength={most.name} onChange={(name) => change({ name })} />
          <TextInput label={t('schools.input.className')} optional short value={written.className} maxLength={most.className} onChange={(className) => change({ className })} />
        </div>
        <Many id="concern-signs" label={t('schools.input.signs')} error={error('signs')} options={signs.map((value) => ({ value, label: t(`schools.signs.${value}`) }))} values={written.signs} onChange={(seen) => change({ signs: signs.filter((s) => seen.includes(s)) })} />
        <Choice id="concern-source" label={t('schools.input.source')} error={error('source')} options={sources.map((value) => ({ value, label: t(`schools.source.${value}`) }))} value={written.source} onChange={(value) => change({ source: sources.find((s) => s === value) ?? null })} />
        <TextArea id="concern-summary" label={t('schools.worry.words')} optional={error('summary') === null} error={error('summary')} value={written.summary} maxLength={most.summary} onChange={(summary) => change({ summary })} />
        {pastTheSchool ? (
          <p>{t('schools.worry.past-the-school')}</p>
        ) : (
          <Field label={t('schools.worry.picture')} optional>
            {(ids) => <input {...ids} className="input file-input" type="file" accept="image/jpeg,image/png,image/webp" onChange={(event) => change({ picture: event.target.files?.[0] ?? null })} />}
          </Field>
        )}
        {lost ? <p role="alert">{t('schools.worry.not-kept')}</p> : null}
        <p>
          {t('schools.worry.danger')} <a href="tel:112">112</a>
        </p>
        <div className="form-end concern-end">
          <Button kind="main" type="submit">
            {t('schools.worry.send')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
