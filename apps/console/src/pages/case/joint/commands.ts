import type { CaseDetail } from '../../../types';

/** Commands about the resolution as a whole. */
export const ofResolution = [
  'ProposePlan',
  'ReferToOwnersAssembly',
  'RecordAssemblyDecision',
  'EndJointResolution',
] as const;

/** Commands about the key of one party, and in which states of it. */
export const ofKey = {
  TurnKey: ['awaited', 'refused'],
  RefuseKey: ['awaited', 'turned'],
  TakeKeyBack: ['turned'],
  AppointStandIn: ['awaited', 'refused'],
} as const;

/** Those that stand beside a key or its plan, and not among the others. */
export const besideTheKeys: ReadonlySet<string> = new Set([...ofResolution, ...Object.keys(ofKey)]);

/** The word of a party, in whose place all owners decide where it is theirs. */
export const ofWord: ReadonlySet<string> = new Set(['TurnKey', 'RefuseKey', 'TakeKeyBack']);

/** Those about the whole that find something to do: it ends after enough refusals, and all owners decide what is theirs. */
export function offeredOf({
  allowed,
  resolution,
}: Pick<CaseDetail, 'allowed' | 'resolution'>): readonly string[] {
  const mayEnd = resolution !== undefined && resolution.attempts >= resolution.attemptsNeeded;
  const isReserved = resolution?.reservedBy !== undefined;
  const found = { EndJointResolution: mayEnd, ReferToOwnersAssembly: isReserved };
  return ofResolution.filter((command) => allowed.includes(command) && { ...always, ...found }[command]);
}

const always = { ProposePlan: true, RecordAssemblyDecision: true } as const;
