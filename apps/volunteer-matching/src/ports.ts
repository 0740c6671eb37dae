import type {
  Case,
  CaseCommand,
  CaseEvent,
  Match,
  MatchCommand,
  MatchEvent,
  Volunteer,
  VolunteerCommand,
  VolunteerEvent,
} from '@threekeys/domain';
import type { Clock, CommandHandler, RulesSource } from '@threekeys/event-store';
import type { ConflictsOfInterest } from './conflicts-of-interest';
import type { VolunteerPool } from './volunteer-pool';

export interface MatchingPorts {
  readonly cases: Pick<CommandHandler<Case, CaseCommand, CaseEvent>, 'load'>;
  readonly volunteers: Pick<CommandHandler<Volunteer, VolunteerCommand, VolunteerEvent>, 'handle' | 'load'>;
  readonly matches: Pick<CommandHandler<Match, MatchCommand, MatchEvent>, 'handle' | 'load'>;
  readonly pool: VolunteerPool;
  readonly conflicts: ConflictsOfInterest;
  readonly rules: RulesSource;
  readonly clock: Clock;
}
