import { namesOf, policyTerms } from '@threekeys/domain';
import { differenceWords } from './policy-words';

const of = (path: string, before: unknown, after: unknown) => {
  const term = policyTerms.find((each) => each.path === path);
  const unit = term?.kind === 'number' ? term.unit : undefined;
  const difference = { path, names: namesOf(path), before, after } as Parameters<typeof differenceWords>[0];
  return (['zh', 'en'] as const).map((language) => differenceWords(difference, unit, language));
};

describe('what two versions of the policy say differently', () => {
  it.each([
    [
      ...(['/deadlineHours/handling/urgent', 24, 72] as const),
      ['时限 · 办理 · 紧急: 24小时 → 3天', 'Deadlines · handling · urgent: 24 hours → 3 days'],
    ],
    [
      ...(['/offers/expiryMinutes/normal', 720, 90] as const),
      [
        '征询接单 · 答复期限 · 一般: 12小时 → 1小时30分钟',
        'Offers to volunteers · time to answer · normal: 12 hours → 1 hour 30 minutes',
      ],
    ],
    [
      ...(['/workWindows/closesMinute', 1080, 1200] as const),
      ['上门时段 · 每日结束: 18:00 → 20:00', 'Times of work · ends at this minute of the day: 18:00 → 20:00'],
    ],
    [
      ...(['/timeZoneOffsetMinutes', 480, -210] as const),
      [
        '时区（比世界时早的分钟数）: UTC+08:00 → UTC-03:30',
        'Time zone (minutes east of UTC): UTC+08:00 → UTC-03:30',
      ],
    ],
    [
      ...(['/onSpotCheckPercent', 10, 20] as const),
      ['当场办结抽查: 10% → 20%', 'On-the-spot cases checked: 10% → 20%'],
    ],
  ])('is told by what it counts: %s', (path, before, after, words) =>
    expect(of(path, before, after)).toEqual(words),
  );

  it('is told as it is where it counts nothing, with the points that its name says', () => {
    expect(of('/ranking/interest/some', 20, 30)[1]).toBe(
      'Ranking of volunteers (points) · interests · some shared: 20 → 30',
    );
    expect(of('/scoreMax', undefined, 5)[1]).toBe('Highest score: — → 5');
  });

  it('is told of a list by what it gained and lost, else by its order', () => {
    expect(of('/grounds/void', ['a', 'b'], ['b', 'c'])[1]).toBe('Grounds · voiding: −a +c');
    expect(of('/grounds/void', ['a', 'b'], ['b', 'a'])[1]).toBe('Grounds · voiding: a, b → b, a');
  });
});
