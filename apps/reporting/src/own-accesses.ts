import { Injectable } from '@nestjs/common';
import { AccessLog, normalisedTrackingCode, Opener } from '@threekeys/privacy';
import type { AccessRecord } from '@threekeys/privacy';
import type { CaseRow } from '@threekeys/read-models';
import { timingSafeEqual } from 'node:crypto';
import { CaseFiles } from './case-file';
import type { OwnAccess } from './operator.responses';

const pageSize = 200;
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
    const found: OwnAccess[] = [];
    for (let cursor: string | undefined; found.length < shownMax;) {
      const page = await this.log.page({ caseId, limit: pageSize, cursor });
      found.push(...page.records.flatMap((record) => ownOf(record, index)));
      if (page.next === undefined) break;
      cursor = page.next;
    }
    return found.slice(0, shownMax);
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

/** What of an access is about the requester at this place of the case; nothing where it is about others. */
function ownOf({ at, actor, fields, purpose }: AccessRecord, index: number): readonly OwnAccess[] {
  const what = [...new Set(fields.flatMap((field) => groupOf(field, index)))].sort();
  return what.length === 0 ? [] : [{ at, role: actor.role, purpose, what }];
}

type What = OwnAccess['what'][number];

function groupOf(field: string, index: number): readonly What[] {
  const [part = '', place, member] = field.split('/');
  if (part === 'requesters') return place === String(index) ? [groupOfMember(member)] : [];
  return notTheirs.includes(part) ? [] : [groups[part] ?? 'words'];
}

/** Of the other side, of a plan of the parties, and a link, by which nothing is seen before something is opened. */
const notTheirs = ['respondent', 'plan', 'link'];

function groupOfMember(member: string | undefined): What {
  return member === 'trackingCode' ? 'tracking-code' : 'identity';
}

/** Of the fields that are not words. */
const groups: Readonly<Record<string, What>> = {
  place: 'door',
  door: 'door',
  address: 'door',
  'call-back': 'identity',
  'disclosed-name': 'identity',
  merge: 'identity',
};
