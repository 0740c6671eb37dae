// What every EventStore keeps, as data and as a Jest suite; and the laws of the command handler. For specs only.
import { appendCases } from './append.contract';
import type { EventStoreCase, Inability, OpenStore } from './contract.fixtures';
import { modelCases } from './model.contract';
import { readCases } from './read.contract';
import { repeatCases } from './repeat.contract';
import { subscribeCases } from './subscribe.contract';

export * from './command-handler.contract';
export type { EventStoreCase, Inability, OpenedStore, OpenStore } from './contract.fixtures';
export { all, follow, grow, headOf, idsOf, leavesAfter, refusalOf } from './contract.fixtures';
export * from './delegating.fixtures';

/** Every rule of the port, by id: A append, I repeat, R stream, G everything, H head, K restart, S subscription, M model. */
export const eventStoreCases: readonly EventStoreCase[] = [
  ...appendCases,
  ...repeatCases,
  ...readCases,
  ...subscribeCases,
  ...modelCases,
];

/**
 * Runs every rule against a store. `open` gives an empty one each time it is called. Where an engine cannot say what a
 * rule asks for, the name of the test says so, and what holds instead is asked.
 */
export function describeEventStore(name: string, open: OpenStore, cannot: readonly Inability[] = []): void {
  describe(`event store ${name}`, () => {
    for (const each of eventStoreCases) {
      const { id, name: rule, run } = keptBy(cannot, each);
      it(`${id} ${rule}`, () => run(open, cannot));
    }
  });
}

function keptBy(cannot: readonly Inability[], each: EventStoreCase): EventStoreCase {
  if (each.unless === undefined || !cannot.includes(each.unless.cannot)) return each;
  const { id, name, run } = each.unless.instead;
  return { id, name: `not with this engine (${each.unless.cannot}), instead: ${name}`, run };
}
