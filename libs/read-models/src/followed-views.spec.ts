import type { GlobalPosition } from '@threekeys/event-store';
import { MemoryEventStore } from '@threekeys/event-store';
import type { Change } from './announcements';
import { FollowedViews, LatestOnBoard } from './followed-views';
import type { PositionBoard } from './followed-views';
import { LogWriter } from './log.fixtures';

class Board implements PositionBoard {
  reads = 0;
  fails = 0;
  readonly written: GlobalPosition[] = [];
  at: GlobalPosition | undefined;

  read(): Promise<GlobalPosition | undefined> {
    this.reads += 1;
    if (this.fails-- > 0) return Promise.reject(new Error('not there'));
    return Promise.resolve(this.at);
  }

  async write(position: GlobalPosition): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    this.written.push(position);
  }
}

describe('views that another process keeps', () => {
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => void failures.push(error);
  let [store, board] = [new MemoryEventStore(), new Board()];
  let writer = new LogWriter(store);
  let views = new FollowedViews({ store, board, onFailure });

  beforeEach(() => {
    failures.length = 0;
    [store, board] = [new MemoryEventStore(), new Board()];
    writer = new LogWriter(store);
    views = new FollowedViews({ store, board, onFailure });
  });
  afterEach(() => views.stop());

  const write = (stream: string) => writer.append(stream, { type: 'Counted', data: {} });
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('are waited for until the board says that they are there', async () => {
    const position = await write('case-a');
    const reached = views.waitFor(position, 2000);
    await pause(40);
    board.at = position;
    expect(await reached).toBe(true);
    expect(views.position).toBe(position);
    expect(await views.waitFor(position, 0)).toBe(true);
  });

  it('are late after the time, and a board that fails is read again', async () => {
    const position = await write('case-a');
    board.fails = 1;
    expect(await views.waitFor(position, 50)).toBe(false);
    expect(failures).toHaveLength(1);
    board.at = position;
    expect(await views.waitFor(position, 3000)).toBe(true);
  });

  it('are looked at by nobody while nobody waits', async () => {
    const position = await write('case-a');
    board.at = position;
    await views.waitFor(position, 1000);
    const { reads } = board;
    await pause(150);
    expect(board.reads).toBeLessThanOrEqual(reads + 1);
  });

  it('tell of each stream that has changed since, once, by its last event', async () => {
    board.at = await write('case-before');
    const heard: Change[] = [];
    const stop = views.onChange((change) => heard.push(change));
    await pause(150);
    await write('case-a');
    await write('case-b');
    const position = await write('case-a');
    await write('case-not-yet');
    board.at = position;
    await pause(250);
    expect(heard.map(({ stream, revision }) => [stream, revision])).toEqual([
      ['case-b', 0],
      ['case-a', 1],
    ]);
    stop();
  });

  it('are put on the board by their latest position, one write at a time', async () => {
    const latest = new LatestOnBoard({ board, onFailure });
    const positions = [await write('case-a'), await write('case-a'), await write('case-a')];
    for (const position of positions) latest.put(position);
    await latest.settled();
    expect(board.written).toEqual([positions[0], positions[2]]);
  });
});
