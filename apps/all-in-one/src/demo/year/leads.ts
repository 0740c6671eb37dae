import type { Assignee, Category, ReportedCase } from '@threekeys/domain';
import { currentRound, entryOf } from '@threekeys/domain';
import type { Office } from './matter';

const ordinary = ['property-liaison', 'social-work', 'dispatch-desk', 'secretary'];
const ofDisputes = ['mediation', 'social-work'];

/** Another post that may lead: none whose post or person has led before. Of a dispute, a mediator's. */
export function otherLead(
  state: ReportedCase,
  office: Office,
  { kind }: Pick<Category, 'kind'>,
): string | undefined {
  const posts = kind === 'dispute' ? ofDisputes : [office.gridPost(state.place), ...ordinary];
  const led = state.rounds.flatMap(({ orders }) =>
    orders.flatMap(({ assignee, formerly }) => [...formerly, assignee]),
  );
  return posts.find((post) => !led.some((assignee) => isOf(assignee, post, office.holderOf(post))));
}

const isOf = (assignee: Assignee, post: string, person: string): boolean =>
  assignee.kind === 'post' && (assignee.post === post || assignee.person === person);

const whoWriteThemselves = ['grid-worker', 'property-liaison', 'mediator', 'social-worker'];

/** Who writes down what an assignee does: themselves as long as they hold the post, else the dispatcher for them. */
export function penOf(assignee: Assignee, { rules }: Office): string {
  if (assignee.kind !== 'post') return 'dispatcher';
  const { kind = '', holder } = entryOf(rules.organisation.posts, assignee.post) ?? {};
  const writes = whoWriteThemselves.includes(kind) && holder === assignee.person;
  return writes ? assignee.person : 'dispatcher';
}

/** Somebody of the office who has done none of it: who of the address, if they can. */
export function uninvolved(state: ReportedCase, office: Office): string {
  const { doers } = currentRound(state);
  const people = [office.holderOf(office.gridPost(state.place)), 'worker', office.clerk, 'secretary'];
  return people.find((person) => !doers.includes(person)) ?? 'dispatcher';
}
