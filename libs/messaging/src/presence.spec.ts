import { SystemClock } from '@threekeys/event-store';
import type { Lease } from './leases';
import { MemoryLeases } from './memory-leases';
import { NotNow } from './messaging';
import { halfMovedLease, moveLease, Presence } from './presence';

class FailingLeases extends MemoryLeases {
  isAway = false;

  constructor() {
    super(new SystemClock());
  }

  override take(name: string, holder: string, ms: number): Promise<Lease | undefined> {
    return this.isAway ? Promise.reject(new Error('away')) : super.take(name, holder, ms);
  }
}

describe('processes that say that they live', () => {
  let leases: FailingLeases;
  beforeEach(() => {
    leases = new FailingLeases();
  });

  const announce = (name: string, holder: string) => Presence.announce({ leases, name, holder });
  const held = async () => (await leases.held()).map(({ name, holder }) => `${name} ${holder}`);

  it('have a lease each, which they give back', async () => {
    const present = [
      await announce('intake', 'a'),
      await announce('intake', 'b'),
      await announce('relay', 'c'),
    ];
    expect(await held()).toEqual(['intake/1 a', 'intake/2 b', 'relay/1 c']);
    await present[0]?.end();
    present[0] = await announce('intake', 'd');
    expect(await held()).toEqual(['intake/1 d', 'intake/2 b', 'relay/1 c']);
    await Promise.all(present.map((each) => each.end()));
    expect(await held()).toEqual([]);
  });

  it('have one again after the store was away for longer', async () => {
    const present = await Presence.announce({ leases, name: 'intake', holder: 'a', forMs: 60 });
    leases.isAway = true;
    while ((await held()).length > 0) await new Promise(setImmediate);
    leases.isAway = false;
    while ((await held()).length === 0) await new Promise(setImmediate);
    expect(await held()).toEqual(['intake/1 a']);
    await present.end();
    expect(await held()).toEqual([]);
  });

  it.each([moveLease, halfMovedLease])('do not begin while somebody has the lease %s', async (lease) => {
    await leases.take(lease, 'mover', 10_000);
    await expect(announce('intake', 'a')).rejects.toThrow(NotNow);
    expect(await held()).toEqual([`${lease} mover`]);
    await leases.giveBack(lease, 'mover');
    await (await announce('intake', 'a')).end();
  });
});
