import 'reflect-metadata';
import { clusterConfigFrom, consumersLag, reactionsCheck, reacts, serveCluster } from '@threekeys/cluster';
import { volunteerMatchingRoutes } from './routes';
import { VolunteerMatchingModule } from './volunteer-matching.module';

// volunteer-matching as a process of a cluster.
serveCluster(clusterConfigFrom, {
  service: {
    name: 'volunteer-matching',
    module: VolunteerMatchingModule,
    routes: volunteerMatchingRoutes,
  },
  parts: [reacts],
  checks: [reactionsCheck],
  lags: [consumersLag],
});
