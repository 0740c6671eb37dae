import { theRules } from '../community.fixtures';
import { foldOf, scenarioOf } from '../scenario.fixtures';
import { volunteerDecider } from './volunteer.decider';
import {
  freeTimeDeclared,
  idOf,
  registration,
  volunteerLeft,
  volunteerRegistered,
} from './volunteer.fixtures';
import { volunteerEvents, type VolunteerCommand, type VolunteerEvent } from './volunteer.messages';

const given = scenarioOf(volunteerDecider, volunteerEvents, { rules: theRules });
const register = (differing: Partial<typeof registration> = {}): VolunteerCommand => ({
  type: 'RegisterVolunteer',
  data: { ...registration, ...differing },
});

describe('a registration', () => {
  it('is recorded once', () => {
    given().when(register()).thenRecords(volunteerRegistered);
    given(volunteerRegistered).when(register()).thenRefuses('VolunteerAlreadyRegistered');
  });

  it('names a place of the register, or one outside every compound', () => {
    given()
      .when(register({ compound: 'winter' }))
      .thenRefuses('CompoundUnknown');
    given()
      .when(register({ building: 'b77' }))
      .thenRefuses('BuildingUnknown');
    given()
      .when(register({ compound: 'constructor' }))
      .thenRefuses('CompoundUnknown');
    const outside = { ...registration, compound: 'outside' };
    given().when(register(outside)).thenRecords({ type: 'VolunteerRegistered', data: outside });
  });

  it('leaves an account with the volunteer who has it', () => {
    const data = { ...registration, account: 'dian' };
    const when = (accountTaken: boolean) =>
      given().when({ type: 'RegisterVolunteer', data: { ...data, accountTaken } });
    when(true).thenRefuses('AccountOfAnotherVolunteer');
    when(false).thenRecords({ type: 'VolunteerRegistered', data });
  });

  it('can be made again after leaving, and begins anew', () => {
    const skilled: VolunteerEvent = { type: 'SkillsDeclared', data: { skills: ['electrics'] } };
    given(volunteerRegistered, skilled, volunteerLeft).when(register()).thenRecords(volunteerRegistered);
    expect(
      foldOf(volunteerDecider, [volunteerRegistered, skilled, volunteerLeft, volunteerRegistered]),
    ).toMatchObject({ status: 'active', skills: [] });
  });
});

describe('who is not registered, or has left', () => {
  const commands: VolunteerCommand[] = [
    { type: 'DeclareSkills', data: { skills: [] } },
    { type: 'DeclareInterests', data: { interests: [] } },
    { type: 'DeclareFreeTime', data: { freeTime: { weekly: [], exceptions: [] } } },
    { type: 'GiveStandingConsent', data: { consentId: idOf(7), categories: ['errand'] } },
    { type: 'WithdrawStandingConsent', data: { consentId: idOf(7) } },
    {
      type: 'GrantCertificate',
      data: { certificateId: idOf(8), certificate: 'driver', until: '2027-01-01' },
    },
    { type: 'ExpireCertificate', data: { certificateId: idOf(8) } },
    { type: 'PauseVolunteer', data: {} },
    { type: 'ResumeVolunteer', data: {} },
  ];

  it.each(commands)('cannot $type', (command) => {
    given().when(command).thenRefuses('VolunteerNotRegistered');
    given(volunteerRegistered, volunteerLeft).when(command).thenRefuses('VolunteerHasLeft');
  });

  it('leaves once, and not at all without a registration', () => {
    given(volunteerRegistered).when({ type: 'LeaveVolunteering', data: {} }).thenRecords(volunteerLeft);
    given(volunteerRegistered, volunteerLeft).when({ type: 'LeaveVolunteering', data: {} }).thenNothingNew();
    given().when({ type: 'LeaveVolunteering', data: {} }).thenRefuses('VolunteerNotRegistered');
  });
});

describe('skills, interests and free time', () => {
  it('are kept sorted and without repetition; the same again is no news', () => {
    const declared: VolunteerEvent = { type: 'SkillsDeclared', data: { skills: ['driving', 'law'] } };
    given(volunteerRegistered)
      .when({ type: 'DeclareSkills', data: { skills: ['law', 'driving', 'law'] } })
      .thenRecords(declared);
    given(volunteerRegistered, declared)
      .when({ type: 'DeclareSkills', data: { skills: ['law', 'driving'] } })
      .thenNothingNew();
    given(volunteerRegistered)
      .when({ type: 'DeclareInterests', data: { interests: ['sports', 'errands'] } })
      .thenRecords({ type: 'InterestsDeclared', data: { interests: ['errands', 'sports'] } });
    given(volunteerRegistered)
      .when({
        type: 'DeclareFreeTime',
        data: {
          freeTime: {
            weekly: [9, 2, 9],
            exceptions: [
              { date: '2026-05-02', free: [3, 1] },
              { date: '2026-05-01', free: [] },
            ],
          },
        },
      })
      .thenRecords(
        freeTimeDeclared(
          [2, 9],
          [
            { date: '2026-05-01', free: [] },
            { date: '2026-05-02', free: [1, 3] },
          ],
        ),
      );
  });

  it('name a date once', () =>
    given(volunteerRegistered)
      .when({
        type: 'DeclareFreeTime',
        data: {
          freeTime: {
            weekly: [],
            exceptions: [
              { date: '2026-05-01', free: [] },
              { date: '2026-05-01', free: [1] },
            ],
          },
        },
      })
      .thenRefuses('FreeTimeDateTwice'));
});

