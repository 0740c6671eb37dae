import type { OrganisationEvent, RefusalCode } from '@threekeys/domain';
import { NotNow, replyTo, unlessRefused } from '@threekeys/messaging';
import type { Delivery, Reaction } from '@threekeys/messaging';
import type { CaseRow, ColumnFilter } from '@threekeys/read-models';
import { setTimeout as pause } from 'node:timers/promises';
import { dispatch, Filing } from './filing';
import { handOver } from './hand-over';
import type { DispatchPorts } from './ports';

const pageSize = 200;
const patienceMs = 10_000;
const newsMs = 60_000;
const behindMs = 5_000;
const overByNow: readonly RefusalCode[] = ['CommandNotInStatus'];
/** The case stays with whoever left, by name: people pass on what the new holder must not have, and what they have left too. */
const forPeople: readonly RefusalCode[] = [
  'RespondentsSide',
  'PersonDoesNotHoldPost',
  'PostUnknown',
  'GroundNotInPolicy',
];

/**
 * What dispatch does about posts: whoever takes one over answers for every open case of it (CASE, rule 13), so that the
 * history of each case names each person, and takes its work orders anew; and what waited because nobody held a post goes
 * its way.
 */
export function organisationReactions(ports: DispatchPorts) {
  const filing = new Filing(ports);
  const whenPostFilled: Reaction = async (delivery) => {
    const { post, person } = delivery.content.data as Filled;
    if (!(await holdsByNow(ports, delivery, { post, person }))) return;
    for (const { caseId } of await openCases(ports, delivery, { accountablePost: post })) {
      await transfer(ports, delivery, { caseId, to: { post, person } });
      await delivery.heartbeat();
    }
    for (const { caseId, status } of await openCases(ports, delivery, { status: ['accepted', 'filed'] })) {
      if (status === 'accepted') await filing.file(delivery, `case-${caseId}`);
      else await filing.dispatch(delivery, `case-${caseId}`);
      await delivery.heartbeat();
    }
  };
  const whenPostLeft: Reaction = async (delivery) => {
    const { post, person, takesOver } = delivery.content.data as DataOf<'PostLeft'>;
    if (takesOver === undefined) return;
    if (!(await holdsByNow(ports, delivery, { post, person: takesOver }))) return;
    for (const row of await openCases(ports, delivery, { people: { has: person } })) {
      await handOver(ports, delivery, { of: row, to: { post, person: takesOver } });
      await delivery.heartbeat();
    }
  };
  return { PostFilled: whenPostFilled, PostLeft: whenPostLeft };
}

/** The rules follow the log by themselves: they may be a moment behind the news of what was recorded just now. */
async function holdsByNow(
  { rules, clock }: DispatchPorts,
  { content: { recordedAt } }: Delivery,
  { post, person }: { readonly post: string; readonly person: string },
): Promise<boolean> {
  const isNews = Date.parse(clock.now()) - Date.parse(recordedAt) < newsMs;
  const end = performance.now() + (isNews ? behindMs : 0);
  for (;;) {
    const { organisation } = await rules.current();
    if (organisation.posts[post]?.holder === person) return true;
    if (performance.now() >= end) return false;
    await pause(50);
  }
}

type DataOf<T extends OrganisationEvent['type']> = Extract<OrganisationEvent, { type: T }>['data'];
type Filled = DataOf<'PostFilled'>;

/** Whom the case names already it does not name again. */
async function transfer(
  { cases, notice }: DispatchPorts,
  delivery: Delivery,
  { caseId, to }: { readonly caseId: string; readonly to: Filled },
): Promise<void> {
  const command = { type: 'TransferAccountability', data: { to, reason: 'post-left' } } as const;
  const origin = replyTo(delivery, dispatch, 'transfer', caseId);
  const answer = cases.handle(`case-${caseId}`, command, origin);
  const refused = await unlessRefused([...overByNow, ...forPeople], answer);
  if (typeof refused === 'string' && forPeople.includes(refused))
    notice({ caseId, step: 'transfer', because: refused });
}

/** Open cases, as of the event. @throws NotNow where the views are too far behind */
async function openCases(
  { views }: DispatchPorts,
  { event }: Delivery,
  where: Readonly<Record<string, ColumnFilter>>,
): Promise<readonly CaseRow[]> {
  if (!(await views.waitFor(event.position, patienceMs))) throw new NotNow('the views are behind');
  const found: CaseRow[] = [];
  for (let cursor: string | undefined; ;) {
    const query = { where: { ...where, open: 1 }, limit: pageSize };
    const page = await views.models.find<CaseRow>('cases', {
      ...query,
      ...(cursor === undefined ? {} : { cursor }),
    });
    found.push(...page.rows.map(({ row }) => row));
    if (page.next === undefined) return found;
    cursor = page.next;
  }
}
