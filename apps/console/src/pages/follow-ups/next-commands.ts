import type { FollowUpLine } from '../../types';

type Owed = Pick<FollowUpLine, 'allowed' | 'outOfReach'> & {
  readonly requester: Pick<FollowUpLine['requester'], 'answered'>;
};

/** What can be done for a requester, the most needed first: they are told what came of it, then asked how it went. */
export function nextCommands({ requester, allowed, outOfReach }: Owed): readonly string[] {
  const inOrder = [
    ...(requester.answered === undefined ? ['AnswerRequester'] : []),
    'RecordFollowUp',
    'RecordContact',
    ...(outOfReach ? ['CloseCase'] : []),
  ];
  return inOrder.filter((command) => allowed.includes(command));
}
