import type { GlobalPosition, LogHead } from '@threekeys/event-store';
import { Frontier } from '@threekeys/integrity';
import type { LogReader } from './log-reader';

/** The head of the log. The frontier is kept, and reads on from where it was: the whole log once, at the first question. */
export class HeadReader {
  private readonly frontier = new Frontier();
  private position: GlobalPosition | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly reader: LogReader) {}

  /** Questions take turns: each answers with what was there when it was asked, or more. */
  head(): Promise<LogHead> {
    const head = this.turn.then(() => this.readOn());
    this.turn = head.catch(() => undefined);
    return head;
  }

  private async readOn(): Promise<LogHead> {
    for await (const page of this.reader.all(this.position)) {
      for (const { event } of page) {
        this.frontier.append(event.leafHash);
        this.position = event.position;
      }
    }
    const head = { size: this.frontier.size, root: this.frontier.root() };
    return this.position === undefined ? head : { ...head, position: this.position };
  }
}
