import type { CompletePolicy, PolicyDocument } from './policy.messages';
import { starterPolicy } from './starter-policy';

/** What a document from before some part of it was thought of leaves out is the starter policy's. */
export function completePolicy(document: PolicyDocument): CompletePolicy {
  return {
    ...starterPolicy,
    ...document,
    deadlineHours: { ...starterPolicy.deadlineHours, ...document.deadlineHours },
    grounds: { ...starterPolicy.grounds, ...document.grounds },
    jointResolution: { ...starterPolicy.jointResolution, ...document.jointResolution },
    ranking: completeRanking(document.ranking),
  };
}

function completeRanking(said: PolicyDocument['ranking']): CompletePolicy['ranking'] {
  const { ranking } = starterPolicy;
  return {
    ...ranking,
    ...said,
    load: { ...ranking.load, ...said?.load },
    asks: { ...ranking.asks, ...said?.asks },
  };
}
