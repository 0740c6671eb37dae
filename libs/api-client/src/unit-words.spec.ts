import { durationWords, unitWords } from './unit-words';

describe('a number of the policy', () => {
  it.each([
    [480, 'minute-of-day', '08:00', '08:00'],
    [1440, 'minute-of-day', '24:00', '24:00'],
    [480, 'utc-offset', 'UTC+08:00', 'UTC+08:00'],
    [-210, 'utc-offset', 'UTC-03:30', 'UTC-03:30'],
    [168, 'hours', '7天', '7 days'],
    [720, 'minutes', '12小时', '12 hours'],
    [1, 'days', '1天', '1 day'],
    [75, 'percent', '75%', '75%'],
  ] as const)('%d as %s is %s', (value, unit, zh, en) => {
    expect([unitWords(value, unit, 'zh'), unitWords(value, unit, 'en')]).toEqual([zh, en]);
  });

  it.each([
    [0, '0分钟', '0 minutes'],
    [30, '30分钟', '30 minutes'],
    [1440, '24小时', '24 hours'],
    [168 * 60, '7天', '7 days'],
    [60 * 60 + 5, '2天12小时5分钟', '2 days 12 hours 5 minutes'],
  ])('of %d minutes is %s', (minutes, zh, en) => {
    expect([durationWords(minutes, 'zh'), durationWords(minutes, 'en')]).toEqual([zh, en]);
  });
});
