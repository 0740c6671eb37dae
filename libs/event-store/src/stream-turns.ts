import type { StreamName } from './event-store';

/** Work on a stream, one after the other: who comes second in this process waits, and does not fail on a conflict. */
export class StreamTurns {
  private readonly last = new Map<StreamName, Promise<unknown>>();

  /** Begins at once where nobody works on the stream. Rejects only for what this work threw. */
  take<T>(stream: StreamName, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(stream);
    const turn = before === undefined ? work() : before.then(work, work);
    this.last.set(stream, turn);
    const leave = (): void => {
      if (this.last.get(stream) === turn) this.last.delete(stream);
    };
    turn.then(leave, leave);
    return turn;
  }
}
