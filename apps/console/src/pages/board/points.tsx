import { useI18n } from '../../i18n';
import type { OrderRankings } from '../../types';

interface PointsProps {
  terms: OrderRankings['attempts'][number]['ranked'][number]['terms'];
  score: number;
  /** Whose they are: a page has several. */
  about: string;
}

/** A score, and the terms that it is the sum of. */
export function Points({ terms, score, about }: PointsProps) {
  const { t, language, number } = useI18n();
  return (
    <details>
      <summary>
        {t.board.points}: {number(score)}
        <span className="visually-hidden"> ({about})</span>
      </summary>
      <dl>
        {terms.map(({ term, points, names }) => (
          <div key={term} className="term">
            <dt>{names[language]}</dt>
            <dd>{number(points)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
