import type { DecisionContext } from '../decider';
import { refuse, type Refusal } from '../refusals';
import type { Rules } from '../rules';
import { localWindow } from '../volunteer/free-time';
import type { CaseHandler } from './case.handler';
import type { Offer } from './case.state';
import { minutesLater, unlessGround } from './clocks';
import { isAssigned } from './openings';
import { offerOf } from './offers';
import { releaseOf, whereabouts } from './seats';

const hourMs = 3_600_000;

/** 取消指派: the seat is free again, and the volunteer's time. */
export const releaseVolunteer: CaseHandler<'ReleaseVolunteer'> = (data, state, { rules }) => {
  const seat = offerOf(data, state);
  if ('refused' in seat) return seat;
  const { order, offer, round } = seat;
  if (offer.status === 'released') return [];
  if (!isAssigned(offer)) return refuse('VolunteerNotAssigned', { offerId: offer.offerId });
  const { reason, words } = data;
  const refusal = unlessGround(reason, rules.policy.grounds.release);
  return refusal ?? releaseOf(order, offer, { round, reason, words });
};

/** 到场: at the agreed time, or as long before it as the policy lets one come. */
export const checkInVolunteer: CaseHandler<'CheckInVolunteer'> = (data, state, context) => {
  const seat = offerOf(data, state);
  if ('refused' in seat) return seat;
  const { order, offer, round } = seat;
  if (offer.status === 'checked-in') return [];
  if (offer.status !== 'assigned') return refuse('VolunteerNotAssigned', { offerId: offer.offerId });
  const { recordedBy } = data;
  return (
    unlessTooEarly(offer, context) ?? [
      { type: 'VolunteerCheckedIn', data: { ...whereabouts(order, offer, round), recordedBy } },
    ]
  );
};

function unlessTooEarly(
  { offerId, window }: Pick<Offer, 'offerId' | 'window'>,
  { now, rules: { policy } }: DecisionContext,
): Refusal | undefined {
  if (!isTooEarly(window, { now, policy })) return undefined;
  const { checkInHoursBefore: hours, timeZoneOffsetMinutes } = policy;
  return refuse('CheckInTooEarly', { offerId, hours, window: localWindow(window, timeZoneOffsetMinutes) });
}

/** Whether nobody is there yet for a window. */
export function isTooEarly(
  { from }: Offer['window'],
  { now, policy }: Pick<DecisionContext, 'now'> & Pick<Rules, 'policy'>,
): boolean {
  // No window of an early release that is on no calendar keeps anybody out.
  return Date.parse(from) - Date.parse(now) > policy.checkInHoursBefore * hourMs;
}

/**
 * 未到: the seat is free again. Who is there, released or replaced meanwhile is no news: a timer may come late, or early where
 * the volunteer was booked after the window had begun. Nor is who cannot come, because work under way waits for its keys.
 */
export const recordNoShow: CaseHandler<'RecordNoShow'> = (data, state, context) => {
  const seat = offerOf(data, state);
  if ('refused' in seat) return seat;
  const { order, offer, round } = seat;
  const { bookingId, window, offerId } = offer;
  if (offer.status !== 'assigned' || bookingId === undefined || state.status === 'awaiting-keys') return [];
  if (context.now < window.from) return refuse('WindowNotBegun', { offerId, from: window.from });
  if (context.by.role === 'service' && context.now < missedFrom(offer, context)) return [];
  return [{ type: 'VolunteerNoShow', data: { ...whereabouts(order, offer, round), bookingId } }];
};

/** From when on a timer may say so: as long as the policy waits after the window began, or after they were booked for it. */
function missedFrom({ window, assignedAt = window.from }: Offer, { rules }: DecisionContext): string {
  const expectedFrom = assignedAt > window.from ? assignedAt : window.from;
  return minutesLater(expectedFrom, rules.policy.noShowAfterMinutes);
}
