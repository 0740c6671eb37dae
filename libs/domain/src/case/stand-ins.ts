import { entryOf } from '../lookup';
import { refuse, type Refusal } from '../refusals';
import { holdersOfKind } from '../routing';
import type { Rules } from '../rules';
import type { CaseHandler, DataOf } from './case.handler';
import type { ReportedCase } from './case.state';
import type { Party } from './case.values';
import { unlessGround, withoutPolicy } from './clocks';
import { jointOf } from './key-holders';
import { currentRound } from './openings';

/** 替补 for a party that is conflicted, absent or not founded, by an order that is data. */
export const appointStandIn: CaseHandler<'AppointStandIn'> = (data, state, { now, rules }) => {
  const joint = jointOf(state);
  if ('refused' in joint) return joint;
  const { party, until, basis, passedOver = [] } = data;
  if (!joint.parties.includes(party)) return refuse('NotAParty', { party });
  if (until <= now) return refuse('TermIsOver', { until });
  const refusal =
    withoutPolicy(rules) ??
    [basis, ...passedOver.map((each) => each.basis)]
      .map((each) => unlessGround(each, rules.policy.grounds.standIn))
      .find((each) => each !== undefined) ??
    unlessNext(data, standInsFor(party, state.place, rules));
  if (refusal) return refusal;
  const { round } = currentRound(state);
  return [{ type: 'StandInAppointed', data: { round, ...data, policyVersion: rules.policy.version } }];
};

/** Those whom the compound names, then the holders of the kinds of post that the policy names. */
export function standInsFor(
  party: Party,
  place: Pick<ReportedCase['place'], 'compound'>,
  { compounds, organisation, policy }: Rules,
): string[] {
  const named = entryOf(compounds, place.compound)?.parties[party]?.standIns ?? [];
  const kinds = policy.jointResolution.standInPostKinds[party];
  const holders = kinds.flatMap((kind) => holdersOfKind(kind, place, organisation));
  return [...new Set([...named, ...holders])];
}

/** Nobody is passed over in silence. */
function unlessNext(
  { person, passedOver = [] }: DataOf<'AppointStandIn'>,
  candidates: readonly string[],
): Refusal | undefined {
  const place = candidates.indexOf(person);
  if (place < 0) return refuse('NotAStandIn', { order: candidates.join(', ') || '—' });
  const skipped = candidates
    .slice(0, place)
    .find((each) => !passedOver.some((known) => known.person === each));
  return skipped === undefined ? undefined : refuse('StandInOutOfTurn', { next: skipped });
}
