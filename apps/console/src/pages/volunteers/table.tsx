import { Link } from 'wouter';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import { paths } from '../../paths';
import { placeWords } from '../../place';
import type { VolunteerLine } from '../../types';
import { namesOf } from '../board/words';
import { useStateWords } from './state-words';

/** On a narrow screen each row is a card (in the style sheet), and says its headings itself. */
export function VolunteerTable({
  volunteers,
  isLast,
}: {
  volunteers: readonly VolunteerLine[];
  isLast: boolean;
}) {
  const { t } = useI18n();
  if (volunteers.length === 0)
    return <p role="status">{isLast ? t.volunteers.empty : t.volunteers.emptyButMore}</p>;
  const headings = ['name', 'skills', 'interests', 'freeNow', 'week', 'state', 'compound'] as const;
  return (
    <div className="scrolling" tabIndex={0} role="region" aria-label={t.volunteers.caption}>
      <table className="cards">
        <caption className="visually-hidden">{t.volunteers.caption}</caption>
        <thead>
          <tr>
            {headings.map((name) => (
              <th key={name} scope="col">
                {t.volunteers[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {volunteers.map((line) => (
            <VolunteerRow key={line.volunteerId} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function VolunteerRow({ line }: { line: VolunteerLine }) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const stateOf = useStateWords();
  const { volunteerId, name, skills, interests, compound, building } = line;
  return (
    <tr>
      <th scope="row">
        <Link href={paths.volunteer(volunteerId)}>{name ?? t.volunteers.erased}</Link>
      </th>
      <td data-label={t.volunteers.skills}>{namesOf(skills, 'skills', { language, community })}</td>
      <td data-label={t.volunteers.interests}>{namesOf(interests, 'interests', { language, community })}</td>
      <td data-label={t.volunteers.freeNow}>{line.freeNow ? t.yes : t.no}</td>
      <td data-label={t.volunteers.week}>{line.bookingsThisWeek}</td>
      <td data-label={t.volunteers.state}>{stateOf(line)}</td>
      <td data-label={t.volunteers.compound}>
        {placeWords({ compound, ...(building && { building }) }, community, language)}
      </td>
    </tr>
  );
}
