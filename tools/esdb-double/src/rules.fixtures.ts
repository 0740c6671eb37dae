import type { AllStreamResolvedEvent, EventStoreDBClient, Position } from '@eventstore/db-client';
import { BACKWARDS, END, eventTypeFilter, streamNameFilter } from '@eventstore/db-client';
import { once } from 'node:events';
import type { DoubleRule, Rule } from './rule.fixtures';
import { answerTo, eventOf, first, ids, revisionsOf } from './rule.fixtures';

const checkCommit = 'IndexWriter.cs, CheckCommit';
const batchAppend = 'Streams.BatchAppend.cs';
const readIndex = 'IndexReader.cs, ReadStreamEvents';
const allReader = 'AllReader.cs';
const filtered = 'Enumerator.AllSubscriptionFiltered.cs';
const exceptions = 'RpcExceptions.cs';

/** How a write is judged, the same through both calls. */
export const appendRules: readonly Rule[] = [
  {
    id: 'W1',
    rule: 'no_stream begins a stream; an exact revision goes on after it',
    source: checkCommit,
    ask: async ({ append, stream }) => [
      await answerTo(append(stream('a'), ids(3), 'no_stream')),
      await answerTo(append(stream('a'), ids(2), 2n)),
    ],
    answer: [{ revision: 2 }, { revision: 4 }],
  },
  {
    id: 'W2',
    rule: 'no_stream with other ids on a stream that exists is a conflict that names the last revision',
    source: checkCommit,
    ask: async ({ append, stream }) => {
      await append(stream('a'), ids(3));
      return answerTo(append(stream('a'), ids(1), 'no_stream'));
    },
    answer: { error: 'wrong-expected-version', actual: '2' },
  },
  {
    id: 'W3',
    rule: 'an exact revision that is too low or too high is a conflict',
    source: checkCommit,
    ask: async ({ append, stream }) => {
      await append(stream('a'), ids(3));
      return [
        await answerTo(append(stream('a'), ids(1), 1n)),
        await answerTo(append(stream('a'), ids(1), 9n)),
      ];
    },
    answer: Array(2).fill({ error: 'wrong-expected-version', actual: '2' }),
  },
  {
    id: 'W4',
    rule: 'an exact revision of a stream that does not exist is a conflict with no_stream',
    source: checkCommit,
    ask: ({ append, stream }) => answerTo(append(stream('a'), ids(1), 0n)),
    answer: { error: 'wrong-expected-version', actual: 'no_stream' },
  },
  {
    id: 'W5',
    rule: 'stream_exists is a conflict where it does not, and a write where it does',
    source: checkCommit,
    ask: async ({ append, stream }) => {
      const before = await answerTo(append(stream('a'), ids(1), 'stream_exists'));
      await append(stream('a'), ids(1));
      return [before, await answerTo(append(stream('a'), ids(1), 'stream_exists'))];
    },
    answer: [{ error: 'wrong-expected-version', actual: 'no_stream' }, { revision: 1 }],
  },
  {
    id: 'W6',
    rule: 'the same ids at the same place answer the original revision and position, and write nothing (strong)',
    source: checkCommit,
    ask: async ({ append, stream, client }) => {
      const [begin, next] = [ids(2), ids(2)];
      const results = [await append(stream('a'), begin, 'no_stream'), await append(stream('a'), next, 1n)];
      await append(stream('a'), ids(1), 3n);
      const again = [await append(stream('a'), begin, 'no_stream'), await append(stream('a'), next, 1n)];
      const same = again.map(
        (result, i) => String(result.position?.commit) === String(results[i]?.position?.commit),
      );
      return {
        again: again.map(({ nextExpectedRevision }) => Number(nextExpectedRevision)),
        same,
        stored: await revisionsOf(client.readStream(stream('a'))),
      };
    },
    answer: { again: [1, 3], same: [true, true], stored: [0, 1, 2, 3, 4] },
  },
  {
    id: 'W7',
    rule: 'a prefix of what was written is a repeat, with its own revision',
    source: checkCommit,
    ask: async ({ append, stream }) => {
      const written = ids(3);
      await append(stream('a'), written, 'no_stream');
      return answerTo(append(stream('a'), written.slice(0, 2), 'no_stream'));
    },
    answer: { revision: 1 },
  },
  {
    id: 'W8',
    rule: 'a superset and a partial overlap are conflicts',
    source: checkCommit,
    ask: async ({ append, stream }) => {
      const written = ids(2);
      await append(stream('a'), written, 'no_stream');
      return [
        await answerTo(append(stream('a'), [...written, ...ids(1)], 'no_stream')),
        await answerTo(append(stream('a'), [written[0]!, ...ids(1)], 'no_stream')),
      ];
    },
    answer: Array(2).fill({ error: 'wrong-expected-version', actual: '1' }),
  },
  {
    id: 'W9',
    rule: 'at the head ids are not looked at: the same id is stored twice',
    source: `${checkCommit}; issue 1898`,
    ask: async ({ append, stream }) => {
      const written = ids(1);
      await append(stream('a'), written, 'no_stream');
      return answerTo(append(stream('a'), written, 0n));
    },
    answer: { revision: 1 },
  },
  {
    id: 'W10',
    rule: 'ids are compared within their stream only',
    source: checkCommit,
    ask: async ({ append, stream }) => {
      const written = ids(1);
      await append(stream('a'), written, 'no_stream');
      return answerTo(append(stream('b'), written, 'no_stream'));
    },
    answer: { revision: 0 },
  },
  {
    id: 'W11',
    rule: 'any and stream_exists know the ids that were written lately (weak)',
    source: checkCommit,
    ask: async ({ append, stream }) => {
      const written = ids(2);
      await append(stream('a'), written);
      return [
        await answerTo(append(stream('a'), written)),
        await answerTo(append(stream('a'), written, 'stream_exists')),
        await answerTo(append(stream('a'), [written[0]!, ...ids(1)])),
      ];
    },
    answer: [{ revision: 1 }, { revision: 1 }, { error: 'wrong-expected-version', actual: '1' }],
  },
];

