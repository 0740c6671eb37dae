import { byEvent, type ByEvent } from './by-event';
import type { CaseEvent, CaseEventOf } from './case.events';
import type { JointResolution, Key, KeyClock } from './case.state';
import type { KeyDeadline, Party } from './case.values';

type Joint = JointResolution;

/**
 * The joint resolution of a round after an event. `leafHash`: of the event, as it is stored; `compound`: in which the case was
 * before it.
 */
export function jointAfter(
  joint: Joint | undefined,
  event: CaseEvent,
  { leafHash, compound }: { readonly leafHash?: string | undefined; readonly compound: string },
): Joint | undefined {
  if (event.type === 'JointResolutionConvened') return convened(event.data, joint);
  if (!joint) return undefined;
  if (event.type === 'ReportAmended') return moved(joint, event.data, compound);
  const change =
    event.type === 'PlanProposed' ? proposed(event.data, leafHash) : byEvent(changes, event, joint);
  return change ? { ...joint, ...change } : joint;
}

/** Convened again it begins anew; versions go on, so that no two plans of a round have the same. */
function convened(
  { parties, keyDeadlines }: CaseEventOf<'JointResolutionConvened'>['data'],
  before: Joint | undefined,
): Joint {
  return {
    ...{ parties, lock: 'shut', versions: before?.versions ?? 0, plan: undefined, keys: [], refusals: [] },
    ...{
      standIns: before?.standIns ?? [],
      clocks: keyDeadlines.map(running),
      attempts: 0,
      counted: [],
      turners: [],
      objectors: [],
    },
  };
}

/** Who stands in for a party of one compound is nobody in another. */
function moved(
  joint: Joint,
  { fields: { place } }: CaseEventOf<'ReportAmended'>['data'],
  compound: string,
): Joint {
  return place === undefined || place.compound === compound ? joint : { ...joint, standIns: [] };
}

/** Whatever was turned or refused before was so on another version. */
function proposed(
  { version, plan, keyDeadlines }: CaseEventOf<'PlanProposed'>['data'],
  hash: string | undefined,
): Partial<Joint> {
  const { costFen, source } = plan;
  return {
    ...{ lock: 'shut', versions: version, plan: { version, hash, costFen, source }, keys: [], refusals: [] },
    ...{ clocks: keyDeadlines.map(running), counted: [], objectors: [] },
  };
}

const changes: ByEvent<Joint, Partial<Joint>> = {
  KeyTurned: (data, joint) => ({
    keys: [...without(joint.keys, data.party), turnedKey(data, joint)],
    turners: [...joint.turners, data.holder],
    refusals: joint.refusals.filter((each) => each !== data.party),
  }),
  KeyRefused: ({ party }, joint) => ({
    ...{ lock: 'shut', keys: without(joint.keys, party), clocks: without(joint.clocks, party) },
    ...attempted(joint, party),
    refusals: [...joint.refusals.filter((each) => each !== party), party],
  }),
  // The lock of a result that rests is talked about anew: what was refused before it opened is settled.
  KeyTakenBack: ({ party, holder, because, keyDeadlines, interrupts }, joint) => ({
    ...{ lock: 'shut', keys: without(joint.keys, party) },
    clocks: [...without(joint.clocks, party), ...keyDeadlines.map(running)],
    objectors: because === 'objection' ? [...joint.objectors, holder] : joint.objectors,
    ...(interrupts === undefined ? {} : { interrupted: interrupts, attempts: 0, counted: [] }),
  }),
  KeyOverdue: ({ party }, joint) => ({
    clocks: joint.clocks.map((each) => (each.party === party ? { ...each, overdue: true } : each)),
    ...attempted(joint, party),
  }),
  StandInAppointed: ({ party, person, until }, { standIns }) => ({
    standIns: [...without(standIns, party), { party, person, until }],
  }),
  ReferredToOwnersAssembly: (_data, { plan }) => (plan ? { plan: { ...plan, assembly: 'awaited' } } : {}),
  AssemblyDecided: ({ approved }, joint) => ({
    ...(joint.plan ? { plan: { ...joint.plan, assembly: approved ? 'approved' : 'rejected' } } : {}),
    ...(approved
      ? { keys: [...without(joint.keys, 'owners'), { party: 'owners', recorded: true }] }
      : attempted(joint, 'owners')),
  }),
  LockOpened: () => ({ lock: 'open', interrupted: undefined }),
  JointResolutionFailed: () => ({ lock: 'failed', interrupted: undefined }),
};

/** A party does not end the talks by itself, by saying the same thing again. */
function attempted({ attempts, counted }: Joint, party: Party): Pick<Joint, 'attempts' | 'counted'> {
  return counted.includes(party)
    ? { attempts, counted }
    : { attempts: attempts + 1, counted: [...counted, party] };
}

/**
 * By a link that staff asked for it was said in their hands as well as the holder's: the party may object to it, once. Who
 * turns it again knows what the link is for.
 */
function turnedKey(
  { party, holder, recordedBy, linkedBy }: CaseEventOf<'KeyTurned'>['data'],
  { objectors }: Joint,
): Key {
  const writtenBy = recordedBy?.person ?? linkedBy;
  const isOwn = recordedBy === undefined && (linkedBy === undefined || objectors.includes(holder));
  const sheet = recordedBy && { channel: recordedBy.channel, minutes: recordedBy.minutes };
  return {
    ...{ party, holder, recorded: !isOwn },
    ...(writtenBy === undefined ? {} : { writtenBy }),
    ...(sheet && { sheet }),
  };
}

function running({ party, dueAt }: KeyDeadline): KeyClock {
  return { party, dueAt, overdue: false };
}

function without<T extends { readonly party: Party }>(of: readonly T[], party: Party): T[] {
  return of.filter((each) => each.party !== party);
}
