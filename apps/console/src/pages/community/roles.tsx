import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { Community, PeopleOf } from '../../types';
import { Button } from '../../ui/button';
import { GrantDialog } from './grant-dialog';
import { useTermWords } from './term-words';
import { useCommunityAct } from './use-community-act';

type Person = PeopleOf['people'][number];
type Grant = Person['grants'][number];
interface Held {
  readonly person: string;
  readonly grant: Grant;
}

/** Who has which role, for what, and from when until when. */
export function RolesPart({ community }: { community: Community }) {
  const { t } = useI18n();
  const me = useMe().data;
  const [asked, setAsked] = useState<'grant' | Held | undefined>(undefined);
  const mayList = me?.may.includes('people.list') ?? false;
  const people = useQuery({
    queryKey: ['live', 'people'],
    queryFn: () => api.get<PeopleOf>('/api/people'),
    enabled: mayList,
  });
  if (!mayList) return null;
  const close = () => setAsked(undefined);
  return (
    <section className="panel" aria-labelledby="roles">
      <h2 id="roles">{t.community.roles}</h2>
      {me?.may.includes('GrantRole') && (
        <p>
          <Button onClick={() => setAsked('grant')}>{t.community.grant}</Button>
        </p>
      )}
      {people.error && <p role="alert">{people.error.message}</p>}
      {people.isPending && <p className="loading">{t.loading}</p>}
      <PeopleTable people={people.data?.people ?? []} community={community} onRevoke={setAsked} />
      {asked === 'grant' && <GrantDialog community={community} onClose={close} />}
      {typeof asked === 'object' && <RevokeDialog held={asked} community={community} onClose={close} />}
    </section>
  );
}

interface TableProps {
  people: readonly Person[];
  community: Community;
  onRevoke: (held: Held) => void;
}

function PeopleTable({ people, community, onRevoke }: TableProps) {
  const { t } = useI18n();
  const me = useMe().data;
  const words = useGrantWords(community);
  return (
    <table className="cards" aria-labelledby="roles">
      <thead>
        <tr>
          <th scope="col">{t.community.account}</th>
          <th scope="col">{t.community.role}</th>
        </tr>
      </thead>
      <tbody>
        {people
          .filter(({ grants }) => grants.length > 0)
          .map(({ person, grants }) => (
            <tr key={person}>
              <th scope="row">{person}</th>
              <td>
                <ul className="plain">
                  {grants.map((grant) => (
                    <li key={words(grant)} className="actions">
                      <span>{words(grant)}</span>
                      {me?.may.includes('RevokeRole') && (
                        <Button
                          about={`${person}, ${words(grant)}`}
                          onClick={() => onRevoke({ person, grant })}
                        >
                          {t.community.revoke}
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** “Key holder · Property company · Dawn Lane · until 31 Aug 2026” */
function useGrantWords(community: Community): (grant: Grant) => string {
  const { t, language } = useI18n();
  const termWords = useTermWords();
  return ({ role, party, scope, ...term }) => {
    const place =
      community.compounds.find(({ compound }) => compound === scope) ??
      community.units.find(({ unit }) => unit === scope);
    return [
      t.roles[role] ?? role,
      party && (t.parties[party] ?? party),
      scope && (place?.names[language] ?? scope),
      termWords(term),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}

interface RevokeProps {
  held: Held;
  community: Community;
  onClose: () => void;
}

function RevokeDialog({ held: { person, grant }, community, onClose }: RevokeProps) {
  const { t } = useI18n();
  const words = useGrantWords(community);
  const title = t.community.revokeOf(person);
  const { act, send } = useCommunityAct(title, onClose);
  return (
    <FormDialog
      title={title}
      kind="danger"
      {...{ act, onClose }}
      onSubmit={() => send('/api/organisation/commands/RevokeRole', { person, ...grant }, '/api/people')}
    >
      <p>{words(grant)}</p>
      <p>{t.community.revokeHint}</p>
    </FormDialog>
  );
}
