/** A scene and when its next act is, in epoch milliseconds. */
export interface Turn {
  readonly at: number;
  readonly play: AsyncGenerator<number, void, void>;
}

interface Beginning {
  readonly at: number;
  readonly begin: () => Turn['play'];
}

/** Whose turn is next: of all scenes that have not begun, and of those under way. */
export class Programme {
  private readonly beginnings: readonly Beginning[];
  /** Soonest first; few at a time. */
  private readonly turns: Turn[] = [];
  private count = 0;

  constructor(beginnings: readonly Beginning[]) {
    this.beginnings = beginnings.toSorted((a, b) => a.at - b.at);
  }

  get begun(): number {
    return this.count;
  }

  add(turn: Turn): void {
    const before = this.turns.findIndex(({ at }) => at > turn.at);
    this.turns.splice(before < 0 ? this.turns.length : before, 0, turn);
  }

  /** At the same time a scene under way goes first. */
  next(): Turn | undefined {
    const [turn] = this.turns;
    const beginning = this.beginnings[this.count];
    if (beginning === undefined || (turn !== undefined && turn.at <= beginning.at)) return this.turns.shift();
    this.count += 1;
    return { at: beginning.at, play: beginning.begin() };
  }
}
