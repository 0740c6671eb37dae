import type { OrganisationEvent, RefusalCode } from '@threekeys/domain';
import { replyTo, unlessRefused } from '@threekeys/messaging';
import type { Delivery, Reaction } from '@threekeys/messaging';
import type { CaseRow } from '@threekeys/read-models';
import { dispatch } from './filing';
import type { DispatchPorts } from './ports';

const pageSize = 200;
const patienceMs = 10_000;
const overByNow: readonly RefusalCode[] = ['CommandNotInStatus'];

/**
 * What dispatch does about posts: whoever takes one over answers for every open case of it (CASE, rule 13), so that the
 * history of each case names each person. Leaving names who takes over and fills the post in the same append.
 */
export function organisationReactions(ports: DispatchPorts) {
  const whenPostFilled: Reaction = async (delivery) => {
    const { post, person } = delivery.content.data as Extract<
      OrganisationEvent,
      { type: 'PostFilled' }
    >['data'];
    const { organisation } = await ports.rules.current();
    if (organisation.posts[post]?.holder !== person) return;
    for (const caseId of await openCasesOf(ports, delivery, { post, person })) {
      const to = { post, person };
      const command = { type: 'TransferAccountability', data: { to, reason: 'post-left' } } as const;
      const origin = replyTo(delivery, dispatch, 'transfer', caseId);
      await unlessRefused(overByNow, ports.cases.handle(`case-${caseId}`, command, origin));
      await delivery.heartbeat();
    }
  };
  return { PostFilled: whenPostFilled };
}

/** Open cases of a post that somebody else answers for by name. @throws Error where the views are too far behind */
async function openCasesOf(
  { views }: DispatchPorts,
  { event }: Delivery,
  { post, person }: { post: string; person: string },
): Promise<readonly string[]> {
  if (!(await views.waitFor(event.position, patienceMs))) throw new Error('the views are behind');
  const caseIds: string[] = [];
  for (let cursor: string | undefined; ;) {
    const query = { where: { accountablePost: post, open: 1 }, limit: pageSize };
    const page = await views.models.find<CaseRow>('cases', {
      ...query,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const { row } of page.rows) if (row.accountablePerson !== person) caseIds.push(row.caseId);
    if (page.next === undefined) return caseIds;
    cursor = page.next;
  }
}
