import { z } from 'zod';
import type { AccessRecord } from './access-log';
import { purposes } from './access-log';

const Access = z.looseObject({
  at: z.iso.datetime({ precision: 3 }),
  actor: z.looseObject({ id: z.string(), role: z.string() }),
  caseId: z.string().optional(),
  stream: z.string(),
  fields: z.array(z.string()),
  purpose: z.enum(purposes),
});

/**
 * What a line of an access log says, where its text is the one that is written of it. Of two members of one name SQLite finds
 * the first and JSON.parse the last: any other text could say one thing to a search and another to who checks it.
 */
export function accessIn(text: string): AccessRecord | undefined {
  try {
    const said: unknown = JSON.parse(text);
    return JSON.stringify(said) === text && Access.safeParse(said).success
      ? (said as AccessRecord)
      : undefined;
  } catch {
    return undefined;
  }
}
