import { MemoryEventStore } from '@threekeys/event-store';
import type { EventStore, GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { LogWriter } from './log.fixtures';
import { MemoryReadModels } from './memory-read-models';
import { Projector } from './projector';
import { ProjectorState } from './projector-state';
import { parcel, parcels } from './read-models.fixtures';
import { ViewCheck } from './verification';

const known = new Map([['parcel', new Map([['ParcelChanged', 1]])]]);

/** Counts what is asked of the log. */
class CountedEventStore extends MemoryEventStore {
  reads = 0;
  streamReads = 0;

  override readAll(...range: Parameters<EventStore['readAll']>): AsyncIterable<RecordedEvent> {
    this.reads += 1;
    return super.readAll(...range);
  }

  override readStream(...range: Parameters<EventStore['readStream']>): AsyncIterable<RecordedEvent> {
    this.streamReads += 1;
    return super.readStream(...range);
  }
}

describe('the views, held against a log that is longer than what is held at a time', () => {
  const streams = 7;
  let store: CountedEventStore;
  let models: MemoryReadModels;
  let projector: Projector;

  beforeEach(async () => {
    store = new CountedEventStore();
    models = new MemoryReadModels();
    const log = new LogWriter(store);
    for (const status of ['new', 'sent', 'here'])
      for (let n = 0; n < streams; n++)
        await log.append(`parcel-${String(n)}`, {
          type: 'ParcelChanged',
          data: parcel(String(n), { status }),
        });
    projector = new Projector({ store, models }, [parcels], { known });
    await projector.start();
  });
  afterEach(() => projector.stop());

  async function checked(held: number, given = 2) {
    const state = await ProjectorState.open(models);
    [store.reads, store.streamReads] = [0, 0];
    return new ViewCheck({ store, models, known, state }, [parcels], { held, given }).run();
  }

  const asked = [0, 1, 3, streams - 1, streams, 100].flatMap((held) =>
    [1, 2, 100].map((given) => ({ held, given })),
  );

  it.each(asked)('are equal, $held streams held and $given given at a time', async ({ held, given }) => {
    const all = { equal: true, events: 3 * streams, streams, rows: streams, differences: [] };
    expect(await checked(held, given)).toMatchObject(all);
  });

  it('are compared in two readings of the log, and by themselves only where too many are under way', async () => {
    for (const held of [0, 3, streams, 100]) {
      await checked(held);
      expect(store).toMatchObject({ reads: 2, streamReads: Math.max(0, streams - held) });
    }
  });

  it('differ where one row does, whichever portion it is in', async () => {
    const late = { key: '6', stream: 'parcel-6', lastRevision: 3, row: parcel('6', { status: 'lost' }) };
    await models.apply('parcels', [late], undefined);
    for (const held of [0, 3, 100]) {
      const { differences, rows } = await checked(held);
      expect(differences).toEqual([
        {
          view: 'parcels',
          key: '6',
          stream: 'parcel-6',
          kind: 'different',
          fields: ['lastRevision', 'status'],
        },
      ]);
      expect(rows).toBe(streams);
    }
  });

  it('differ where they stand at no place of this log', async () => {
    await projector.stop();
    await models.apply('parcels', [], 'another.0000000000000001' as GlobalPosition);
    const [difference] = (await checked(100)).differences;
    expect(difference).toMatchObject({ view: 'parcels', kind: 'different', fields: ['checkpoint'] });
  });

  it('are compared up to where they are, and that is said', async () => {
    const end: GlobalPosition | undefined = (await store.head()).position;
    expect(await checked(100)).toMatchObject({ equal: true, behind: [] });
    await projector.stop();
    await new LogWriter(store).append('parcel-1', { type: 'ParcelChanged', data: parcel('1') });
    expect(await checked(100)).toMatchObject({
      equal: true,
      events: 3 * streams + 1,
      behind: ['parcels'],
    });
    expect(await models.checkpoint('parcels')).toBe(end);
  });
});
