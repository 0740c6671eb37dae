import { Inject, Injectable } from '@nestjs/common';
import type { Caller, CallOf } from '@threekeys/http';
import { ViewsWait } from '@threekeys/http';
import type { CaseRow } from '@threekeys/read-models';
import { cases, desks, filledPage, ReadModels } from '@threekeys/read-models';
import { CaseFiles } from './case-file';
import { Cursors } from './cursors';
import type { Desk } from './desk';
import { DesksAsOf } from './desk-as-of';
import { DeskLines } from './desk-lines';
import type { DeskLine, PastDeskPage } from './desk.responses';
import { justAfter } from './past-cases';
import type { readPastDesk } from './routes';
import { Sights } from './sight';

const limitByDefault = 50;
/** A page that finds little ends here, and says where to go on: after so many events, or so many rows. */
const eventsMax = 5_000;
const readsMax = 5_000;
const newestFirst = [{ column: 'reportedAt', direction: 'descending' }] as const;

type Asked = CallOf<typeof readPastDesk>['query'];
type List = NonNullable<Asked['list']>;

interface Reported extends Pick<Asked, 'asOf' | 'cursor'> {
  readonly limit: number;
  readonly caller: Caller;
  readonly readsMax: number;
}

interface Look {
  readonly page: PastDeskPage;
  readonly desk: Desk;
  /** Who looks: what they may see of it is decided by how they stand to it today. */
  readonly caller: Caller;
  readonly list: List;
}

/**
 * What somebody had to do next and answered for, as it was known at an instant. Which cases lay there, and under which posts
 * and rules, is read as of then; whoever looks sees of it what they may see today.
 */
@Injectable()
export class PastDesk {
  @Inject() private readonly models!: ReadModels;
  @Inject() private readonly files!: CaseFiles;
  @Inject() private readonly wait!: ViewsWait;
  @Inject() private readonly desks!: DesksAsOf;
  @Inject() private readonly lines!: DeskLines;
  @Inject() private readonly sights!: Sights;
  @Inject() private readonly cursors!: Cursors;

  async page({ caller, query }: CallOf<typeof readPastDesk>): Promise<PastDeskPage> {
    const { asOf, person = caller.id, limit = limitByDefault } = query;
    await this.wait.atLeast(query.atLeast);
    const desk = await this.desks.of(caller, query);
    const page: PastDeskPage = { asOf, person, lines: [], eventsRead: 0, next: query.cursor };
    const look = { page, desk, caller, list: query.list ?? 'to-do' };
    let left = readsMax;
    do {
      const asked = { asOf, limit, caller, readsMax: left, cursor: page.next };
      const { rows, next, reads } = await this.reportedBy(asked);
      for (const row of rows) await this.look(row, look);
      page.next = next;
      left -= reads;
    } while (left > 0 && goesOn(page, limit));
    page.lines.sort(byDue);
    return page;
  }

  private async look(now: CaseRow, { page, desk, caller, list }: Look): Promise<void> {
    const then = await this.rowThen(now, page);
    if (!then || !liesOn(then, desk, list)) return;
    page.lines.push(this.lines.line(then, desk, this.sights.inList({ caller }, now)));
  }

  /** What was reported later was not known then; what was entered late drops out when its history is read. */
  private reportedBy({ asOf, cursor, limit, caller, readsMax }: Reported) {
    return filledPage<CaseRow>(this.models, {
      view: cases.name,
      cursors: this.cursors,
      keeps: (row) => this.lines.mayRead(row, { caller }),
      readsMax,
      where: { reportedAt: { to: justAfter(asOf) } },
      sort: newestFirst,
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
  }

  /** What has not changed since is what it was. */
  private async rowThen(now: CaseRow, page: PastDeskPage): Promise<CaseRow | null> {
    if (now.updatedAt <= page.asOf) return now;
    const { row, read } = await this.files.rowAsOf(now.caseId, page.asOf);
    page.eventsRead += read;
    return row;
  }
}

/** As the desk of today is filled: urgent ones lie before whoever answers for them too. */
function liesOn({ turns, urgency }: CaseRow, { names }: Desk, list: List): boolean {
  const isTurn = turns.some((turn) => names.includes(turn));
  const waiting = names.map(desks.waiting);
  const waits = turns.some((turn) => waiting.includes(turn));
  return list === 'to-do' ? isTurn || (waits && urgency === 'urgent') : waits && urgency !== 'urgent';
}

function goesOn({ next, lines, eventsRead }: PastDeskPage, limit: number): boolean {
  return next !== undefined && lines.length < limit && eventsRead < eventsMax;
}

function byDue(one: DeskLine, other: DeskLine): number {
  return rankOf(one) < rankOf(other) ? -1 : 1;
}

function rankOf({ group, due, caseId }: DeskLine): string {
  return `${group === 'urgent' ? '0' : '1'}${due?.at ?? '9'}${caseId}`;
}
