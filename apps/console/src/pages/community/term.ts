import { datePlus, instantOf } from '../../community-time';

/** 任期: from the beginning of the first day to the end of the last one, where it is limited. */
export function termOf(
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
  offsetMinutes: number,
): { readonly from?: string; readonly until?: string } {
  const begins = from && instantOf(`${from}T00:00`, offsetMinutes);
  const ends = until && instantOf(`${datePlus(until, 1)}T00:00`, offsetMinutes);
  return { ...(begins && { from: begins }), ...(ends && { until: ends }) };
}

/** The last day of a term, of the instant at which it is over. */
export const lastMoment = (until: string): string => new Date(Date.parse(until) - 1).toISOString();
