import { VolunteerAccounts } from '@threekeys/http';
import type { ReadModels, VolunteerRow } from '@threekeys/read-models';
import { volunteers } from '@threekeys/read-models';

/** Looks the account up in the register of volunteers. */
export class ViewedVolunteerAccounts extends VolunteerAccounts {
  constructor(private readonly models: ReadModels) {
    super();
  }

  async volunteerOf(account: string): Promise<string | undefined> {
    const { rows } = await this.models.find<VolunteerRow>(volunteers.name, { where: { account }, limit: 1 });
    return rows[0]?.row.volunteerId;
  }
}
