import type { KnownEvents } from './known-events';
import { categoryOf, viewEventIn } from './known-events';
import type { Projection, ViewEvent } from './projection';
import type { StoredRow } from './read-models';
import type { Step } from './step';
import { stepOf } from './step';

/** What a whole stream makes of the rows of one view, by key. */
export interface FoldedView {
  readonly projection: Projection;
  readonly rows: ReadonlyMap<string, StoredRow>;
}

export interface FoldedStream {
  readonly views: readonly FoldedView[];
  /** The first event that this version cannot read, or that a projection fails on: rows are of what came before. */
  readonly halted?: { readonly revision: number; readonly error: unknown };
}

interface OneView extends FoldedView {
  readonly rows: Map<string, StoredRow>;
  /** How it takes an event. */
  readonly by: Projection;
}

/** A projection, and the same as it makes drafts. */
interface Folded {
  readonly whole: Projection;
  readonly draft: Projection;
}

/** Folds whole streams, each from its first event to its last: nothing is looked up, and every row is made once. */
export class StreamFold {
  private readonly byCategory = new Map<string, readonly Folded[]>();

  constructor(
    projections: readonly Projection[],
    private readonly known: KnownEvents,
  ) {
    for (const whole of projections) {
      const folded = { whole, draft: { ...whole, ...whole.drafts } };
      for (const category of whole.categories)
        this.byCategory.set(category, [...(this.byCategory.get(category) ?? []), folded]);
    }
  }

  /** Whether a view wants to know of a stream. */
  concerns(stream: string): boolean {
    return this.byCategory.has(categoryOf(stream));
  }

  /** @param leaves the JSON of each leaf, from the first */
  fold(stream: string, leaves: readonly string[]): FoldedStream {
    const folded = this.folded(stream, leaves, 'draft');
    try {
      folded.views.forEach(complete);
      return folded;
    } catch {
      // After which event, only whoever completes the rows after each one can say.
      return this.folded(stream, leaves, 'whole');
    }
  }

  private folded(
    stream: string,
    leaves: readonly string[],
    way: keyof Folded,
  ): FoldedStream & { readonly views: readonly OneView[] } {
    const views = (this.byCategory.get(categoryOf(stream)) ?? []).map((folded): OneView => ({
      projection: folded.whole,
      by: folded[way],
      rows: new Map(),
    }));
    for (const [revision, leaf] of leaves.entries()) {
      try {
        take(views, viewEventIn(leaf, this.known));
      } catch (error) {
        return { views, halted: { revision, error } };
      }
    }
    return { views };
  }
}

/** Nobody else has seen a row that was made here. */
function complete({ projection: { drafts }, rows }: OneView): void {
  if (drafts === undefined) return;
  for (const { row } of rows.values()) if (row !== null) drafts.complete(row);
}

/** An event changes all views or, where one of them fails on it, none. */
function take(views: readonly OneView[], event: ViewEvent): void {
  const taken: [OneView, Step][] = [];
  for (const view of views) stepsInto(taken, view, event);
  for (const [{ rows }, step] of taken) rows.set(step.key, step);
}

function stepsInto(taken: [OneView, Step][], view: OneView, event: ViewEvent): void {
  const { projection, by, rows } = view;
  const own = projection.keysOf(event);
  const keys = projection.sweeps?.(event) === true ? new Set([...own, ...rows.keys()]) : own;
  for (const key of keys) {
    const step = stepOf(by, rows.get(key), event, key);
    if (step !== undefined) taken.push([view, step]);
  }
}
