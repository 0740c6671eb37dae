import { useQuery } from '@tanstack/react-query';
import { api } from '../../api';
import { useI18n } from '../../i18n';
import type { PolicyVersion } from '../../types';
import { Button } from '../../ui/button';
import type { Grounds } from './new-grounds';
import { newGrounds } from './new-grounds';
import { memberWords, useValueWords } from './words';

interface NewGroundsProps {
  /** The version in force. */
  version: number;
  onTake: (grounds: readonly Grounds[]) => void;
}

/** Says which grounds a newer starter policy has that the policy in force lacks, and takes them into a draft. */
export function NewGroundsNote({ version, onTake }: NewGroundsProps) {
  const { t } = useI18n();
  const valueWords = useValueWords();
  const compared = useQuery({
    queryKey: ['live', 'policy-version', 'starter', version],
    queryFn: () => api.get<PolicyVersion>(`/api/policy/versions/${String(version)}?since=0`),
    enabled: version > 0,
  });
  const grounds = newGrounds(compared.data?.differences ?? []);
  if (grounds.length === 0) return null;
  return (
    <section aria-label={t.community.newGrounds}>
      <p>{t.community.newGrounds}</p>
      <ul>
        {grounds.map(({ path, codes }) => (
          <li key={path.join('/')}>
            {memberWords(path, t)}: {valueWords(codes, path)}
          </li>
        ))}
      </ul>
      <Button onClick={() => onTake(grounds)}>{t.community.takeGrounds}</Button>
    </section>
  );
}
