import { Injectable } from '@nestjs/common';
import { isCorrigible } from '@threekeys/domain';
import { EventStore } from '@threekeys/event-store';

/** 更正 names what it corrects (CASE, rule 15). */
@Injectable()
export class Corrections {
  constructor(private readonly store: EventStore) {}

  /** Whether a case holds the event that is to be corrected, and it told something that can be. */
  async isKnown(caseId: string, { supersedes }: { readonly supersedes: string }): Promise<boolean> {
    for await (const { id, type } of this.store.readStream(`case-${caseId}`))
      if (id === supersedes) return isCorrigible(type);
    return false;
  }
}
