import { postDefined, rulesOf, theOrganisation, theRules } from '../community.fixtures';
import { contextOf, foldOf, scenarioOf } from '../scenario.fixtures';
import { policyDecider } from './policy.decider';
import { PolicyDocument, policyEvents, type PolicyCommand, type PolicyEvent } from './policy.messages';
import { starterPolicy } from './starter-policy';

const given = scenarioOf(policyDecider, policyEvents, { rules: theRules });
const adopt = (version: number, document: PolicyDocument = starterPolicy): PolicyCommand => ({
  type: 'AdoptPolicy',
  data: { version, document },
});
const adopted = (version: number, document: PolicyDocument = starterPolicy): PolicyEvent => ({
  type: 'PolicyAdopted',
  data: { version, document },
});

describe('the policy', () => {
  it('begins as version 0, which nobody has adopted', () =>
    expect(policyDecider.initialState.version).toBe(0));

  it('is adopted version by version', () => {
    given().when(adopt(1)).thenRecords(adopted(1));
    given(adopted(1))
      .when(adopt(2, { ...starterPolicy, warnAtPercent: 50 }))
      .thenRecords(adopted(2, { ...starterPolicy, warnAtPercent: 50 }));
  });

  it.each([0, 1, 3, 7])('refuses version %i with other content after version 1', (version) =>
    given(adopted(1))
      .when(adopt(version, { ...starterPolicy, warnAtPercent: 50 }))
      .thenRefuses('PolicyVersionNotNext'),
  );

  it.each([
    ['transfer', 'post-left'],
    ['override', 'handler-unavailable'],
    ['release', 'volunteer-asked'],
    ['return', 'wrong-handler'],
  ] as const)('is never without the ground that services give for %s: %s', (of, ground) => {
    const grounds = {
      ...starterPolicy.grounds,
      [of]: starterPolicy.grounds[of].filter((each) => each !== ground),
    };
    given(adopted(1))
      .when(adopt(2, { ...starterPolicy, grounds }))
      .thenRefuses('GroundNeeded');
  });

  it.each([
    ['/dutyPostKind', { dutyPostKind: 'duty-dsk' }],
    ['/escalationPostKinds', { escalationPostKinds: ['secretary', 'duty-dsk'] }],
    [
      '/jointResolution/standInPostKinds/owners',
      {
        jointResolution: {
          ...starterPolicy.jointResolution,
          standInPostKinds: { ...starterPolicy.jointResolution.standInPostKinds, owners: ['duty-dsk'] },
        },
      },
    ],
  ] as const)('names no kind of post at %s that nobody has, and says which there are', (path, change) => {
    const command = adopt(2, { ...starterPolicy, ...(change as Partial<PolicyDocument>) });
    const state = foldOf(policyDecider, [adopted(1)]);
    expect(policyDecider.decide(command, state, contextOf({ rules: theRules }))).toEqual({
      refused: 'PostKindUnknown',
      facts: { path, kind: 'duty-dsk', known: expect.stringContaining('duty-desk, mediator') as string },
    });
  });

  it('names a kind of post that a post of the organisation or a category has', () => {
    const history = [...theOrganisation, postDefined('warden', 'home', 'night-warden')];
    const [category] = Object.values(theRules.catalogue.categories);
    const routed = category && { ...category, postKind: 'lift-warden' };
    const rules = {
      ...rulesOf(history),
      catalogue: { ...theRules.catalogue, categories: routed ? { [routed.category]: routed } : {} },
    };
    const kinds = { escalationPostKinds: ['night-warden', 'lift-warden'] };
    given(adopted(1))
      .when(adopt(2, { ...starterPolicy, ...kinds }), { rules })
      .thenTypes('PolicyAdopted');
  });

  const { grounds, offers, workWindows, jointResolution } = starterPolicy;
  const twice = ['cost', 'payer', 'cost'];
  const many = Array.from({ length: 101 }, (_, index) => `code-${index}`);
  const expiry = (minutes: object) => ({
    offers: { ...offers, expiryMinutes: { ...offers.expiryMinutes, ...minutes } },
  });
  const { standInPostKinds } = jointResolution;

  it.each<[string, Partial<PolicyDocument>, string, object]>([
    [
      'lists twice',
      { grounds: { ...grounds, keyRefusal: twice } },
      'PolicyListsTwice',
      { path: '/grounds/keyRefusal', code: 'cost' },
    ],
    [
      'lists twice who is climbed to',
      { escalationPostKinds: ['secretary', 'secretary'] },
      'PolicyListsTwice',
      { path: '/escalationPostKinds', code: 'secretary' },
    ],
    [
      'lists twice who stands in',
      {
        jointResolution: {
          ...jointResolution,
          standInPostKinds: { ...standInPostKinds, owners: ['secretary', 'secretary'] },
        },
      },
      'PolicyListsTwice',
      { path: '/jointResolution/standInPostKinds/owners', code: 'secretary' },
    ],
    [
      'lists twice who checks',
      { companyWorkCheckedBy: ['owners', 'owners'] },
      'PolicyListsTwice',
      { path: '/companyWorkCheckedBy', code: 'owners' },
    ],
    [
      'lists without end',
      { grounds: { ...grounds, decline: many } },
      'PolicyListTooLong',
      { path: '/grounds/decline', max: 100 },
    ],
    [
      'is without a ground of services',
      { grounds: { ...grounds, transfer: ['absence'] } },
      'GroundNeeded',
      { of: 'transfer', ground: 'post-left', path: '/grounds/transfer' },
    ],
    [
      'has nobody on duty',
      { dutyPostKind: 'key-household' },
      'DutyPostHeldByNobody',
      { path: '/dutyPostKind', kind: 'key-household' },
    ],
    [
      'waits for an answer until no work is possible',
      { ...expiry({ normal: 20_160 }), workWindows: { ...workWindows, days: 1 } },
      'NoTimeToAnswer',
      { path: '/offers/expiryMinutes/normal', minutes: 720 },
    ],
    [
      'waits as long as work is possible',
      expiry({ soon: 3600 }),
      'NoTimeToAnswer',
      { path: '/offers/expiryMinutes/soon', minutes: 3600 },
    ],
    [
      'never opens for work',
      { workWindows: { ...workWindows, days: 1, opensMinute: 1440, closesMinute: 0 } },
      'NoTimeToAnswer',
      { path: '/offers/expiryMinutes/normal', minutes: 0 },
    ],
  ])('that %s is not adopted, and hears where', (_what, change, refused, facts) => {
    const command = adopt(2, { ...starterPolicy, ...change });
    const state = foldOf(policyDecider, [adopted(1)]);
    expect(policyDecider.decide(command, state, contextOf({ rules: theRules }))).toEqual({ refused, facts });
  });

  it.each<[string, Partial<PolicyDocument>]>([
    ['another duty post that somebody holds', { dutyPostKind: 'mediator' }],
    ['a minute less than work is possible', expiry({ normal: 3599 })],
    ['a hundred codes', { referralBodies: many.slice(1) }],
    ['any time to answer what is urgent', expiry({ urgent: 20_160 })],
  ])('is adopted with %s', (_what, change) => {
    given(adopted(1))
      .when(adopt(2, { ...starterPolicy, ...change }))
      .thenTypes('PolicyAdopted');
  });

  it('keeps a duty post that nobody holds yet, or any longer', () =>
    given()
      .when(adopt(1), { rules: rulesOf([]) })
      .thenTypes('PolicyAdopted'));

  it('that was adopted before holds as it was, whatever is asked of the next one', () => {
    const old = {
      ...starterPolicy,
      grounds: { ...grounds, keyRefusal: twice, decline: many },
      dutyPostKind: 'gone',
    };
    expect(foldOf(policyDecider, [adopted(1, old)])).toEqual({ ...old, version: 1 });
  });

  it('takes the version in force again as no news', () => given(adopted(1)).when(adopt(1)).thenNothingNew());
});

