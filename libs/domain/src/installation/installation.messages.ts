import { z } from 'zod';
import { message, schemasByType } from '../message';
import { Hash, Instant } from '../values';

// Stream installation-main: the first event of every store says which clock recorded it.

const opened = {
  /** `simulated`: everything recorded before `until` was recorded under a simulated clock (demo data). */
  clock: z.enum(['server', 'simulated']),
  until: Instant.optional(),
};

const acceptedClock = {
  /** How many events the log held: what it accepts begins with the next. */
  logSize: z.int(),
  /** How late it was by the log and its witness. */
  newest: Instant,
  /** What the clock said; `recordedAt` is later where the stream had come further. */
  clock: Instant,
};

export const InstallationEvent = z.discriminatedUnion('type', [
  message('InstallationOpened', opened),
  /** An operator went on after the log had lost its tail: from where, and what the anchor had said. */
  message('LossAccepted', { anchorSize: z.int(), anchorRoot: Hash, logSize: z.int() }),
  /** An operator took the clock for right though it stood behind the log: what follows is dated from there on. */
  message('ClockAccepted', acceptedClock),
]);
export type InstallationEvent = z.infer<typeof InstallationEvent>;
export const installationEvents = schemasByType(InstallationEvent.options);

export const InstallationCommand = z.discriminatedUnion('type', [
  message('OpenInstallation', opened),
  message('AcceptLoss', { anchorSize: z.int(), anchorRoot: Hash, logSize: z.int() }),
  message('AcceptClock', acceptedClock),
]);
export type InstallationCommand = z.infer<typeof InstallationCommand>;
export const installationCommands = schemasByType(InstallationCommand.options);
