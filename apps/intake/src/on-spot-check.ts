import type { Policy } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';

/** Whether a case is of the policy's share of on-the-spot cases that are checked: drawn by its id, not by a person. */
export function isDrawnForCheck(caseId: string, { onSpotCheckPercent }: Policy): boolean {
  const drawn = parseInt(derivedId(caseId, 'on-spot-check').slice(0, 8), 16) % 100;
  return drawn < onSpotCheckPercent;
}
