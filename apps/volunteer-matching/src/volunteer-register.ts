import { Injectable } from '@nestjs/common';
import type { CallOf } from '@threekeys/http';
import { notFound, ViewsWait } from '@threekeys/http';
import { Opener } from '@threekeys/privacy';
import type { VolunteerRow } from '@threekeys/read-models';
import type { listVolunteers } from './routes';
import { detailOf, lineOf } from './volunteer-answers';
import { VolunteerQueries } from './volunteer.queries';
import type { VolunteerDetail, VolunteerPage } from './volunteers.responses';

const limitByDefault = 50;

/** The register of volunteers with names and phones masked. */
@Injectable()
export class VolunteerRegister {
  constructor(
    private readonly queries: VolunteerQueries,
    private readonly opener: Opener,
    private readonly wait: ViewsWait,
  ) {}

  async page({ query }: CallOf<typeof listVolunteers>): Promise<VolunteerPage> {
    const { atLeast, limit = limitByDefault, ...search } = query;
    await this.wait.atLeast(atLeast);
    const { rows, next } = await this.queries.find({ ...defined(search), limit });
    return { volunteers: await Promise.all(rows.map(({ row }) => lineOf(row, this.opener))), next };
  }

  /** @throws Problem `not-found` */
  async row(volunteerId: string, atLeast?: string): Promise<VolunteerRow> {
    await this.wait.atLeast(atLeast);
    const row = await this.queries.get(volunteerId);
    if (!row) throw notFound();
    return row;
  }

  detail(row: VolunteerRow): Promise<VolunteerDetail> {
    return detailOf(row, this.opener);
  }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(search: T): Defined<T> {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Defined<T>;
}
