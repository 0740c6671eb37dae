// Brings an accepted case to a booked volunteer or a named handler by itself. Ranks nobody and books nobody's time.
export { dispatchConsumer } from './dispatch.consumer';
export { DispatchModule } from './dispatch.module';
export type { DispatchPorts, LeftToPeople, Views } from './ports';
