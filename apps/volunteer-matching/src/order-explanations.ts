import { Inject, Injectable } from '@nestjs/common';
import type { Names } from '@threekeys/domain';
import type { CallOf } from '@threekeys/http';
import { notFound, ViewsWait } from '@threekeys/http';
import { constraintNames, explainTerms } from '@threekeys/matching';
import { maskedName, Opener } from '@threekeys/privacy';
import type { RankingRow } from '@threekeys/read-models';
import { rankings, ReadModels } from '@threekeys/read-models';
import { CaseFirewall } from './case-firewall';
import type { orderRankings } from './routes';
import { VolunteerQueries } from './volunteer.queries';
import type { OrderRankings } from './volunteers.responses';

type Attempt = OrderRankings['attempts'][number];

const attemptsMax = 20;

/** Why an order's volunteers were asked in this order, as it was decided then. */
@Injectable()
export class OrderExplanations {
  @Inject() private readonly models!: ReadModels;
  @Inject() private readonly volunteers!: VolunteerQueries;
  @Inject() private readonly opener!: Opener;
  @Inject() private readonly wait!: ViewsWait;
  @Inject() private readonly firewall!: CaseFirewall;

  /** @throws Problem `not-found` where nobody was ranked for such an order */
  async of({ caller, params, query }: CallOf<typeof orderRankings>): Promise<OrderRankings> {
    const { workOrderId } = params;
    await this.wait.atLeast(query.atLeast);
    const { rows } = await this.models.find<RankingRow>(rankings.name, {
      where: { workOrderId },
      sort: [{ column: 'attempt', direction: 'descending' }],
      limit: attemptsMax,
    });
    const [last] = rows;
    if (!last) throw notFound();
    await this.firewall.assertMayAskWhy(caller, last.row.caseId);
    return { workOrderId, attempts: await Promise.all(rows.map(({ row }) => this.attemptOf(row))) };
  }

  private async attemptOf({ ranked, excluded, ...row }: RankingRow): Promise<Attempt> {
    const { eventId, attempt, rankedAt, policyVersion, considered } = row;
    return {
      ...{ eventId, attempt, rankedAt, policyVersion, considered },
      ranked: await Promise.all(ranked.map((each) => this.rankedOf(each))),
      excluded: excluded.map((each) => ({ ...each, names: nameOf(each.constraint) })),
    };
  }

  /** Masked inside the process: nothing is opened for anybody. */
  private async rankedOf(ranked: RankingRow['ranked'][number]): Promise<Attempt['ranked'][number]> {
    const { volunteerId, score, window, standingConsent } = ranked;
    const row = await this.volunteers.get(volunteerId);
    const name = row && (await this.opener.open(row.name));
    return {
      ...{ volunteerId, score, window, standingConsent },
      ...(name === undefined ? {} : { name: maskedName(name) }),
      skills: [...(row?.skills ?? [])],
      interests: [...(row?.interests ?? [])],
      terms: [...explainTerms(ranked)],
    };
  }
}

/** A constraint of another version keeps its code as its name. */
function nameOf(constraint: string): Names {
  const known: Readonly<Record<string, Names>> = constraintNames;
  return known[constraint] ?? { zh: constraint, en: constraint };
}
