import type { GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { Positions, SqliteEventStore } from '@threekeys/event-store-sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLogFile } from '../../embedded-log-file';
import { SimulatedClock } from '../simulated-clock';
import { HeardLog } from './heard-log';
import { Leaves } from './leaves.fixtures';

const directory = mkdtempSync(join(tmpdir(), 'threekeys-heard-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Compared as text, which is much faster than thousands of buffers. */
const textOf = ({ stream, revision, leafHash, position, bytes }: RecordedEvent): string =>
  [stream, revision, leafHash, position, bytes.toString()].join(' ');

async function listed(events: AsyncIterable<RecordedEvent>): Promise<readonly RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe('a log that answers before it has written', () => {
  const clock = new SimulatedClock('2026-01-01T00:00:00.000Z');
  const leaves = new Leaves();
  let [file, log] = [] as unknown as [SqliteEventStore, HeardLog];
  const positions: GlobalPosition[] = [];

  beforeAll(async () => {
    const writer = await openLogFile(directory, clock.now());
    file = await SqliteEventStore.open(directory, { readOnly: true });
    log = new HeardLog({ file, positions: new Positions(file.storeId, () => Infinity), writer, clock });
  });

  const say = async (stream: string): Promise<void> => {
    const leaf = leaves.next(stream, { type: 'Said', data: { words: '三把钥匙\n' } });
    const { revision, prev: leafHash } = leaf;
    const head = revision === 0 ? 'no-stream' : { revision: revision - 1, leafHash };
    positions.push((await log.append(stream, head, [leaf])).position);
  };

  it('gives what was just recorded, of one stream and of all', async () => {
    for (const stream of ['thing-1', 'other-2', 'thing-1']) await say(stream);
    expect((await file.head()).size).toBe(0);
    expect(log.take().map(({ recorded }) => recorded.stream)).toEqual(['thing-1', 'other-2', 'thing-1']);
    expect((await listed(log.readStream('thing-1'))).map(({ revision }) => revision)).toEqual([0, 1]);
    const others = await listed(log.readAll(positions[0], { categories: ['other'] }));
    expect(others.map(({ position }) => position)).toEqual([positions[1]]);
    expect(await log.end()).toBe(positions[2]);
  });

  it('has no stream that was not begun, and takes no event out of its turn', async () => {
    await expect(listed(log.readStream('thing-9'))).rejects.toMatchObject({ code: 'StreamNotFound' });
    const late = leaves.next('thing-7', { type: 'Said', data: {} });
    const head = { revision: 4, leafHash: late.prev };
    await expect(log.append('thing-7', head, [late])).rejects.toMatchObject({
      code: 'WrongExpectedRevision',
    });
  });

  it('tells who follows it what they asked for', async () => {
    const stopping = new AbortController();
    const heard: string[] = [];
    const following = (async () => {
      for await (const { stream } of log.subscribe(
        positions[2],
        { categories: ['other'] },
        stopping.signal,
      )) {
        heard.push(stream);
        if (heard.length === 2) stopping.abort();
      }
    })();
    for (const stream of ['other-2', 'thing-3', 'other-4']) await say(stream);
    await following;
    expect(heard).toEqual(['other-2', 'other-4']);
  });

  it('is, when it is closed, in its file what it was: events, order and places', async () => {
    for (let i = 0; i < 9000; i++) await say(`thing-${String(i % 700)}-more`);
    const old = await listed(log.readStream('thing-0-more'));
    const all = await listed(log.readAll());
    const { root, size } = await log.head();
    await log.close();
    await file.close();
    const again = await SqliteEventStore.open(directory, { readOnly: true });
    const stored = await listed(again.readAll());
    expect(stored.map(({ position }) => position)).toEqual(positions);
    expect(all.map(textOf).join('\n') === stored.map(textOf).join('\n')).toBe(true);
    expect(old.map(textOf)).toEqual((await listed(again.readStream('thing-0-more'))).map(textOf));
    expect(await again.head()).toMatchObject({ root, size });
    expect(again.anchorState).toMatchObject({ status: 'matches', anchor: { size, root } });
    await again.close();
  });
});
