import type { Case, CaseCommand, CaseEvent, CaseCommandOf } from '@threekeys/domain';
import { caseDecider, caseEvents } from '@threekeys/domain';
import { CommandHandler, StoredRules, SystemClock } from '@threekeys/event-store';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generatedId } from '../tools/generators/case-script';
import type { OpenHome } from '../tools/generators/generated-home';
import { generatedSeed, openHome, workingCopy } from '../tools/generators/generated-home';
import type { Benchmark, BenchmarkOptions, Figure } from './benchmark';
import { BareLog } from './bare-log';
import { bytesWritten, PreallocatedFile, settledDisk } from './limits';
import { interleaved, rateOf } from './rounds';

const clerk = { id: 'clerk', role: 'intake-clerk', post: 'desk' } as const;
const concurrent = 16;
/** A file system whose fsync costs nothing, where there is one. */
const memoryDirectory = '/dev/shm';

/** A contact with a known requester of one of a thousand open cases: reads on, decides, seals the words, appends, syncs. */
export const commits: Benchmark = { name: 'commits', run };

async function run(options: BenchmarkOptions): Promise<readonly Figure[]> {
  const cases = options.quick ? 400 : 1000;
  // Enough of them that a round finds compiled code, as in a server that has run for a minute.
  const commands = options.quick ? 100 : 1000;
  const inMemory = existsSync(memoryDirectory)
    ? mkdtempSync(join(memoryDirectory, 'threekeys-bench-'))
    : undefined;
  const durable = await Clerk.at(
    await workingCopy({ cases, openPercent: 100 }, join(options.directory, 'durable')),
    cases,
  );
  const free = await Clerk.at(
    await workingCopy({ cases, openPercent: 100 }, join(inMemory ?? options.directory, 'free')),
    cases,
    inMemory ? {} : { durability: 'driver-default' },
  );
  const file = new PreallocatedFile(join(options.directory, 'limit'));
  const bare = new BareLog(await workingCopy({ cases, openPercent: 100 }, join(options.directory, 'bare')));
  try {
    await settledDisk(options.directory);
    const bytes = await bytesOfCommit(durable);
    const { medians, all } = await interleaved(options.rounds, {
      limit: () => file.syncedWrites(bytes, commands),
      driver: () => rateOf(commands, () => bare.appends(commands)),
      one: () => rateOf(commands, () => durable.contacts(commands, 1)),
      sixteen: () => rateOf(2 * commands, () => durable.contacts(2 * commands, concurrent)),
      unsynced: () => rateOf(2 * commands, () => free.contacts(2 * commands, concurrent)),
    });
    options.note('bytes written by a commit', bytes);
    options.note('fsync off by', inMemory ? 'a file system in memory' : 'synchronous=NORMAL');
    options.note('rates', all);
    options.note('the same row by the driver alone, per second', medians.driver);
    const atOnce = 1 / (1 / (concurrent * medians.limit) + 1 / medians.unsynced);
    return [
      {
        name: 'one durable command per commit',
        unit: '/s',
        measured: medians.one,
        limit: medians.limit,
        mustReach: { atLeast: 0.65 },
      },
      {
        name: '16 concurrent commands',
        unit: '/s',
        measured: medians.sixteen,
        limit: atOnce,
        mustReach: { atLeast: 0.5 },
      },
    ];
  } finally {
    file.close();
    bare.close();
    await durable.close();
    await free.close();
    if (inMemory) rmSync(inMemory, { recursive: true, force: true });
  }
}

/** What the WAL gets for one commit, counted over some commits between two checkpoints. */
async function bytesOfCommit(durable: Clerk): Promise<number> {
  const counted = 50;
  await durable.contacts(counted, 1);
  const before = bytesWritten();
  await durable.contacts(counted, 1);
  return Math.round((bytesWritten() - before) / counted);
}

/** Calls requesters of generated cases, one case after the other. */
class Clerk {
  private next = 0;
  private readonly stopped = new AbortController();
  private readonly following: Promise<void>;
  private readonly handler: CommandHandler<Case, CaseCommand, CaseEvent>;

  private constructor(
    private readonly home: OpenHome,
    private readonly cases: number,
  ) {
    const rules = new StoredRules(home.store);
    this.following = rules.follow(this.stopped.signal);
    const { store, sealer } = home;
    this.handler = new CommandHandler(
      { decider: caseDecider, events: caseEvents },
      { store, sealer, clock: new SystemClock(), rules },
    );
  }

  static async at(
    directory: string,
    cases: number,
    options: Parameters<typeof openHome>[1] = {},
  ): Promise<Clerk> {
    return new Clerk(await openHome(directory, options), cases);
  }

  /** So many contacts, by so many clerks at once. */
  async contacts(times: number, atOnce: number): Promise<void> {
    let left = times;
    const work = async (): Promise<void> => {
      while (left-- > 0) await this.contact();
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  async close(): Promise<void> {
    this.stopped.abort();
    await this.following;
    await this.home.close();
  }

  private async contact(): Promise<void> {
    const number = this.next++ % this.cases;
    const commandId = randomUUID();
    const data: CaseCommandOf<'RecordContact'>['data'] = {
      contactId: randomUUID(),
      requesterId: generatedId(generatedSeed, number, 'requester'),
      purpose: 'clarify',
      channel: 'phone',
      reached: true,
      words: '问过了：三号楼单元门口的路灯从周一开始就不亮，晚上看不清台阶。',
    };
    const stream = `case-${generatedId(generatedSeed, number, 'case')}`;
    await this.handler.handle(
      stream,
      { type: 'RecordContact', data },
      { commandId, correlationId: commandId, by: clerk },
    );
  }
}
