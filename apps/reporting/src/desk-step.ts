import type { CaseCommandType, Party } from '@threekeys/domain';

/** What somebody has to do next with a case: one command or another, and what of the case it is about. */
export interface Step {
  /** In the order in which they are likely; each of them settles it. */
  readonly commands: readonly CaseCommandType[];
  readonly workOrderId?: string;
  readonly offerId?: string;
  readonly party?: Party;
  readonly requesterId?: string;
  /**
   * Why somebody else has to have it: who has it has left, or is of the other side. `sheet`: why somebody is told: their
   * party's key was written down from a signed sheet.
   */
  readonly because?: 'left' | 'kept-out' | 'sheet';
}
