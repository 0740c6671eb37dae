import type { Workplace } from '../embedded-workplace';
import type { DemoPeople } from './people';
import type { SimulatedClock } from './simulated-clock';
import type { DemoWorld } from './stage';

/** The services at a workplace as scenes see them. */
export function worldAt(workplace: Workplace, clock: SimulatedClock, people: DemoPeople): DemoWorld {
  return {
    people,
    now: () => clock.now(),
    settle: () => workplace.settle(),
    caseOf: (caseId) => workplace.caseOf(caseId),
    rules: () => workplace.rules(),
    passTime: (to) => passTime(workplace, clock, to),
  };
}

/** Fires every timer due before an instant, each at its own time: of two at the same one the second waits for what the first leads to. */
async function passTime(workplace: Workplace, clock: SimulatedClock, to: number): Promise<void> {
  const end = new Date(to).toISOString();
  while (workplace.soonestTimer !== undefined && workplace.soonestTimer < end) {
    const due = await workplace.wheel.nextDueAt();
    if (due === undefined || due >= end) break;
    clock.set(due);
    await workplace.wheel.fireDue(clock.now(), { max: 1 });
    await workplace.settle();
  }
  clock.set(end);
}
