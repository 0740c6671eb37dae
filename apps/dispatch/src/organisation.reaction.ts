import type { OrganisationEvent, RefusalCode } from '@threekeys/domain';
import type { GlobalPosition } from '@threekeys/event-store';
import { NotNow, replyTo, unlessRefused } from '@threekeys/messaging';
import type { Delivery, Reaction } from '@threekeys/messaging';
import type { CaseRow, ColumnFilter } from '@threekeys/read-models';
import { dispatch, Filing } from './filing';
import { handOver } from './hand-over';
import type { DispatchPorts } from './ports';

const pageSize = 200;
const patienceMs = 10_000;
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
    if ((await holderOf(ports, post, delivery.event.position)) !== person) return;
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
    // Where the post has changed hands again since: only this event tells whose work it is that was left.
    const holder = await holderOf(ports, post, await appointmentAfter(ports, delivery));
    if (holder === undefined) return;
    for (const row of await openCases(ports, delivery, { people: { has: person } })) {
      await handOver(ports, delivery, { of: row, to: { post, person: holder } });
      await delivery.heartbeat();
    }
  };
  return { PostFilled: whenPostFilled, PostLeft: whenPostLeft };
}

/** By rules that have an appointment to the post: the news of it may be ahead of the rules here, or long behind them. */
async function holderOf(
  { rules }: Pick<DispatchPorts, 'rules'>,
  post: string,
  appointedAt: GlobalPosition,
): Promise<string | undefined> {
  const { organisation } = await rules.current({ atLeast: appointedAt });
  return organisation.posts[post]?.holder;
}

/** Where the appointment of who takes over lies: in the same append as the leaving, right after it. @throws NotNow */
async function appointmentAfter(
  { store }: Pick<DispatchPorts, 'store'>,
  { event: { stream, revision } }: Delivery,
): Promise<GlobalPosition> {
  let appointedAt: GlobalPosition | undefined;
  for await (const { position } of store.readStream(stream, { from: revision + 1, max: 1 }))
    appointedAt = position;
  if (appointedAt === undefined) throw new NotNow('the log is read where the appointment is not yet');
  return appointedAt;
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
