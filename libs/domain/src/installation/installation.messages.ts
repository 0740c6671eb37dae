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

const restored = {
  /** How many events the backup held, and the RFC 6962 root over them. */
  logSize: z.int(),
  logRoot: Hash,
  /** When the witness of the backup was written last: what was recorded after that may be missing. */
  witnessedAt: Instant.optional(),
  /** What a newer witness of the log that was backed up had seen: events `logSize + 1` to `size` are missing. */
  beyond: z.strictObject({ size: z.int(), root: Hash, time: Instant }).optional(),
};

const accesses = {
  /** `yyyy-mm`, of the access log. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  /** So many lines it had, in their order, and this is the hash of their chain. */
  lines: z.int().min(1),
  hash: Hash,
};

export const InstallationEvent = z.discriminatedUnion('type', [
  message('InstallationOpened', opened),
  /** An operator went on after the log had lost its tail: from where, and what the anchor had said. */
  message('LossAccepted', { anchorSize: z.int(), anchorRoot: Hash, logSize: z.int() }),
  /** An operator took the clock for right though it stood behind the log: what follows is dated from there on. */
  message('ClockAccepted', acceptedClock),
  /** An operator went on from a backup: whatever was accepted after it is not in this log. */
  message('BackupRestored', restored),
  /** Who opened what is kept apart from the log; so much of it there was. */
  message('AccessLogWitnessed', accesses),
]);
export type InstallationEvent = z.infer<typeof InstallationEvent>;
export const installationEvents = schemasByType(InstallationEvent.options);

export const InstallationCommand = z.discriminatedUnion('type', [
  message('OpenInstallation', opened),
  message('AcceptLoss', { anchorSize: z.int(), anchorRoot: Hash, logSize: z.int() }),
  message('AcceptClock', acceptedClock),
  message('RecordRestore', restored),
  message('WitnessAccessLog', accesses),
]);
export type InstallationCommand = z.infer<typeof InstallationCommand>;
export const installationCommands = schemasByType(InstallationCommand.options);
