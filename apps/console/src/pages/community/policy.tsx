import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { Community, PolicyVersion, PolicyVersions } from '../../types';
import { Button } from '../../ui/button';
import { Select } from '../../ui/field';
import { AdoptDialog } from './adopt-dialog';
import { ChangeTable } from './change-table';
import { entriesOf } from './entries';
import type { Entry } from './entries';
import type { Grounds } from './new-grounds';
import { NewGroundsNote } from './new-grounds-note';
import { memberWords, pathWords, useValueWords } from './words';

type Version = PolicyVersions['versions'][number];

/** Every number that the rules rest on: as it holds, and as it held before; adopted as a whole, version by version. */
export function PolicyPart({ community }: { community: Community }) {
  const { t } = useI18n();
  const me = useMe().data;
  const [adding, setAdding] = useState<readonly Grounds[] | undefined>(undefined);
  const { version, ...document } = community.policy;
  const history = useQuery({
    queryKey: ['live', 'policy-versions'],
    queryFn: () => api.get<PolicyVersions>('/api/policy/versions'),
  });
  const versions = history.data?.versions ?? [];
  return (
    <>
      <section className="panel" aria-labelledby="policy">
        <h2 id="policy">
          {t.community.part.policy}: {t.community.version(version)}
        </h2>
        {me?.may.includes('AdoptPolicy') && (
          <>
            <p>
              <Button kind="primary" onClick={() => setAdding([])}>
                {t.community.adopt}
              </Button>
            </p>
            <NewGroundsNote version={version} onTake={setAdding} />
          </>
        )}
        <Values document={document} terms={community.policyTerms} />
      </section>
      <section className="panel" aria-labelledby="policy-versions">
        <h2 id="policy-versions">{t.community.versions}</h2>
        {history.error && <p role="alert">{history.error.message}</p>}
        <Versions versions={versions} />
        {versions.length > 1 && <Comparison versions={versions} />}
      </section>
      {adding && <AdoptDialog {...{ community, adding }} onClose={() => setAdding(undefined)} />}
    </>
  );
}

interface ValuesProps {
  document: object;
  /** In whose order they are read. */
  terms: Community['policyTerms'];
}

/** Group by group; what stands by itself comes first. */
function Values({ document, terms }: ValuesProps) {
  const { t } = useI18n();
  const places = new Map(terms.map(({ path }, index) => [path, index]));
  const placeOf = ({ path }: Entry) => places.get(`/${path.join('/')}`) ?? terms.length;
  const entries = [...entriesOf(document)].sort((a, b) => placeOf(a) - placeOf(b));
  const groups = [...new Set(entries.filter(({ path }) => path.length > 1).map(({ path }) => path[0] ?? ''))];
  return (
    <>
      <ValueList entries={entries.filter(({ path }) => path.length === 1)} />
      {groups.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h3 id={`group-${group}`}>{pathWords([group], t)}</h3>
          <ValueList entries={entries.filter(({ path }) => path.length > 1 && path[0] === group)} />
        </section>
      ))}
    </>
  );
}

function ValueList({ entries }: { entries: readonly Entry[] }) {
  const { t } = useI18n();
  const valueWords = useValueWords();
  return (
    <dl className="values">
      {entries.map(({ path, value }) => (
        <div key={path.join('/')}>
          <dt>{path.length === 1 ? pathWords(path, t) : memberWords(path, t)}</dt>
          <dd>{valueWords(value, path)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Versions({ versions }: { versions: readonly Version[] }) {
  const { t, time } = useI18n();
  return (
    <ol className="plain" reversed>
      {versions.map(({ version, adoptedAt, by }) => (
        <li key={version}>
          <strong>{t.community.version(version)}</strong> · {t.community.adoptedBy(by.id, time(adoptedAt))}
        </li>
      ))}
    </ol>
  );
}

/** Two versions side by side, where they differ. */
function Comparison({ versions }: { versions: readonly Version[] }) {
  const { t } = useI18n();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const compared = useQuery({
    queryKey: ['live', 'policy-version', from, to],
    queryFn: () => api.get<PolicyVersion>(`/api/policy/versions/${to}?since=${from}`),
    enabled: from !== '' && to !== '',
  });
  const options = [
    { value: '', label: t.choose },
    ...versions.map(({ version }) => ({ value: String(version), label: t.community.version(version) })),
  ];
  return (
    <>
      <h3>{t.community.compare}</h3>
      <div className="side-by-side">
        <Select
          label={t.community.compareFrom}
          options={options}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
        <Select
          label={t.community.compareTo}
          options={options}
          value={to}
          onChange={({ target }) => setTo(target.value)}
        />
      </div>
      {compared.error && <p role="alert">{compared.error.message}</p>}
      {compared.data && (
        <ChangeTable
          label={t.community.compare}
          changes={compared.data.differences.map(({ path, before, after }) => ({
            ...{ path: path.split('/').slice(1), before, after },
          }))}
        />
      )}
    </>
  );
}
