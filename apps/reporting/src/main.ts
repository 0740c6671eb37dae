import 'reflect-metadata';
import {
  documentsOf,
  forward,
  keepsViews,
  reportingConfigFrom,
  serveCluster,
  UpstreamOutages,
  viewsCheck,
  viewsLag,
  witnessesAccesses,
} from '@threekeys/cluster';
import { serveConsole } from '@threekeys/http';
import { join } from 'node:path';
import { ReportingModule } from './reporting.module';
import { reportingRoutes } from './routes';

const consoleFiles = join(__dirname, '..', '..', 'console', 'dist');

// reporting as a process of a cluster: the one that browsers and scripts speak with.
serveCluster(reportingConfigFrom, ({ intakeUrl, matchingUrl }) => {
  const upstreams = { intake: intakeUrl, 'volunteer-matching': matchingUrl };
  return {
    service: { name: 'reporting', module: ReportingModule, routes: reportingRoutes },
    before: keepsViews,
    parts: [witnessesAccesses],
    checks: [viewsCheck],
    lags: [viewsLag],
    otherDocuments: () => documentsOf(upstreams),
    alsoServe: async (server, { problems, logs }) => {
      await forward(server, { upstreams, problems, outages: new UpstreamOutages(logs) });
      await serveConsole(server, consoleFiles);
    },
  };
});