type AskPositions = (all: readonly AllStreamResolvedEvent[], client: EventStoreDBClient) => Promise<unknown>;

/** Three events, and everything from the first of them on. */
const withThree =
  (ask: AskPositions): Rule['ask'] =>
  async ({ append, stream, client }) => {
    await append(stream('a'), ids(3), 'no_stream');
    const [one] = await first(1, client.readStream(stream('a')));
    const all = await first(
      3,
      client.readAll({ fromPosition: one!.event!.position! }),
      ({ event }) => event?.streamId === stream('a'),
    );
    return ask(all, client);
  };

const at = ({ event }: AllStreamResolvedEvent): Position => event!.position;

/** How streams and everything are read. */
export const readRules: readonly Rule[] = [
  {
    id: 'R1',
    rule: 'a stream is read from a revision, this one included, as many as asked for, both ways',
    source: readIndex,
    ask: async ({ append, stream, client }) => {
      await append(stream('a'), ids(5));
      const read = (options: Parameters<EventStoreDBClient['readStream']>[1]) =>
        revisionsOf(client.readStream(stream('a'), options));
      return [
        await read({}),
        await read({ fromRevision: 2n, maxCount: 2 }),
        await read({ direction: BACKWARDS, fromRevision: END }),
        await read({ direction: BACKWARDS, fromRevision: 2n, maxCount: 2 }),
      ];
    },
    answer: [
      [0, 1, 2, 3, 4],
      [2, 3],
      [4, 3, 2, 1, 0],
      [2, 1],
    ],
  },
  {
    id: 'R2',
    rule: 'beyond the end there is nothing forwards, and the last event backwards',
    source: readIndex,
    ask: async ({ append, stream, client }) => {
      await append(stream('a'), ids(2));
      return [
        await revisionsOf(client.readStream(stream('a'), { fromRevision: 9n })),
        await revisionsOf(client.readStream(stream('a'), { direction: BACKWARDS, fromRevision: 9n })),
      ];
    },
    answer: [[], [1, 0]],
  },
  {
    id: 'R3',
    rule: 'a stream that does not exist is stream-not-found',
    source: 'Streams.Read.cs, ResponseConverter',
    ask: ({ stream, client }) => revisionsOf(client.readStream(stream('a'))),
    answer: { error: 'stream-not-found' },
  },
  {
    id: 'R4',
    rule: 'an event has one position in the answer to its append, in its stream and in everything; commit equals prepare',
    source: 'ResolvedEvent.cs, CalculatePosition; pull request 3459 (since 22.6)',
    ask: async ({ append, stream, client }) => {
      const { position } = await append(stream('a'), ids(2), 'no_stream');
      const [, inStream] = await first(2, client.readStream(stream('a')));
      const [inAll] = await first(1, client.readAll({ fromPosition: position! }));
      return [inStream!.event!.position, at(inAll!)].map(
        (one) =>
          one?.commit === position?.commit &&
          one?.prepare === position?.prepare &&
          one?.commit === one?.prepare,
      );
    },
    answer: [true, true],
  },
  {
    id: 'R5',
    rule: 'everything is read forwards from a position with what stands there, backwards without',
    source: allReader,
    ask: withThree(async (all, client) => {
      const fromPosition = at(all[1]!);
      const [forwards] = await first(1, client.readAll({ fromPosition }));
      const [backwards] = await first(1, client.readAll({ fromPosition, direction: BACKWARDS }));
      return [forwards, backwards].map((read) => Number(read!.event!.revision));
    }),
    answer: [1, 0],
  },
  {
    id: 'R6',
    rule: 'positions rise strictly and count bytes, not events',
    source: 'documentation: $all, positions',
    ask: withThree(async (all) => {
      const steps = all.slice(1).map((event, i) => at(event).commit - at(all[i]!).commit);
      return steps.map((step) => step > 1n);
    }),
    answer: [true, true],
  },
  {
    id: 'R7',
    rule: 'a position inside a record is an invalid argument, which the driver calls unknown',
    source: `${exceptions}, InvalidPositionException`,
    ask: withThree(async (all, client) => {
      const { commit } = at(all[1]!);
      const fromPosition = { commit: commit + 1n, prepare: commit + 1n };
      return answerTo(first(1, client.readAll({ fromPosition })));
    }),
    answer: { error: 'unknown', code: 3 },
  },
  {
    id: 'R8',
    rule: 'a position beyond the end reads nothing',
    source: allReader,
    ask: withThree(async (_all, client) => {
      const beyond = 2n ** 60n;
      return (await first(1, client.readAll({ fromPosition: { commit: beyond, prepare: beyond } }))).length;
    }),
    answer: 0,
  },
  {
    id: 'R9',
    rule: 'bytes, id, type and metadata come back as they were sent',
    source: 'documentation: appending events',
    ask: async ({ stream, client }) => {
      const [id] = ids(1);
      const sent = {
        ...eventOf(id!),
        data: Uint8Array.from([0, 255, 10, 13]),
        metadata: { recordedAt: 'x' },
      };
      await client.appendToStream(stream('a'), sent);
      const [{ event }] = (await first(1, client.readStream(stream('a')))) as [{ event?: never }];
      const { id: readId, type, data, metadata, isJson } = event as unknown as Record<string, unknown>;
      return { sameId: readId === id, type, data: [...(data as Uint8Array)], metadata, isJson };
    },
    answer: {
      sameId: true,
      type: 'Even',
      data: [0, 255, 10, 13],
      metadata: { recordedAt: 'x' },
      isJson: false,
    },
  },
  {
    id: 'R10',
    rule: '$maxCount and $tb of a stream hide its first events from a read of it, not from a read of everything',
    source: 'documentation: stream metadata',
    ask: async ({ append, stream, client }) => {
      const { position } = await append(stream('a'), ids(5));
      await client.setStreamMetadata(stream('a'), { maxCount: 2 });
      const counted = await revisionsOf(client.readStream(stream('a')));
      await client.setStreamMetadata(stream('a'), { truncateBefore: 4 });
      const before = client.readAll({ fromPosition: position!, direction: BACKWARDS });
      return [
        counted,
        await revisionsOf(client.readStream(stream('a'))),
        await revisionsOf(client.readStream(stream('a'), { direction: BACKWARDS, fromRevision: END })),
        (await first(4, before, ({ event }) => event?.streamId === stream('a'))).length,
      ];
    },
    answer: [[3, 4], [4], [4], 4],
  },
];

