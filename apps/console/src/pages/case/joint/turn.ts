import type { Messages } from '../../../messages/zh';
import type { CaseDetail } from '../../../types';

type JointOf = NonNullable<CaseDetail['joint']>;

/** Whose turn it is, in words. */
export function turnOf(
  joint: Pick<JointOf, 'lock' | 'version' | 'assembly' | 'parties'>,
  t: Messages,
): string {
  const { lock, version, assembly, parties } = joint;
  const named = (key: JointOf['parties'][number]['key']) =>
    parties
      .filter((each) => each.key === key)
      .map(({ party }) => t.parties[party] ?? party)
      .join(t.joint.and);
  if (lock === 'open') return t.joint.turns.open;
  if (lock === 'failed') return t.joint.turns.failed;
  if (version === undefined) return t.joint.turns.plan;
  if (assembly === 'rejected') return t.joint.turns.rejected;
  if (named('refused')) return t.joint.turns.refused(named('refused'));
  if (assembly === 'awaited') return t.joint.turns.assembly;
  return named('awaited') ? t.joint.turns.keys(named('awaited')) : t.joint.turns.reserved;
}
