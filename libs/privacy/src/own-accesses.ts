import type { Role } from '@threekeys/domain';
import type { AccessLog, AccessRecord, Purpose } from './access-log';

/** What of a requester's own was opened. */
export const ownData = ['identity', 'words', 'door', 'tracking-code'] as const;
type OwnData = (typeof ownData)[number];

/** One opening of a requester's own data, as it is told to them: the role, not the name. */
export interface OwnAccess {
  readonly at: string;
  readonly role: Role;
  readonly purpose: Purpose;
  readonly what: OwnData[];
}

interface Asked {
  readonly caseId: string;
  readonly requesterId: string;
  /** Place of the requester among those of the case. */
  readonly index: number;
  /** Instant before which there was nothing of theirs. */
  readonly from?: string | undefined;
  readonly max: number;
}

const pageSize = 200;

/** Who has opened a requester's own data, when and why: newest first, at most `max`. */
export async function accessesToOwn(
  log: AccessLog,
  { caseId, from, max, ...requester }: Asked,
): Promise<readonly OwnAccess[]> {
  const found: OwnAccess[] = [];
  for (let cursor: string | undefined; found.length < max;) {
    const page = await log.page({ caseId, from, limit: pageSize, cursor });
    found.push(...page.records.flatMap((record) => ownOf(record, requester)));
    if (page.next === undefined) break;
    cursor = page.next;
  }
  return found.slice(0, max);
}

type Requester = Pick<Asked, 'requesterId' | 'index'>;

/** What of an access is about the requester; nothing where it is about others, as whoever opens their own case reads nobody else's. */
function ownOf(
  { at, actor, fields, purpose }: AccessRecord,
  { requesterId, index }: Requester,
): readonly OwnAccess[] {
  if (purpose === 'own-case' && actor.id !== requesterId) return [];
  const what = [...new Set(fields.flatMap((field) => groupOf(field, index)))].sort();
  return what.length === 0 ? [] : [{ at, role: actor.role, purpose, what }];
}

function groupOf(field: string, index: number): readonly OwnData[] {
  const [part = '', place, member] = field.split('/');
  if (part === 'requesters') return place === String(index) ? [groupOfMember(member)] : [];
  return notTheirs.includes(part) ? [] : [groups[part] ?? 'words'];
}

/** Of the other side, of a plan of the parties, and a link, by which nothing is seen before something is opened. */
const notTheirs = ['respondent', 'plan', 'link'];

function groupOfMember(member: string | undefined): OwnData {
  return member === 'trackingCode' ? 'tracking-code' : 'identity';
}

/** Of the fields that are not words. */
const groups: Readonly<Record<string, OwnData>> = {
  place: 'door',
  door: 'door',
  address: 'door',
  'call-back': 'identity',
  'disclosed-name': 'identity',
  merge: 'identity',
};
