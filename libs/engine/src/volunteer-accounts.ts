import { VolunteerAccounts } from '@threekeys/http';
import type { ReadModels, VolunteerRow } from '@threekeys/read-models';
import { volunteers } from '@threekeys/read-models';

/** Looks the account up in the register of volunteers. Who has left has none; an account of two belongs to neither. */
export class ViewedVolunteerAccounts extends VolunteerAccounts {
  constructor(private readonly models: ReadModels) {
    super();
  }

  async volunteerOf(account: string): Promise<string | undefined> {
    const where = { account, left: 0 };
    const { rows } = await this.models.find<VolunteerRow>(volunteers.name, { where, limit: 2 });
    return rows.length === 1 ? rows[0]?.row.volunteerId : undefined;
  }
}
