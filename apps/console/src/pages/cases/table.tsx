import { Link } from 'wouter';
import { DueBadge, FlagBadges } from '../../badges';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import { paths } from '../../paths';
import { placeWords } from '../../place';
import type { CaseLine } from '../../types';

/** On a narrow screen each row is a card (in the style sheet), and says its headings itself. */
export function CaseTable({ cases }: { cases: readonly CaseLine[] }) {
  const { t } = useI18n();
  if (cases.length === 0) return <p role="status">{t.cases.empty}</p>;
  return (
    <div className="scrolling" tabIndex={0} role="region" aria-label={t.cases.caption}>
      <table className="cards">
        <caption className="visually-hidden">{t.cases.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.cases.number}</th>
            <th scope="col">{t.cases.summary}</th>
            <th scope="col">{t.cases.status}</th>
            <th scope="col">{t.cases.place}</th>
            <th scope="col">{t.cases.accountable}</th>
            <th scope="col">{t.cases.reportedAt}</th>
            <th scope="col">{t.cases.due}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((line) => (
            <CaseRow key={line.caseId} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CaseRow({ line }: { line: CaseLine }) {
  const { t, language, time } = useI18n();
  const community = useCommunity();
  const category = community?.categories.find(({ category: code }) => code === line.category);
  return (
    <tr>
      <th scope="row">
        <Link href={paths.case(line.number)}>{line.number}</Link>
      </th>
      <td data-label={t.cases.summary}>
        {category?.names[language] ?? line.category ?? t.cases.uncategorised} <FlagBadges line={line} />
      </td>
      <td data-label={t.cases.status}>{t.statuses[line.status]}</td>
      <td data-label={t.cases.place}>{placeWords(line.place, community, language)}</td>
      <td data-label={t.cases.accountable}>{line.accountable.person}</td>
      <td data-label={t.cases.reportedAt} className="unbroken">
        {time(line.reportedAt)}
      </td>
      <td data-label={t.cases.due} className="unbroken">
        <DueBadge line={line} underHeading />
      </td>
    </tr>
  );
}
