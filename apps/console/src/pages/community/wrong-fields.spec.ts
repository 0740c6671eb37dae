import { policyTerms, starterPolicy } from '@threekeys/domain';
import { ServerSaidNo } from '../../api';
import { en } from '../../messages/en';
import { draftOf, fieldsOf, keyOf } from './policy-form';
import { refusedIn, wrongIn } from './wrong-fields';

const fields = fieldsOf(policyTerms);
const said = (wrong: ReturnType<typeof wrongIn>) => [...wrong].map(([field, words]) => [keyOf(field), words]);

describe('fields of the policy', () => {
  it('are wrong by what they take, with that in words', () => {
    const draft = {
      ...draftOf(fields, starterPolicy),
      'grounds/keyRefusal': 'cost\ncost',
      warnAtPercent: '100',
    };
    expect(said(wrongIn(fields, draft, en))).toEqual([
      ['warnAtPercent', 'a whole number from 1 to 99'],
      ['grounds/keyRefusal', expect.stringContaining('none twice')],
    ]);
  });

  it('are wrong by what the server has refused, where it says at which value', () => {
    const facts = { path: '/dutyPostKind', kind: 'key-household' };
    const refused = new ServerSaidNo(409, { detail: 'Nobody holds it.', facts });
    expect(said(refusedIn(fields, refused))).toEqual([['dutyPostKind', 'Nobody holds it.']]);
    expect(said(refusedIn(fields, new ServerSaidNo(409, { detail: 'Another version.' })))).toEqual([]);
    expect(said(refusedIn(fields, null))).toEqual([]);
  });
});
