import type { Personal } from '../message';
import type { ReportedCase } from './case.state';

/** What can be known again of the people a case is about. Sealed: who opens it compares it, and shows it to nobody. */
export interface Sides {
  readonly phones: readonly Personal[];
  /** Of a respondent whose phone nobody knows. */
  readonly names: readonly Personal[];
}

/**
 * 利害关系人: who reported or joined, whoever spoke for them, and the respondent. They neither handle, check nor help in their
 * own matter; who has withdrawn is as near to it as before.
 */
export function sidesOf({ requesters, respondent }: Pick<ReportedCase, 'requesters' | 'respondent'>): Sides {
  const people = [...requesters.flatMap(({ subject, proxy }) => [subject, proxy]), respondent];
  const isPerson = respondent?.kind === 'person' || respondent?.kind === 'household';
  return {
    phones: people.flatMap((each) => (each?.phone === undefined ? [] : [each.phone])),
    names: respondent && isPerson && respondent.phone === undefined ? [respondent.name] : [],
  };
}
