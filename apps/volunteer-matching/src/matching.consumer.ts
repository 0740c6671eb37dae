import type { CaseEventOf, CaseEventType } from '@threekeys/domain';
import { caseHandled, keysAwaited, newestSchemas, reworkOrdered } from '@threekeys/domain';
import type { Consumer, Reaction } from '@threekeys/messaging';
import { bookingReactions } from './booking.reaction';
import type { MatchingPorts } from './ports';
import { rankingReactions } from './ranking.reaction';

/** Types it knows and leaves alone: each is named, so that a new one is a decision. */
const ignores: readonly CaseEventType[] = [
  'CaseReported', 'CaseImported', 'ExternalNoteRecorded', 'RequesterJoined', 'CaseAccepted', 'CaseDeclined', 'CaseAnswered',
  'CaseHandledOnSpot', 'FactsVerified', 'ResponsibilityDetermined', 'SafetyMeasureTaken', 'CaseEscalated', 'RequesterAnswered', 'CaseFiled', 'WorkOrderAcknowledged', 'WorkOrderReturned', 'VolunteerOffered',
  'OfferDeclined', 'OfferExpired', 'VolunteerAssigned', 'VolunteerCheckedIn', 
  'AccountabilityTransferred', 'ContactAttempted', 'HandlingStarted', 'ProgressReported', 'ResultChecked', 'CaseHandled',
  'ReportAmended', 'VoidProposed', 'CaseVoided', 'CaseMerged', 'CaseArchived', 'CaseReferred', 'ReferralAnswered', 'SettlementRecorded', 'SettlementFailed', 'DisclosureConsented', 'JointResolutionConvened', 'PlanProposed', 'KeyTurned', 'KeyRefused', 'KeyTakenBack', 'KeyOverdue', 'StandInAppointed',
  'ReferredToOwnersAssembly', 'AssemblyDecided', 'JointResolutionFailed', 'FollowUpRecorded', 'CaseClosed', 'ReopeningRequested', 'ReopeningRefused', 'CaseReopened',
  'RequesterWithdrew', 'CaseWithdrawn', 'DeadlineWarned', 'DeadlineBreached',
]; // prettier-ignore

/** Ranks volunteers for orders that need some, and keeps their bookings. */
export function matchingConsumer(ports: MatchingPorts): Consumer {
  const ranking = rankingReactions(ports);
  const booking = bookingReactions(ports);
  /**
   * Others are looked for once: with the lock for whom the keys were waited for too long, with rework for whom it came too early.
   * The time of a visit that is over was served: its booking stands.
   */
  const whenSeatFreed: Reaction = async (delivery) => {
    const { reason = '' } = delivery.content.data as Partial<CaseEventOf<'VolunteerReleased'>['data']>;
    if (reason !== reworkOrdered) await booking.whenSeatLost(delivery);
    if (![keysAwaited, caseHandled, reworkOrdered].includes(reason)) await ranking.whenSeatFreed(delivery);
  };
  const whenOfferWithdrawn: Reaction = async (delivery) => {
    await booking.whenSeatLost(delivery);
    const { reason } = delivery.content.data as CaseEventOf<'OfferWithdrawn'>['data'];
    if (reason === 'booking-refused') await ranking.whenSeatFreed(delivery);
  };
  return {
    name: 'volunteer-matching',
    categories: ['case'],
    reactions: {
      ...ranking.reactions,
      ...booking.reactions,
      OfferWithdrawn: whenOfferWithdrawn,
      VolunteerReleased: whenSeatFreed,
      VolunteerNoShow: whenSeatFreed,
    },
    ignores,
    schemas: newestSchemas,
  };
}
