import type { Messages } from '../../messages/zh';
import type { RequesterOf } from '../../types';

/** Told what came of it, and content, or not to be asked: the rule by which a case closes. */
export function hasHeard({ answered, followUp }: RequesterOf): boolean {
  if (answered === undefined || followUp === undefined) return false;
  return followUp.outcome !== 'reached' || followUp.solved === true;
}

/** What this command still has to do for a requester: an answer is owed once, a follow-up until they agree. */
export function isOwed(command: string, requester: RequesterOf): boolean {
  if (requester.withdrawn) return false;
  if (command === 'AnswerRequester') return requester.answered === undefined;
  return command !== 'RecordFollowUp' || !hasHeard(requester);
}

/** How far this requester has been told and asked. Empty: nothing yet. */
export function requesterWords({ answered, followUp }: RequesterOf, t: Messages): readonly string[] {
  const said = followUp && (followUp.outcome === 'reached' ? solvedWords(followUp.solved, t) : undefined);
  return [
    ...(answered ? [t.case.answered] : []),
    ...(followUp ? [said ?? t.outcomes[followUp.outcome] ?? followUp.outcome] : []),
  ];
}

function solvedWords(solved: boolean | undefined, t: Messages): string {
  if (solved === undefined) return t.case.asked;
  return solved ? t.case.agreed : t.case.disagreed;
}
