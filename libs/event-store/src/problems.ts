/** `altered`: something is not as it was written. `dated`: only when it was recorded is in question. */
export type ProblemKind = 'altered' | 'dated';

/** What a check has found, of each kind so many at most: a clock that was wrong for a year hides no altered byte. */
export class Problems<Problem extends { readonly kind: ProblemKind }> {
  readonly all: Problem[] = [];
  private readonly count: Record<ProblemKind, number> = { altered: 0, dated: 0 };

  constructor(private readonly max = 1000) {}

  add(problem: Problem): void {
    if (this.count[problem.kind] >= this.max) return;
    this.count[problem.kind] += 1;
    this.all.push(problem);
  }

  /** Enough is altered: nobody reads on. */
  get isOver(): boolean {
    return this.count.altered >= this.max;
  }
}

/** Whether anything is not as it was written; what is in question only by its date is all there. */
export const isAltered = (problems: readonly { readonly kind: ProblemKind }[]): boolean =>
  problems.some(({ kind }) => kind === 'altered');
