import { Inject, Injectable } from '@nestjs/common';
import type { Rules } from '@threekeys/domain';
import { attemptDays, hasHeard } from '@threekeys/domain';
import type { Caller, CallOf } from '@threekeys/http';
import { Access, relationsTo } from '@threekeys/http';
import type { CaseRequester, CaseRow, Query } from '@threekeys/read-models';
import { cases, desks, filledPage, ReadModels } from '@threekeys/read-models';
import { lineOf, requesterOf } from './case-answers';
import { Cursors } from './cursors';
import { Desks } from './desk';
import type { FollowUpLine, FollowUpPage } from './follow-up.responses';
import type { listFollowUps } from './routes';
import { ShutOut } from './shut-out';
import { Sights } from './sight';
import { standingOf } from './standing';

const limitByDefault = 50;
const asked = ['AnswerRequester', 'RecordFollowUp', 'RecordContact', 'CloseCase'] as const;
/** Who did the work tells what came of it; that nobody was reached, and that it ends so, others say (CASE, rule 6). */
const askedOfDoers: readonly string[] = ['AnswerRequester'] satisfies readonly (typeof asked)[number][];

/** 待回访: the requesters who have not heard the end of their matter, soonest due first. */
@Injectable()
export class FollowUpList {
  @Inject() private readonly models!: ReadModels;
  @Inject() private readonly access!: Access;
  @Inject() private readonly sights!: Sights;
  @Inject() private readonly desks!: Desks;
  @Inject() private readonly shutOut!: ShutOut;
  @Inject() private readonly cursors!: Cursors;

  async page({ caller, query }: CallOf<typeof listFollowUps>): Promise<FollowUpPage> {
    const { mine, cursor, limit = limitByDefault, atLeast } = query;
    const { names, rules, now } = await this.desks.of(caller, atLeast);
    const seesAll = this.access.roleFor(caller, 'RecordFollowUp', ['any']) !== undefined;
    const theirs = { turns: { has: [...names, ...names.map(desks.waiting)] } };
    const where: Query['where'] & object = {
      status: 'awaiting-follow-up',
      ...(mine || !seesAll ? theirs : {}),
    };
    const found = await filledPage<CaseRow>(this.models, {
      view: cases.name,
      cursors: this.cursors,
      keeps: (row) => this.isTheirs(row, caller),
      where,
      sort: [{ column: 'nextDueAt', direction: 'ascending' }],
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const lines = found.rows.map((row) => this.linesOf(row, caller, rules));
    return {
      now,
      cases: await this.shutOut.count(caller, where),
      lines: (await Promise.all(lines)).flat(),
      next: found.next,
    };
  }

  private isTheirs(row: CaseRow, caller: Caller): boolean {
    const relations = relationsTo(caller, standingOf(row));
    return this.access.roleFor(caller, 'RecordFollowUp', relations) !== undefined;
  }

  private async linesOf(row: CaseRow, caller: Caller, rules: Rules): Promise<readonly FollowUpLine[]> {
    const relations = relationsTo(caller, standingOf(row));
    const sight = this.sights.of({ caller }, row, 'cases.read');
    const isDoer = [caller.id, caller.volunteerId].some(
      (each) => each !== undefined && row.doers.includes(each),
    );
    const allowed = asked.filter(
      (command) =>
        (!isDoer || askedOfDoers.includes(command)) && this.access.roleFor(caller, command, relations),
    );
    const open = row.requesters.filter((each) => !each.withdrawn && !hasHeard(each));
    return Promise.all(
      open.map(async (each) => {
        const { withdrawn: _, ...requester } = await requesterOf(each, sight);
        return {
          case: lineOf(row, sight),
          requester,
          ...reachOf(each, rules),
          isDoer,
          dueAt: row.nextDueAt,
          allowed: [...allowed],
        };
      }),
    );
  }
}

function reachOf({ attempts }: CaseRequester, { policy }: Rules) {
  const days = attemptDays(attempts, policy);
  const daysNeeded = policy.contactAttemptsMin;
  return { attempts: [...attempts], days, daysNeeded, outOfReach: days >= daysNeeded };
}
