import { differencesOf, namesOf, valuesOf } from './differences';
import type { PolicyDocument } from './policy.messages';
import { policyTerms } from './policy-terms';
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
        before: ['cost', 'payer', 'scope', 'quality', 'term', 'not-common', 'not-signed'],
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

describe('what each value of the policy may be', () => {
  const termAt = (path: string) => policyTerms.find((each) => each.path === path);

  it('is what its schema takes', () => {
    expect(termAt('/deadlineHours/handling/urgent')).toMatchObject({ kind: 'number', min: 1, max: 8784 });
    expect(termAt('/timeZoneOffsetMinutes')).toMatchObject({ min: -720, max: 840 });
    expect(termAt('/workWindows/opensMinute')).toMatchObject({ max: 1440, unit: 'minute-of-day' });
    expect(termAt('/checkInHoursBefore')).toMatchObject({ min: 0, max: 336, unit: 'hours' });
    expect(termAt('/scoreMax')).not.toHaveProperty('unit');
    expect(termAt('/grounds/decline')).toMatchObject({ kind: 'codes', mayBeEmpty: false });
    expect(termAt('/companyWorkCheckedBy')).toMatchObject({ kind: 'codes', mayBeEmpty: true });
    expect(termAt('/defaultUrgency')).toMatchObject({ options: ['normal', 'soon', 'urgent'] });
    expect(termAt('/dutyPostKind')).toEqual({ kind: 'code', path: '/dutyPostKind' });
  });

  it('counts what its name says that it counts', () => {
    const units = {
      Hours: 'hours',
      Minutes: 'minutes',
      Days: 'days',
      Percent: 'percent',
      Minute: 'minute-of-day',
    };
    /** An offset, and points for how long ago somebody was asked. */
    const otherwise = /^\/(timeZone|ranking\/recency)/;
    const said = policyTerms.flatMap((term) => {
      const [, name] = /(Hours|Minutes|Days|Percent|Minute)(?![a-z])/.exec(term.path) ?? [];
      const unit = units[name as keyof typeof units] as string | undefined;
      return unit === undefined || otherwise.test(term.path) ? [] : [[term, unit] as const];
    });
    expect(said.length).toBeGreaterThan(25);
    for (const [term, unit] of said) expect(term).toMatchObject({ unit });
  });
});

describe('the names of what the policy decides', () => {
  const paths = policyTerms.map(({ path }) => path);

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
