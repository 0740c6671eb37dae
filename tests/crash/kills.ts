import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { examine, Ledger, makeWriter, Writer } from './tally';

export interface Killed {
  readonly accepted: number;
  /** At each kill. */
  readonly inFlight: readonly number[];
}

/** The same log, killed so often in a row. The next process is warmed up while the last one dies; what was in flight is sent again by it. */
async function killAgainAndAgain(program: string, home: string, kills: number): Promise<Killed> {
  const ledger = new Ledger();
  const inFlight: number[] = [];
  let next = new Writer(program, ledger);
  for (let kill = 0; kill < kills; kill++) {
    const writer = next;
    writer.begin({
      home,
      again: [...ledger.inFlight.values()],
      options: { anchorIntervalMs: 20, walBytes: 65_536 },
    });
    ledger.inFlight.clear();
    await writer.begun();
    if (kill + 1 < kills) next = new Writer(program, ledger);
    await pause(Math.random() * 100);
    writer.kill();
    await writer.ended();
    inFlight.push(ledger.inFlight.size);
    const { problems, lost, doubled } = await examine(home, ledger.accepted);
    expect({ kill, problems, lost, doubled }).toEqual({ kill, problems: [], lost: [], doubled: [] });
  }
  return { accepted: ledger.accepted.size, inFlight };
}

/** A writer that says *accepted* before it has committed, killed until something accepted is missing. @returns what is missing */
export async function killTooEarly(folder: string, killsMax: number): Promise<readonly string[]> {
  const program = makeWriter(folder);
  const home = join(folder, 'too-early');
  for (let kill = 0; kill < killsMax; kill++) {
    const ledger = new Ledger();
    const writer = new Writer(program, ledger);
    writer.begin({ home, again: [], acceptsTooEarly: true });
    await writer.begun();
    await pause(Math.random() * 50);
    writer.kill();
    await writer.ended();
    const { lost } = await examine(home, ledger.accepted);
    if (lost.length > 0) return lost;
  }
  return [];
}

/** Several logs side by side. @throws where anything accepted is missing, doubled or out of order, or nothing was in flight */
export async function killStores(folder: string, stores: number, killsOfEach: number): Promise<Killed> {
  const program = makeWriter(folder);
  const series = Array.from({ length: stores }, (_, index) =>
    killAgainAndAgain(program, join(folder, String(index)), killsOfEach),
  );
  const killed = await Promise.all(series);
  const inFlight = killed.flatMap((each) => each.inFlight);
  const accepted = killed.reduce((sum, each) => sum + each.accepted, 0);
  expect(inFlight).toHaveLength(stores * killsOfEach);
  expect(Math.min(...inFlight)).toBeGreaterThanOrEqual(1);
  expect(accepted).toBeGreaterThan(stores * killsOfEach);
  return { accepted, inFlight };
}
