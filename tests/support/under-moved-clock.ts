import { SystemClock } from '@threekeys/event-store';
import { setTimeout as pause } from 'node:timers/promises';
import { TimerWheel } from '../../libs/timers/src/timer-wheel';
import type { TimerWheelOptions, TimerWheelPorts } from '../../libs/timers/src/timer-wheel';
import { MovedClock, movedClockVariable } from './moved-clock';

// Loaded before a process of the product (`node -r`): what it dates, and what it waits for until it is due, goes by the
// moved clock. What it measures between machines (leases it holds, answers of brokers and databases, back-off) goes by
// `performance.now()` and timers of Node, and stays real.

const file = process.env[movedClockVariable];
if (file === undefined) throw new Error(`${movedClockVariable} names no clock`);
const clock = new MovedClock(file);

SystemClock.prototype.now = () => clock.now();

const lookEveryMs = 50;

/** So long, by the moved clock. */
async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  const until = clock.elapsedMs() + ms;
  while (clock.elapsedMs() < until && !signal.aborted) await pause(lookEveryMs);
}

/** Time that was let pass has passed: it is no jump that the wheel has to distrust, and it does not sleep over it. */
class WheelUnderMovedClock extends TimerWheel {
  constructor(ports: TimerWheelPorts, options: TimerWheelOptions = {}) {
    super(ports, { ...options, elapsedMs: () => clock.elapsedMs(), sleep });
  }
}

/** Before anybody else has loaded it. */
function replaceWheel(): void {
  const path = require.resolve('../../libs/timers/src/timer-wheel');
  const loaded = require.cache[path];
  if (!loaded || require.cache[require.resolve('@threekeys/timers')])
    throw new Error('the timer wheel cannot be put under the moved clock');
  loaded.exports = { ...(loaded.exports as object), TimerWheel: WheelUnderMovedClock };
}

replaceWheel();
