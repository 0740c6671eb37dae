import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { EsdbClient, EsdbPosition } from './esdb-client';
import { settingsOf } from './options';
import { Positions } from './positions';
import { StoredEvents } from './stored-events';
import { Subscription } from './subscription';

const positions = new Positions('0'.repeat(32));
const at = (offset: number): EsdbPosition => ({ commit: BigInt(offset), prepare: BigInt(offset) });
const recordAt = (offset: number) => ({
  event: {
    ...{ id: randomUUID(), streamId: 'case-1', revision: BigInt(offset - 1), type: 'NoteTaken' },
    ...{ data: Buffer.from('{}'), metadata: { recordedAt: 'then' }, position: at(offset) },
  },
});

/** A driver whose first subscription ends before what it has taken in is asked for. */
class BreakingDriver {
  readonly begunAfter: (EsdbPosition | undefined)[] = [];
  break: () => void = () => undefined;

  subscribe(
    after: EsdbPosition | undefined,
    _filter: unknown,
    onCheckpoint: (position: EsdbPosition) => void,
  ) {
    this.begunAfter.push(after);
    const stream = new Readable({ objectMode: true, read: () => undefined });
    for (const offset of [1, 2, 3]) if (offset > (after?.commit ?? 0n)) stream.push(recordAt(offset));
    this.break = () => {
      onCheckpoint(at(3));
      stream.destroy(Object.assign(new Error('planted'), { code: 'ECONNRESET' }));
    };
    return { stream, cancel: () => Promise.resolve() };
  }
}

describe('a checkpoint that has overtaken events that were never asked for', () => {
  it('does not count: the next subscription begins after the last event that was delivered', async () => {
    const driver = new BreakingDriver();
    const settings = settingsOf({ connectionString: '', backOffMs: { first: 1, max: 1 } });
    const log = {
      client: driver as unknown as EsdbClient,
      events: new StoredEvents('', positions),
      positions,
      settings,
    };
    const abort = new AbortController();
    const seen: number[] = [];
    for await (const { revision } of new Subscription(log, undefined, {}).events(abort.signal)) {
      seen.push(revision);
      if (revision === 0) driver.break();
      if (revision === 2) abort.abort();
    }
    expect(seen).toEqual([0, 1, 2]);
    expect(driver.begunAfter).toEqual([undefined, at(1)]);
  });
});
