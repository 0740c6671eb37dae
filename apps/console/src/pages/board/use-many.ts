import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../api';
import { withPosition } from '../../act';
import { CommandSender } from '../../command-sender';
import type { Recorded } from '../../types';

export type LineState =
  { readonly at: 'sending' } | { readonly at: 'recorded' } | { readonly at: 'failed'; readonly why: string };

export interface Line {
  readonly caseId: string;
  readonly path: string;
  readonly body: (key: string) => unknown;
}

/**
 * One act on several cases: a command of its own for each, with a key of its own. One that fails leaves the others be, is told
 * on its line, and can be sent again; what is recorded is never sent twice.
 */
export function useMany() {
  const client = useQueryClient();
  const senders = useRef(new Map<string, CommandSender>());
  const [states, setStates] = useState<ReadonlyMap<string, LineState>>(new Map());
  const [isBusy, setIsBusy] = useState(false);
  const tell = (caseId: string, state: LineState) =>
    setStates((before) => new Map(before).set(caseId, state));
  const sendOne = async ({ caseId, path, body }: Line): Promise<string | undefined> => {
    const sender = senders.current.get(caseId) ?? new CommandSender();
    senders.current.set(caseId, sender);
    tell(caseId, { at: 'sending' });
    try {
      const { position } = await sender.send<Recorded>(path, body);
      tell(caseId, { at: 'recorded' });
      return position;
    } catch (error) {
      tell(caseId, { at: 'failed', why: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  };
  const send = async (lines: readonly Line[]) => {
    setIsBusy(true);
    let last: string | undefined;
    for (const line of lines.filter(({ caseId }) => states.get(caseId)?.at !== 'recorded'))
      last = (await sendOne(line)) ?? last;
    try {
      if (last !== undefined) await api.get(withPosition('/api/board/waiting?limit=1', last));
    } finally {
      // Views that are late refresh the screen themselves, when they say so.
      await client.invalidateQueries({ queryKey: ['live'] });
      setIsBusy(false);
    }
  };
  return { states, isBusy, send };
}
