/**
 * Hears that something changed somewhere and reads again what is on the screen. The message carries nothing, so what
 * one sees is still decided by each read. Many changes of a whole country are gathered, and spread over the devices.
 */
import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { forgetReads } from './CallProvider.tsx';

/** Milliseconds: no device reads what is on the screen more often than this because of news. */
const atMost = 5000;
/** The bell stands on every page of everybody, so it hears of a whole country's changes less often. */
const bellAtMost = 15_000;
/** First part of the key under which what happened for me is kept. */
export const noticesKey = 'notices';

export function useNews(): void {
  const client = useQueryClient();
  useEffect(() => {
    let news: EventSource | null = null;
    const gathered = (wait: number, again: () => Promise<void>) => {
      let timer: ReturnType<typeof setTimeout> | null = null;
      return {
        changed: (): void => {
          timer ??= setTimeout(() => {
            timer = null;
            void again();
          }, wait);
        },
        end: (): void => {
          if (timer !== null) clearTimeout(timer);
        },
      };
    };
    const reads = gathered(atMost, () => forgetReads(client));
    const bell = gathered(bellAtMost, () => client.invalidateQueries({ queryKey: [noticesKey] }));
    const onChanged = (): void => {
      reads.changed();
      bell.changed();
    };
    // Only while the page is seen: a browser has six connections to one server, and people keep many tabs.
    const listen = (): void => {
      if (document.hidden) {
        news?.close();
        news = null;
      } else if (news === null) {
        news = new EventSource('/api/events');
        news.addEventListener('changed', onChanged);
      }
    };
    listen();
    document.addEventListener('visibilitychange', listen);
    return () => {
      document.removeEventListener('visibilitychange', listen);
      news?.close();
      reads.end();
      bell.end();
    };
  }, [client]);
}
