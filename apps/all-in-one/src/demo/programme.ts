/** A scene and when its next act is, in epoch milliseconds. */
export interface Turn {
  readonly at: number;
  readonly play: AsyncGenerator<number, void, void>;
}

export interface Beginning {
  readonly at: number;
  readonly begin: () => Turn['play'];
}

/** Of two lists, each soonest first, one. */
export function* inOrder(one: Iterable<Beginning>, other: Iterable<Beginning>): Iterable<Beginning> {
  const [left, right] = [one[Symbol.iterator](), other[Symbol.iterator]()];
  let [first, second] = [left.next(), right.next()];
  while (!first.done || !second.done) {
    if (second.done || (!first.done && first.value.at <= second.value.at)) {
      if (!first.done) yield first.value;
      first = left.next();
    } else {
      yield second.value;
      second = right.next();
    }
  }
}

interface Numbered {
  readonly turn: Turn;
  /** Of two at the same time, who came first goes first. */
  readonly number: number;
}

const isBefore = (a: Numbered, b: Numbered): boolean =>
  a.turn.at === b.turn.at ? a.number < b.number : a.turn.at < b.turn.at;

/** Whose turn is next: of scenes that have not begun, soonest first, and of those under way. */
export class Programme {
  private readonly beginnings: Iterator<Beginning>;
  private beginning: Beginning | undefined;
  /** A binary heap, soonest on top. */
  private readonly heap: Numbered[] = [];
  private count = 0;
  private added = 0;

  /** @param beginnings in the order of their time; asked for one by one */
  constructor(beginnings: Iterable<Beginning>) {
    this.beginnings = beginnings[Symbol.iterator]();
    this.advance();
  }

  get begun(): number {
    return this.count;
  }

  add(turn: Turn): void {
    const added = { turn, number: this.added++ };
    let place = this.heap.push(added) - 1;
    for (let parent = (place - 1) >> 1; place > 0; parent = (place - 1) >> 1) {
      const above = this.heap[parent];
      if (above === undefined || isBefore(above, added)) break;
      this.heap[place] = above;
      place = parent;
    }
    this.heap[place] = added;
  }

  /** At the same time a scene under way goes first. */
  next(): Turn | undefined {
    const soonest = this.heap[0]?.turn;
    const { beginning } = this;
    if (beginning === undefined || (soonest !== undefined && soonest.at <= beginning.at)) return this.take();
    this.count += 1;
    this.advance();
    return { at: beginning.at, play: beginning.begin() };
  }

  private advance(): void {
    const next = this.beginnings.next();
    this.beginning = next.done === true ? undefined : next.value;
  }

  private take(): Turn | undefined {
    const [top] = this.heap;
    const last = this.heap.pop();
    if (last !== undefined && this.heap.length > 0) this.sink(last);
    return top?.turn;
  }

  private sink(moved: Numbered): void {
    let place = 0;
    for (let child = this.sooner(1); child !== undefined; child = this.sooner(2 * place + 1)) {
      const below = this.heap[child];
      if (below === undefined || isBefore(moved, below)) break;
      this.heap[place] = below;
      place = child;
    }
    this.heap[place] = moved;
  }

  /** The sooner one of this place and the one beside it. */
  private sooner(place: number): number | undefined {
    const [left, right] = [this.heap[place], this.heap[place + 1]];
    if (left === undefined) return undefined;
    return right !== undefined && isBefore(right, left) ? place + 1 : place;
  }
}
