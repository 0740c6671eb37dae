import { z } from 'zod';
import { message, schemasByType } from '../message';
import { Hash, Instant } from '../values';

// Stream installation-main: the first event of every store says which clock recorded it.

const opened = {
  /** `simulated`: everything recorded before `until` was recorded under a simulated clock (demo data). */
  clock: z.enum(['server', 'simulated']),
  until: Instant.optional(),
};

export const InstallationEvent = z.discriminatedUnion('type', [
  message('InstallationOpened', opened),
  /** An operator went on after the log had lost its tail: from where, and what the anchor had said. */
  message('LossAccepted', { anchorSize: z.int(), anchorRoot: Hash, logSize: z.int() }),
]);
export type InstallationEvent = z.infer<typeof InstallationEvent>;
export const installationEvents = schemasByType(InstallationEvent.options);

export const InstallationCommand = z.discriminatedUnion('type', [
  message('OpenInstallation', opened),
  message('AcceptLoss', { anchorSize: z.int(), anchorRoot: Hash, logSize: z.int() }),
]);
export type InstallationCommand = z.infer<typeof InstallationCommand>;
export const installationCommands = schemasByType(InstallationCommand.options);
