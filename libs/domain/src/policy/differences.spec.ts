import { z } from 'zod';
import { differencesOf, namesOf, valuesOf } from './differences';
import { PolicyDocument } from './policy.messages';
import { starterPolicy } from './starter-policy';

describe('the differences between two versions of the policy', () => {
  it('are none between two that say the same, however much one leaves to the starter policy', () => {
    const { referralBodies: _bodies, jointResolution: _joint, ...early } = starterPolicy;
    expect(differencesOf(early, starterPolicy)).toEqual([]);
    expect(differencesOf(starterPolicy, { ...starterPolicy, version: 7 } as PolicyDocument)).toEqual([]);
  });

  it('name each value that is decided otherwise, where it stands and what it is about', () => {
    const { deadlineHours, grounds } = starterPolicy;
    const later: PolicyDocument = {
      ...starterPolicy,
      deadlineHours: { ...deadlineHours, handling: { ...deadlineHours.handling, urgent: 12 } },
      grounds: { ...grounds, keyRefusal: ['cost', 'scope'] },
      defaultUrgency: 'soon',
    };
    expect(differencesOf(starterPolicy, later)).toEqual([
      {
        path: '/deadlineHours/handling/urgent',
        names: { zh: '时限（小时） · 办理 · 紧急', en: 'Deadlines (hours) · handling · urgent' },
        before: 24,
        after: 12,
      },
      {
        path: '/grounds/keyRefusal',
        names: { zh: '理由 · 不同意转钥匙', en: 'Grounds · refusing a key' },
        before: ['cost', 'payer', 'scope', 'quality', 'term', 'not-common'],
        after: ['cost', 'scope'],
      },
      {
        path: '/defaultUrgency',
        names: { zh: '默认紧急程度', en: 'Urgency by default' },
        before: 'normal',
        after: 'soon',
      },
    ]);
  });

  it('see another order of the same codes', () => {
    const reversed = [...starterPolicy.escalationPostKinds].reverse();
    const [only, ...others] = differencesOf(starterPolicy, {
      ...starterPolicy,
      escalationPostKinds: reversed,
    });
    expect(only).toMatchObject({ path: '/escalationPostKinds', after: reversed });
    expect(others).toEqual([]);
  });
});

describe('the names of what the policy decides', () => {
  const paths = pathsOf(PolicyDocument);

  it('are there for every value of the schema, in both languages', () => {
    expect(paths.length).toBeGreaterThan(50);
    const unnamed = paths.filter((path) =>
      namesOf(path)
        .zh.split(' · ')
        .some((name) => !/\p{Script=Han}/u.test(name)),
    );
    expect(unnamed).toEqual([]);
  });

  it('leave no value of the starter policy out', () =>
    expect([...valuesOf(starterPolicy).keys()].sort()).toEqual([...paths].sort()));
});

/** Every value that the schema knows: a new field is one more of them. */
function pathsOf(schema: z.ZodType, path = ''): readonly string[] {
  if (schema instanceof z.ZodOptional) return pathsOf(schema.unwrap() as z.ZodType, path);
  if (!(schema instanceof z.ZodObject)) return [path];
  return Object.entries(schema.shape as z.ZodRawShape).flatMap(([key, member]) =>
    pathsOf(member as z.ZodType, `${path}/${key}`),
  );
}