describe('a document from before some part of it was thought of', () => {
  const {
    escalationPostKinds: _kinds,
    jointResolution: _joint,
    referralBodies: _bodies,
    ...rest
  } = starterPolicy;
  const { escalation: _hours, ...deadlineHours } = rest.deadlineHours;
  const { decline, return: returning, reopeningRefusal, override, release, transfer } = rest.grounds;
  const grounds = { decline, return: returning, reopeningRefusal, override, release, transfer };
  const early: PolicyDocument = { ...rest, deadlineHours, grounds };

  it('stays readable, and has the starter policy’s for what it leaves out', () => {
    expect(PolicyDocument.parse(early)).toEqual(early);
    expect(foldOf(policyDecider, [adopted(1, early)])).toEqual({ ...starterPolicy, version: 1 });
  });

  it('is no news again', () => given(adopted(1, early)).when(adopt(1, early)).thenNothingNew());
});

describe('the starter policy', () => {
  it('is a valid document', () => expect(PolicyDocument.parse(starterPolicy)).toEqual(starterPolicy));

  it('never gives the more urgent more time', () => {
    for (const { normal, soon, urgent } of [
      ...Object.values(starterPolicy.deadlineHours),
      starterPolicy.offers.expiryMinutes,
    ]) {
      expect(urgent).toBeLessThanOrEqual(soon);
      expect(soon).toBeLessThanOrEqual(normal);
    }
  });
});
