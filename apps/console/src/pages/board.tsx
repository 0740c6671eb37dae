import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { useCommunity } from '../community';
import { useI18n } from '../i18n';
import { useMe } from '../me';
import { PageTitle } from '../page';
import type { BoardCard, LaneName } from '../types';
import { Select } from '../ui/field';
import { acts } from './board/acts';
import { Lane } from './board/lane';
import { NotFoundPage } from './not-found';
import { Selection } from './board/selection';

const lanes: readonly LaneName[] = ['waiting', 'offers', 'nobody', 'under-way', 'returned'];
const filters = ['unit', 'category'] as const;

/** The dispatcher's board: where the work of each case lies, and several cases at one stroke. The filters are the address. */
export function BoardPage() {
  const { t } = useI18n();
  const me = useMe().data;
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlyMap<string, BoardCard>>(new Map());
  const mayAct = acts.some((act) => me?.may.includes(act));
  const query = new URLSearchParams(
    filters.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  ).toString();
  const choose = (card: BoardCard, isChosen: boolean) => {
    const next = new Map(chosen);
    if (isChosen) next.set(card.caseId, card);
    else next.delete(card.caseId);
    setChosen(next);
  };
  if (me && !me.may.includes('board.list')) return <NotFoundPage />;
  return (
    <>
      <PageTitle>{t.board.title}</PageTitle>
      <BoardFilters />
      {mayAct && <Selection chosen={[...chosen.values()]} onChange={setChosen} />}
      <div className="board">
        {lanes.map((lane) => (
          <Lane
            key={lane + query}
            lane={lane}
            query={query}
            chosen={chosen}
            onChoose={mayAct ? choose : undefined}
          />
        ))}
      </div>
    </>
  );
}

function BoardFilters() {
  const { t, language } = useI18n();
  const community = useCommunity();
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  };
  const options = {
    unit: (community?.units ?? []).map(({ unit, names }) => ({ value: unit, label: names[language] })),
    category: (community?.categories ?? []).map(({ category, names }) => ({
      value: category,
      label: names[language],
    })),
  };
  return (
    <search className="panel side-by-side">
      {filters.map((name) => (
        <Select
          key={name}
          label={t.board[name]}
          options={[{ value: '', label: t.cases.all }, ...options[name]]}
          value={search.get(name) ?? ''}
          onChange={({ target }) => set(name, target.value)}
        />
      ))}
    </search>
  );
}
