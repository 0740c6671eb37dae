import { DispatchModule } from '@threekeys/dispatch';
import type { Route } from '@threekeys/http';
import { IntakeModule, intakeRoutes } from '@threekeys/intake';
import { ReportingModule, reportingRoutes } from '@threekeys/reporting';
import type { ServiceModule } from '@threekeys/runtime';
import { routesOf } from '@threekeys/runtime';
import { VolunteerMatchingModule, volunteerMatchingRoutes } from '@threekeys/volunteer-matching';

/** What runs in this process. */
export const services: readonly ServiceModule[] = [
  { name: 'intake', module: IntakeModule, routes: intakeRoutes },
  { name: 'dispatch', module: DispatchModule, routes: [] },
  { name: 'volunteer-matching', module: VolunteerMatchingModule, routes: volunteerMatchingRoutes },
  { name: 'reporting', module: ReportingModule, routes: reportingRoutes },
];

/** Every route of the product: OpenAPI, the documentation and the generated client are made from it. */
export const allRoutes: readonly Route[] = routesOf(services);
