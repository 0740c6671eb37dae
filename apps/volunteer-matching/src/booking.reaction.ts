import { isAssigned } from '@threekeys/domain';
import type { CaseEventOf, Offer, RefusalCode, ReportedCase } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import { replyTo, unlessRefused } from '@threekeys/messaging';
import type { Delivery, Reaction } from '@threekeys/messaging';
import type { MatchingPorts } from './ports';
import { volunteerMatching } from './ranking.reaction';

const nothingToServe: readonly RefusalCode[] = [
  'BookingUnknown',
  'BookingWasReleased',
  'VolunteerNotRegistered',
];

/** Keeps each volunteer's time in step with the cases: booked on acceptance, released where the seat is lost, served. */
export function bookingReactions(ports: MatchingPorts) {
  const whenOfferAccepted: Reaction = (delivery) => book(ports, delivery);
  const whenSeatLost = (delivery: Delivery): Promise<void> => release(ports, delivery);
  const whenResultReported: Reaction = (delivery) => recordServices(ports, delivery);
  return {
    reactions: {
      OfferAccepted: whenOfferAccepted,
      ResultReported: whenResultReported,
    },
    whenSeatLost,
  };
}

/** The booking's id is made of the acceptance: asked again, the volunteer's stream gives the same answer. */
async function book(ports: MatchingPorts, delivery: Delivery): Promise<void> {
  const { volunteerId, offerId, workOrderId, window } = delivery.content
    .data as CaseEventOf<'OfferAccepted'>['data'];
  const state = await caseOf(ports, delivery);
  const { caseId } = state;
  const offer = state.rounds
    .flatMap(({ orders }) => orders)
    .flatMap(({ offers }) => offers)
    .find((each) => each.offerId === offerId);
  const askedInPerson = offer?.basis === 'offer' || offer?.basis === 'override';
  const data = {
    ...{ bookingId: derivedId(delivery.event.id, 'booking'), offerId, caseId, workOrderId, ...window },
    ...(askedInPerson ? { outsideFreeTime: true } : {}),
    ...((await isConflicted(ports, state, volunteerId)) ? { conflict: true } : {}),
  };
  const origin = replyTo(delivery, volunteerMatching, 'book');
  await ports.volunteers.handle(`volunteer-${volunteerId}`, { type: 'BookSlot', data }, origin);
}

/** Asked once more where the time is booked: whoever joins a case after its ranking may be among those who were asked. */
async function isConflicted(
  { pool, conflicts }: MatchingPorts,
  state: ReportedCase,
  volunteerId: string,
): Promise<boolean> {
  return (await conflicts.among(await pool.people(), state)).includes(volunteerId);
}

/** A booking of the offer, if one stands. */
async function release(ports: MatchingPorts, delivery: Delivery): Promise<void> {
  const { volunteerId, offerId } = delivery.content.data as CaseEventOf<'OfferWithdrawn'>['data'];
  const stream = `volunteer-${volunteerId}`;
  const { state } = await ports.volunteers.load(stream);
  const booked = Object.values(state.bookings).filter(
    (each) => each.offerId === offerId && each.answer === 'made',
  );
  for (const { bookingId } of booked) {
    const origin = replyTo(delivery, volunteerMatching, 'release', bookingId);
    const data = { bookingId, reason: reasons[delivery.content.type] ?? 'offer-withdrawn' };
    await ports.volunteers.handle(stream, { type: 'ReleaseBooking', data }, origin);
  }
}

const reasons: Readonly<Record<string, string>> = {
  VolunteerReleased: 'volunteer-released',
  VolunteerNoShow: 'no-show',
};

/**
 * Whoever of those with a seat did the work has served as long as the report says, also where they were released since. What
 * somebody has recorded by hand before the first result stands; rework adds to it.
 */
async function recordServices(ports: MatchingPorts, delivery: Delivery): Promise<void> {
  const { workOrderId, minutes, doneBy } = delivery.content.data as CaseEventOf<'ResultReported'>['data'];
  if (minutes === undefined) return;
  const { rounds, flags } = await caseOf(ports, delivery);
  const order = rounds.flatMap(({ orders }) => orders).find((each) => each.workOrderId === workOrderId);
  const workers = visitsBefore(delivery.content.recordedAt, order?.offers ?? [], doneBy);
  for (const { volunteerId, bookingId } of workers) {
    if (bookingId === undefined) continue;
    if (flags.reworked === 0 && (await hasServed(ports, volunteerId, bookingId))) continue;
    const serviceId = derivedId(delivery.event.id, 'service', bookingId);
    const data = { serviceId, bookingId, minutes };
    const origin = replyTo(delivery, volunteerMatching, 'service', bookingId);
    const answer = ports.volunteers.handle(
      `volunteer-${volunteerId}`,
      { type: 'RecordService', data },
      origin,
    );
    await unlessRefused(nothingToServe, answer);
  }
}

async function hasServed(
  { volunteers }: MatchingPorts,
  volunteerId: string,
  bookingId: string,
): Promise<boolean> {
  const { state } = await volunteers.load(`volunteer-${volunteerId}`);
  return state.status !== 'unregistered' && state.services.some((each) => each.bookingId === bookingId);
}

/** Of each who did the work, the visit that the result tells of: the last one that they were booked for before it. */
function visitsBefore(at: string, offers: readonly Offer[], doneBy: readonly string[]): readonly Offer[] {
  const visits = offers.filter((offer) => didWork(offer, doneBy) && (offer.assignedAt ?? '') <= at);
  const lastOf = (volunteerId: string) => visits.findLast((each) => each.volunteerId === volunteerId);
  return visits.filter((visit) => visit === lastOf(visit.volunteerId));
}

function didWork({ status, volunteerId }: Offer, doneBy: readonly string[]): boolean {
  return (isAssigned({ status }) || status === 'released') && doneBy.includes(volunteerId);
}

async function caseOf(ports: MatchingPorts, { event }: Delivery): Promise<ReportedCase> {
  const { state } = await ports.cases.load(event.stream);
  if (state.status === 'unreported') throw new Error(`${event.stream} was never reported`);
  return state;
}
