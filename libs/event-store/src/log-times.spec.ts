import { LogTimes } from './log-times';

describe('the times of a log, in global order', () => {
  const problemsOf = (...times: readonly string[]) => {
    const log = new LogTimes();
    return times.flatMap((time) => log.take(`2026-03-01T${time}.000Z`));
  };

  it('may overtake each other by what clocks differ', () => {
    expect(problemsOf('08:00:00', '08:05:00', '08:00:00', '08:05:01', '08:00:01')).toEqual([]);
  });

  it('are wrong where an event is older than what the log held, told once for each step back', () => {
    expect(problemsOf('08:00:00', '09:00:00', '08:54:59', '08:55:00', '09:00:01', '08:00:00')).toEqual([
      expect.stringMatching(/^recorded at .*08:54:59.*, though the log held an event of .*09:00:00/),
      expect.stringMatching(/^recorded at .*08:00:00.*, though the log held an event of .*09:00:01/),
    ]);
  });

  it('show the next step back also after one from far ahead', () => {
    const log = new LogTimes();
    const told = ['2099-01-01', '2026-03-02', '2026-03-01'].map(
      (day) => log.take(`${day}T08:00:00.000Z`).length,
    );
    expect(told).toEqual([0, 1, 1]);
  });
});
