import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '../../api';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import { paths } from '../../paths';
import type { Community } from '../../types';
import type { FoundingStep } from './founding-steps';
import { foundedSteps, foundingSteps, kindsWithoutHolder } from './founding-steps';
import { useUsers } from './use-users';
import { useValueWords } from './words';

const partOf: Readonly<Record<FoundingStep, string>> = {
  units: 'organisation',
  accounts: 'accounts',
  posts: 'organisation',
  compounds: 'compounds',
  parties: 'compounds',
  catalogue: 'catalogue',
  policy: 'policy',
};

/** For the administrator of a community that is not whole yet: what is to be done, in order. Gone when all is there. */
export function Founding() {
  const me = useMe().data;
  const isFounder = me?.may.includes('DefineUnit') && me.may.includes('users.list');
  const community = useQuery({
    queryKey: ['live', 'community'],
    queryFn: () => api.get<Community>('/api/community'),
    enabled: isFounder ?? false,
  });
  const users = useUsers().data?.users;
  if (!isFounder || !community.data || !users) return null;
  const founded = foundedSteps(community.data, users);
  return foundingSteps.every((step) => founded[step]) ? null : (
    <Steps community={community.data} founded={founded} />
  );
}

interface StepsProps {
  community: Community;
  founded: Readonly<Record<FoundingStep, boolean>>;
}

function Steps({ community, founded }: StepsProps) {
  const { t } = useI18n();
  const next = foundingSteps.find((step) => !founded[step]);
  return (
    <section className="panel" aria-labelledby="founding">
      <h2 id="founding">{t.founding.title}</h2>
      <p>{t.founding.intro}</p>
      <ol>
        {foundingSteps.map((step) => (
          <li key={step} aria-current={step === next ? 'step' : undefined}>
            <Link href={`${paths.community}?part=${partOf[step]}`}>{t.founding.steps[step]}</Link>{' '}
            <span className={`badge ${founded[step] ? 'badge-right' : 'badge-warn'}`}>
              {founded[step] ? t.founding.done : t.founding.toDo}
            </span>{' '}
            <Hint {...{ step, community }} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What of a step is lacking, or what has been brought along. */
function Hint({ step, community }: { step: FoundingStep; community: Community }) {
  const { t } = useI18n();
  const valueWords = useValueWords();
  const kinds = step === 'posts' ? kindsWithoutHolder(community) : [];
  const words =
    kinds.length > 0 ? t.founding.nobodyHolds(valueWords(kinds, ['postKind'])) : t.founding.hints[step];
  return words === undefined ? null : <span className="hint">{words}</span>;
}
