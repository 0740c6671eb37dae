import { sheetKeyOf } from '@threekeys/domain';
import type { CaseStatus, JointResolution, Party } from '@threekeys/domain';
import { sides } from './case.row';
import type { CaseOrder, CaseRow } from './case.row';

interface ByPost {
  readonly post: string;
  readonly person: string;
}

interface OfSide {
  readonly organisation: string;
  readonly person: string;
}

/** Desks on which cases lie, as the column `turns` names them. */
export const desks = {
  post: (post: string): string => `post:${post}`,
  person: (person: string): string => `person:${person}`,
  organisation: (organisation: string): string => `organisation:${organisation}`,
  volunteer: (volunteerId: string): string => `volunteer:${volunteerId}`,
  party: (compound: string, party: Party): string => `party:${compound}/${party}`,
  role: (role: 'dispatcher' | 'secretary'): string => `role:${role}`,
  /** Of whoever may pass on what somebody answers for by a post, once they have left it. */
  answers: ({ post, person }: ByPost): string => `answers:${post}/${person}`,
  /** The same, of the work that they have. */
  works: ({ post, person }: ByPost): string => `works:${post}/${person}`,
  /** Of whoever may pass on what somebody answers for, once they act for the organisation that is complained about. */
  sidedAnswers: (of: OfSide): string => `answers:${sided(of)}`,
  /** The same, of the work that they have. */
  sidedWorks: (of: OfSide): string => `works:${sided(of)}`,
  /** Whoever answers for a case while others have to act. */
  waiting: (desk: string): string => `waiting:${desk}`,
};

const sided = ({ organisation, person }: OfSide): string => `${sides.organisation(organisation)}/${person}`;

/** Whose turn it is: the accountable's or not, and which other desks. */
interface Turn {
  readonly accountable: boolean;
  readonly others: readonly string[];
}

const dispatcher = desks.role('dispatcher');
const secretary = desks.role('secretary');
const nobody: Turn = { accountable: false, others: [] };
const theirs: Turn = { accountable: true, others: [] };
const atWork = (row: CaseRow): Turn => ({ accountable: false, others: workersOf(row) });

const turnIn: Readonly<Record<CaseStatus, (row: CaseRow) => Turn>> = {
  reported: () => ({ accountable: true, others: [dispatcher] }),
  accepted: () => ({ accountable: false, others: [dispatcher] }),
  filed: (row) => ({ accountable: true, others: [dispatcher, ...workersOf(row)] }),
  dispatched: atWork,
  handling: atWork,
  'awaiting-keys': ({ joint, compound }) => (joint ? turnOfKeys(joint, compound) : theirs),
  referred: () => theirs,
  'awaiting-check': (row) => {
    const turn = didTheWork(row) ? { accountable: false, others: [dispatcher, secretary] } : theirs;
    return { ...turn, others: [...turn.others, ...workersOf(row)] };
  },
  'awaiting-follow-up': (row) => (didTheWork(row) ? { accountable: true, others: [dispatcher] } : theirs),
  closed: reopening,
  archived: reopening,
  declined: ({ requesters }) =>
    requesters.some(({ answered, withdrawn }) => !answered && !withdrawn) ? theirs : nobody,
  merged: ({ requesters }) => (untoldIn(requesters) ? theirs : nobody),
  withdrawn: () => nobody,
  void: () => nobody,
};

/** Of the requesters, who has to hear yet that their case goes on elsewhere, if anybody has. */
export function untoldIn(requesters: CaseRow['requesters']): CaseRow['requesters'][number] | undefined {
  return requesters.find(({ toldOf, withdrawn }) => toldOf === undefined && withdrawn !== true);
}

/** On whose desks a case lies now, and which of its clocks ends first. */
export function turnsOf(row: CaseRow): Pick<CaseRow, 'turns' | 'turnDueAt'> {
  const { accountable, others } = turnIn[row.status](row);
  const own = [desks.post(row.accountablePost), desks.person(row.accountablePerson)];
  const isWatched = row.open && (row.flags.supervised || row.flags.urgent);
  const watched = isWatched ? [desks.waiting(secretary)] : [];
  const answering = accountable ? own : row.open ? own.map(desks.waiting) : [];
  const held = row.open ? [...keptOut(row), ...bySideOf(row), ...byPostOf(row)] : [];
  const turns = [...new Set([...answering, ...others, ...watched, ...held, ...objectors(row)])];
  return { turns, turnDueAt: turns.length === 0 ? undefined : earliest(row) };
}

/** Whoever has to know that staff wrote their party's key down: nothing to be done, unless they object. */
function objectors({ joint, status, compound }: CaseRow): readonly string[] {
  if (!joint) return [];
  const parties = joint.parties.filter((party) => sheetKeyOf(party, { joint, status }) !== undefined);
  const standIns = joint.standIns.filter(({ party }) => parties.includes(party));
  return [
    ...parties.map((party) => desks.party(compound, party)),
    ...standIns.map(({ person }) => desks.person(person)),
  ].map(desks.waiting);
}

/** Who holds a post is not said here: their desks name whoever has left, and the case lies there from that moment on. */
function byPostOf(row: CaseRow): readonly string[] {
  const works = liveOrdersOf(row).flatMap(({ assignee }) =>
    assignee.kind === 'post' ? [desks.works(assignee)] : [],
  );
  return [desks.answers({ post: row.accountablePost, person: row.accountablePerson }), ...works];
}

