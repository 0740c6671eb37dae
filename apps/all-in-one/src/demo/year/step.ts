import type { ReportedCase } from '@threekeys/domain';
import type { Matter } from './matter';

/** What somebody does next about a matter. */
export interface Step {
  /** The same name: the same is still to be done. */
  readonly name: string;
  /** In how many minutes somebody gets to it. */
  after(): number;
  act(): Promise<void>;
}

export type Steps = (matter: Matter, state: ReportedCase) => Step | undefined;
