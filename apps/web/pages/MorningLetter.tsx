/** A letter each morning, for who asks for it: an address, a code that went there, and the way out. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { DigestView } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { TextInput } from '#design/components/inputs.tsx';
import { useTell } from '#design/components/Live.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import type { ProblemDocument } from '#design/data/call.ts';
import { forgetReads, useCall, useRead } from '#design/data/CallProvider.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { faultOf, wholeProblem } from './account.ts';

const path = '/api/digest';

export function MorningLetter(): ReactNode {
  const t = useText();
  const { data: own, isError, error, refetch } = useRead<DigestView>(path);
  if (isError) return <ProblemNote problem={error.problem} during="reading" onAgain={() => void refetch()} />;
  if (own === undefined || (!own.offered && own.address === null)) return null;
  return (
    <section className="stack-tight">
      <h2>{t('web.digest.title')}</h2>
      {own.confirmed ? <p>{t('web.digest.on', { address: own.address ?? '' })}</p> : <p className="soft">{t('web.digest.what')}</p>}
      {own.address === null ? <Ask /> : <Asked address={own.address} confirmed={own.confirmed} />}
    </section>
  );
}

/** What a button or a form here does: one call, its problem beside it, and the page as it is then. */
function useWrite(): { readonly busy: boolean; readonly problem: ProblemDocument | null; write(to: string, method: 'POST' | 'DELETE', body?: object): Promise<boolean> } {
  const call = useCall();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const write = async (to: string, method: 'POST' | 'DELETE', body?: object): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    const answer = await call(to, body === undefined ? { method } : { method, body });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) await forgetReads(client);
    return answer.ok;
  };
  return { busy, problem, write };
}

function Ask(): ReactNode {
  const t = useText();
  const tell = useTell();
  const { busy, problem, write } = useWrite();
  const [address, setAddress] = useState('');
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await write(path, 'POST', { address: address.trim() })) tell(t('web.digest.sent', { address: address.trim() }));
  };
  const whole = wholeProblem(problem);
  return (
    <form className="stack-tight account-form" noValidate onSubmit={(event) => void send(event)}>
      {whole === null ? null : <ProblemNote problem={whole} during="writing" />}
      <TextInput label={t('web.digest.address')} type="email" autoComplete="email" maxLength={254} value={address} onChange={setAddress} error={faultOf(problem, '/address')} />
      <div>
        <Button type="submit" busy={busy}>
          {t('web.digest.ask')}
        </Button>
      </div>
    </form>
  );
}

function Asked({ address, confirmed }: { address: string; confirmed: boolean }): ReactNode {
  const t = useText();
  const tell = useTell();
  const { busy, problem, write } = useWrite();
  const [code, setCode] = useState('');
  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await write(`${path}/confirm`, 'POST', { code: code.trim() })) tell(t('web.digest.confirmed'));
  };
  const leave = async (): Promise<void> => {
    if (await write(path, 'DELETE')) tell(t('web.digest.left'));
  };
  const whole = wholeProblem(problem);
  return (
    <>
      {whole === null ? null : <ProblemNote problem={whole} during="writing" />}
      {confirmed ? null : (
        <form className="stack-tight account-form" noValidate onSubmit={(event) => void confirm(event)}>
          <p>{t('web.digest.sent', { address })}</p>
          <TextInput label={t('web.digest.code')} hint={t('web.digest.code-hint')} inputMode="numeric" autoComplete="one-time-code" short value={code} onChange={setCode} error={faultOf(problem, '/code')} />
          <div>
            <Button kind="main" type="submit" busy={busy}>
              {t('web.digest.confirm')}
            </Button>
          </div>
        </form>
      )}
      <div>
        <Button kind="quiet" onClick={() => void leave()}>
          {t(confirmed ? 'web.digest.leave' : 'web.digest.other')}
        </Button>
      </div>
    </>
  );
}
