import type { Actor, CaseEventOf, RefusalCode } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import type { Reaction } from '@threekeys/messaging';
import { unlessRefused } from '@threekeys/messaging';
import type { CaseMerges } from './case-merges';

/** Merged by now, or not to be merged any more: then its requesters stand in both, and people decide. */
const overByNow: readonly RefusalCode[] = [
  'CommandNotInStatus',
  'MergeTargetNotOpen',
  'MergesIntoYounger',
  'OtherCompound',
  'MergeTargetLessShut',
  'MergeTargetNotConfidential',
];

/**
 * 并单 is two appends (docs/decisions/0014): where requesters of another case have joined and a crash left that case open, it
 * ends now. It is the same command by the same person, under its own id: whoever sent it may be under way still, or send it
 * again, and one of them records it.
 */
export function whenRequesterJoined(merges: Pick<CaseMerges, 'finish'>): Reaction {
  return async ({ event, content }) => {
    const { from } = content.data as CaseEventOf<'RequesterJoined'>['data'];
    if (from === undefined) return;
    const into = event.stream.slice('case-'.length);
    const { correlationId, causationId: mergeId, actor } = content;
    const commandId = mergeId ?? derivedId(event.id, 'merge');
    const by = actor as unknown as Actor;
    const finished = merges.finish({ from, into }, { commandId, correlationId, causationId: event.id, by });
    await unlessRefused(overByNow, finished);
  };
}
