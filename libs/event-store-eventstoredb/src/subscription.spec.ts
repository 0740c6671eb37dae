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
    ...{ data: Buffer.from('{}'), metadata: { id: randomUUID(), recordedAt: 'then' }, position: at(offset) },
  },
});

/** More than are taken out of the driver's stream at once. */
const events = Array.from({ length: 70 }, (_, index) => index + 1);
const atOnce = 65;

const broken = () => Object.assign(new Error('planted'), { code: 'ECONNRESET' });

/** A driver whose first subscription ends before what it has taken in is asked for. */
class BreakingDriver {
  readonly begunAfter: (EsdbPosition | undefined)[] = [];
  break: () => void = () => undefined;

  /** @param barren so many subscriptions after the first end before they bring anything */
  constructor(private barren = 0) {}

  subscribe(
    after: EsdbPosition | undefined,
    _filter: unknown,
    onCheckpoint: (position: EsdbPosition) => void,
  ) {
    this.begunAfter.push(after);
    const stream = new Readable({ objectMode: true, read: () => undefined });
    const cancel = () => Promise.resolve();
    if (after !== undefined && this.barren-- > 0) {
      setImmediate(() => stream.destroy(broken()));
      return { stream, cancel };
    }
    for (const offset of events) if (offset > (after?.commit ?? 0n)) stream.push(recordAt(offset));
    this.break = () => {
      onCheckpoint(at(events.length));
      stream.destroy(broken());
    };
    return { stream, cancel };
  }
}

describe('a checkpoint that has overtaken events that were never asked for', () => {
  it('does not count: the next subscription begins after the last event that was delivered', async () => {
    const { driver, seen } = await follow(new BreakingDriver());
    expect(seen).toEqual(events.map((offset) => offset - 1));
    expect(driver.begunAfter).toEqual([undefined, at(atOnce)]);
  });

  it('does not count later either, where the next subscription breaks before it brings anything', async () => {
    const { driver, seen } = await follow(new BreakingDriver(1));
    expect(seen).toEqual(events.map((offset) => offset - 1));
    expect(driver.begunAfter).toEqual([undefined, at(atOnce), at(atOnce)]);
  });
});

describe('what a driver hands over one by one', () => {
  const stream = new Readable({ objectMode: true, read: () => undefined });
  const driver = { subscribe: () => ({ stream, cancel: () => Promise.resolve() }) };
  const abort = new AbortController();
  const pages = subscriptionTo(driver).pages(abort.signal)[Symbol.asyncIterator]();
  const next = async (): Promise<readonly number[] | undefined> => {
    const page = await pages.next();
    return page.done === true ? undefined : Array.from(page.value, ({ revision }) => revision);
  };

  it('comes as one page, where it came in one turn', async () => {
    const page = next();
    for (const offset of [1, 2, 3]) {
      stream.push(recordAt(offset));
      await new Promise((heard) => process.nextTick(heard));
    }
    expect(await page).toEqual([0, 1, 2]);
  });

  it('is not delivered after an abort in the turn in which it came', async () => {
    const page = next();
    setImmediate(() => abort.abort());
    stream.push(recordAt(4));
    expect(await page).toBeUndefined();
  });
});

function subscriptionTo(driver: object): Subscription {
  const settings = settingsOf({ connectionString: '', backOffMs: { first: 1, max: 1 } });
  const events = new StoredEvents('', positions);
  return new Subscription({ client: driver as EsdbClient, events, positions, settings }, undefined, {});
}

/** Until the last event is there. */
async function follow(driver: BreakingDriver): Promise<{ driver: BreakingDriver; seen: readonly number[] }> {
  const abort = new AbortController();
  const seen: number[] = [];
  for await (const page of subscriptionTo(driver).pages(abort.signal)) {
    for (const { revision } of page) {
      seen.push(revision);
      if (revision === 0) driver.break();
      if (revision === events.length - 1) abort.abort();
    }
  }
  return { driver, seen };
}
