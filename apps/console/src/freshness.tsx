import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useI18n } from './i18n';
import { listen } from './stream';

const staleAfterMs = 15_000;

/** Says how fresh the screen is, and refreshes what changed: under the viewer's own filters and permissions. */
export function Freshness() {
  const { t, time } = useI18n();
  const client = useQueryClient();
  const [heardAt, setHeardAt] = useState(() => Date.now());
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const stop = new AbortController();
    let pending: number | undefined;
    const refresh = () => {
      pending ??= window.setTimeout(() => {
        pending = undefined;
        void client.invalidateQueries({ queryKey: ['live'] });
      }, 250);
    };
    listen((message) => {
      setHeardAt(Date.now());
      if (message.kind !== 'alive') refresh();
    }, stop.signal);
    const tick = window.setInterval(() => setNow(Date.now()), 5_000);
    return () => {
      stop.abort();
      window.clearInterval(tick);
      window.clearTimeout(pending);
    };
  }, [client]);
  const stale = now - heardAt > staleAfterMs;
  const at = time(new Date(stale ? heardAt : Math.max(now, heardAt)).toISOString());
  return <span className={stale ? 'stale' : 'fresh'}>{stale ? t.stale(at) : t.fresh(at)}</span>;
}
