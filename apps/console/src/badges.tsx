import { useI18n } from './i18n';
import type { CaseLine } from './types';

const counted = ['returned', 'reworked', 'reopened'] as const;

/** What is special about a case, in words: colour is never the only sign. */
export function FlagBadges({ line }: { line: Pick<CaseLine, 'flags' | 'confidential' | 'urgency'> }) {
  const { t } = useI18n();
  const { flags } = line;
  const words = [
    ...(line.urgency === 'urgent' ? ['urgent'] : []),
    ...(flags.supervised ? ['supervised'] : []),
    ...(flags.exhausted ? ['exhausted'] : []),
    ...(flags.imported ? ['imported'] : []),
    ...(line.confidential ? ['confidential'] : []),
  ];
  return (
    <>
      {words.map((flag) => (
        <span
          key={flag}
          className={`badge ${flag === 'urgent' || flag === 'exhausted' ? 'badge-wrong' : ''}`}
        >
          {t.flags[flag]}
        </span>
      ))}
      {counted
        .filter((flag) => flags[flag] > 0)
        .map((flag) => (
          <span key={flag} className="badge badge-warn">
            {t.flags[flag]} ×{flags[flag]}
          </span>
        ))}
    </>
  );
}

export function DueBadge({ line }: { line: Pick<CaseLine, 'nextDueAt' | 'overdue'> }) {
  const { t, time } = useI18n();
  if (line.overdue) return <span className="badge badge-wrong">{t.case.overdue}</span>;
  return line.nextDueAt === undefined ? null : <span>{time(line.nextDueAt)}</span>;
}
