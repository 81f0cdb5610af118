/** Reads a list by keyset pages: one's own day, or a desk, district, region, the country. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { DayPage } from '#kernel/contract.ts';
import { dataOf, useCall } from '#design/data/CallProvider.tsx';
import type { ReadFailed } from '#design/data/CallProvider.tsx';
import { useLanguage } from '#design/texts/TextProvider.tsx';

/** Milliseconds between looks at what is new. */
const every = 30_000;

const withAfter = (path: string, after: string | null): string =>
  after === null ? path : `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`;

export function useDayPages(path: string) {
  const call = useCall();
  const { language } = useLanguage();
  const read = useInfiniteQuery<DayPage, ReadFailed, { pages: DayPage[] }, readonly unknown[], string | null>({
    queryKey: ['read', path, language, 'pages'],
    queryFn: async ({ pageParam, signal }) => dataOf(await call<DayPage>(withAfter(path, pageParam), { signal })),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    placeholderData: (previous, query) => (query?.queryKey[1] === path ? previous : undefined),
    refetchInterval: every,
    refetchOnMount: 'always',
  });
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  // A row that moved between two pages while they were read must not stand twice.
  const once = [...new Map(items.map((item) => [`${item.proceeding} ${item.why}`, item])).values()];
  return { read, items: once };
}
