import { isSealed } from '@threekeys/domain';
import type { KeyStore } from './key-store';
import { SecretDamaged } from './key-store';
import { trackingCode } from './tracking-code';

/** A secret of the installation that is gone, or not as it was wrapped. */
export interface SecretProblem {
  readonly name: string;
  readonly kind: 'missing' | 'damaged';
}

/** Name of the secret that tracking codes are made with. */
export const trackingSecretName = 'tracking-codes';
export const searchSecretName = 'search';

/** The secrets of an installation, against what of the log was made with them. */
export class SecretCheck {
  /** Tracking codes of the log that the secret does not make: nobody finds their matter by them any more. */
  otherCodes = 0;
  private readonly missed = new Set<string>();

  private constructor(
    private readonly secrets: ReadonlyMap<string, Buffer>,
    private readonly damaged: readonly string[],
  ) {}

  static async of(keys: KeyStore): Promise<SecretCheck> {
    try {
      return new SecretCheck(await keys.secrets(), []);
    } catch (error) {
      if (!(error instanceof SecretDamaged)) throw error;
      return new SecretCheck(new Map(), error.names);
    }
  }

  get problems(): readonly SecretProblem[] {
    return [
      ...this.damaged.map((name) => ({ name, kind: 'damaged' as const })),
      ...[...this.missed].map((name) => ({ name, kind: 'missing' as const })),
    ];
  }

  /** What was sealed is searched for by tokens of this secret. */
  needsSearch(): void {
    this.needed(searchSecretName);
  }

  takeCode(code: string, requesterId: string): void {
    const secret = this.needed(trackingSecretName);
    if (secret && trackingCode(secret, requesterId) !== code) this.otherCodes += 1;
  }

  /** Where one is damaged none was read: that is told alone. */
  private needed(name: string): Buffer | undefined {
    const secret = this.secrets.get(name);
    if (secret === undefined && this.damaged.length === 0) this.missed.add(name);
    return secret;
  }
}

/** Requesters by the ciphertext of their tracking codes. */
export type CodeOwners = ReadonlyMap<string, string>;

export function codesIn(data: unknown, found = new Map<string, string>()): CodeOwners {
  if (typeof data !== 'object' || data === null || isSealed(data)) return found;
  const { requesterId, trackingCode } = data as Record<string, unknown>;
  if (typeof requesterId === 'string' && isSealed(trackingCode)) found.set(trackingCode.$pii.ct, requesterId);
  for (const member of Object.values(data)) codesIn(member, found);
  return found;
}
