import { Injectable } from '@nestjs/common';
import type { Caller } from '@threekeys/http';
import { Access, relationsTo } from '@threekeys/http';
import type { CaseRow, Change } from '@threekeys/read-models';
import { cases, ReadModels } from '@threekeys/read-models';
import { standingOf } from './standing';

/** Who hears of which change: that something happens to a case is told to who may read it, and to nobody else. */
@Injectable()
export class Hearing {
  constructor(
    private readonly access: Access,
    private readonly models: ReadModels,
  ) {}

  mayListen(caller: Caller): boolean {
    return this.access.mayEver(caller, 'stream');
  }

  /** Those of the changes that are for this caller, in their order. */
  async heardBy(caller: Caller, changes: readonly Change[]): Promise<readonly Change[]> {
    if (this.access.roleFor(caller, 'cases.read', ['any'])) return changes;
    const heard: Change[] = [];
    for (const change of changes) if (await this.isFor(caller, change.stream)) heard.push(change);
    return heard;
  }

  private async isFor(caller: Caller, stream: string): Promise<boolean> {
    if (stream === `volunteer-${caller.volunteerId ?? ''}`) return true;
    if (!stream.startsWith('case-')) return false;
    const row = await this.models.get<CaseRow>(cases.name, stream.slice('case-'.length));
    return row !== undefined && this.mayRead(caller, row);
  }

  private mayRead(caller: Caller, row: CaseRow): boolean {
    return this.access.roleFor(caller, 'cases.read', relationsTo(caller, standingOf(row))) !== undefined;
  }
}
