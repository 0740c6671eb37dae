import { Inject, Injectable } from '@nestjs/common';
import type { CallOf } from '@threekeys/http';
import type { CaseRow, ColumnFilter } from '@threekeys/read-models';
import { cases, desks, filledPage, ReadModels } from '@threekeys/read-models';
import { Cursors } from './cursors';
import type { DeskPage } from './desk.responses';
import { DeskLines, endOfDay } from './desk-lines';
import type { Desk } from './desk';
import { Desks } from './desk';
import type { readDesk } from './routes';
import { ShutOut } from './shut-out';

type Where = Readonly<Record<string, ColumnFilter>>;

const limitByDefault = 50;
const urgentMax = 100;
const byDue = [{ column: 'turnDueAt', direction: 'ascending' }] as const;
const notUrgent = ['normal', 'soon'] as const;

/** 我的待办: what somebody has to do next and what they answer for, soonest due first. One line per case. */
@Injectable()
export class DeskList {
  @Inject() private readonly cursors!: Cursors;

  constructor(
    private readonly models: ReadModels,
    private readonly lines: DeskLines,
    private readonly desks: Desks,
    private readonly shutOut: ShutOut,
  ) {}

  async page({ caller, query }: CallOf<typeof readDesk>): Promise<DeskPage> {
    const { list = 'to-do', cursor, limit = limitByDefault, atLeast } = query;
    const desk = await this.desks.of(caller, atLeast);
    const waiting = desk.names.map(desks.waiting);
    const on = list === 'to-do' ? desk.names : waiting;
    const isFirst = cursor === undefined;
    const found = await filledPage<CaseRow>(this.models, {
      ...this.readableOn(desk),
      where: { turns: { has: on }, urgency: notUrgent },
      sort: byDue,
      limit,
      ...(isFirst ? {} : { cursor }),
    });
    const urgent = isFirst && list === 'to-do' ? await this.urgent(desk) : [];
    const rows = [...urgent, ...found.rows];
    return {
      now: desk.now,
      counts: await this.counts(on, desk),
      lines: rows.map((row) => this.lines.line(row, desk)),
      next: found.next,
    };
  }

  /** Those that others have to act on too: whoever answers for one has it before their eyes. */
  private async urgent(desk: Desk): Promise<readonly CaseRow[]> {
    const query = { where: urgentOn(desk.names), sort: byDue, limit: urgentMax };
    return (await filledPage<CaseRow>(this.models, { ...this.readableOn(desk), ...query })).rows;
  }

  private readableOn(desk: Desk) {
    const keeps = (row: CaseRow) => this.lines.mayRead(row, desk);
    return { view: cases.name, keeps, cursors: this.cursors };
  }

  private async counts(
    on: readonly string[],
    { caller, now, rules, names }: Desk,
  ): Promise<DeskPage['counts']> {
    const count = (where: Where) => this.shutOut.count(caller, where);
    const where = { turns: { has: on }, urgency: notUrgent };
    const [urgent, waiting, all, overdue, today] = await Promise.all([
      count(urgentOn(names)),
      count({ turns: { has: names.map(desks.waiting) }, urgency: notUrgent }),
      count(where),
      count({ ...where, turnDueAt: { to: now } }),
      count({ ...where, turnDueAt: { from: now, to: endOfDay(now, rules) } }),
    ]);
    return { urgent, overdue, today, later: all - overdue - today, waiting };
  }
}

function urgentOn(names: readonly string[]): Where {
  return { turns: { has: [...names, ...names.map(desks.waiting)] }, urgency: 'urgent' };
}
