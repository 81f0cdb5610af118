/** What happened for me, read again when the server says that something changed, and every minute: terms come near by themselves. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Notice, NoticePage } from '#kernel/contract.ts';
import { dataOf, useCall } from '#design/data/CallProvider.tsx';
import type { ReadFailed } from '#design/data/CallProvider.tsx';
import { noticesKey } from '#design/data/useNews.ts';
import { useLanguage } from '#design/texts/TextProvider.tsx';
import type { Say } from '#design/texts/TextProvider.tsx';

const every = 60_000;
const path = '/api/notices';

export function useNotices() {
  const call = useCall();
  const client = useQueryClient();
  const { language } = useLanguage();
  const key = [noticesKey, language];
  const read = useQuery<NoticePage, ReadFailed>({
    queryKey: key,
    queryFn: async ({ signal }) => dataOf(await call<NoticePage>(path, { signal })),
    placeholderData: (previous) => previous,
    refetchInterval: every,
  });
  /** Shown as read at once; where the server did not hear it, the next reading shows it unread again. */
  const markRead = async (keys: readonly string[]): Promise<void> => {
    if (keys.length === 0) return;
    client.setQueryData<NoticePage>(key, (page) => page && { ...page, items: page.items.map((n) => (keys.includes(n.key) ? { ...n, read: true } : n)) });
    await call(`${path}/read`, { method: 'POST', body: { keys } });
    await client.invalidateQueries({ queryKey: [noticesKey] });
  };
  return { read, markRead };
}

/** What happened, in one sentence. */
export const sentence = (notice: Notice, t: Say): string =>
  notice.kind === 'news' ? [notice.what, notice.who].filter((part) => part !== null).join(' · ') : t(`web.notices.kind.${notice.kind}`, { what: notice.what ?? '', who: notice.who ?? '' });
