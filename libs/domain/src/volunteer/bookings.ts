import type { DecisionContext } from '../decider';
import { equalContent } from '../equality';
import { refuse, type Refusal } from '../refusals';
import { freeSlotsOf, isFreeDuring, overlap } from './free-time';
import type { VolunteerCommand, VolunteerEvent } from './volunteer.messages';
import type { Booking, RegisteredVolunteer, Volunteer } from './volunteer.state';

type Decision = readonly VolunteerEvent[] | Refusal;
type DataOf<T extends VolunteerCommand['type']> = Extract<VolunteerCommand, { type: T }>['data'];

/** Why a booking was refused; the first of these that holds is the reason. */
export const bookingRefusalReasons = {
  'booking-id-taken': { zh: '预约编号已用于别的预约', en: 'the booking id stands for another booking' },
  'not-registered': { zh: '没有登记过这位志愿者', en: 'the volunteer is not registered' },
  left: { zh: '志愿者已退出', en: 'the volunteer has left' },
  'conflict-of-interest': {
    zh: '志愿者与事件有利害关系，应当回避',
    en: 'the volunteer has a part in the matter themselves',
  },
  'window-invalid': { zh: '时段无效', en: 'the interval is empty or longer than ten days' },
  over: { zh: '时段已过', en: 'the interval is over' },
  paused: { zh: '志愿者暂停服务', en: 'the volunteer has paused' },
  overlap: { zh: '与已有预约重叠', en: 'another booking overlaps' },
  'not-free': { zh: '不在空闲时间内', en: 'the volunteer is not free then' },
} as const;
export type BookingRefusalReason = keyof typeof bookingRefusalReasons;

const longestMs = 14_400 * 60_000;

/**
 * A saga step: it answers with an event, never with a refusal that nobody hears. So a volunteer who was never
 * registered answers too: their stream then begins with `BookingRefused{not-registered}`, and they may still register.
 * A booking id is answered once; the identical question again is no news.
 */
export function bookSlot(
  { outsideFreeTime, conflict, ...booking }: DataOf<'BookSlot'>,
  state: Volunteer,
  context: DecisionContext,
): Decision {
  const answered = state.bookings[booking.bookingId];
  if (answered && equalContent(contentOf(answered), booking)) return [];
  const reason = answered
    ? 'booking-id-taken'
    : (reasonOfVolunteer({ ...booking, conflict }, state, context) ??
      reasonOfTime(booking, state, outsideFreeTime ? undefined : context));
  return reason
    ? [{ type: 'BookingRefused', data: { ...booking, reason } }]
    : [{ type: 'BookingMade', data: { ...booking, ...accountOf(state) } }];
}

function accountOf(state: Volunteer): { account?: string } {
  const account = state.status === 'unregistered' ? undefined : state.account;
  return account === undefined ? {} : { account };
}

type Asked = Omit<Booking, 'answer' | 'account' | 'policyVersion'>;

function contentOf({
  answer: _answer,
  account: _account,
  policyVersion: _version,
  ...content
}: Booking): Asked {
  return content;
}

function reasonOfVolunteer(
  asked: Asked & Pick<DataOf<'BookSlot'>, 'conflict'>,
  state: Volunteer,
  { now }: DecisionContext,
): BookingRefusalReason | undefined {
  if (state.status === 'unregistered') return 'not-registered';
  if (state.status === 'left') return 'left';
  if (asked.conflict) return 'conflict-of-interest';
  const lengthMs = Date.parse(asked.to) - Date.parse(asked.from);
  if (!(lengthMs > 0 && lengthMs <= longestMs)) return 'window-invalid';
  if (asked.to <= now) return 'over';
  return isPausedAt(state, asked.from) ? 'paused' : undefined;
}

/** Whether a pause covers this instant. */
export function isPausedAt({ paused }: RegisteredVolunteer, instant: string): boolean {
  return paused !== undefined && (paused.until === undefined || instant < paused.until);
}

function reasonOfTime(
  asked: Asked,
  state: Volunteer,
  heedsFreeTime: DecisionContext | undefined,
): BookingRefusalReason | undefined {
  if (liveBookings(state).some((each) => overlap(each, asked))) return 'overlap';
  if (!heedsFreeTime || state.status === 'unregistered') return undefined;
  const { timeZoneOffsetMinutes } = heedsFreeTime.rules.policy;
  return isFreeDuring(freeSlotsOf(state.freeTime), asked, timeZoneOffsetMinutes) ? undefined : 'not-free';
}

/** Bookings that stand. No two of one volunteer overlap. */
export function liveBookings(state: Volunteer): readonly Booking[] {
  return Object.values(state.bookings).filter(({ answer }) => answer === 'made');
}

/** An unknown or already released booking is no news: the release may come before, or without, a booking. */
export function releaseBooking({ bookingId, reason }: DataOf<'ReleaseBooking'>, state: Volunteer): Decision {
  const booking = state.bookings[bookingId];
  return booking?.answer === 'made' ? [released(booking, reason)] : [];
}

export function released(booking: Booking, reason: string): VolunteerEvent {
  const { bookingId, caseId, workOrderId, offerId } = booking;
  return { type: 'BookingReleased', data: { bookingId, caseId, workOrderId, offerId, reason } };
}

/**
 * One record of service per booking that stands; also after the volunteer has left. Rework has a result of its own, and the
 * service that tells of it adds what was served for it.
 */
export function recordService(
  data: DataOf<'RecordService'>,
  state: Volunteer,
  { by }: Pick<DecisionContext, 'by'>,
): Decision {
  if (state.status === 'unregistered') return refuse('VolunteerNotRegistered');
  const known = servedBefore(data, state, by);
  if (known) return known;
  const { bookingId } = data;
  const answer = state.bookings[bookingId]?.answer;
  if (answer === 'released') return refuse('BookingWasReleased', { bookingId });
  return answer === 'made' ? [{ type: 'ServiceRecorded', data }] : refuse('BookingUnknown', { bookingId });
}

function servedBefore(
  data: DataOf<'RecordService'>,
  { services }: RegisteredVolunteer,
  { role }: DecisionContext['by'],
): Decision | undefined {
  const { bookingId, serviceId } = data;
  const recorded = services.filter((each) => each.bookingId === bookingId);
  if (recorded.some((each) => equalContent(each, data))) return [];
  if (recorded.length > 0 && role !== 'service') return refuse('ServiceAlreadyRecorded', { bookingId });
  return services.some((each) => each.serviceId === serviceId) ? refuse('IdAlreadyUsed') : undefined;
}
