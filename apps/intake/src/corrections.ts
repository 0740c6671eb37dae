import { Injectable } from '@nestjs/common';
import type { CaseCommandOf } from '@threekeys/domain';
import { isCorrigible } from '@threekeys/domain';
import { contentOf, EventStore } from '@threekeys/event-store';

/** 更正 names what it corrects (CASE, rule 15). */
@Injectable()
export class Corrections {
  constructor(private readonly store: EventStore) {}

  /** Whether a case holds the event that is to be corrected, and it told something that can be. */
  async isKnown(
    caseId: string,
    { supersedes, fields }: Pick<CaseCommandOf<'AmendReport'>['data'], 'supersedes' | 'fields'>,
  ): Promise<boolean> {
    for await (const event of this.store.readStream(`case-${caseId}`))
      if (event.id === supersedes) return isCorrigible(contentOf(event), fields);
    return false;
  }
}
