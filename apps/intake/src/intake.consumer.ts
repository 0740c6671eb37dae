import { caseEvents, newestSchemas } from '@threekeys/domain';
import type { Consumer } from '@threekeys/messaging';
import type { CaseMerges } from './case-merges';
import { whenRequesterJoined } from './when-requester-joined.reaction';

/** Finishes what a crash of intake has cut short. Nothing else that happens to a case is begun here. */
export function intakeConsumer(merges: Pick<CaseMerges, 'finish'>): Consumer {
  const reactions = { RequesterJoined: whenRequesterJoined(merges) };
  return {
    name: 'intake',
    categories: ['case'],
    reactions,
    ignores: Object.keys(caseEvents).filter((type) => !(type in reactions)),
    schemas: newestSchemas,
  };
}