describe('a standing consent', () => {
  const consent = { consentId: idOf(7), categories: ['errand'] };
  const consented: VolunteerEvent = { type: 'StandingConsentGiven', data: consent };

  it('is given once under its id and can be withdrawn', () => {
    given(volunteerRegistered).when({ type: 'GiveStandingConsent', data: consent }).thenRecords(consented);
    given(volunteerRegistered, consented)
      .when({ type: 'GiveStandingConsent', data: consent })
      .thenNothingNew();
    given(volunteerRegistered, consented)
      .when({ type: 'GiveStandingConsent', data: { ...consent, categories: ['lift'] } })
      .thenRefuses('IdAlreadyUsed');
    given(volunteerRegistered, consented)
      .when({ type: 'WithdrawStandingConsent', data: { consentId: idOf(7) } })
      .thenRecords({ type: 'StandingConsentWithdrawn', data: { consentId: idOf(7) } });
    given(volunteerRegistered)
      .when({ type: 'WithdrawStandingConsent', data: { consentId: idOf(7) } })
      .thenRefuses('ConsentUnknown');
  });
});

describe('a certificate', () => {
  const certificate = { certificateId: idOf(8), certificate: 'electrician', until: '2026-03-02' };
  const granted: VolunteerEvent = {
    type: 'CertificateGranted',
    data: { ...certificate, policyVersion: 1 },
  };
  const grant: VolunteerCommand = { type: 'GrantCertificate', data: certificate };
  const expire: VolunteerCommand = { type: 'ExpireCertificate', data: { certificateId: idOf(8) } };
  const expired: VolunteerEvent = {
    type: 'CertificateExpired',
    data: { certificateId: idOf(8), policyVersion: 1 },
  };

  it('holds up to and including its date, in local days', () => {
    const lastMinute = { now: '2026-03-02T15:59:00.000Z' };
    const nextDay = { now: '2026-03-02T16:00:00.000Z' };
    given(volunteerRegistered).when(grant, lastMinute).thenRecords(granted);
    given(volunteerRegistered).when(grant, nextDay).thenRefuses('CertificateAlreadyOver');
    given(volunteerRegistered, granted).when(expire, lastMinute).thenRefuses('CertificateStillValid');
    given(volunteerRegistered, granted).when(expire, nextDay).thenRecords(expired);
  });

  it('is granted once under its id and expires once', () => {
    given(volunteerRegistered, granted).when(grant).thenNothingNew();
    given(volunteerRegistered, granted)
      .when({ type: 'GrantCertificate', data: { ...certificate, until: '2027-01-01' } })
      .thenRefuses('IdAlreadyUsed');
    given(volunteerRegistered).when(expire).thenRefuses('CertificateUnknown');
    given(volunteerRegistered, granted, expired).when(expire).thenNothingNew();
  });
});

describe('a pause', () => {
  const until = '2026-03-05T00:00:00.000Z';
  const paused: VolunteerEvent = { type: 'VolunteerPaused', data: { until } };

  it('ends by its date or by word', () => {
    given(volunteerRegistered).when({ type: 'PauseVolunteer', data: { until } }).thenRecords(paused);
    given(volunteerRegistered, paused).when({ type: 'PauseVolunteer', data: { until } }).thenNothingNew();
    given(volunteerRegistered, paused)
      .when({ type: 'PauseVolunteer', data: {} })
      .thenRecords({ type: 'VolunteerPaused', data: {} });
    given(volunteerRegistered, paused)
      .when({ type: 'ResumeVolunteer', data: {} })
      .thenRecords({ type: 'VolunteerResumed', data: {} });
    given(volunteerRegistered).when({ type: 'ResumeVolunteer', data: {} }).thenNothingNew();
  });

  it('is not ended by a timer of another one, nor before its time', () => {
    const resume: VolunteerCommand = { type: 'ResumeVolunteer', data: { until } };
    const longer: VolunteerEvent = { type: 'VolunteerPaused', data: { until: '2026-04-01T00:00:00.000Z' } };
    const resumed: VolunteerEvent = { type: 'VolunteerResumed', data: {} };
    given(volunteerRegistered, paused).when(resume, { now: until }).thenRecords(resumed);
    given(volunteerRegistered, paused).when(resume).thenNothingNew();
    for (const other of [longer, { type: 'VolunteerPaused', data: {} } as const])
      given(volunteerRegistered, paused, other).when(resume, { now: until }).thenNothingNew();
    given(volunteerRegistered, paused, resumed).when(resume, { now: until }).thenNothingNew();
  });

  it('does not end before it begins', () =>
    given(volunteerRegistered)
      .when({ type: 'PauseVolunteer', data: { until: '2026-03-01T00:00:00.000Z' } })
      .thenRefuses('PauseAlreadyOver'));
});
