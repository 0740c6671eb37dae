import 'reflect-metadata';
import { clusterConfigFrom, consumersLag, opensInstallation, reacts, serveCluster } from '@threekeys/cluster';
import { IntakeModule } from './intake.module';
import { intakeRoutes } from './routes';

// intake as a process of a cluster.
serveCluster(clusterConfigFrom, {
  service: { name: 'intake', module: IntakeModule, routes: intakeRoutes },
  parts: [opensInstallation(), reacts],
  lags: [consumersLag],
});
