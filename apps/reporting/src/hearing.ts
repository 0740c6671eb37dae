import { Injectable } from '@nestjs/common';
import { contentOf, EventStore } from '@threekeys/event-store';
import type { Caller } from '@threekeys/http';
import { Access, relationsTo } from '@threekeys/http';
import type { CaseRow, Change, RankingRow, VolunteerRow } from '@threekeys/read-models';
import { cases, rankings, ReadModels, volunteers } from '@threekeys/read-models';
import { standingOf } from './standing';

/**
 * Who hears of which change: that something happens to a case, that volunteers are sought for it, or that one is booked or
 * was at work there, is told to who may read it, and to nobody else. 身份隔离: whoever is of the side that is complained
 * about hears of it as little as they see of it.
 */
@Injectable()
export class Hearing {
  /** Of a change that many hear: looked up once. */
  private readonly looked = new WeakMap<Change, Promise<CaseRow | undefined>>();

  constructor(
    private readonly access: Access,
    private readonly models: ReadModels,
    private readonly store: EventStore,
  ) {}

  mayListen(caller: Caller): boolean {
    return this.access.mayEver(caller, 'stream');
  }

  /** Those of the changes that are for this caller, in their order. */
  async heardBy(caller: Caller, changes: readonly Change[]): Promise<readonly Change[]> {
    const hearsAll = this.access.roleFor(caller, 'cases.read', ['any']) !== undefined;
    const heard: Change[] = [];
    for (const change of changes) if (await this.isFor(caller, change, hearsAll)) heard.push(change);
    return heard;
  }

  private async isFor(caller: Caller, change: Change, hearsAll: boolean): Promise<boolean> {
    const { stream } = change;
    if (stream === `volunteer-${caller.volunteerId ?? ''}`) return true;
    const mayBeOfCase = hearsAll ? ['case-', 'match-', 'volunteer-'] : ['case-'];
    if (!mayBeOfCase.some((category) => stream.startsWith(category))) return hearsAll;
    const row = await this.caseOf(change);
    return row === undefined ? hearsAll && !stream.startsWith('match-') : this.mayRead(caller, row);
  }

  private caseOf(change: Change): Promise<CaseRow | undefined> {
    const row = this.looked.get(change) ?? this.lookUp(change);
    this.looked.set(change, row);
    return row;
  }

  private async lookUp(change: Change): Promise<CaseRow | undefined> {
    const caseId = await this.caseIdOf(change);
    return caseId === undefined ? undefined : this.models.get<CaseRow>(cases.name, caseId);
  }

  private async caseIdOf(change: Change): Promise<string | undefined> {
    const { stream } = change;
    if (stream.startsWith('case-')) return stream.slice('case-'.length);
    return stream.startsWith('match-') ? this.rankedFor(stream) : this.workedFor(change);
  }

  /** Where a volunteer is booked, or was at work, by this change; undefined: it is of no case. */
  private async workedFor({ stream, revision }: Change): Promise<string | undefined> {
    for await (const event of this.store.readStream(stream, { from: revision, max: 1 })) {
      const { caseId, bookingId } = contentOf(event).data as { caseId?: string; bookingId?: string };
      return caseId ?? (bookingId === undefined ? undefined : this.servedFor(stream, bookingId));
    }
    return undefined;
  }

  private async servedFor(stream: string, bookingId: string): Promise<string | undefined> {
    const row = await this.models.get<VolunteerRow>(volunteers.name, stream.slice('volunteer-'.length));
    return row?.served.find((each) => each.bookingId === bookingId)?.caseId;
  }

  private async rankedFor(stream: string): Promise<string | undefined> {
    const workOrderId = stream.slice('match-'.length);
    const { rows } = await this.models.find<RankingRow>(rankings.name, { where: { workOrderId }, limit: 1 });
    return rows[0]?.row.caseId;
  }

  private mayRead(caller: Caller, row: CaseRow): boolean {
    return this.access.roleFor(caller, 'cases.read', relationsTo(caller, standingOf(row))) !== undefined;
  }
}
