import type {
  Case,
  CaseCommand,
  CaseEvent,
  Installation,
  InstallationCommand,
  InstallationEvent,
  Match,
  MatchCommand,
  MatchEvent,
  Volunteer,
  VolunteerCommand,
  VolunteerEvent,
} from '@threekeys/domain';
import {
  caseDecider,
  caseEvents,
  installationDecider,
  installationEvents,
  matchDecider,
  matchEvents,
  newestSchemas,
  volunteerDecider,
  volunteerEvents,
} from '@threekeys/domain';
import type { Aggregate } from './aggregate';

/** CASE rule 15: an earlier time is believed within the policy's bound; only an import has none. */
export const caseAggregate: Aggregate<Case, CaseCommand, CaseEvent> = {
  decider: caseDecider,
  events: caseEvents,
  schemas: newestSchemas,
  unboundedOccurredAt: ({ type }) => type === 'ImportCase' || type === 'RecordExternalNote',
};

export const volunteerAggregate: Aggregate<Volunteer, VolunteerCommand, VolunteerEvent> = {
  decider: volunteerDecider,
  events: volunteerEvents,
  schemas: newestSchemas,
};

/** A ranking weighs 50 KB in memory, and is seldom looked at once its offers are out. */
export const matchAggregate: Aggregate<Match, MatchCommand, MatchEvent> = {
  decider: matchDecider,
  events: matchEvents,
  foldsMax: 200,
};

export const installationAggregate: Aggregate<Installation, InstallationCommand, InstallationEvent> = {
  decider: installationDecider,
  events: installationEvents,
};
