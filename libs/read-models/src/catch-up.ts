/** Of a long run: events (or rows) done, and of how many. */
export type Progress = (done: number, of: number) => void;

export interface CatchUp {
  readonly signal: AbortSignal;
  readonly onProgress?: Progress;
  /** False: rows without search tokens. */
  readonly index?: boolean;
}