/** Nor who acts for an organisation: they may have been given a role there since. */
function bySideOf(row: CaseRow): readonly string[] {
  const { organisation } = row.respondent ?? {};
  if (organisation === undefined) return [];
  const works = liveOrdersOf(row).flatMap(({ assignee }) =>
    assignee.kind === 'post' ? [desks.sidedWorks({ organisation, person: assignee.person })] : [],
  );
  return [desks.sidedAnswers({ organisation, person: row.accountablePerson }), ...works];
}

/** Of this round, and neither done nor given back. */
export function liveOrdersOf({ orders, round }: Pick<CaseRow, 'orders' | 'round'>): readonly CaseOrder[] {
  return orders.filter((order) => order.round === round && live.includes(order.status));
}

/**
 * 回避: what somebody is kept out of after they have got it is given to somebody else, work by the dispatcher, what is
 * answered for by the secretary too.
 */
function keptOut(row: CaseRow): readonly string[] {
  if (row.shutOut.includes(row.accountablePerson)) return [dispatcher, secretary];
  return liveOrdersOf(row).some((order) => isOfKeptOut(order, row)) ? [dispatcher] : [];
}

/** Whether somebody has an order whom the case keeps out. */
export function isOfKeptOut(order: CaseOrder, { shutOut }: Pick<CaseRow, 'shutOut'>): boolean {
  const { assignee } = order;
  switch (assignee.kind) {
    case 'post':
      return shutOut.includes(assignee.person);
    case 'organisation':
      return shutOut.includes(sides.organisation(assignee.organisation));
    case 'volunteers':
      return seatedIn(order).some((name) => shutOut.includes(name));
  }
}

/** Whoever comes or is there, by their number and, where it is known, their account. */
function seatedIn({ assigned, offers }: CaseOrder): readonly string[] {
  const here = assigned.filter(({ status }) => seated.includes(status));
  return here.flatMap(({ volunteerId, offerId }) => {
    const account = offers.find((offer) => offer.offerId === offerId)?.account;
    return account === undefined ? [volunteerId] : [volunteerId, account];
  });
}

const seated: readonly CaseOrder['assigned'][number]['status'][] = ['assigned', 'checked-in'];

/** Nobody left to ask is the dispatcher's to solve. */
function workersOf({ orders, round, flags }: CaseRow): readonly string[] {
  const found = liveOrdersOf({ orders, round }).flatMap(desksOfOrder);
  return flags.exhausted ? [...found, dispatcher] : found;
}

const live: readonly CaseOrder['status'][] = ['dispatched', 'acknowledged', 'handling'];

function desksOfOrder({ assignee, offers, assigned }: CaseOrder): readonly string[] {
  switch (assignee.kind) {
    case 'post':
      return [desks.post(assignee.post), desks.person(assignee.person)];
    case 'organisation':
      return [desks.organisation(assignee.organisation)];
    case 'volunteers': {
      const asked = offers.filter(({ status }) => status === 'offered');
      const booked = assigned.filter(({ status }) => seated.includes(status));
      return [...asked, ...booked].map(({ volunteerId }) => desks.volunteer(volunteerId));
    }
  }
}

/** The parties whose key is awaited; the community, where a key does not come or the plan cannot go on as it is. */
function turnOfKeys(joint: JointResolution, compound: string): Turn {
  const awaited = awaitedParties(joint);
  const overdue = joint.clocks.some((clock) => clock.overdue && awaited.includes(clock.party));
  const parties = awaited.map((party) => desks.party(compound, party));
  const standIns = joint.standIns.filter(({ party }) => awaited.includes(party));
  return {
    accountable: overdue || needsCommunity(joint),
    others: [
      ...parties,
      ...standIns.map(({ person }) => desks.person(person)),
      ...(overdue ? [dispatcher, secretary] : []),
    ],
  };
}

function needsCommunity({ plan, refusals }: JointResolution): boolean {
  if (plan === undefined || refusals.length > 0) return true;
  return plan.assembly === undefined ? plan.source === 'maintenance-fund' : plan.assembly !== 'approved';
}

/** Parties whose word on the plan is missing; none where there is none, or where all owners have rejected it. */
export function awaitedParties({ plan, parties, keys, refusals }: JointResolution): readonly Party[] {
  if (plan === undefined || plan.assembly === 'rejected') return [];
  return parties.filter(
    (party) =>
      !refusals.includes(party) &&
      !keys.some((key) => key.party === party) &&
      !(party === 'owners' && isOfAssembly(plan)),
  );
}

/** The law reserves the maintenance fund to all owners; what the catalogue reserves to them is not known here. */
function isOfAssembly({ assembly, source }: NonNullable<JointResolution['plan']>): boolean {
  return assembly !== undefined || source === 'maintenance-fund';
}

function didTheWork({ doers, accountablePerson }: CaseRow): boolean {
  return doers.includes(accountablePerson);
}

function reopening({ reopeningRequestIds }: CaseRow): Turn {
  return reopeningRequestIds.length === 0 ? nobody : { accountable: false, others: [dispatcher, secretary] };
}

function earliest({ status, nextDueAt, joint }: CaseRow): string | undefined {
  if (status !== 'awaiting-keys' || !joint) return nextDueAt;
  const awaited = awaitedParties(joint);
  return joint.clocks
    .filter(({ party }) => awaited.includes(party))
    .reduce<string | undefined>(
      (least, { dueAt }) => (least === undefined || dueAt < least ? dueAt : least),
      nextDueAt,
    );
}
