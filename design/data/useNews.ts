/**
 * Hears that something changed somewhere and reads again what is on the screen. The message carries nothing, so what
 * one sees is still decided by each read. Many changes of a whole country are gathered, and spread over the devices.
 */
import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { forgetReads } from './CallProvider.tsx';

/** Milliseconds: no device reads more often than this because of news. */
const atMost = 5000;

export function useNews(): void {
  const client = useQueryClient();
  useEffect(() => {
    let news: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const onChanged = (): void => {
      timer ??= setTimeout(() => {
        timer = null;
        void forgetReads(client);
      }, atMost);
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
      if (timer !== null) clearTimeout(timer);
    };
  }, [client]);
}
