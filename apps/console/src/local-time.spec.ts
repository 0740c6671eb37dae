import { dayWords, spanWords, whenWords } from './local-time';

const now = '2026-11-26T15:30:00.000Z'; // 23:30 in the community

describe('a time in local words', () => {
  it.each([
    ['2026-11-26T15:45:00.000Z', '今天 23:45', 'today 23:45'],
    ['2026-11-26T16:05:00.000Z', '明天 00:05', 'tomorrow 00:05'],
    ['2026-11-25T15:59:00.000Z', '昨天 23:59', 'yesterday 23:59'],
    ['2026-11-29T01:00:00.000Z', '11月29日 09:00', '29 Nov 09:00'],
  ])('says of %s: %s', (instant, zh, en) => {
    expect(whenWords(instant, now, 'zh')).toBe(zh);
    expect(whenWords(instant, now, 'en')).toBe(en);
  });

  it.each([
    ['2026-11-26T15:29:50.000Z', '1分钟', '1 minute'],
    ['2026-11-26T12:20:00.000Z', '3小时', '3 hours'],
    ['2026-11-23T15:00:00.000Z', '3天', '3 days'],
  ])('says how long ago %s is: %s', (instant, zh, en) => {
    expect(spanWords(instant, now, 'zh')).toBe(zh);
    expect(spanWords(instant, now, 'en')).toBe(en);
  });

  it('names a day', () => {
    expect([dayWords(now, 'zh'), dayWords(now, 'en')]).toEqual(['11月26日', '26 Nov']);
  });
});
