import type { Messages } from '../../../messages/zh';
import type { CaseDetail } from '../../../types';

type JointOf = NonNullable<CaseDetail['joint']>;

/** Whose turn it is, in words. Where the plan is reserved to all owners, the key of their committee is their assembly's. */
export function turnOf(
  joint: Pick<JointOf, 'lock' | 'version' | 'assembly' | 'parties'>,
  t: Messages,
  reserved: boolean,
): string {
  const { lock, version, assembly, parties } = joint;
  const those = parties.filter(({ party }) => !(reserved && party === 'owners'));
  const named = (key: JointOf['parties'][number]['key']) =>
    those
      .filter((each) => each.key === key)
      .map(({ party }) => t.parties[party] ?? party)
      .join(t.joint.and);
  if (lock === 'open') return t.joint.turns.open;
  if (lock === 'failed') return t.joint.turns.failed;
  if (version === undefined) return t.joint.turns.plan;
  if (assembly === 'rejected') return t.joint.turns.rejected;
  if (named('refused')) return t.joint.turns.refused(named('refused'));
  if (assembly === 'awaited') return t.joint.turns.assembly;
  return waited(named('awaited'), reserved && assembly !== 'approved', t);
}

/** Where no key is awaited and the lock is shut, it is the assembly that is. */
const waited = (keysOf: string, isAssemblys: boolean, { joint: { turns } }: Messages): string =>
  [keysOf && turns.keys(keysOf), (isAssemblys || !keysOf) && turns.reserved].filter(Boolean).join(' ');
