import { reservedBy, standInsFor } from '@threekeys/domain';
import type { CaseEventOf, CaseEventType, Party } from '@threekeys/domain';
import type { CaseFile, FiledEvent } from './case-file';
import type { Desk } from './desk';
import { keyHolderOf } from './desk-steps';
import type { KeyWord, PlanAnswer, ResolutionAnswer } from './joint.responses';
import type { Sight } from './sight';

type OfType<T extends CaseEventType> = FiledEvent['content'] & { readonly data: CaseEventOf<T>['data'] };
type KeyEvent = 'KeyTurned' | 'KeyRefused' | 'KeyTakenBack';

const said: Readonly<Record<KeyEvent, KeyWord['said']>> = {
  KeyTurned: 'turned',
  KeyRefused: 'refused',
  KeyTakenBack: 'taken-back',
};

/** The joint resolution of the present round as one caller sees it; words of plans and parties through the gate. */
export async function resolutionOf(
  file: CaseFile,
  sight: Sight,
  { rules, now }: Pick<Desk, 'rules' | 'now'>,
): Promise<ResolutionAnswer | undefined> {
  const { joint, compound, round, category } = file.row;
  if (!joint) return undefined;
  const events = file.events.filter(({ content }) => content.data['round'] === round);
  const holderOf = (party: Party) => keyHolderOf(party, { joint, compound, rules, now });
  const standIns = ofType(events, 'StandInAppointed').map(({ data }) => data);
  return {
    round,
    plans: await plansOf(events, sight),
    said: await saidIn(events, sight),
    holders: joint.parties.map((party) => ({
      ...{ party, holder: holderOf(party) },
      standIns: standInsFor(party, { compound }, rules),
    })),
    standIns: joint.standIns
      .filter(({ until }) => until > now)
      .map((each) => ({
        ...each,
        basis: standIns.findLast(({ party }) => party === each.party)?.basis ?? '',
      })),
    reservedBy: joint.plan && reservedBy(joint.plan, { category }, { rules }),
    assembly: assemblyOf(events, joint.plan?.version),
    attempts: joint.attempts,
    attemptsNeeded: rules.policy.jointResolution.attemptsMin,
  };
}

function ofType<T extends CaseEventType>(events: readonly FiledEvent[], ...types: readonly T[]): OfType<T>[] {
  return events
    .map(({ content }) => content)
    .filter(({ type }) => (types as readonly string[]).includes(type)) as unknown as OfType<T>[];
}

async function plansOf(events: readonly FiledEvent[], sight: Sight): Promise<PlanAnswer[]> {
  const proposed = events.filter(({ content }) => content.type === 'PlanProposed');
  const plans = ofType(proposed, 'PlanProposed');
  const words = await sight.words(
    plans.flatMap(({ data: { plan } }) => [
      { group: 'plan', name: 'plan', value: plan.content },
      { group: 'plan', name: 'plan', value: plan.scope },
    ]),
  );
  return plans.map(({ data: { version, plan }, recordedAt, actor }, index) => ({
    version,
    proposedAt: recordedAt,
    proposedBy: (actor as { id: string }).id,
    content: words[2 * index],
    scope: words[2 * index + 1],
    costFen: plan.costFen,
    payer: plan.payer,
    source: plan.source,
    term: plan.term,
    hash: proposed[index]?.event.leafHash ?? '',
  }));
}

async function saidIn(events: readonly FiledEvent[], sight: Sight): Promise<KeyWord[]> {
  const keys = ofType(events, 'KeyTurned', 'KeyRefused', 'KeyTakenBack');
  const words = await sight.words(
    keys.map(({ data }) => ({
      group: 'words',
      name: 'words',
      value: 'words' in data ? data.words : undefined,
    })),
  );
  return keys.map(({ type, data, recordedAt }, index) => ({
    party: data.party,
    version: data.version,
    said: said[type as KeyEvent],
    at: recordedAt,
    holder: data.holder,
    recordedBy: data.recordedBy,
    linkedBy: 'linkedBy' in data ? (data.linkedBy as string | undefined) : undefined,
    reason: 'reason' in data ? (data.reason as string) : undefined,
    words: words[index],
  }));
}

function assemblyOf(
  events: readonly FiledEvent[],
  version: number | undefined,
): ResolutionAnswer['assembly'] {
  const referred = ofType(events, 'ReferredToOwnersAssembly').findLast(
    ({ data }) => data.version === version,
  );
  if (!referred) return undefined;
  const decided = ofType(events, 'AssemblyDecided').findLast(({ data }) => data.version === version);
  return {
    rule: referred.data.rule,
    referredAt: referred.recordedAt,
    decided: decided && {
      approved: decided.data.approved,
      minutes: decided.data.minutes,
      at: decided.recordedAt,
    },
  };
}
