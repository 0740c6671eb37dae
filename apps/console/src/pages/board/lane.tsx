import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../api';
import { useI18n } from '../../i18n';
import type { BoardCard, BoardPageOf, LaneName } from '../../types';
import { MoreButton } from '../../ui/more-button';
import { Card } from './card';

interface LaneProps {
  lane: LaneName;
  /** The filters, as the server takes them. */
  query: string;
  chosen: ReadonlyMap<string, BoardCard>;
  /** Undefined: this person only reads. */
  onChoose: ((card: BoardCard, isChosen: boolean) => void) | undefined;
}

/** One lane, page by page: what is due first comes first. */
export function Lane({ lane, query, chosen, onChoose }: LaneProps) {
  const { t } = useI18n();
  const pages = useInfiniteQuery({
    queryKey: ['live', 'board', lane, query],
    queryFn: ({ pageParam }) =>
      api.get<BoardPageOf>(
        `/api/board/${lane}?${query}${pageParam && `&cursor=${encodeURIComponent(pageParam)}`}`,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const list = useRef<HTMLUListElement>(null);
  const cards = pages.data?.pages.flatMap((page) => page.cards) ?? [];
  const total = pages.data?.pages.at(-1)?.total;
  const title = t.board.lane[lane] ?? lane;
  return (
    <section className="lane" aria-labelledby={`lane-${lane}`}>
      <h2 id={`lane-${lane}`}>
        {title} {total !== undefined && <span className="badge">{total}</span>}
      </h2>
      {pages.isPending && <p className="loading">{t.loading}</p>}
      {pages.error && <p role="alert">{pages.error.message}</p>}
      {pages.data && cards.length === 0 && <p className="hint">{t.board.empty}</p>}
      <ul ref={list} className="plain lane-cards">
        {cards.map((card) => (
          <li key={card.caseId}>
            <Card card={card} lane={lane} isChosen={chosen.has(card.caseId)} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      <MoreButton {...{ pages, list }} about={title} shown={cards.length} />
    </section>
  );
}
