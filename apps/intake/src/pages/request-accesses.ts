import { Injectable } from '@nestjs/common';
import type { MarkupPart } from '@threekeys/http';
import { markup } from '@threekeys/http';
import type { OwnAccess } from '@threekeys/privacy';
import { accessesToOwn, AccessLog } from '@threekeys/privacy';
import type { LinkedCase } from './linked-cases';
import { LinkedCases } from './linked-cases';
import type { PageMessages } from './page-messages';
import type { RequestInHand } from './request-in-hand';
import type { Wording } from './wording';

const shownMax = 100;

/** Who has opened what is a requester's own: in which role, when and why, and no name. */
@Injectable()
export class RequestAccesses {
  constructor(
    private readonly cases: LinkedCases,
    private readonly log: AccessLog,
  ) {}

  /** Folded. What was merged is also asked about where it was reported. @param since when they came to the case */
  async of(
    { linked, requester: { requesterId, from } }: RequestInHand,
    since: string | undefined,
    wording: Wording,
    { request: { opened: t } }: PageMessages,
  ): Promise<MarkupPart> {
    const before = from === undefined ? [] : await this.in(await this.cases.read(from), requesterId);
    const accesses = [...(await this.in(linked, requesterId, since)), ...before].slice(0, shownMax);
    const lines = accesses.map(
      ({ at, role, purpose, what }) => markup`<li>
      <strong>${t.by(role, purpose)}</strong> · ${what.map((each) => t.what[each]).join(t.and)}<br /><time datetime="${at}">${wording.time(at)}</time>
    </li>`,
    );
    return markup`<details><summary>${t.title(lines.length)}</summary><p>${t.text}</p><ul>${lines}</ul></details>`;
  }

  private in(
    { caseId, state: { requesters } }: LinkedCase,
    requesterId: string,
    from?: string,
  ): Promise<readonly OwnAccess[]> {
    const index = requesters.findIndex((each) => each.requesterId === requesterId);
    return accessesToOwn(this.log, { caseId, requesterId, index, from, max: shownMax });
  }
}
