import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { api } from '../api';
import { useI18n } from '../i18n';
import { useMe } from '../me';
import { PageTitle } from '../page';
import { paths } from '../paths';
import type { Community } from '../types';
import { AccountsPart } from './community/accounts';
import { CataloguePart } from './community/catalogue';
import { CompoundsPart } from './community/compounds';
import { Founding } from './community/founding';
import { OrganisationPart } from './community/organisation';
import { PolicyPart } from './community/policy';

const parts = ['organisation', 'accounts', 'compounds', 'catalogue', 'policy'] as const;

/** Who holds which post, where the keys lie, and what the community has decided. Which part is in the address. */
export function CommunityPage() {
  const { t } = useI18n();
  const [search] = useSearchParams();
  const me = useMe().data;
  const shown = parts.filter((each) => each !== 'accounts' || me?.may.includes('people.list'));
  const part = shown.find((each) => each === search.get('part')) ?? 'organisation';
  // Read anew with every change, unlike the labels of other pages.
  const community = useQuery({
    queryKey: ['live', 'community'],
    queryFn: () => api.get<Community>('/api/community'),
  });
  return (
    <>
      <PageTitle>{t.community.title}</PageTitle>
      <Founding />
      <nav aria-label={t.community.parts} className="panel actions">
        {shown.map((each) => (
          <Link
            key={each}
            href={`${paths.community}?part=${each}`}
            aria-current={each === part ? 'page' : undefined}
          >
            {t.community.part[each]}
          </Link>
        ))}
      </nav>
      {community.error && <p role="alert">{community.error.message}</p>}
      {community.isPending && <p className="loading">{t.loading}</p>}
      {community.data && <Part part={part} community={community.data} />}
    </>
  );
}

function Part({ part, community }: { part: (typeof parts)[number]; community: Community }) {
  switch (part) {
    case 'organisation':
      return <OrganisationPart community={community} />;
    case 'accounts':
      return <AccountsPart community={community} />;
    case 'compounds':
      return <CompoundsPart community={community} />;
    case 'catalogue':
      return <CataloguePart community={community} />;
    case 'policy':
      return <PolicyPart community={community} />;
  }
}
