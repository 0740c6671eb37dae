import type { JointResolution, Party } from '@threekeys/domain';
import type { CaseDeadline, CaseOrder, CaseRequester, CaseRow } from '@threekeys/read-models';
import type { CaseLine, CaseState } from './cases.responses';
import type { Sight } from './sight';

type RequesterAnswer = CaseState['requesters'][number];
type OrderAnswer = CaseState['orders'][number];
/** What decides how much of an order is shown; in a list nobody is the volunteer themselves. */
type OrderSight = Pick<Sight, 'sees'> & Partial<Pick<Sight, 'isSelf'>>;

/** Words of a case that a line or a state shows, opened. */
export interface OpenedWords {
  readonly summary?: string | undefined;
  readonly door?: string | undefined;
  readonly address?: string | undefined;
}

/** One line of a list. Whoever is only asked to help sees the building, not the entrance. */
export function lineOf(
  row: CaseRow,
  sight: Pick<Sight, 'sees'>,
  { summary, door, address }: OpenedWords = {},
): CaseLine {
  const { compound, building, spot } = row.place;
  const entrance = sight.sees('entrance') ? row.place.entrance : undefined;
  return {
    caseId: row.caseId,
    number: row.number,
    status: row.status,
    category: row.category,
    urgency: row.urgency,
    channel: row.channel,
    summary,
    place: { compound, building, entrance, spot, door, address },
    accountable: { post: row.accountablePost, person: row.accountablePerson },
    unit: row.unit,
    level: row.level,
    round: row.round,
    reportedAt: row.reportedAt,
    updatedAt: row.updatedAt,
    nextDueAt: row.nextDueAt,
    overdue: row.overdue,
    keyOverdue: row.keyOverdue,
    alertedAt: row.alertedAt,
    confidential: row.confidential,
    flags: row.flags,
  };
}

/** A case as one caller sees it. */
export async function stateOf(row: CaseRow, sight: Sight): Promise<CaseState> {
  const [summary, door, address] = await sight.words([
    { group: 'words', name: 'summary', value: row.summary },
    { group: 'door', name: 'door', value: row.place.door },
    { group: 'door', name: 'address', value: row.place.address },
  ]);
  const { respondent } = row;
  return {
    ...lineOf(row, sight, { summary, door, address }),
    occurredAt: row.occurredAt,
    requesters: await requestersOf(row, sight),
    ...(respondent && sight.sees('respondent')
      ? {
          respondent: {
            respondentId: respondent.respondentId,
            kind: respondent.kind,
            name: await sight.name(respondent.name, 'respondent'),
            phone: await sight.phone(respondent.phone, 'respondent'),
            organisation: respondent.organisation,
            keptOut: respondent.keptOut && [...respondent.keptOut],
          },
        }
      : {}),
    orders: row.orders.map((order) => orderOf(order, sight)),
    responsibility: row.responsibility,
    referral: row.referral,
    joint: row.joint && jointOf(row.joint),
    deadlines: row.deadlines.map(deadlineOf),
    origin: row.origin,
    externalId: row.externalId,
    externalParent: row.externalParent,
    notes: row.notes,
    closedAs: row.closedAs,
    mergedInto: row.mergedInto,
  };
}

async function requestersOf({ requesters }: CaseRow, sight: Sight): Promise<RequesterAnswer[]> {
  if (sight.sees('identity')) return Promise.all(requesters.map((each) => requesterOf(each, sight)));
  if (!sight.sees('disclosed')) return [];
  const named = requesters.filter(({ disclosure, withdrawn }) => disclosure === true && withdrawn !== true);
  const names = await sight.words(
    named.map(({ subject }) => ({ group: 'disclosed', name: 'disclosed-name', value: subject?.name })),
  );
  return named.map((each, index) => disclosedOf(each, names[index]));
}

