import type {
  Case,
  CaseCommand,
  CaseEvent,
  Match,
  MatchCommand,
  MatchEvent,
  ReportedCase,
} from '@threekeys/domain';
import type { Clock, CommandHandler, EventStore, GlobalPosition, RulesSource } from '@threekeys/event-store';
import type { ReadModels } from '@threekeys/read-models';

export type CaseCommands = Pick<CommandHandler<Case, CaseCommand, CaseEvent>, 'handle' | 'load'>;
export type MatchCommands = Pick<CommandHandler<Match, MatchCommand, MatchEvent>, 'load'>;

/** The views, and a way to wait until they have what is in the log. */
export interface Views {
  readonly models: Pick<ReadModels, 'find' | 'get'>;
  /** Whether they have reached a position, now or within the time. */
  waitFor(position: GlobalPosition, timeoutMs: number): Promise<boolean>;
}

export interface DispatchPorts {
  readonly cases: CaseCommands;
  readonly store: EventStore;
  readonly rules: RulesSource;
  readonly clock: Clock;
  readonly views: Views;
  /** Told where a case waits for a person, and why. */
  readonly notice: (notice: LeftToPeople) => void;
}

/** A step that dispatch does not take by itself: the case lies on the dispatcher's desk. */
export interface LeftToPeople {
  readonly caseId: string;
  readonly step: string;
  readonly because: string;
}

/** The case behind an event of it. @throws Error where the stream begins with something else than a report */
export async function caseBehind(cases: CaseCommands, stream: string): Promise<ReportedCase> {
  const { state } = await cases.load(stream);
  if (state.status === 'unreported') throw new Error(`${stream} was never reported`);
  return state;
}
