import { EventStoreError } from '@threekeys/event-store';
import { Problem } from '@threekeys/http';
import { pino } from 'pino';
import { FailureLog } from './failure-log';

describe('the log of requests that failed', () => {
  let lines: Record<string, unknown>[];
  let failures: FailureLog;

  beforeEach(() => {
    lines = [];
    const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
    failures = new FailureLog(pino({ base: null }, { write }));
  });

  const away = new EventStoreError('StoreUnavailable', 'connect ECONNREFUSED', {});
  const told = (correlationId: string) => ({ correlationId, status: 503 });

  it('has one line without a place while an engine is away, however many requests meet it', () => {
    for (const id of ['a', 'b', 'c']) failures.tell(away, told(id));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: 40, error: 'StoreUnavailable', correlationId: 'a' });
    expect(JSON.stringify(lines)).not.toMatch(/ECONNREFUSED|at .*\.ts/);
  });

  it('has a line for each thing that is away', () => {
    failures.tell(away, told('a'));
    failures.tell(new EventStoreError('StoreFull', '', {}), told('b'));
    expect(lines.map(({ error }) => error)).toEqual(['StoreUnavailable', 'StoreFull']);
  });

  it('has nothing of what is refused on purpose', () => {
    failures.tell(new Problem('views-behind'), told('a'));
    expect(lines).toEqual([]);
  });

  it('has every bug with its place, and none of its words', () => {
    for (const id of ['a', 'b']) failures.tell(new Error('王桂英'), { correlationId: id, status: 500 });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject({ level: 50, correlationId: 'b', err: { name: 'Error' } });
    expect(JSON.stringify(lines)).toContain('failure-log.spec.ts');
    expect(JSON.stringify(lines)).not.toContain('王桂英');
  });
});
