import { dayWords, spanWords, whenWords } from './local-time';

const now = '2026-11-26T15:30:00.000Z'; // 23:30 in China
const zh = { language: 'zh', offsetMinutes: 480 } as const;
const en = { language: 'en', offsetMinutes: 480 } as const;

describe('a time in local words', () => {
  it.each([
    ['2026-11-26T15:45:00.000Z', '今天 23:45', 'today 23:45'],
    ['2026-11-26T16:05:00.000Z', '明天 00:05', 'tomorrow 00:05'],
    ['2026-11-25T15:59:00.000Z', '昨天 23:59', 'yesterday 23:59'],
    ['2026-11-29T01:00:00.000Z', '11月29日 09:00', '29 Nov 09:00'],
  ])('says of %s: %s', (instant, inChinese, inEnglish) => {
    expect(whenWords(instant, now, zh)).toBe(inChinese);
    expect(whenWords(instant, now, en)).toBe(inEnglish);
  });

  it.each([
    ['2026-11-26T15:29:50.000Z', '1分钟', '1 minute'],
    ['2026-11-26T12:20:00.000Z', '3小时', '3 hours'],
    ['2026-11-23T15:00:00.000Z', '3天', '3 days'],
  ])('says how long ago %s is: %s', (instant, inChinese, inEnglish) => {
    expect(spanWords(instant, now, zh)).toBe(inChinese);
    expect(spanWords(instant, now, en)).toBe(inEnglish);
  });

  it('names a day', () => {
    expect([dayWords(now, zh), dayWords(now, en)]).toEqual(['11月26日', '26 Nov']);
  });

  it.each([
    [345, 'today 21:15', '26 Nov'],
    [840, 'tomorrow 05:30', '27 Nov'],
    [-300, 'today 10:30', '26 Nov'],
  ])('is that of the community, %d minutes east of UTC', (offsetMinutes, when, day) => {
    const there = { ...en, offsetMinutes };
    const instant = '2026-11-26T15:30:00.000Z';
    expect(whenWords(instant, '2026-11-26T09:00:00.000Z', there)).toBe(when);
    expect(dayWords(instant, there)).toBe(day);
  });
});
