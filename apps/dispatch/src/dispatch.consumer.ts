import type { CaseEventType, MatchEvent, OrganisationEvent, VolunteerEvent } from '@threekeys/domain';
import { newestSchemas } from '@threekeys/domain';
import type { Consumer } from '@threekeys/messaging';
import { caseReactions } from './case.reaction';
import { matchReactions } from './match.reaction';
import { organisationReactions } from './organisation.reaction';
import type { DispatchPorts } from './ports';
import { correctionReactions } from './taken-back';
import { volunteerReactions } from './volunteer.reaction';

type Heard = CaseEventType | MatchEvent['type'] | VolunteerEvent['type'] | OrganisationEvent['type'];

/** Types it knows and leaves alone: each is named, so that a new one is a decision. */
const ignores: readonly Heard[] = [
  'CaseReported', 'CaseImported', 'ExternalNoteRecorded', 'RequesterJoined', 'CaseDeclined', 'CaseAnswered',
  'CaseHandledOnSpot', 'FactsVerified', 'ResponsibilityDetermined', 'SafetyMeasureTaken', 'CaseEscalated', 'WorkOrderDispatched', 'WorkOrderAcknowledged', 'WorkOrderReassigned', 'VolunteerOffered',
  'OfferAccepted', 'VolunteerReleased', 'VolunteerCheckedIn', 'VolunteerNoShow', 'VolunteersExhausted',
  'AccountabilityTransferred', 'HandlingStarted', 'ProgressReported', 'ResultReported', 'ResultChecked',
  'VoidProposed', 'CaseVoided', 'CaseMerged', 'CaseArchived', 'CaseReferred', 'SettlementRecorded', 'SettlementFailed', 'DisclosureConsented', 'JointResolutionConvened', 'PlanProposed', 'KeyTurned', 'KeyRefused', 'KeyTakenBack', 'KeyOverdue', 'StandInAppointed',
  'ReferredToOwnersAssembly', 'AssemblyDecided', 'CaseClosed', 'ReopeningRequested', 'ReopeningRefused', 'CaseWithdrawn', 'DeadlineWarned', 'DeadlineBreached',
  'VolunteerRegistered', 'SkillsDeclared', 'InterestsDeclared', 'FreeTimeDeclared', 'StandingConsentGiven',
  'StandingConsentWithdrawn', 'CertificateGranted', 'CertificateExpired', 'ServiceRecorded', 'VolunteerPaused',
  'VolunteerResumed', 'VolunteerLeft', 'UnitDefined', 'UnitRenamed', 'UnitClosed', 'PostDefined', 'RoleGranted', 'RoleRevoked',
]; // prettier-ignore

/** Brings an accepted case to a booked volunteer or a named handler, and a heard one to its close. */
export function dispatchConsumer(ports: DispatchPorts): Consumer {
  return {
    name: 'dispatch',
    categories: ['case', 'match', 'volunteer', 'organisation'],
    reactions: {
      ...caseReactions(ports),
      ...correctionReactions(ports),
      ...matchReactions(ports),
      ...volunteerReactions(ports),
      ...organisationReactions(ports),
    },
    ignores,
    schemas: newestSchemas,
  };
}
