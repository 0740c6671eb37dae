import type { Instant } from '../values';
import type { z } from 'zod';

/** 任期: from when and until when somebody has a role or a post; for ever where nothing is said. Half-open: at `until` it is over. */
export interface TermOfOffice {
  readonly from?: z.infer<typeof Instant> | undefined;
  readonly until?: z.infer<typeof Instant> | undefined;
}

/** Whether a term has begun and is not over at an instant. */
export function isInOffice({ from, until }: TermOfOffice, now: string): boolean {
  return (from === undefined || from <= now) && (until === undefined || now < until);
}
