import type { Clock } from '@threekeys/event-store';
import type { Lease } from './leases';
import { Leases } from './leases';

/** {@link Leases} among parts of one process. */
export class MemoryLeases extends Leases {
  private readonly leases = new Map<string, Lease>();

  constructor(private readonly clock: Clock) {
    super();
  }

  take(name: string, holder: string, forMs: number): Promise<Lease | undefined> {
    const now = Date.parse(this.clock.now());
    const before = this.leases.get(name);
    const isOwn = before?.holder === holder;
    if (before && !isOwn && Date.parse(before.until) > now) return Promise.resolve(undefined);
    const term = isOwn ? before.term : (before?.term ?? 0) + 1;
    const lease = { name, holder, term, until: new Date(now + forMs).toISOString() };
    this.leases.set(name, lease);
    return Promise.resolve(lease);
  }

  giveBack(name: string, holder: string): Promise<void> {
    const lease = this.leases.get(name);
    if (lease?.holder === holder) this.leases.set(name, { ...lease, until: this.clock.now() });
    return Promise.resolve();
  }

  current(name: string): Promise<Lease | undefined> {
    return Promise.resolve(this.leases.get(name));
  }

  held(): Promise<readonly Lease[]> {
    const now = this.clock.now();
    const held = [...this.leases.values()].filter(({ until }) => until > now);
    return Promise.resolve(held.sort((a, b) => (a.name < b.name ? -1 : 1)));
  }
}
