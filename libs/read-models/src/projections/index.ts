import type { Projection } from '../projection';
import { asks } from './asks.projection';
import { cases } from './cases.projection';
import { people } from './people.projection';
import { rankings } from './rankings.projection';
import { volunteers } from './volunteers.projection';
import { work } from './work.projection';

export * from './asks.projection';
export * from './case.row';
export { awaitedParties, desks, isOfKeptOut, liveOrdersOf, untoldIn } from './case-turns';
export { cases, placeKeyOf } from './cases.projection';
export * from './people.projection';
export * from './rankings.projection';
export * from './volunteers.projection';
export * from './work.projection';

/** The projections of this library. A composition adds those of others (`timers`). */
export const projections: readonly Projection[] = [cases, volunteers, asks, work, people, rankings].map(
  (each) => each as Projection,
);
