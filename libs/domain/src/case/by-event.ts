import type { CaseEvent, CaseEventOf, CaseEventType } from './case.events';

/** What some types of event mean, each by a small function of its data and of what it is applied to. */
export type ByEvent<Subject, Result> = {
  readonly [T in CaseEventType]?: (data: CaseEventOf<T>['data'], subject: Subject) => Result;
};

/** The result of the event's row; nothing where the table has none. */
export function byEvent<Subject, Result>(
  table: ByEvent<Subject, Result>,
  { type, data }: CaseEvent,
  subject: Subject,
): Result | undefined {
  const row = table[type] as ((data: CaseEvent['data'], subject: Subject) => Result) | undefined;
  return row?.(data, subject);
}
