import { decideBy, type Decider } from '../decider';
import { equalContent } from '../equality';
import { refuse, type Refusal } from '../refusals';
import type { InstallationCommand, InstallationEvent } from './installation.messages';

type DataOf<T extends InstallationCommand['type']> = Extract<InstallationCommand, { type: T }>['data'];

/**
 * Which clock recorded this store, what an operator has accepted (losses of its tail, clocks that stood behind it), and what
 * was witnessed beside it.
 */
export interface Installation {
  readonly opened?: DataOf<'OpenInstallation'>;
  readonly losses: readonly DataOf<'AcceptLoss'>[];
  readonly clocks: readonly DataOf<'AcceptClock'>[];
  /** How many lines of each month of the access log were witnessed last. */
  readonly accessLines: Readonly<Record<string, number>>;
}

export const installationDecider: Decider<Installation, InstallationCommand, InstallationEvent> = {
  initialState: { losses: [], clocks: [], accessLines: {} },
  evolve,
  decide: decideBy<Installation, InstallationCommand, InstallationEvent>({
    OpenInstallation: openInstallation,
    AcceptLoss: (data, state) =>
      equalContent(state.losses.at(-1), data) ? [] : [{ type: 'LossAccepted', data }],
    AcceptClock: acceptClock,
    RecordRestore: (data) => [{ type: 'BackupRestored', data }],
    WitnessAccessLog: (data, { accessLines }) =>
      data.lines > (accessLines[data.month] ?? 0) ? [{ type: 'AccessLogWitnessed', data }] : [],
  }),
};

/** A simulated clock is told from the server's by the instant at which it ends. */
function openInstallation(
  data: DataOf<'OpenInstallation'>,
  state: Installation,
): readonly InstallationEvent[] | Refusal {
  if (state.opened) return equalContent(state.opened, data) ? [] : refuse('InstallationAlreadyOpened');
  if ((data.clock === 'simulated') !== (data.until !== undefined)) return refuse('SimulatedClockNeedsEnd');
  return [{ type: 'InstallationOpened', data }];
}

/** A clock that fits is no matter for an operator. */
function acceptClock(
  data: DataOf<'AcceptClock'>,
  state: Installation,
): readonly InstallationEvent[] | Refusal {
  if (equalContent(state.clocks.at(-1), data)) return [];
  if (data.clock >= data.newest) return refuse('ClockNotBehind');
  return [{ type: 'ClockAccepted', data }];
}

function evolve(state: Installation, event: InstallationEvent): Installation {
  switch (event.type) {
    case 'InstallationOpened':
      return { ...state, opened: event.data };
    case 'LossAccepted':
      return { ...state, losses: [...state.losses, event.data] };
    case 'ClockAccepted':
      return { ...state, clocks: [...state.clocks, event.data] };
    case 'BackupRestored':
      return state;
    case 'AccessLogWitnessed':
      return { ...state, accessLines: { ...state.accessLines, [event.data.month]: event.data.lines } };
  }
}
