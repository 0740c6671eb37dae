import 'reflect-metadata';
import {
  clusterConfigFrom,
  consumersLag,
  firesTimers,
  reactionsCheck,
  reacts,
  serveCluster,
  timersLag,
} from '@threekeys/cluster';
import { DispatchModule } from './dispatch.module';

// dispatch as a process of a cluster: it also fires what is due, because most of what is due are answers it waits for.
serveCluster(clusterConfigFrom, {
  service: { name: 'dispatch', module: DispatchModule, routes: [] },
  parts: [reacts, firesTimers],
  checks: [reactionsCheck],
  lags: [consumersLag, timersLag],
});
