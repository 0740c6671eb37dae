import type { VolunteerCommand, VolunteerEvent } from './volunteer.messages';

type EventData<T extends VolunteerEvent['type']> = Extract<VolunteerEvent, { type: T }>['data'];

export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Every half-hour of the week. */
export const everySlot = Array.from({ length: 336 }, (_unused, slot) => slot);

export const registration: EventData<'VolunteerRegistered'> = {
  volunteerId: idOf(1),
  name: '林小满',
  phone: '13800000000',
  kind: 'resident',
  compound: 'spring',
  building: 'b1',
};
export const volunteerRegistered: VolunteerEvent = { type: 'VolunteerRegistered', data: registration };

export const freeTimeDeclared = (
  weekly: number[] = everySlot,
  exceptions: EventData<'FreeTimeDeclared'>['freeTime']['exceptions'] = [],
): VolunteerEvent => ({ type: 'FreeTimeDeclared', data: { freeTime: { weekly, exceptions } } });

/** On Tuesday 2026-03-03, between two hours of UTC (local time is eight hours ahead). */
export const booking = (number: number, fromHour = 2, toHour = 3): EventData<'BookingMade'> => ({
  bookingId: idOf(100 + number),
  offerId: idOf(200 + number),
  caseId: idOf(300 + number),
  workOrderId: idOf(400 + number),
  from: `2026-03-03T${String(fromHour).padStart(2, '0')}:00:00.000Z`,
  to: `2026-03-03T${String(toHour).padStart(2, '0')}:00:00.000Z`,
});
export const bookSlot = (data: EventData<'BookingMade'>, outsideFreeTime?: true): VolunteerCommand => ({
  type: 'BookSlot',
  data: { ...data, ...(outsideFreeTime === undefined ? {} : { outsideFreeTime }) },
});
export const bookingMade = (data: EventData<'BookingMade'>): VolunteerEvent => ({
  type: 'BookingMade',
  data,
});
export const bookingRefused = (data: EventData<'BookingMade'>, reason: string): VolunteerEvent => ({
  type: 'BookingRefused',
  data: { ...data, reason },
});
export const bookingReleased = (
  { bookingId, caseId, workOrderId, offerId }: EventData<'BookingMade'>,
  reason: string,
): VolunteerEvent => ({ type: 'BookingReleased', data: { bookingId, caseId, workOrderId, offerId, reason } });
export const volunteerLeft: VolunteerEvent = { type: 'VolunteerLeft', data: {} };
