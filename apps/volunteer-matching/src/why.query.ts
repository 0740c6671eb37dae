import { leadOrder } from '@threekeys/domain';
import type { Order, ReportedCase } from '@threekeys/domain';
import { explainWhyNot } from '@threekeys/matching';
import type { WhyNot } from '@threekeys/matching';
import { matchInput, poolFor } from './match-question';
import type { MatchingPorts } from './ports';

/**
 * Why a volunteer is, or is not, among those who would be asked now. `no-order`: the case looks for nobody; `over`: the times
 * agreed for its order are over, so nobody could come.
 */
export type Why = { readonly workOrderId: string; readonly why: WhyNot } | 'no-case' | 'no-order' | 'over';

/** Answers "why not X?" for the order of a case, from everything that is known now. */
export class WhyQuery {
  constructor(
    private readonly ports: Pick<MatchingPorts, 'cases' | 'pool' | 'conflicts' | 'rules' | 'clock'>,
  ) {}

  async why(caseId: string, volunteerId: string): Promise<Why> {
    const { cases, rules, clock } = this.ports;
    const { state } = await cases.load(`case-${caseId}`);
    if (state.status === 'unreported') return 'no-case';
    const order = orderWithNeed(state);
    if (!order) return 'no-order';
    const now = clock.now();
    const { policy } = await rules.current();
    const input = matchInput(state, order, {
      ...(await poolFor(state, this.ports, { now, policy })),
      now,
      policy,
    });
    if (!input) return 'no-order';
    if (input.need.windows.length === 0) return 'over';
    return { workOrderId: order.workOrderId, why: explainWhyNot(input, volunteerId) };
  }
}

/** The lead order, or the last supporting one, that asks for volunteers. */
function orderWithNeed(state: ReportedCase): Order | undefined {
  const lead = leadOrder(state);
  if (lead?.need) return lead;
  const orders = state.rounds.flatMap((round) => round.orders);
  return orders.filter(({ need }) => need !== undefined).at(-1);
}
