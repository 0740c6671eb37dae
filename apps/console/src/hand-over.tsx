import { useCommunity } from './community';
import { useI18n } from './i18n';
import type { CaseLine, OrderOf } from './types';

type Holder = Partial<CaseLine['accountable']>;

/**
 * Whether somebody is named by a post that they hold no more. What lies with a post passes to whoever takes it over, but for
 * what that person must not have: that stays by name, until somebody passes it on.
 */
export function useHasLeft(): (holder: Holder) => boolean {
  const posts = useCommunity()?.posts;
  return ({ post, person }) => {
    const held = posts?.find((each) => each.post === post);
    return person !== undefined && held !== undefined && held.holder !== person;
  };
}

/** Says so where it is so. */
export function LeftBadge({ holder }: { holder: Holder | OrderOf['assignee'] }) {
  const { t } = useI18n();
  const hasLeft = useHasLeft();
  if (holder.person === undefined || !hasLeft(holder)) return null;
  return <span className="badge badge-wrong">{t.handOver.left(holder.person)}</span>;
}
