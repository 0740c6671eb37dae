import type { MatchEvent } from '@threekeys/domain';
import type { Reaction } from '@threekeys/messaging';
import { Offering } from './offering';
import type { DispatchPorts } from './ports';

/** What dispatch does about rankings: it asks down the list. */
export function matchReactions(ports: DispatchPorts) {
  const offering = new Offering(ports);
  const whenVolunteersRanked: Reaction = (delivery) => {
    const { caseId, workOrderId } = delivery.content.data as MatchEvent['data'];
    return offering.goOn(delivery, caseId, workOrderId);
  };
  return { VolunteersRanked: whenVolunteersRanked };
}
