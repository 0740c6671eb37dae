import { useI18n } from '../../i18n';
import type { Change } from './entries';
import { pathWords, useValueWords } from './words';

/** What differs, field by field: before and after, in words. */
export function ChangeTable({ changes, label }: { changes: readonly Change[]; label: string }) {
  const { t } = useI18n();
  const valueWords = useValueWords();
  if (changes.length === 0) return <p>{t.community.same}</p>;
  return (
    <table className="stacked" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t.community.field}</th>
          <th scope="col">{t.community.before}</th>
          <th scope="col">{t.community.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, before, after }) => (
          <tr key={path.join('/')}>
            <th scope="row">{pathWords(path, t)}</th>
            <td data-label={t.community.before}>
              <del>{valueWords(before, path)}</del>
            </td>
            <td data-label={t.community.after}>
              <ins>{valueWords(after, path)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
