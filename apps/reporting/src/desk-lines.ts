import { Injectable } from '@nestjs/common';
import type { Rules } from '@threekeys/domain';
import { Access, relationsTo } from '@threekeys/http';
import type { CaseRow } from '@threekeys/read-models';
import { lineOf } from './case-answers';
import type { Desk } from './desk';
import type { DeskLine } from './desk.responses';
import type { Step } from './desk-step';
import { partiesAsked, stepsOf } from './desk-steps';
import { Sights } from './sight';
import { standingOf } from './standing';

type Group = DeskLine['group'];

const dayMs = 86_400_000;

/** What stands on a desk, a line for each case. */
@Injectable()
export class DeskLines {
  constructor(
    private readonly access: Access,
    private readonly sights: Sights,
  ) {}

  mayRead(row: CaseRow, { caller }: Pick<Desk, 'caller'>): boolean {
    return this.access.roleFor(caller, 'cases.read', relationsTo(caller, standingOf(row))) !== undefined;
  }

  /** @param sight of who looks; default: they whose desk it is */
  line(row: CaseRow, desk: Desk, sight = this.sights.inList(desk, row)): DeskLine {
    const step = this.step(row, desk);
    const due = dueOf(row);
    return {
      ...lineOf(row, sight),
      group: groupOf(row, desk),
      ...(due && { due }),
      ...(step ? { step } : { waitsFor: waitsForOf(row, desk) }),
    };
  }

  /** The first step of which they may give one of the commands. */
  private step(row: CaseRow, desk: Desk): DeskLine['step'] {
    for (const { commands, ...of } of stepsOf(row, desk)) {
      const [command, ...or] = this.allowed({ commands, ...of }, row, desk);
      if (command !== undefined) return { command, or, ...of };
    }
    return undefined;
  }

  private allowed({ commands, workOrderId, offerId }: Step, row: CaseRow, { caller }: Desk): string[] {
    const relations = relationsTo(caller, standingOf(row), { workOrderId, offerId });
    return commands.filter((command) => this.access.roleFor(caller, command, relations));
  }
}

function groupOf({ urgency, turnDueAt }: CaseRow, { now, rules }: Desk): Group {
  if (urgency === 'urgent') return 'urgent';
  if (turnDueAt === undefined || turnDueAt >= endOfDay(now, rules)) return 'later';
  return turnDueAt < now ? 'overdue' : 'today';
}

/** When the community's day of an instant ends. */
export function endOfDay(now: string, { policy }: Pick<Rules, 'policy'>): string {
  const offsetMs = policy.timeZoneOffsetMinutes * 60_000;
  const local = Date.parse(now) + offsetMs;
  return new Date(Math.floor(local / dayMs) * dayMs + dayMs - offsetMs).toISOString();
}

/** The clock that a row is sorted by, with its name. */
export function dueOf({ turnDueAt, nextDueAt, deadlines }: CaseRow): DeskLine['due'] {
  if (turnDueAt === undefined) return undefined;
  const deadline = turnDueAt === nextDueAt ? deadlines.find(({ dueAt }) => dueAt === turnDueAt) : undefined;
  return { name: deadline?.name ?? 'key', at: turnDueAt };
}

/** Whom a case waits for, for who answers for it. */
export function waitsForOf(row: CaseRow, { rules }: Pick<Desk, 'rules'>): DeskLine['waitsFor'] {
  const { joint, referral, status } = row;
  if (status === 'awaiting-keys' && joint) return { parties: [...partiesAsked(row, rules)] };
  if (status === 'referred' && referral) return { body: referral.body };
  const order = row.orders.findLast(
    ({ round, status: at }) => round === row.round && at !== 'returned' && at !== 'ended' && at !== 'done',
  );
  if (!order) return undefined;
  const { kind, ...holder } = order.assignee;
  return kind === 'volunteers' ? { volunteers: true } : holder;
}
