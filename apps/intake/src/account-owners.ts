import { Injectable } from '@nestjs/common';
import { EventStore } from '@threekeys/event-store';
import { ViewsWait } from '@threekeys/http';
import type { VolunteerRow } from '@threekeys/read-models';
import { ReadModels, volunteers } from '@threekeys/read-models';

/** Knows which accounts volunteers sign in with. */
@Injectable()
export class AccountOwners {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly wait: ViewsWait,
  ) {}

  /**
   * Whether an account belongs to a volunteer other than this one who has not left. Two that are registered with it at the
   * same instant are both let in: it signs in neither of them until one has left.
   * @throws Problem `views-behind`
   */
  async isTaken(account: string, volunteerId: string): Promise<boolean> {
    await this.wait.atLeast(await this.store.end());
    const where = { account, left: 0 };
    const { rows } = await this.models.find<VolunteerRow>(volunteers.name, { where, limit: 2 });
    return rows.some(({ row }) => row.volunteerId !== volunteerId);
  }
}
