import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../api';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { CatalogueVersions, Category, Community } from '../../types';
import { Button } from '../../ui/button';
import { focusItem } from '../../ui/focus';
import { CategoryDialog } from './category-dialog';
import { ChangeTable } from './change-table';
import { changesBetween } from './entries';
import { useCommunityAct } from './use-community-act';
import { useValueWords } from './words';

type Asked =
  | { readonly act: 'add' }
  | { readonly act: 'change'; readonly category: Category }
  | { readonly act: 'retire'; readonly category: Category };

const shown = ['kind', 'handledBy', 'postKind', 'level', 'urgency', 'skills', 'certificates'] as const;
const marks = ['certifiedLead', 'sensitive', 'threeKeys'] as const;

/** 派单目录: where the work of each category goes, and who changed it when. */
export function CataloguePart({ community }: { community: Community }) {
  const { t } = useI18n();
  const me = useMe().data;
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const close = () => setAsked(undefined);
  return (
    <>
      <section className="panel" aria-labelledby="catalogue">
        <h2 id="catalogue">
          {t.community.part.catalogue}: {t.community.version(community.catalogueVersion)}
        </h2>
        {me?.may.includes('DefineCategory') && (
          <p>
            <Button kind="primary" onClick={() => setAsked({ act: 'add' })}>
              {t.community.add}
            </Button>
          </p>
        )}
        <Categories categories={community.categories} onAsk={setAsked} />
      </section>
      <CatalogueHistory />
      {asked?.act === 'add' && <CategoryDialog onClose={close} />}
      {asked?.act === 'change' && <CategoryDialog category={asked.category} onClose={close} />}
      {asked?.act === 'retire' && <RetireDialog category={asked.category} onClose={close} />}
    </>
  );
}

function Categories({
  categories,
  onAsk,
}: {
  categories: readonly Category[];
  onAsk: (asked: Asked) => void;
}) {
  const { t, language } = useI18n();
  const me = useMe().data;
  const valueWords = useValueWords();
  return (
    <div className="scrolling" tabIndex={0} role="region" aria-label={t.volunteers.categories}>
      <table className="cards" aria-label={t.volunteers.categories}>
        <thead>
          <tr>
            <th scope="col">{t.community.fields.names}</th>
            {shown.map((name) => (
              <th key={name} scope="col">
                {t.community.fields[name]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {categories.map((category) => (
            <tr key={category.category}>
              <th scope="row">
                {category.names[language]} <Marks category={category} />
              </th>
              {shown.map((name) => (
                <td key={name} data-label={t.community.fields[name]}>
                  {valueWords(category[name], [name])}
                </td>
              ))}
              <td className="row-acts">
                {(['change', 'retire'] as const)
                  .filter((act) => me?.may.includes(act === 'change' ? 'DefineCategory' : 'RetireCategory'))
                  .map((act) => (
                    <Button
                      key={act}
                      about={category.names[language]}
                      onClick={() => onAsk({ act, category })}
                    >
                      {t.community[act]}
                    </Button>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Marks({ category }: { category: Category }) {
  const { t } = useI18n();
  return (
    <>
      {marks
        .filter((name) => category[name])
        .map((name) => (
          <span key={name} className="badge">
            {t.community.fields[name]}
          </span>
        ))}
      {category.decisionRule === 'owners-assembly' && (
        <span className="badge">{t.community.decisionRules[category.decisionRule]}</span>
      )}
    </>
  );
}

function CatalogueHistory() {
  const { t, language, time } = useI18n();
  const history = useInfiniteQuery({
    queryKey: ['live', 'catalogue-versions'],
    queryFn: ({ pageParam }) => api.get<CatalogueVersions>(`/api/catalogue/versions?limit=10${pageParam}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => (next === undefined ? undefined : `&before=${String(next)}`),
  });
  const list = useRef<HTMLOListElement>(null);
  const versions = history.data?.pages.flatMap((page) => page.versions) ?? [];
  return (
    <section className="panel" aria-labelledby="catalogue-versions">
      <h2 id="catalogue-versions">{t.community.versions}</h2>
      {history.error && <p role="alert">{history.error.message}</p>}
      <ol ref={list} className="plain" reversed>
        {versions.map(({ version, at, by, change, category, before, after }) => {
          const name = (after ?? before)?.names[language] ?? category;
          return (
            <li key={version}>
              <strong>{t.community.version(version)}</strong> · {name} {t.community.changes[change]} ·{' '}
              {t.community.adoptedBy(by.person, time(at))}
              {change === 'changed' && (
                <ChangeTable
                  label={`${t.community.version(version)} ${name}`}
                  changes={changesBetween(before, after)}
                />
              )}
            </li>
          );
        })}
      </ol>
      {history.hasNextPage && (
        <Button
          busy={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage().then(() => focusItem(list.current, versions.length))}
        >
          {t.community.more}
        </Button>
      )}
    </section>
  );
}

function RetireDialog({ category, onClose }: { category: Category; onClose: () => void }) {
  const { t, language } = useI18n();
  const title = t.community.retireOf(category.names[language]);
  const { act, send } = useCommunityAct(title, onClose);
  return (
    <FormDialog
      title={title}
      kind="danger"
      {...{ act, onClose }}
      onSubmit={() => send('/api/catalogue/commands/RetireCategory', { category: category.category })}
    >
      <p>{t.community.retireHint}</p>
    </FormDialog>
  );
}