/** How the log is followed. */
export const subscriptionRules: readonly Rule[] = [
  {
    id: 'S1',
    rule: 'a subscription goes on after a position, without what stands there',
    source: filtered,
    ask: withThree(async (all, client) => {
      const [next] = await first(1, client.subscribeToAll({ fromPosition: at(all[1]!) }));
      return Number(next!.event!.revision);
    }),
    answer: 2,
  },
  {
    id: 'S2',
    rule: 'it says caughtUp, and then delivers what is new',
    source: filtered,
    ask: async ({ append, stream, client }) => {
      await append(stream('a'), ids(1));
      const subscription = client.subscribeToAll({ fromPosition: END });
      await once(subscription, 'caughtUp');
      await append(stream('a'), ids(2));
      const live = await first(2, subscription, ({ event }) => event?.streamId === stream('a'));
      return live.map(({ event }) => Number(event!.revision));
    },
    answer: [1, 2],
  },
  {
    id: 'S3',
    rule: 'filters take prefixes or a regular expression, of names or of types',
    source: 'EventFilter.cs',
    ask: async ({ append, stream, client }) => {
      const { position } = await append(stream('before'), ids(1));
      await append(stream('a'), ids(4));
      await append(stream('b'), ids(4));
      const filters = [
        streamNameFilter({ prefixes: [stream('b')] }),
        streamNameFilter({ regex: `^(${stream('b')}|x)$` }),
        eventTypeFilter({ prefixes: ['Odd'] }),
        eventTypeFilter({ regex: '^(Odd)$' }),
      ];
      const found = filters.map((filter) =>
        first(2, client.subscribeToAll({ fromPosition: position!, filter })),
      );
      return (await Promise.all(found)).map((events) =>
        events.map(({ event }) => `${event!.streamId === stream('a') ? 'a' : 'b'} ${event!.revision}`),
      );
    },
    answer: [
      ['b 0', 'b 1'],
      ['b 0', 'b 1'],
      ['a 1', 'a 3'],
      ['a 1', 'a 3'],
    ],
  },
  {
    id: 'S4',
    rule: 'checkpoints come after so many windows also where nothing passes, and only rise',
    source: filtered,
    ask: async ({ append, stream, client }) => {
      await append(stream('a'), ids(200));
      const checkpoints: bigint[] = [];
      const subscription = await new Promise<{ unsubscribe(): Promise<void> }>((resolve) => {
        const filter = streamNameFilter({
          prefixes: [stream('nothing')],
          maxSearchWindow: 32,
          checkpointInterval: 1,
          checkpointReached: (self, { commit }) => {
            checkpoints.push(commit);
            if (checkpoints.length === 3) resolve(self);
          },
        });
        client.subscribeToAll({ filter }).on('data', () => undefined);
      });
      await subscription.unsubscribe();
      return checkpoints.slice(1, 3).map((commit, i) => commit >= checkpoints[i]!);
    },
    answer: [true, true],
  },
  {
    id: 'S5',
    rule: 'between catching up and live nothing is lost, doubled or out of order, whoever writes',
    source: filtered,
    ask: async ({ append, stream, client }) => {
      const { position } = await append(stream('before'), ids(1));
      const writing = Promise.all(
        Array.from({ length: 10 }, async (_each, i) => {
          for (let round = 0; round < 5; round++) await append(stream(`w${i}`), ids(3));
        }),
      );
      const filter = streamNameFilter({ prefixes: [stream('w')] });
      const seen = await first(150, client.subscribeToAll({ fromPosition: position!, filter }));
      await writing;
      const positions = seen.map((event) => at(event).commit);
      return positions.slice(1).every((commit, i) => commit > positions[i]!);
    },
    answer: true,
  },
  {
    id: 'S6',
    rule: 'a subscription to a stream goes on after a revision',
    source: 'Enumerator.StreamSubscription.cs',
    ask: async ({ append, stream, client }) => {
      await append(stream('a'), ids(3));
      const events = await first(1, client.subscribeToStream(stream('a'), { fromRevision: 1n }));
      return events.map(({ event }) => Number(event!.revision));
    },
    answer: [2],
  },
];

