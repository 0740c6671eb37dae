import { SystemClock } from '@threekeys/event-store';
import { once } from 'node:events';
import { Leadership } from './leadership';
import { lead } from './leading';
import type { Lease } from './leases';
import { MemoryLeases } from './memory-leases';
import { sleep } from './retrying';

const forMs = 90;

/** A store that takes no answer back to whoever asks while it is silent. */
class SilentLeases extends MemoryLeases {
  isSilent = false;

  constructor() {
    super(new SystemClock());
  }

  override take(name: string, holder: string, ms: number): Promise<Lease | undefined> {
    return this.isSilent ? new Promise(() => undefined) : super.take(name, holder, ms);
  }

  override giveBack(name: string, holder: string): Promise<void> {
    return this.isSilent ? new Promise(() => undefined) : super.giveBack(name, holder);
  }
}

describe('who leads, by a store that falls silent', () => {
  it('leads no longer than the lease, and ends without an answer', async () => {
    const leases = new SilentLeases();
    const from = performance.now();
    const leadership = await Leadership.take(leases, { name: 'views', holder: 'a', forMs });
    leases.isSilent = true;
    await once(leadership!.signal, 'abort');
    expect(performance.now() - from).toBeLessThan(10 * forMs);
    await leadership!.end();
  });

  it('is waited for at most so long where the work ends before', async () => {
    const leases = new SilentLeases();
    const leadership = await Leadership.take(leases, { name: 'views', holder: 'a', forMs });
    leases.isSilent = true;
    await leadership!.end();
    expect(leadership!.signal.aborted).toBe(true);
  });

  it('leads again once it speaks', async () => {
    const leases = new SilentLeases();
    const stopping = new AbortController();
    let terms = 0;
    const work = async (signal: AbortSignal) => {
      terms += 1;
      leases.isSilent = terms === 1;
      if (terms === 2) stopping.abort();
      if (!signal.aborted) await once(signal, 'abort');
      leases.isSilent = false;
    };
    const notice = () => undefined;
    const wish = { name: 'views', holder: 'a', forMs };
    await lead({ leases, wish, work, sleep, notice }, stopping.signal);
    expect(terms).toBe(2);
  });
});

describe('who leads', () => {
  it('goes on beyond the first lease, until somebody else has it', async () => {
    const leases = new SilentLeases();
    const leadership = await Leadership.take(leases, { name: 'views', holder: 'a', forMs });
    const until = (await leases.current('views'))!.until;
    while ((await leases.current('views'))!.until === until) await new Promise(setImmediate);
    expect(leadership!.signal.aborted).toBe(false);
    await leases.giveBack('views', 'a');
    await leases.take('views', 'b', 10 * forMs);
    await once(leadership!.signal, 'abort');
    await leadership!.end();
    expect((await leases.current('views'))!.holder).toBe('b');
  });
});
