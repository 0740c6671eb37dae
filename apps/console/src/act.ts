import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from './api';
import { CommandSender } from './command-sender';
import type { Recorded } from './types';

export interface Act {
  readonly path: string;
  readonly body: (key: string) => unknown;
  /** A route that takes `atLeast`, where views have to show the act before the screen goes on. */
  readonly shownBy?: string;
}

/** Sends what one form says as one act (pressing twice records once), and refreshes what stands on the screen. */
export function useAct<R extends Recorded = Recorded>(onDone: (recorded: R) => void) {
  const client = useQueryClient();
  const [sender] = useState(() => new CommandSender());
  return useMutation({
    mutationFn: async ({ path, body, shownBy }: Act) => {
      const recorded = await sender.send<R>(path, body);
      if (shownBy !== undefined) await api.get(withPosition(shownBy, recorded.position));
      return recorded;
    },
    onSuccess: async (recorded) => {
      sender.beginAnother();
      await client.invalidateQueries({ queryKey: ['live'] });
      onDone(recorded);
    },
  });
}

/** The same route, answered once the views have come so far. */
export function withPosition(path: string, position: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}atLeast=${encodeURIComponent(position)}`;
}
