import { Injectable } from '@nestjs/common';
import { CaseNumber } from '@threekeys/domain';
import { EventStore } from '@threekeys/event-store';
import { ViewsWait } from '@threekeys/http';
import type { CaseRow } from '@threekeys/read-models';
import { cases, ReadModels } from '@threekeys/read-models';

/** Finds a case by the number that people say. */
@Injectable()
export class CasesByNumber {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly wait: ViewsWait,
  ) {}

  /** @param which id or number; a number that no case has stays what it is, as an id does @throws Problem `views-behind` */
  async idOf(which: string): Promise<string> {
    if (!CaseNumber.safeParse(which).success) return which;
    await this.wait.atLeast(await this.store.end());
    const { rows } = await this.models.find<CaseRow>(cases.name, { where: { number: which }, limit: 1 });
    return rows[0]?.row.caseId ?? which;
  }
}
