// Volunteers, their bookings, ranking and its explanation. Offers and assigns nothing: that is dispatch.
export { ConflictsOfInterest } from './conflicts-of-interest';
export { matchingConsumer } from './matching.consumer';
export { MatchingService } from './matching.service';
export type { MatchingPorts } from './ports';
export { VolunteerMatchingModule } from './volunteer-matching.module';
export { VolunteerPool } from './volunteer-pool';
export * from './volunteer.queries';
export * from './why.query';
export { volunteerMatchingRoutes } from './routes';
export * from './volunteers.responses';
