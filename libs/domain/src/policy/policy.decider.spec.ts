import { theRules } from '../community.fixtures';
import { scenarioOf } from '../scenario.fixtures';
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

  it('takes the version in force again as no news', () => given(adopted(1)).when(adopt(1)).thenNothingNew());
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
