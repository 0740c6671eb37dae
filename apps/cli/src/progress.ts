/**
 * How far a long command is, on stderr: a bar on a terminal, a line per 10 % otherwise.
 * Units are whatever the command counts.
 */
export class Progress {
  private lastTenth = 0;
  private lastDrawnMs = 0;

  constructor(
    private readonly what: string,
    private readonly total: number,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {}

  at(done: number): void {
    const share = this.total === 0 ? 1 : done / this.total;
    if (this.stream.isTTY) this.drawBar(done, share);
    else this.sayTenth(done, share);
  }

  end(): void {
    this.at(this.total);
    if (this.stream.isTTY) this.stream.write('\n');
  }

  private drawBar(done: number, share: number): void {
    const now = performance.now();
    if (share < 1 && now - this.lastDrawnMs < 100) return;
    this.lastDrawnMs = now;
    const width = 30;
    const full = Math.round(share * width);
    const bar = '█'.repeat(full) + '░'.repeat(width - full);
    this.stream.write(`\r${this.what} ${bar} ${String(done)}/${String(this.total)}`);
  }

  private sayTenth(done: number, share: number): void {
    const tenth = Math.floor(share * 10);
    if (tenth <= this.lastTenth) return;
    this.lastTenth = tenth;
    this.stream.write(`${this.what} ${String(tenth * 10)} % (${String(done)}/${String(this.total)})\n`);
  }
}

/** A bar that appears with the first news and ends by itself. */
export function bar(what: string): (done: number, of: number) => void {
  const shown: { progress?: Progress } = {};
  return (done, of) => {
    shown.progress ??= new Progress(what, of);
    if (done < of) shown.progress.at(done);
    else shown.progress.end();
  };
}

/** The same, of work that ends where it is told of its progress once Ctrl-C was pressed. */
export function stoppableBar(what: string, signal: AbortSignal): (done: number, of: number) => void {
  const told = bar(what);
  return (done, of) => {
    signal.throwIfAborted();
    told(done, of);
  };
}

/** Seconds, to the thousandth. @param startedMs of `performance.now()` */
export const secondsSince = (startedMs: number): number => Math.round(performance.now() - startedMs) / 1000;