/** What is left of a stream that somebody deleted. */
export const deletionRules: readonly Rule[] = [
  {
    id: 'D1',
    rule: 'a soft-deleted stream is stream-not-found, and goes on with its numbering when it is begun anew',
    source: `${checkCommit}; documentation: deleting streams`,
    ask: async ({ append, stream, client }) => {
      await append(stream('a'), ids(3));
      await client.deleteStream(stream('a'));
      const deleted = await revisionsOf(client.readStream(stream('a')));
      const again = await answerTo(append(stream('a'), ids(2), 'no_stream'));
      return [deleted, again, await revisionsOf(client.readStream(stream('a')))];
    },
    answer: [{ error: 'stream-not-found' }, { revision: 4 }, [3, 4]],
  },
  {
    id: 'D2',
    rule: 'a soft-deleted stream is begun anew also with any and with its exact last revision',
    source: checkCommit,
    ask: async ({ append, stream, client }) => {
      for (const name of ['a', 'b']) {
        await append(stream(name), ids(3));
        await client.deleteStream(stream(name));
      }
      return [await answerTo(append(stream('a'), ids(1), 2n)), await answerTo(append(stream('b'), ids(1)))];
    },
    answer: [{ revision: 3 }, { revision: 3 }],
  },
  ...(['24.10', '26'] as const).map((generation) => ({
    id: `D3 (${generation})`,
    rule: `stream_exists on a soft-deleted stream, on a server of generation ${generation}`,
    source: checkCommit,
    generations: [generation],
    ask: async ({ append, stream, client }: Parameters<Rule['ask']>[0]) => {
      await append(stream('a'), ids(1));
      await client.deleteStream(stream('a'));
      return answerTo(append(stream('a'), ids(1), 'stream_exists'));
    },
    answer:
      generation === '24.10' ? { error: 'stream-deleted' } : { error: 'wrong-expected-version', actual: '0' },
  })),
  {
    id: 'D4',
    rule: 'the metadata that shows the new events is written after them',
    source: 'StorageWriterService.cs, SoftUndelete',
    ask: async ({ append, stream, client }) => {
      await append(stream('a'), ids(1));
      await client.deleteStream(stream('a'));
      const { position } = await append(stream('a'), ids(1), 'no_stream');
      const ours = ({ event }: AllStreamResolvedEvent) => event?.streamId.endsWith(stream('a')) ?? false;
      const [, metadata] = await first(2, client.readAll({ fromPosition: position! }), ours);
      return [metadata!.event!.type, metadata!.event!.data];
    },
    answer: ['$metadata', { $tb: 1 }],
  },
  {
    id: 'D5',
    rule: 'a tombstoned stream is stream-deleted for reading and for every write',
    source: checkCommit,
    ask: async ({ append, stream, client }) => {
      await append(stream('a'), ids(2));
      await client.tombstoneStream(stream('a'));
      return [
        await revisionsOf(client.readStream(stream('a'))),
        await answerTo(append(stream('a'), ids(1), 'no_stream')),
        await answerTo(append(stream('a'), ids(1), 1n)),
        await answerTo(append(stream('a'), ids(1))),
      ];
    },
    answer: Array(4).fill({ error: 'stream-deleted' }),
  },
];

