/**
 * What was taken along to be read without a network, by choice. At each contact with the server it is read anew, with a look
 * each, and what is not its reader's any more goes from the device.
 */
import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { ProceedingView } from '#kernel/contract.ts';
import type { Schema } from '#design/forms/schema.ts';
import { alongApi } from '#design/proceeding/paths.ts';
import { useNow } from '#design/time/useNow.ts';
import { useCall } from '../CallProvider.tsx';
import { useReach } from '../reach.ts';
import { useDevice } from './DeviceProvider.tsx';
import { isSignedIn } from './isSignedIn.ts';
import type { Taken } from './kept.ts';
import { useKept } from './KeptProvider.tsx';
import type { Item } from './shelf.ts';

export interface Along {
  /** Null: not looked yet. */
  readonly taken: readonly Item<Taken>[] | null;
  /** How many went from the device since the page was opened, because they are not open to their reader any more. */
  readonly lost: number;
  /** Answers how many are on the device now. */
  readonly take: (ids: readonly string[]) => Promise<number>;
  readonly leave: (id: string) => Promise<void>;
}

const AlongContext = createContext<Along | null>(null);

export function useAlong(): Along {
  const along = use(AlongContext);
  if (along === null) throw new Error('AlongProvider is missing');
  return along;
}

interface Props {
  readonly of: string;
  /** May this step be recorded without a network? */
  readonly isField: (procedure: string, step: string) => boolean;
  readonly children: ReactNode;
}

const notFound = 404;
type Outcome = 'taken' | 'gone' | 'later';

export function AlongProvider({ of, isField, children }: Props): ReactNode {
  const call = useCall();
  const now = useNow();
  const reached = useReach();
  const device = useDevice();
  const { arrived } = useKept();
  const [taken, setTaken] = useState<readonly Item<Taken>[] | null>(null);
  const [lost, setLost] = useState(0);

  const look = useCallback(async (): Promise<readonly Item<Taken>[]> => {
    // What the browser's database refuses is not there.
    const all = await (await device).taken.of(of).catch(() => []);
    setTaken(all);
    return all;
  }, [device, of]);

  const keep = useCallback(async (view: ProceedingView): Promise<boolean> => {
    const { taken: shelf } = await device;
    const before = (await shelf.of(of)).find((item) => item.id === view.id);
    // An answer that was on its way while one's own step arrived is older than what lies here.
    if (before !== undefined && before.value.view.sequence > view.sequence) return true;
    const forms: Record<string, Schema> = {};
    for (const step of view.steps.filter((s) => isField(view.procedure, s.name))) {
      const schema = await call<Schema>(step.input.$ref);
      // The network may go between the two: the form that lies here already is kept.
      const form = schema.ok ? schema.data : before?.value.forms[step.name];
      if (form !== undefined) forms[step.name] = form;
    }
    if (before === undefined && Object.keys(forms).length === 0) return false;
    await shelf.put({ id: view.id, appointment: of, at: now, value: { view, forms }, bytes: null });
    return true;
  }, [call, device, isField, now, of]);

  const read = useCallback(async (id: string): Promise<Outcome> => {
    const answer = await call<ProceedingView>(alongApi(id));
    if (answer.ok) return (await keep(answer.data)) ? 'taken' : 'later';
    if (answer.status !== notFound || !(await isSignedIn(call))) return 'later';
    await (await device).taken.remove(id);
    return 'gone';
  }, [call, device, keep]);

  const take = useCallback(async (ids: readonly string[]): Promise<number> => {
    let count = 0;
    for (const id of ids) if ((await read(id)) === 'taken') count += 1;
    await look();
    return count;
  }, [look, read]);
  const leave = useCallback(async (id: string): Promise<void> => {
    await (await device).taken.remove(id);
    await look();
  }, [device, look]);

  useEffect(() => {
    const again = async (): Promise<void> => {
      const all = await look();
      if (!reached || all.length === 0) return;
      for (const { id } of all) if ((await read(id)) === 'gone') setLost((count) => count + 1);
      await look();
    };
    void again();
    // At each contact, and not with each minute of the clock.
  }, [reached, look]);
  const last = arrived.at(-1);
  useEffect(() => {
    if (last?.view == null || taken?.some((item) => item.id === last.proceeding) !== true) return;
    void keep(last.view).then(look);
    // What came of one's own step, once.
  }, [last]);

  const along = useMemo<Along>(() => ({ taken, lost, take, leave }), [taken, lost, take, leave]);
  return <AlongContext value={along}>{children}</AlongContext>;
}
