import { describeLeases } from './leases.contract';
import { MemoryLeases } from './memory-leases';

describeLeases('memory', (clock) => {
  const leases = new MemoryLeases(clock);
  return { leases, others: leases, close: () => undefined };
});
