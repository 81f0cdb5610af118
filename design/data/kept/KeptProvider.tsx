/** What is kept on this device is sent by itself: when the application opens, when the network is back, and every while until it is gone. */
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { v4 } from 'uuid';
import type { ProblemDocument } from '../call.ts';
import { forgetReads, useCall } from '../CallProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import type { Kept, Shelf } from './kept.ts';
import { send } from './send.ts';
import { deviceShelf } from './shelf.ts';

/** Milliseconds between tries while something waits: the browser does not always know that the network is back. */
const every = 15_000;

export interface Arrived {
  readonly proceeding: string;
  readonly pictureLost: boolean;
}
export interface Keeping {
  readonly waiting: readonly Kept[];
  /** By id: what the server said it will not have like this. */
  readonly refused: ReadonlyMap<string, ProblemDocument>;
  readonly arrived: readonly Arrived[];
  /** Of other people of this device. */
  readonly others: number;
  /** False: the browser keeps nothing, so the page must stay open. */
  readonly lasting: boolean;
  /** Kept first, then sent: there is no moment at which it lies nowhere. */
  readonly keep: (what: Pick<Kept, 'path' | 'input' | 'picture'>) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
  readonly sendNow: () => Promise<void>;
}

const KeptContext = createContext<Keeping | null>(null);

export function useKept(): Keeping {
  const keeping = use(KeptContext);
  if (keeping === null) throw new Error('KeptProvider is missing');
  return keeping;
}

export function KeptProvider({ of, children }: { of: string; children: ReactNode }): ReactNode {
  const call = useCall();
  const client = useQueryClient();
  const now = useNow();
  const shelf = useMemo(() => deviceShelf(), []);
  const [lying, setLying] = useState<{ readonly waiting: readonly Kept[]; readonly others: number; readonly lasting: boolean }>({ waiting: [], others: 0, lasting: true });
  const [refused, setRefused] = useState<ReadonlyMap<string, ProblemDocument>>(new Map());
  const [arrived, setArrived] = useState<readonly Arrived[]>([]);
  const round = useRef<Promise<void> | null>(null);

  const look = useCallback(async (on: Shelf): Promise<readonly Kept[]> => {
    const [waiting, others] = await Promise.all([on.of(of), on.others(of)]);
    setLying({ waiting, others, lasting: on.lasting });
    return waiting;
  }, [of]);

  const all = useCallback(async (): Promise<void> => {
    const on = await shelf;
    for (const kept of await look(on)) {
      const outcome = await send(call, kept);
      if (outcome.state === 'waits') continue;
      if (outcome.state === 'refused') {
        setRefused((before) => new Map([...before, [kept.id, outcome.problem]]));
        continue;
      }
      await on.remove(kept.id);
      setArrived((before) => [...before, outcome]);
      void forgetReads(client);
    }
    await look(on);
  }, [call, client, look, shelf]);

  // One round at a time; who asks meanwhile waits for it and begins another, since his may have come after its look.
  const sendNow = useCallback(async (): Promise<void> => {
    while (round.current !== null) await round.current;
    round.current = all().finally(() => {
      round.current = null;
    });
    await round.current;
  }, [all]);

  useEffect(() => {
    const again = (): void => void sendNow();
    again();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [sendNow]);
  const waits = lying.waiting.some((k) => !refused.has(k.id));
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => void sendNow(), every);
    return () => clearInterval(timer);
  }, [waits, sendNow]);
  useEffect(() => {
    if (lying.lasting || lying.waiting.length === 0) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [lying]);

  const keeping: Keeping = {
    ...lying, refused, arrived, sendNow,
    keep: async (what) => {
      const on = await shelf;
      await on.put({ ...what, id: v4(), fileId: v4(), appointment: of, at: now });
      await look(on);
      void sendNow();
    },
    drop: async (id) => {
      const on = await shelf;
      await on.remove(id);
      setRefused((before) => new Map([...before].filter(([key]) => key !== id)));
      await look(on);
    },
  };
  return <KeptContext value={keeping}>{children}</KeptContext>;
}