/** Who agreed to be named, by their name alone. */
function disclosedOf(
  { requesterId, relation, subject, confidential, joinedAt }: CaseRequester,
  name: string | undefined,
): RequesterAnswer {
  const anonymous = subject === undefined;
  return {
    requesterId,
    relation,
    anonymous,
    name,
    confidential,
    withdrawn: false,
    joinedAt,
    disclosure: true,
  };
}

/** A requester, as far as the caller sees who they are. */
export async function requesterOf(requester: CaseRequester, sight: Sight): Promise<RequesterAnswer> {
  const { subject, proxy } = requester;
  return {
    requesterId: requester.requesterId,
    relation: requester.relation,
    anonymous: subject === undefined,
    name: await sight.name(subject?.name),
    phone: await sight.phone(subject?.phone),
    ...(proxy
      ? { proxy: { name: await sight.name(proxy.name), phone: await sight.phone(proxy.phone) } }
      : {}),
    callBack: requester.callBack,
    confidential: requester.confidential,
    withdrawn: requester.withdrawn ?? false,
    disclosure: requester.disclosure,
    joinedAt: requester.joinedAt,
    answered: requester.answered,
    followUp: requester.followUp,
  };
}

function jointOf({ lock, plan, versions, interrupted, ...said }: JointResolution): CaseState['joint'] {
  const { parties, keys, refusals, clocks } = said;
  const { version, costFen, source, assembly } = plan ?? {};
  const partyOf = (party: Party) => {
    const turned = keys.find((each) => each.party === party);
    const clock = clocks.find((each) => each.party === party);
    const otherwise = refusals.includes(party) ? ('refused' as const) : ('awaited' as const);
    return {
      ...{ party, key: turned ? ('turned' as const) : otherwise, holder: turned?.holder },
      ...{ dueAt: clock?.dueAt, overdue: clock?.overdue ?? false },
    };
  };
  const onTheTable = { version, costFen, source, assembly };
  return { lock, nextVersion: versions + 1, ...onTheTable, interrupted, parties: parties.map(partyOf) };
}

function deadlineOf(deadline: CaseDeadline): CaseState['deadlines'][number] {
  const { name, workOrderId, startedAt, warnAt, dueAt, warned, breached } = deadline;
  return { name, workOrderId, startedAt, warnAt, dueAt, warned, breached };
}

/** Phones of who wishes to be called back about the work: whoever spoke for somebody, else they themselves. */
export async function callBackOf(row: CaseRow, sight: Sight): Promise<readonly string[]> {
  const phones = row.requesters
    .filter(({ callBack, confidential, withdrawn }) => callBack && !confidential && !withdrawn)
    .map(({ proxy, subject }) => proxy?.phone ?? subject?.phone);
  const values = row.confidential ? [] : phones;
  const opened = await sight.words(values.map((value) => ({ group: 'call-back', name: 'call-back', value })));
  return opened.filter((each) => each !== undefined);
}

/** An order with those whom it asked, as far as the caller may see them. */
export function orderOf(order: CaseOrder, sight: OrderSight): OrderAnswer {
  const { workOrderId, round, part, status, assignee, dispatchedAt, outcome, minutes } = order;
  const { returnedFor, nobodyFound } = order;
  const isShown = ({ volunteerId }: { readonly volunteerId: string }): boolean =>
    sight.sees('volunteers') || (sight.isSelf?.(volunteerId) ?? false);
  return {
    workOrderId,
    round,
    part,
    status,
    assignee,
    dispatchedAt,
    need: needOf(order, sight),
    offers: order.offers.filter(isShown).map(({ account: _, ...offer }) => offer),
    assigned: order.assigned.filter(isShown),
    returnedFor,
    // Whom a conflict of interest kept out has a part in the matter.
    nobodyFound: nobodyFound && sight.sees('volunteers') ? [...nobodyFound] : undefined,
    outcome,
    minutes,
  };
}

function needOf({ need }: CaseOrder, sight: OrderSight): OrderAnswer['need'] {
  if (!need || sight.sees('entrance')) return need;
  const { entrance: _, ...place } = need.place;
  return { ...need, place };
}
