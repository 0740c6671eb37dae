import type { KeyMisuse } from './key-use';
import type { SecretProblem } from './secret-check';

/** One key that is not what the log says of it, or one value that it does not open. */
export interface KeyProblem {
  readonly kid: string;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  /**
   * `other`: not the key that the event committed to. `missing`: neither there nor erased. `erased`: marked so, and no
   * event of the log says it. `damaged`: not as it was wrapped. `unopened`: the value at the pointer does not open under it.
   * `owner`: the key store says that it is another's, or nobody's. `reused`: committed to before. `uncommitted`: nothing has
   * committed to it.
   */
  readonly kind: 'other' | 'missing' | 'erased' | 'damaged' | 'unopened' | KeyMisuse['kind'];
  /** JSON pointer within the event's data. */
  readonly pointer?: string;
}

export interface KeyReport {
  /** Commitments that were compared. */
  readonly keys: number;
  /** Sealed values that were opened, and forgotten. */
  readonly values: number;
  /** Commitments whose key is marked as erased: there is nothing to compare. */
  readonly erased: number;
  /** The first thousand. */
  readonly problems: readonly KeyProblem[];
  readonly secrets: readonly SecretProblem[];
  /** Tracking codes of the log that the secret of this store does not make. */
  readonly otherCodes: number;
}

/** Keys and secrets are what the log says of them: words can be opened, and compared. */
export const isWhole = ({ problems, secrets, otherCodes }: KeyReport): boolean =>
  problems.length === 0 && secrets.length === 0 && otherCodes === 0;
