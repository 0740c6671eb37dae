import { Injectable } from '@nestjs/common';
import { accessesToOwn, AccessLog, normalisedTrackingCode, Opener } from '@threekeys/privacy';
import type { OwnAccess } from '@threekeys/privacy';
import type { CaseRow } from '@threekeys/read-models';
import { timingSafeEqual } from 'node:crypto';
import { CaseFiles } from './case-file';

const shownMax = 500;

interface Asked {
  readonly number: string;
  readonly trackingCode: string;
}

/**
 * Who has opened a requester's own data, when and why: an answer to themself, known by the number of their case and the code
 * that they took home. It names roles, never people.
 */
@Injectable()
export class OwnAccesses {
  constructor(
    private readonly files: CaseFiles,
    private readonly log: AccessLog,
    private readonly opener: Opener,
  ) {}

  /** Newest first, at most some hundreds. Undefined: no such case, or not their code. @throws Problem `not-found` */
  async of({ number, trackingCode }: Asked): Promise<readonly OwnAccess[] | undefined> {
    const { row, caseId } = await this.files.read(number);
    const index = await this.requesterOf(row, normalisedTrackingCode(trackingCode));
    if (index === undefined) return undefined;
    const requesterId = row.requesters[index]?.requesterId ?? '';
    return accessesToOwn(this.log, { caseId, requesterId, index, max: shownMax });
  }

  private async requesterOf({ requesters }: CaseRow, code: string): Promise<number | undefined> {
    for (const [index, { trackingCode }] of requesters.entries()) {
      const theirs = await this.opener.open(trackingCode);
      if (theirs !== undefined && isSame(theirs, code)) return index;
    }
    return undefined;
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
