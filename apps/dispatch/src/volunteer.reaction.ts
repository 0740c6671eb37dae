import type { RefusalCode, VolunteerEvent } from '@threekeys/domain';
import { replyTo, unlessRefused } from '@threekeys/messaging';
import type { Delivery, Reaction } from '@threekeys/messaging';
import { dispatch } from './filing';
import type { DispatchPorts } from './ports';

type DataOf<T extends VolunteerEvent['type']> = Extract<VolunteerEvent, { type: T }>['data'];

/** The reason of an offer that was accepted for a time that is booked elsewhere. */
export const bookingRefused = 'booking-refused';

const overByNow: readonly RefusalCode[] = [
  'CommandNotInStatus',
  'VolunteerIsAssigned',
  'VolunteerNotAssigned',
];

/** What dispatch does about a volunteer's time: the booking saga's answers, and who leaves with bookings ahead. */
export function volunteerReactions(ports: DispatchPorts) {
  const whenBookingMade: Reaction = async (delivery) => {
    const { caseId, workOrderId, offerId, bookingId, account } = delivery.content
      .data as DataOf<'BookingMade'>;
    const data = { workOrderId, offerId, bookingId, account };
    const origin = replyTo(delivery, dispatch, 'assign');
    await unlessRefused(
      overByNow,
      ports.cases.handle(`case-${caseId}`, { type: 'AssignVolunteer', data }, origin),
    );
  };
  const whenBookingRefused: Reaction = async (delivery) => {
    const { caseId, workOrderId, offerId } = delivery.content.data as DataOf<'BookingRefused'>;
    await withdraw(ports, delivery, { caseId, workOrderId, offerId, reason: bookingRefused });
  };
  const whenBookingReleased: Reaction = async (delivery) => {
    const { caseId, workOrderId, offerId, reason } = delivery.content.data as DataOf<'BookingReleased'>;
    if (reason !== 'volunteer-left') return;
    await release(ports, delivery, { caseId, workOrderId, offerId, reason: 'volunteer-asked' });
    await withdraw(ports, delivery, { caseId, workOrderId, offerId, reason });
  };
  return {
    BookingMade: whenBookingMade,
    BookingRefused: whenBookingRefused,
    BookingReleased: whenBookingReleased,
  };
}

interface SeatOfCase {
  readonly caseId: string;
  readonly workOrderId: string;
  readonly offerId: string;
  readonly reason: string;
}

async function withdraw(
  ports: DispatchPorts,
  delivery: Delivery,
  { caseId, ...data }: SeatOfCase,
): Promise<void> {
  const origin = replyTo(delivery, dispatch, 'withdraw');
  await unlessRefused(
    overByNow,
    ports.cases.handle(`case-${caseId}`, { type: 'WithdrawOffer', data }, origin),
  );
}

async function release(
  ports: DispatchPorts,
  delivery: Delivery,
  { caseId, ...data }: SeatOfCase,
): Promise<void> {
  const origin = replyTo(delivery, dispatch, 'release');
  await unlessRefused(
    overByNow,
    ports.cases.handle(`case-${caseId}`, { type: 'ReleaseVolunteer', data }, origin),
  );
}
