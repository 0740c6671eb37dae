import { EventStoreDBClient } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { DoubleProcess } from './process.fixtures';
import { runTypeScript, startProcess } from './process.fixtures';
import { eventOf, revisionsOf } from './rule.fixtures';

const directory = mkdtempSync(join(tmpdir(), 'esdb-double-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('the double as a process', () => {
  it('K1, K2: keeps across kill -9 what it acknowledged, and then knows no recent ids', async () => {
    const file = join(directory, 'data');
    let running = await startProcess('--file', file);
    const written = await writeUntilKilled(running);
    appendFileSync(file, '{"stream":"torn');
    running = await startProcess('--file', file);
    const client = EventStoreDBClient.connectionString(running.connectionString);
    const stored = (await revisionsOf(client.readStream('case-1'))) as number[];
    expect(stored).toEqual(Array.from({ length: stored.length }, (_, i) => i));
    expect(stored.length).toBeGreaterThanOrEqual(written.length);
    const [first] = written;
    const strong = await client.appendToStream('case-1', eventOf(first!), { expectedRevision: 'no_stream' });
    expect(Number(strong.nextExpectedRevision)).toBe(0);
    const weak = await client.appendToStream('case-1', eventOf(first!));
    expect(Number(weak.nextExpectedRevision)).toBe(stored.length);
    await client.dispose();
    await running.kill();
  });

  it('listens on this machine only', async () => {
    const running = await startProcess();
    expect(running.connectionString).toMatch(/^esdb:\/\/127\.0\.0\.1:\d+\?tls=false$/);
    await running.kill();
  });
});

/** What the driver makes of a mistake in a process of its own: what that process wrote, and how it ended. */
async function fateOf(what: string): Promise<{ ending: number; said: string }> {
  const child = runTypeScript('tools/esdb-double/src/driver-defects.ts', what);
  const exited = once(child, 'exit') as Promise<[number]>;
  const [said, [ending]] = await Promise.all([text(child.stderr!), exited]);
  return { ending, said };
}

describe('the driver, in a process of its own', () => {
  it('ends it where a checkpoint callback throws', async () => {
    const { ending, said } = await fateOf('throwing-checkpoint');
    expect({ ending, planted: said.includes('planted') }).toEqual({ ending: 1, planted: true });
  });

  it('ends it where an answer comes to a batch append that another client’s failure has rejected', async () => {
    const { ending, said } = await fateOf('late-answer');
    expect({ ending, thrown: /TypeError: .*is not iterable/.test(said) }).toEqual({
      ending: 1,
      thrown: true,
    });
  });
});

/** One event after the other; killed amid them. Returns the ids of those that were acknowledged. */
async function writeUntilKilled({ connectionString, kill }: DoubleProcess): Promise<string[]> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const written: string[] = [];
  let killed: Promise<void> | undefined;
  try {
    for (;;) {
      const id = randomUUID();
      await client.appendToStream('case-1', eventOf(id));
      written.push(id);
      if (written.length === 50) killed = kill();
    }
  } catch {
    await killed;
  }
  void client.dispose();
  return written;
}
