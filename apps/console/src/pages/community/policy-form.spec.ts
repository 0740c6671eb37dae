import { policyTerms, starterPolicy } from '@threekeys/domain';
import { en } from '../../messages/en';
import { changesBetween } from './entries';
import { draftOf, fieldsOf, filledDocument, isRight, keyOf } from './policy-form';

const fields = fieldsOf(policyTerms);
const draft = draftOf(fields, starterPolicy);
const field = (key: string) => {
  const found = fields.find((each) => keyOf(each) === key);
  if (!found) throw new Error(`no field ${key}`);
  return found;
};

describe('the form of the policy', () => {
  it('has every value of the starter policy, each right as it stands', () => {
    expect(fields.length).toBeGreaterThan(40);
    expect(fields.filter((each) => !isRight(each, draft[keyOf(each)] ?? ''))).toEqual([]);
  });
  it('gives back the document that it was made from', () =>
    expect(filledDocument(fields, draft)).toEqual(starterPolicy));
  it.each([
    ['warnAtPercent', '100', false],
    ['warnAtPercent', '', false],
    ['warnAtPercent', '7.5', false],
    ['onSpotCheckPercent', '0', true],
    ['deadlineHours/handling/normal', '8785', false],
    ['timeZoneOffsetMinutes', '-12:00', true],
    ['timeZoneOffsetMinutes', '-12:01', false],
    ['workWindows/opensMinute', '07:30', true],
    ['workWindows/closesMinute', '24:00', true],
    ['workWindows/closesMinute', '24:01', false],
    ['workWindows/closesMinute', '1200', false],
    ['grounds/decline', ' ', false],
    ['grounds/decline', 'not-ours\nno-matter', true],
    ['grounds/decline', 'Not Ours', false],
    ['grounds/decline', 'not-ours\nno-matter\nnot-ours', false],
    ['escalationPostKinds', '', true],
    ['defaultUrgency', 'later', false],
  ])('takes %s = “%s”: %s', (key, text, right) => expect(isRight(field(key), text)).toBe(right));
  it('takes of kinds of post those that there are', () => {
    const options = ['duty-desk', 'secretary'];
    const kinds = { ...field('escalationPostKinds'), options } as ReturnType<typeof field>;
    expect(isRight(kinds, 'secretary\nduty-desk')).toBe(true);
    expect(isRight(kinds, 'secretary\nduty-dsk')).toBe(false);
    const one = { ...field('dutyPostKind'), options } as ReturnType<typeof field>;
    expect([isRight(one, 'duty-desk'), isRight(one, 'duty-dsk')]).toEqual([true, false]);
  });
  it('has a label for every value', () => {
    const unnamed = fields.filter(({ at }) => !((at[0] ?? '') in en.community.fields));
    expect(unnamed).toEqual([]);
  });
});

describe('two versions', () => {
  it('differ in what one says otherwise, and what one says alone', () => {
    const { escalationPostKinds: _, ...older } = { ...starterPolicy, warnAtPercent: 60 };
    expect(changesBetween(older, starterPolicy)).toEqual([
      { path: ['warnAtPercent'], before: 60, after: 75 },
      { path: ['escalationPostKinds'], before: undefined, after: starterPolicy.escalationPostKinds },
    ]);
  });
  it('that say the same do not differ', () =>
    expect(changesBetween(starterPolicy, structuredClone(starterPolicy))).toEqual([]));
});
