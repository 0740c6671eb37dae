import type { Actor } from '../actor';
import type { DecisionContext } from '../decider';
import { entryOf } from '../lookup';
import { refuse, type Refusal } from '../refusals';
import type { CaseEventOf } from './case.events';
import type { DataOf } from './case.handler';
import type { CurrentPlan, JointResolution, Key, ReportedCase } from './case.state';
import type { Party } from './case.values';
import { categoryOf } from './categories';
import { currentRound } from './openings';

type Asked = Pick<DecisionContext, 'now' | 'rules'>;

/** The joint resolution that keys can be given to or taken from: awaited, or with its lock open. */
export function jointOf(state: ReportedCase): JointResolution | Refusal {
  const { joint } = currentRound(state);
  const isOn = joint && (state.status === 'awaiting-keys' || joint.lock === 'open');
  return isOn ? joint : refuse('NoJointResolution');
}

/** The plan that is on the table, if it is of this version. What is not stored nobody has seen. */
export function planOf({ plan }: JointResolution, version: number): CurrentPlan | Refusal {
  return plan?.version === version && plan.hash !== undefined
    ? plan
    : refuse('PlanNotCurrent', { version: plan?.version ?? 0 });
}

export interface AtTheLock {
  readonly joint: JointResolution;
  readonly state: ReportedCase;
}

/** Who holds a party's key now: the stand-in while one is in force, else whom the register of the compound names. */
export function holderOf(
  party: Party,
  { joint, state }: AtTheLock,
  { now, rules }: Asked,
): string | undefined {
  const standIn = joint.standIns.find((each) => each.party === party && each.until > now);
  return standIn?.person ?? entryOf(rules.compounds, state.place.compound)?.parties[party]?.holder;
}

type Word = Pick<CaseEventOf<'KeyTurned'>['data'], 'recordedBy'>;
type Said = Pick<DataOf<'TurnKey'>, 'party' | 'holder' | 'sheet' | 'linkedBy'>;

/**
 * One's own word, or a signed sheet that staff write down. Whoever holds a key of this lock, or has turned one, writes down
 * nothing for another party, whatever role they have beside it (ADR 0011).
 */
export function wordOf(
  { party, holder, sheet, linkedBy }: Said,
  of: AtTheLock,
  context: DecisionContext,
): Word | Refusal {
  const { by } = context;
  if (by.id === holder) return ownWord({ party, holder, linkedBy }, of, context);
  if (by.role === 'key-holder' || hasHandInLock(by, of, context)) return refuse('NotTheKeyHolder', { party });
  return sheet ? { recordedBy: { person: by.id, ...sheet } } : refuse('SignedSheetMissing', { party });
}

/** By a link that somebody else of this lock has asked for, it is as much theirs as a sheet that they write down. */
function ownWord(
  { party, holder, linkedBy }: Omit<Said, 'sheet'>,
  of: AtTheLock,
  context: DecisionContext,
): Word | Refusal {
  const others = of.joint.keys.filter((each) => each.party !== party);
  const wroteAnother = others.some(({ writtenBy }) => writtenBy === holder);
  const isHandedOver =
    linkedBy !== undefined && linkedBy !== holder && hasHandInLock({ id: linkedBy }, of, context);
  return wroteAnother || isHandedOver ? refuse('NotTheKeyHolder', { party }) : {};
}

/** Whom the register names, who stands in or stood in, and who has turned a key since the parties were convened. */
export function hasHandInLock(
  { id, onBehalfOf }: Pick<Actor, 'id' | 'onBehalfOf'>,
  of: AtTheLock,
  context: Asked,
): boolean {
  const { joint } = of;
  const holders = joint.parties.map((party) => holderOf(party, of, context));
  const named = Object.values(entryOf(context.rules.compounds, of.state.place.compound)?.parties ?? {});
  const people = [
    ...[...holders, ...named.map((each) => each.holder), ...joint.turners],
    ...joint.standIns.map(({ person }) => person),
  ];
  return people.some((each) => each !== undefined && (each === id || each === onBehalfOf));
}

const interruptible = ['awaiting-check', 'awaiting-follow-up'] as const;

/** What a key that is taken back now interrupts: nothing where no result is there yet. */
export function interruptedIn({ status }: Pick<ReportedCase, 'status'>): JointResolution['interrupted'] {
  return interruptible.find((each) => each === status);
}

/** Whether work behind the lock has a result: it waits for its end, or rests since an objection. */
export function hasResult(state: Pick<ReportedCase, 'status' | 'rounds'>): boolean {
  return interruptedIn(state) !== undefined || currentRound(state).joint?.interrupted !== undefined;
}

/** All owners' approval is nobody's to take back. Once a result is there, nor is a key that its holder turned themself. */
export function mayBeTakenBack(key: Key, state: Pick<ReportedCase, 'status' | 'rounds'>): boolean {
  return key.holder !== undefined && (key.recorded || !hasResult(state));
}

/** The word of whoever holds the party's key now. */
export function wordOfParty(data: Said, of: AtTheLock, context: DecisionContext): Word | Refusal {
  const { party, holder } = data;
  if (!of.joint.parties.includes(party)) return refuse('NotAParty', { party });
  return holderOf(party, of, context) === holder
    ? wordOf(data, of, context)
    : refuse('NotTheKeyHolder', { party });
}

/** Which rule, if any, reserves a plan to all owners (CASE, rule 4). */
export function reservedBy(
  { source }: Pick<CurrentPlan, 'source'>,
  state: ReportedCase,
  { rules }: Pick<DecisionContext, 'rules'>,
): CaseEventOf<'ReferredToOwnersAssembly'>['data']['rule'] | undefined {
  if (categoryOf(state, rules)?.decisionRule === 'owners-assembly') return 'owners-assembly';
  return source === 'maintenance-fund' ? 'maintenance-fund' : undefined;
}
