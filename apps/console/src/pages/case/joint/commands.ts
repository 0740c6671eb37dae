import type { CaseDetail, Category } from '../../../types';

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

/** Whether all owners decide on the plan that is on the table: their committee has no word on it. */
export const isReserved = (
  joint: CaseDetail['joint'],
  category: Pick<Category, 'decisionRule'> | undefined,
) => joint?.source === 'maintenance-fund' || category?.decisionRule === 'owners-assembly';

/** The word of a party, in whose place all owners decide where it is theirs. */
export const ofWord: ReadonlySet<string> = new Set(['TurnKey', 'RefuseKey', 'TakeKeyBack']);

/** Those about the whole that find something to do: it ends after enough refusals, and all owners decide what is theirs. */
export function offeredOf(
  { allowed, joint, resolution }: Pick<CaseDetail, 'allowed' | 'joint' | 'resolution'>,
  category: Pick<Category, 'decisionRule'> | undefined,
): readonly string[] {
  const mayEnd = resolution !== undefined && resolution.attempts >= resolution.attemptsNeeded;
  const found = { EndJointResolution: mayEnd, ReferToOwnersAssembly: isReserved(joint, category) };
  return ofResolution.filter((command) => allowed.includes(command) && { ...always, ...found }[command]);
}

const always = { ProposePlan: true, RecordAssemblyDecision: true } as const;
