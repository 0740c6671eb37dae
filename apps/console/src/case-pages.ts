import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from './api';
import type { CasePageOf } from './types';

interface Asked {
  /** What the list is called among what is kept. */
  readonly name: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** What is searched belongs into no address. */
  readonly q?: string;
  readonly enabled: boolean;
}

/** A list of cases that grows by a page when more of it is asked for. */
export function useCasePages({ name, path, query, q, enabled }: Asked) {
  const asked = new URLSearchParams(query).toString();
  const pages = useInfiniteQuery({
    queryKey: ['live', name, asked, q],
    queryFn: ({ pageParam }) => {
      const address = `${path}?${asked}${pageParam && `&cursor=${encodeURIComponent(pageParam)}`}`;
      return q === undefined ? api.get<CasePageOf>(address) : api.post<CasePageOf>(address, { q });
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled,
  });
  return { ...pages, cases: pages.data?.pages.flatMap((page) => page.cases) };
}
