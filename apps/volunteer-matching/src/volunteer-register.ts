import { Inject, Injectable } from '@nestjs/common';
import { Clock, RulesSource } from '@threekeys/event-store';
import type { Caller, CallOf } from '@threekeys/http';
import { notFound, ViewsWait } from '@threekeys/http';
import { Opener } from '@threekeys/privacy';
import type { VolunteerRow } from '@threekeys/read-models';
import { isFree } from './availability';
import { CaseFirewall } from './case-firewall';
import type { listVolunteers } from './routes';
import type { Moment } from './volunteer-answers';
import { detailOf, lineOf } from './volunteer-answers';
import { VolunteerQueries } from './volunteer.queries';
import type { VolunteerDetail, VolunteerPage } from './volunteers.responses';

const limitByDefault = 50;

/** The register of volunteers with names and phones masked. */
@Injectable()
export class VolunteerRegister {
  @Inject() private readonly rules!: RulesSource;
  @Inject() private readonly clock!: Clock;

  constructor(
    private readonly queries: VolunteerQueries,
    private readonly opener: Opener,
    private readonly wait: ViewsWait,
    private readonly firewall: CaseFirewall,
  ) {}

  /** Free, and of how much work, as far as whoever asks may know of it. */
  async page({ caller, query }: CallOf<typeof listVolunteers>): Promise<VolunteerPage> {
    const { atLeast, limit = limitByDefault, freeFrom, freeTo, ...search } = query;
    await this.wait.atLeast(atLeast);
    const [at, seen] = [await this.moment(), await this.firewall.sightFor(caller)];
    const asked = { ...defined(search), limit };
    const { rows, next } =
      freeFrom === undefined || freeTo === undefined
        ? await this.queries.find(asked)
        : await this.queries.findThose(asked, (row) =>
            isFree(seen(row), { from: freeFrom, to: freeTo }, at.timeZoneOffsetMinutes),
          );
    return { volunteers: await Promise.all(rows.map(({ row }) => lineOf(seen(row), this.opener, at))), next };
  }

  /** @throws Problem `not-found` */
  async row(volunteerId: string, atLeast?: string): Promise<VolunteerRow> {
    await this.wait.atLeast(atLeast);
    const row = await this.queries.get(volunteerId);
    if (!row) throw notFound();
    return row;
  }

  /** Without what is booked or was served in a case that whoever asks is shut out of. */
  async detail(row: VolunteerRow, caller: Caller): Promise<VolunteerDetail> {
    const numberOf = (caseId: string) => this.firewall.numberFor(caller, caseId);
    const seen = await this.firewall.sightFor(caller);
    return detailOf(seen(row), { opener: this.opener, at: await this.moment(), numberOf });
  }

  private async moment(): Promise<Moment> {
    const { policy } = await this.rules.current();
    return { now: this.clock.now(), timeZoneOffsetMinutes: policy.timeZoneOffsetMinutes };
  }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(search: T): Defined<T> {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Defined<T>;
}
