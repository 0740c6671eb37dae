import { differencesOf, policyTerms, starterPolicy } from '@threekeys/domain';
import type { PolicyVersion } from '../../types';
import { newGrounds, withGrounds } from './new-grounds';
import { draftOf, fieldsOf } from './policy-form';

const { grounds } = starterPolicy;
const older = {
  ...starterPolicy,
  warnAtPercent: 60,
  grounds: {
    ...grounds,
    keyRefusal: ['too-loud', 'cost'],
    return: grounds.return.filter((each) => each !== 'wrong-handler'),
  },
};
const differences = differencesOf(starterPolicy, older) as PolicyVersion['differences'];

describe('grounds that a newer starter policy has', () => {
  it('are those that the policy in force lacks, and nothing else that it decides otherwise', () =>
    expect(newGrounds(differences)).toEqual([
      { path: ['grounds', 'return'], codes: ['wrong-handler'] },
      {
        path: ['grounds', 'keyRefusal'],
        codes: ['payer', 'scope', 'quality', 'term', 'not-common', 'not-signed'],
      },
    ]));

  it('stand in the draft behind its own, each once', () => {
    const draft = withGrounds(draftOf(fieldsOf(policyTerms), older), newGrounds(differences));
    expect(draft['grounds/return']?.split('\n')).toEqual([...older.grounds.return, 'wrong-handler']);
    expect(draft['grounds/keyRefusal']?.split('\n').slice(0, 3)).toEqual(['too-loud', 'cost', 'payer']);
    expect(draft['grounds/void']).toBe(grounds.void.join('\n'));
    expect(withGrounds(draft, newGrounds(differences))).toEqual(draft);
  });

  it('are none where the policy has them all', () => expect(newGrounds([])).toEqual([]));
});
