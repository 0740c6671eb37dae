import { caseEvents } from '../case/case.events';
import { theRules } from '../community.fixtures';
import { matchEvents } from '../match/match.messages';
import { organisationEvents } from '../organisation/organisation.messages';
import { newestSchemas } from '../newest-schemas';
import { volunteerEvents } from '../volunteer/volunteer.messages';
import { namingPolicy, withPolicyVersion } from './policy-version';

const schemas = { ...caseEvents, ...volunteerEvents, ...matchEvents };
const resting = Object.keys(schemas).filter((type) => 'policyVersion' in schemas[type]!.shape);

/** What they say was never made of anything that the policy decides. */
const neverOfPolicy = [
  'ExternalNoteRecorded', 'RequesterJoined', 'RequesterAnswered', 'FactsVerified', 'SafetyMeasureTaken',
  'WorkOrderAcknowledged', 'OfferAccepted', 'OfferDeclined', 'OfferExpired', 'OfferWithdrawn', 'VolunteerAssigned',
  'VolunteerCheckedIn', 'ContactAttempted', 'HandlingStarted', 'ProgressReported', 'ResultReported',
  'SettlementRecorded', 'DisclosureConsented', 'KeyTurned', 'KeyOverdue', 'ReferredToOwnersAssembly', 'AssemblyDecided',
  'RequesterWithdrew', 'CaseWithdrawn', 'DeadlineWarned', 'DeadlineBreached',
  'VolunteerRegistered', 'SkillsDeclared', 'InterestsDeclared', 'FreeTimeDeclared', 'StandingConsentGiven',
  'StandingConsentWithdrawn', 'BookingReleased', 'ServiceRecorded',
  'VolunteerPaused', 'VolunteerResumed', 'VolunteerLeft',
]; // prettier-ignore

describe('an event whose content came from the policy', () => {
  it('has a place for its version: every type is one or the other', () =>
    expect([...resting, ...neverOfPolicy].sort()).toEqual(Object.keys(schemas).sort()));

  it.each(resting)('%s names the version in force when it was decided', (type) => {
    const decide = namingPolicy(schemas, () => [{ type, data: {} }]);
    const context = { now: '', occurredAt: '', by: { id: 'clerk', role: 'intake-clerk' as const } };
    const policy = { ...theRules.policy, version: 4 };
    expect(decide({ type: '', data: {} }, undefined, { ...context, rules: { ...theRules, policy } })).toEqual(
      [{ type, data: { policyVersion: 4 } }],
    );
  });

  it('tells the starter policy, where none was adopted, as version 0', () => {
    const policy = { ...theRules.policy, version: 0 };
    expect(withPolicyVersion(schemas, [{ type: 'CaseDeclined', data: {} }], { policy })).toEqual([
      { type: 'CaseDeclined', data: { policyVersion: 0 } },
    ]);
  });

  it('leaves the others as they are', () =>
    expect(withPolicyVersion(schemas, [{ type: 'KeyTurned', data: {} }], theRules)).toEqual([
      { type: 'KeyTurned', data: {} },
    ]));
});

describe('a type that was given a field', () => {
  it('is one that exists', () => {
    const known = [...Object.keys(schemas), ...Object.keys(organisationEvents), 'PolicyAdopted'];
    expect(Object.keys(newestSchemas).filter((type) => !known.includes(type))).toEqual([]);
  });
});
