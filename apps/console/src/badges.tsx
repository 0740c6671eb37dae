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

interface DueBadgeProps {
  line: Pick<CaseLine, 'nextDueAt' | 'overdue'>;
  /** Under a heading that says “due” the time is enough; elsewhere it would read as when something happened. */
  underHeading?: boolean;
}

export function DueBadge({ line, underHeading = false }: DueBadgeProps) {
  const { t, time } = useI18n();
  if (line.overdue) return <span className="badge badge-wrong">{t.case.overdue}</span>;
  if (line.nextDueAt === undefined) return null;
  const at = time(line.nextDueAt);
  return <span>{underHeading ? at : t.case.due(at)}</span>;
}
