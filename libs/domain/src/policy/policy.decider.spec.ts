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
