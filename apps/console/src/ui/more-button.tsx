import type { RefObject } from 'react';
import { useI18n } from '../i18n';
import { Button } from './button';
import { focusItem } from './focus';

interface MoreButtonProps {
  pages: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): Promise<unknown>;
  };
  list: RefObject<HTMLElement | null>;
  /** Of which list. */
  about: string;
  /** How many stand there already: the focus goes on at the first one behind them. */
  shown: number;
}

/** Adds the next page to a list, as long as there is one. */
export function MoreButton({ pages, list, about, shown }: MoreButtonProps) {
  const { t } = useI18n();
  if (!pages.hasNextPage) return null;
  return (
    <Button
      about={about}
      busy={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage().then(() => focusItem(list.current, shown))}
    >
      {t.board.more}
    </Button>
  );
}