/** What a server has to be made to do. */
export const doubleRules: readonly DoubleRule[] = [
  {
    id: 'F1',
    rule: 'the driver writes through BatchAppend where the server lists it, with credentials through Append',
    source: 'ServerFeatures.cs',
    ask: async ({ client, stream }, { seen }) => {
      await client.appendToStream(stream('a'), eventOf(ids(1)[0]!));
      await client.appendToStream(stream('a'), eventOf(ids(1)[0]!), {
        credentials: { username: 'a', password: 'b' },
      });
      return [seen.calls.batchAppend, seen.calls.append];
    },
    answer: [1, 1],
  },
  {
    id: 'W12',
    rule: 'an append that is larger than the limit is refused whole; names of types count double',
    source: `${batchAppend}; Event.SizeOnDisk`,
    ask: async ({ stream, client }, double) => {
      const limit = double.appendBytesMax;
      const sized = (bytes: number) => ({
        ...eventOf(ids(1)[0]!),
        data: new Uint8Array(bytes - 2 * 'Even'.length),
      });
      const tooLarge = await answerTo(
        client.appendToStream(stream('a'), [sized(limit), ...ids(1).map(eventOf)]),
      );
      return [
        tooLarge,
        await revisionsOf(client.readStream(stream('a'))),
        await answerTo(client.appendToStream(stream('a'), sized(limit))),
      ];
    },
    answer: [{ error: 'maximum-append-size-exceeded' }, { error: 'stream-not-found' }, { revision: 0 }],
  },
  {
    id: 'L1',
    rule: 'a follower sends who asks for the leader there, and the driver goes',
    source: `${exceptions}, LeaderInfo`,
    ask: async ({ client, stream }, double) => {
      double.leader = { host: '127.0.0.1', port: 1 };
      const append = () => client.appendToStream(stream('a'), eventOf(ids(1)[0]!), { requiresLeader: true });
      const elsewhere = await answerTo(append());
      const read = await answerTo(first(1, client.readAll({ requiresLeader: true })));
      double.leader = undefined;
      return [elsewhere, read];
    },
    answer: [{ error: 'not-leader' }, { error: 'unavailable' }],
  },
  {
    id: 'E1',
    rule: 'a server that is not ready is unknown to the driver where it answers a batch, and unavailable else',
    source: `${batchAppend}, ConvertMessage; ${exceptions}, ServerNotReady`,
    ask: async ({ client, stream }, { faults }) => {
      faults.plan('append', { is: 'not-ready' }, 2);
      faults.plan('read', { is: 'not-ready' });
      const credentials = { username: 'a', password: 'b' };
      return [
        await answerTo(client.appendToStream(stream('a'), eventOf(ids(1)[0]!))),
        await answerTo(client.appendToStream(stream('a'), eventOf(ids(1)[0]!), { credentials })),
        await answerTo(first(1, client.readAll())),
      ];
    },
    answer: [{ error: 'unknown' }, { error: 'unavailable' }, { error: 'unavailable' }],
  },
  {
    id: 'E2',
    rule: 'a commit that took the server too long may have been done',
    source: `${batchAppend}, ConvertMessage`,
    ask: async ({ client, stream }, { faults }) => {
      faults.plan('append', { is: 'timeout' }, 2);
      const credentials = { username: 'a', password: 'b' };
      return [
        await answerTo(client.appendToStream(stream('a'), eventOf(ids(1)[0]!))),
        await answerTo(client.appendToStream(stream('a'), eventOf(ids(1)[0]!), { credentials })),
        await revisionsOf(client.readStream(stream('a'))),
      ];
    },
    answer: [{ error: 'deadline-exceeded' }, { error: 'timeout' }, [0, 1]],
  },
  {
    id: 'E3',
    rule: 'who may not is told access-denied by every call',
    source: `${exceptions}, AccessDenied; ${batchAppend}`,
    ask: async ({ client, stream }, { faults }) => {
      faults.plan('append', { is: 'access-denied' }, 2);
      faults.plan('read', { is: 'access-denied' });
      const credentials = { username: 'a', password: 'b' };
      return [
        await answerTo(client.appendToStream(stream('a'), eventOf(ids(1)[0]!))),
        await answerTo(client.appendToStream(stream('a'), eventOf(ids(1)[0]!), { credentials })),
        await answerTo(first(1, client.readAll())),
      ];
    },
    answer: Array(3).fill({ error: 'access-denied' }),
  },
];

export const rules: readonly Rule[] = [...appendRules, ...readRules, ...subscriptionRules, ...deletionRules];
