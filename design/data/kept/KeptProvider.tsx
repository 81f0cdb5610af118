/** What is kept on this device is sent by itself, in order: when the application opens, when the network is back, and every while until it is gone. */
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { v4, v7 } from 'uuid';
import { forgetReads, useCall } from '../CallProvider.tsx';
import { useReach } from '../reach.ts';
import { useNow } from '#design/time/useNow.ts';
import { unsentOf, type Device } from './device.ts';
import { useDevice } from './DeviceProvider.tsx';
import { following, movedOn, type Kept, type OwnMove, type Written } from './kept.ts';
import { goRound } from './round.ts';
import { send, type ArrivedThere, type Stopped } from './send.ts';

/** Milliseconds between tries while something waits: the browser does not always know that the network is back. */
const every = 15_000;

export type Arrived = ArrivedThere & Pick<Written, 'title' | 'about' | 'path'>;
/** What is written now: its keys are made here. */
export interface Writing extends Omit<Written, 'fileId' | 'pictureName'> {
  readonly picture: { readonly name: string; readonly content: ArrayBuffer } | null;
}
export interface Keeping {
  /** In the order in which it is sent. */
  readonly waiting: readonly Kept[];
  /** By id: what waits for a word of its author, and why. */
  readonly stopped: ReadonlyMap<string, Stopped>;
  readonly arrived: readonly Arrived[];
  /** Of other people of this device. */
  readonly others: number;
  /** One's own, which does not open: the key of the device has not come yet. */
  readonly locked: number;
  /** False: the browser keeps nothing, so the page must stay open. */
  readonly lasting: boolean;
  /** Kept first, then sent: there is no moment at which it lies nowhere. */
  readonly keep: (what: Writing) => Promise<void>;
  /** Its author has decided: this goes out in its place, under the same key. `bytes`: another picture, or none; the same without it. False: it does not lie here any more. */
  readonly settle: (id: string, value: Written, bytes?: ArrayBuffer | null) => Promise<boolean>;
  readonly drop: (id: string) => Promise<void>;
  readonly sendNow: () => Promise<void>;
}

const KeptContext = createContext<Keeping | null>(null);

export function useKept(): Keeping {
  const keeping = use(KeptContext);
  if (keeping === null) throw new Error('KeptProvider is missing');
  return keeping;
}

/** One page of this browser at a time: two would send the same twice over, though it counts once. */
const alone = async (work: () => Promise<void>): Promise<void> => {
  const { locks } = navigator as { readonly locks?: LockManager };
  await (locks === undefined ? work() : locks.request('qorgan.unsent', work));
};

export function KeptProvider({ of, children }: { of: string; children: ReactNode }): ReactNode {
  const call = useCall();
  const client = useQueryClient();
  const now = useNow();
  const reached = useReach();
  const device = useDevice();
  const [lying, setLying] = useState<Pick<Keeping, 'waiting' | 'others' | 'locked' | 'lasting'>>({ waiting: [], others: 0, locked: 0, lasting: true });
  const [stopped, setStopped] = useState<ReadonlyMap<string, Stopped>>(new Map());
  const [arrived, setArrived] = useState<readonly Arrived[]>([]);
  const round = useRef<Promise<void> | null>(null);
  const halted = useRef(new Map<string, Stopped>());
  const moves = useRef<OwnMove[]>([]);
  /** The page went, or acts as another now: nothing more is sent from here. */
  const over = useRef(false);
  useEffect(() => {
    over.current = false;
    return () => {
      over.current = true;
    };
  }, []);

  const look = useCallback(async ({ unsent, stage }: Device): Promise<readonly Kept[]> => {
    const [waiting, others, locked] = await Promise.all([unsent.of(of), unsent.others(of), stage === 'locked' ? unsentOf(of).catch(() => 0) : 0]);
    setLying({ waiting, others, locked, lasting: stage === 'kept' });
    return waiting;
  }, [of]);
  const halt = useCallback((id: string, why: Stopped | null): void => {
    if (why === null) halted.current.delete(id);
    else halted.current.set(id, why);
    setStopped(new Map(halted.current));
  }, []);

  const one = useCallback(async (on: Device, kept: Kept): Promise<boolean> => {
    const outcome = await send(call, kept);
    if (outcome.state === 'waits') return false;
    const { step } = kept.value;
    if (outcome.state !== 'arrived') {
      // What he may not see any more is not shown to him from here either.
      if (outcome.state === 'gone' && step !== null) await on.unsent.put({ ...kept, value: { ...kept.value, step: { ...step, before: null } } });
      halt(kept.id, outcome);
      return false;
    }
    if (step !== null) {
      const move = { proceeding: step.proceeding, from: step.sequence, to: outcome.sequence };
      moves.current.push(move);
      // Before it goes: killed in between, it is sent again, answered the same, and moves them to the same place.
      for (const next of following(await on.unsent.of(of), move)) await on.unsent.put(next);
    }
    await on.unsent.remove(kept.id);
    const { title, about, path } = kept.value;
    setArrived((before) => [...before, { ...outcome, title, about, path }]);
    void forgetReads(client);
    return true;
  }, [call, client, halt, of]);

  const all = useCallback(async (): Promise<void> => {
    const on = await device;
    await goRound({ look: () => look(on), isHalted: (id) => halted.current.has(id), send: (kept) => one(on, kept), isOver: () => over.current });
  }, [device, look, one]);

  // One round at a time; who asks meanwhile waits for it and begins another, since his may have come after its look.
  const sendNow = useCallback(async (): Promise<void> => {
    while (round.current !== null) await round.current;
    round.current = alone(all).finally(() => {
      round.current = null;
    });
    await round.current;
  }, [all]);

  useEffect(() => {
    if (reached) void sendNow();
    else void device.then(look);
  }, [reached, sendNow, device, look]);
  const waits = lying.waiting.some((k) => !stopped.has(k.id));
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

  const keep = useCallback(async ({ picture, ...what }: Writing): Promise<void> => {
    const on = await device;
    const step = what.step === null ? null : { ...what.step, sequence: movedOn(moves.current, what.step.proceeding, what.step.sequence) };
    await on.unsent.put({ id: v7(), appointment: of, at: now, value: { ...what, step, fileId: v4(), pictureName: picture?.name ?? null }, bytes: picture?.content ?? null });
    await look(on);
    void sendNow();
  }, [device, look, now, of, sendNow]);
  const settle = useCallback(async (id: string, value: Written, bytes?: ArrayBuffer | null): Promise<boolean> => {
    const on = await device;
    const kept = (await on.unsent.of(of)).find((k) => k.id === id);
    if (kept === undefined) return false;
    await on.unsent.put({ ...kept, value, ...(bytes === undefined ? {} : { bytes }) });
    halt(id, null);
    await look(on);
    void sendNow();
    return true;
  }, [device, halt, look, of, sendNow]);
  const drop = useCallback(async (id: string): Promise<void> => {
    const on = await device;
    await on.unsent.remove(id);
    halt(id, null);
    await look(on);
    void sendNow();
  }, [device, halt, look, sendNow]);

  const keeping = useMemo<Keeping>(() => ({ ...lying, stopped, arrived, keep, settle, drop, sendNow }), [lying, stopped, arrived, keep, settle, drop, sendNow]);
  return <KeptContext value={keeping}>{children}</KeptContext>;
}
