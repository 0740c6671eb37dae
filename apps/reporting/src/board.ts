import { Inject, Injectable } from '@nestjs/common';
import type { CallOf } from '@threekeys/http';
import { ViewsWait } from '@threekeys/http';
import { maskedName, Opener } from '@threekeys/privacy';
import type { CaseOrder, CaseRow, ColumnFilter, VolunteerRow } from '@threekeys/read-models';
import { cases, filledPage, liveOrdersOf, ReadModels, volunteers } from '@threekeys/read-models';
import type { BoardCard, BoardPage } from './board.responses';
import { lineOf, orderOf } from './case-answers';
import type { listBoard } from './routes';
import { Cursors } from './cursors';
import { ShutOut } from './shut-out';
import { Sights } from './sight';

type BoardCall = CallOf<typeof listBoard>;

const limitByDefault = 20;

/** The dispatcher's board, a lane at a time: what is due first comes first. */
@Injectable()
export class Board {
  @Inject() private readonly models!: ReadModels;
  @Inject() private readonly wait!: ViewsWait;
  @Inject() private readonly sights!: Sights;
  @Inject() private readonly opener!: Opener;
  @Inject() private readonly shutOut!: ShutOut;
  @Inject() private readonly cursors!: Cursors;

  async lane(call: BoardCall): Promise<BoardPage> {
    const { unit, category, cursor, limit = limitByDefault, atLeast } = call.query;
    const { lane } = call.params;
    await this.wait.atLeast(atLeast);
    const where: Record<string, ColumnFilter> = {
      lane,
      ...(unit === undefined ? {} : { unit }),
      ...(category === undefined ? {} : { category }),
    };
    const [found, total] = await Promise.all([
      filledPage<CaseRow>(this.models, {
        view: cases.name,
        cursors: this.cursors,
        keeps: (row) => !this.sights.inList(call, row).isOtherSide,
        where,
        sort: [{ column: 'nextDueAt', direction: 'ascending' }],
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      }),
      this.shutOut.count(call.caller, where),
    ]);
    const cards = await Promise.all(found.rows.map((row) => this.cardOf(call, row)));
    return { lane, total, cards, next: found.next };
  }

  private async cardOf(call: BoardCall, row: CaseRow): Promise<BoardCard> {
    const sight = this.sights.inList(call, row);
    const order = orderOnBoard(row);
    const shown = order && orderOf(order, sight);
    const ids = new Set(
      [...(shown?.offers ?? []), ...(shown?.assigned ?? [])].map((each) => each.volunteerId),
    );
    const people = await Promise.all([...ids].map((volunteerId) => this.volunteer(volunteerId)));
    return { ...lineOf(row, sight), order: shown, volunteers: people };
  }

  /** Masked inside the process: nothing is opened for anybody. */
  private async volunteer(volunteerId: string): Promise<BoardCard['volunteers'][number]> {
    const row = await this.models.get<VolunteerRow>(volunteers.name, volunteerId);
    const name = row && (await this.opener.open(row.name));
    const skills = [...(row?.skills ?? [])];
    return { volunteerId, skills, ...(name === undefined ? {} : { name: maskedName(name) }) };
  }
}

/** The order for which nobody is left to ask, before the one that leads. */
function orderOnBoard(row: CaseRow): CaseOrder | undefined {
  const live = liveOrdersOf(row);
  const unfound = live.find(({ nobodyFound }) => nobodyFound !== undefined);
  return (
    unfound ??
    live.find(({ part }) => part === 'lead') ??
    row.orders.findLast((each) => isReturned(each, row))
  );
}

const isReturned = ({ status, round }: CaseOrder, row: CaseRow): boolean =>
  status === 'returned' && round === row.round;
