import { refuse, type Refusal } from '../refusals';
import type { CaseEventOf } from './case.events';
import type { DataOf } from './case.handler';
import type { CaseRequester } from './case.state';

type Said = NonNullable<DataOf<'AmendReport'>['fields']['requester']>;
type Amended = Pick<CaseEventOf<'ReportAmended'>['data']['fields'], 'requester'>;
type Person = Said['subject'];

/** What is known of a requester. Rows of views have the same, sealed. */
interface Known {
  readonly subject?: object | undefined;
  readonly proxy?: object | undefined;
  readonly callBack?: boolean | undefined;
}

/**
 * 更正诉求人: the name and phone of who reported or joined, or of their proxy, under the key that they have already, and whether
 * they want to be called back. Who reported without a name stays so: whoever wants to be named joins.
 */
export function identityAmended(
  said: Said | undefined,
  { requesterId, subject, proxy }: CaseRequester,
): Amended | Refusal {
  if (said === undefined) return {};
  if (isUnknown(said.subject, subject) || isUnknown(said.proxy, proxy))
    return refuse('NobodyToCorrect', { requesterId });
  return {
    requester: {
      subject: underKey(said.subject, subject),
      proxy: underKey(said.proxy, proxy),
      callBack: said.callBack,
    },
  };
}

const isUnknown = (said: Person, known: CaseRequester['subject']): boolean =>
  said !== undefined && known === undefined;

const underKey = (said: Person, known: CaseRequester['subject']) =>
  said && known && { subjectId: known.subjectId, ...said };

/** Whether a correction of a requester corrects nothing. */
export function isNothing({ subject, proxy, callBack }: Said = {}): boolean {
  const isEmpty = (person: Person) => person?.name === undefined && person?.phone === undefined;
  return callBack === undefined && isEmpty(subject) && isEmpty(proxy);
}

/** A requester as corrected; what was left out stays. */
export function identityAfter<R extends Known>(
  requester: R,
  { subject, proxy, callBack }: NonNullable<Amended['requester']>,
): R {
  return {
    ...requester,
    ...(subject && { subject: { ...requester.subject, ...subject } }),
    ...(proxy && { proxy: { ...requester.proxy, ...proxy } }),
    ...(callBack !== undefined && { callBack }),
  };
}
