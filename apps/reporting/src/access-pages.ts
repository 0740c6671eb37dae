import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@threekeys/http';
import { notFound } from '@threekeys/http';
import type { AccessQuery, AccessRecord } from '@threekeys/privacy';
import { accessCursor, AccessLog } from '@threekeys/privacy';
import type { CaseRow } from '@threekeys/read-models';
import { cases, InvalidCursor, ReadModels } from '@threekeys/read-models';
import { CaseFiles } from './case-file';
import { Cursors } from './cursors';
import { Sights } from './sight';

const batchMin = 200;
const readsMax = 5_000;

/** A record, and where the log was read to find it. */
interface Found {
  readonly record: AccessRecord;
  readonly from: string | undefined;
  readonly place: number;
}

/** 身份隔离: who opened a case, and that there is something to open, is told to nobody whom the case shuts out. */
@Injectable()
export class AccessPages {
  @Inject() private readonly cursors!: Cursors;

  constructor(
    private readonly log: AccessLog,
    private readonly files: CaseFiles,
    private readonly models: ReadModels,
    private readonly sights: Sights,
  ) {}

  /** @throws Problem `not-found` where there is no case of this number or id for the caller; InvalidCursor */
  async page(
    caller: Caller,
    { cursor: sealed, caseId: which, ...asked }: AccessQuery,
  ): Promise<{ readonly records: readonly AccessRecord[]; readonly next?: string | undefined }> {
    const query = { ...asked, caseId: await this.caseIdFor(caller, which) };
    const isTheirs = this.firewallOf(caller);
    const kept: Found[] = [];
    let cursor = await this.opened(sealed);
    let limit = query.limit + 1;
    let reads = 0;
    do {
      const { records, next } = await this.log.page({ ...query, cursor, limit });
      for (const [place, record] of records.entries())
        if (await isTheirs(record)) kept.push({ record, from: cursor, place });
      reads += limit;
      cursor = next;
      limit = Math.max(limit, batchMin);
    } while (kept.length <= query.limit && cursor !== undefined && reads < readsMax);
    const end = kept.length > query.limit ? await this.endAt(kept[query.limit - 1], query) : cursor;
    const records = kept.slice(0, query.limit).map(({ record }) => record);
    return { records, next: end && (await this.cursors.seal(end)) };
  }

  private async endAt(last: Found | undefined, query: AccessQuery): Promise<string | undefined> {
    if (!last) return undefined;
    return (await this.log.page({ ...query, cursor: last.from, limit: last.place + 1 })).next;
  }

  private async opened(sealed: string | undefined): Promise<string | undefined> {
    if (sealed === undefined) return undefined;
    const cursor = await this.cursors.open(sealed);
    if (!accessCursor.test(cursor)) throw new InvalidCursor();
    return cursor;
  }

  private async caseIdFor(caller: Caller, which: string | undefined): Promise<string | undefined> {
    if (which === undefined) return undefined;
    const { caseId, rowNow } = await this.files.read(which);
    if (this.isShutOut(caller, rowNow)) throw notFound();
    return caseId;
  }

  /** Each case is looked up once. */
  private firewallOf(caller: Caller): (record: AccessRecord) => Promise<boolean> {
    const known = new Map<string, boolean>();
    return async ({ caseId }) => {
      if (caseId === undefined) return true;
      const before = known.get(caseId);
      if (before !== undefined) return before;
      const row = await this.models.get<CaseRow>(cases.name, caseId);
      const isTheirs = row !== undefined && !this.isShutOut(caller, row);
      known.set(caseId, isTheirs);
      return isTheirs;
    };
  }

  private isShutOut(caller: Caller, row: CaseRow): boolean {
    return this.sights.inList({ caller }, row).isOtherSide;
  }
}
