import { Injectable } from '@nestjs/common';
import type { Accountable, ByEvent, CaseEventOf } from '@threekeys/domain';
import { byEvent } from '@threekeys/domain';
import type { Markup } from '@threekeys/http';
import { markup } from '@threekeys/http';
import type { Happening, Looking } from './linked-cases';
import { LinkedCases } from './linked-cases';
import type { PageMessages } from './page-messages';
import type { RequestInHand } from './request-in-hand';
import type { Wording } from './wording';

interface Told {
  /** Instant of the first of it. */
  readonly since: string | undefined;
  readonly own: string | undefined;
  readonly steps: Markup;
}

/** What one requester may read of what happened: no names but the post's, and no words but their own and those said to them. */
@Injectable()
export class RequestStory {
  constructor(private readonly cases: LinkedCases) {}

  /** @throws AccessNotRecorded */
  async of(
    { linked, requester }: RequestInHand,
    looking: Looking,
    wording: Wording,
    t: PageMessages,
  ): Promise<Told> {
    const { requesterId } = requester;
    const told = theirs(await this.cases.history(linked), requesterId);
    const texts = await this.cases.open(
      looking,
      Object.fromEntries(
        told.map((event, index) => [nameOf(event, index), byEvent(wordsOf, event, undefined)]),
      ),
    );
    const textOf = (event: Happening) => texts[nameOf(event, told.indexOf(event))];
    const steps = told.map((event) => {
      const title = t.request.events[event.type];
      return title !== undefined && step(event, title, wording, isSaying(event) ? undefined : textOf(event));
    });
    const said = told.find(isSaying);
    return {
      since: told[0]?.recordedAt,
      own: said && textOf(said),
      steps: markup`<ol>
        ${steps}
      </ol>`,
    };
  }
}

/** The words of their report stand above, and are not told twice. */
const isSaying = ({ type }: Happening): boolean =>
  type === 'CaseReported' || type === 'CaseImported' || type === 'RequesterJoined';

/** In the access log. */
const nameOf = ({ type }: Happening, index: number): string => `${type}/${String(index)}`;

function step(event: Happening, title: string, wording: Wording, text?: string): Markup {
  const post = accountableIn(event)?.post;
  return markup`<li>
    <strong>${title}</strong>${post !== undefined && ` · ${wording.post(post)}`}<br /><time
      datetime="${event.recordedAt}"
      >${wording.time(event.recordedAt)}</time
    >${text !== undefined && markup`<blockquote>${text}</blockquote>`}
  </li>`;
}

/** Who is accountable from here on, where the event says so. */
function accountableIn({ type, data }: Happening): Accountable | undefined {
  switch (type) {
    case 'CaseReported':
    case 'CaseReopened':
      return data.accountable;
    case 'AccountabilityTransferred':
      return data.to;
    default:
      return undefined;
  }
}

/** What others reported, asked for, heard and said is no part of it. */
function theirs(happened: readonly Happening[], requesterId: string): readonly Happening[] {
  const requests = new Set<string>();
  return happened.filter((event) => {
    if (event.type === 'ReopeningRefused') return requests.has(event.data.requestId);
    const isTheirs = isFor(event, requesterId);
    if (isTheirs && event.type === 'ReopeningRequested') requests.add(event.data.requestId);
    return isTheirs;
  });
}

function isFor(event: Happening, requesterId: string): boolean {
  const { data } = event;
  return (
    byEvent(audiences, event, requesterId) ?? (!('requesterId' in data) || data.requesterId === requesterId)
  );
}

type Reported = CaseEventOf<'CaseReported' | 'CaseImported'>['data'];

const reportedBy = ({ requesters }: Reported, requesterId: string): boolean =>
  requesters.some((each) => each.requesterId === requesterId);

const audiences: ByEvent<string, boolean> = {
  CaseReported: reportedBy,
  CaseImported: reportedBy,
  RequesterJoined: ({ requester }, requesterId) => requester.requesterId === requesterId,
  ResultChecked: ({ passed }) => passed,
  WorkOrderDispatched: ({ order }) => order.part === 'lead',
};

const summaryOf = ({ summary }: Reported): unknown => summary;
const wordsIn = ({ words }: { readonly words?: unknown }): unknown => words;

/** The words that this requester spoke, or that were said to them; sealed. */
const wordsOf: ByEvent<void, unknown> = {
  CaseReported: summaryOf,
  CaseImported: summaryOf,
  RequesterJoined: wordsIn,
  RequesterAnswered: wordsIn,
  FollowUpRecorded: wordsIn,
  RequesterWithdrew: wordsIn,
  ReopeningRequested: ({ reason }) => reason,
};
