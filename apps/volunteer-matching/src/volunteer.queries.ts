import type { Page, ReadModels, VolunteerRow } from '@threekeys/read-models';

/** What the register of volunteers is asked for. */
export interface VolunteerSearch {
  readonly compound?: string;
  readonly skill?: string;
  readonly interest?: string;
  /** Neither paused nor left. */
  readonly active?: boolean;
  /** Search tokens of a name or a phone. */
  readonly tokens?: readonly string[];
  readonly cursor?: string;
  /** 1 to 200. */
  readonly limit: number;
}

const readingsMax = 20;

/** Reads the register. Names and phones stay sealed: whoever shows them opens them through the gate. */
export class VolunteerQueries {
  constructor(private readonly models: ReadModels) {}

  /** Those registered last first. @throws InvalidCursor, InvalidQuery */
  find({
    compound,
    skill,
    interest,
    active,
    tokens,
    cursor,
    limit,
  }: VolunteerSearch): Promise<Page<VolunteerRow>> {
    const where = {
      ...(compound === undefined ? {} : { compound }),
      ...(skill === undefined ? {} : { skills: { has: skill } }),
      ...(interest === undefined ? {} : { interests: { has: interest } }),
      ...(active === undefined ? {} : { active: active ? 1 : 0 }),
    };
    const sort = [{ column: 'registeredAt', direction: 'descending' }] as const;
    const page = { ...(tokens === undefined ? {} : { tokens }), ...(cursor === undefined ? {} : { cursor }) };
    return this.models.find<VolunteerRow>('volunteers', { where, sort, limit, ...page });
  }

  /**
   * As {@link find}, those alone that pass. A page may have fewer than `limit`, or none, and still a `next`: so much is read
   * for one answer and no more.
   */
  async findThose(
    search: VolunteerSearch,
    passes: (row: VolunteerRow) => boolean,
  ): Promise<Page<VolunteerRow>> {
    const rows: Page<VolunteerRow>['rows'][number][] = [];
    let { cursor } = search;
    for (let reading = 0; reading < readingsMax && rows.length < search.limit; reading++) {
      const limit = search.limit - rows.length;
      const page = await this.find({ ...search, limit, ...(cursor === undefined ? {} : { cursor }) });
      rows.push(...page.rows.filter(({ row }) => passes(row)));
      cursor = page.next;
      if (cursor === undefined) return { rows };
    }
    return cursor === undefined ? { rows } : { rows, next: cursor };
  }

  get(volunteerId: string): Promise<VolunteerRow | undefined> {
    return this.models.get<VolunteerRow>('volunteers', volunteerId);
  }

  /** Who signs in with this account, if a volunteer does. */
  async byAccount(account: string): Promise<VolunteerRow | undefined> {
    const { rows } = await this.models.find<VolunteerRow>('volunteers', { where: { account }, limit: 1 });
    return rows[0]?.row;
  }
}
