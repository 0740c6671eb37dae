import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../act';
import { api, ServerSaidNo } from '../../../api';
import { useCasePages } from '../../../case-pages';
import { useMe } from '../../../me';
import { placeQuery } from '../../../place';
import type { CaseDetail, CaseLine } from '../../../types';
import { isOlder, verdictOf } from './verdict';

const wholeNumber = /^\d{4}-\d{6,9}$/;

/** Which case was chosen to go on, what speaks against it, and how it is sent. */
export function useMerge(one: CaseDetail, onDone: () => void) {
  const [into, setInto] = useState('');
  const [isMeant, setMeant] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const number = into.trim();
  const [searched, setSearched] = useState('');
  const isNumber = wholeNumber.test(number);
  const { data: target, error } = useQuery({
    queryKey: ['live', 'case', number],
    queryFn: () => api.get<CaseDetail>(`/api/cases/${encodeURIComponent(number)}`),
    enabled: isNumber,
  });
  const act = useAct(onDone);
  const verdict = target && verdictOf(one, target);
  const otherCompound =
    verdict === 'fits' && target?.place.compound !== one.place.compound ? target?.place.compound : undefined;
  /** @param occurredAt an instant; empty: just now */
  const submit = (occurredAt: string) => {
    setChecked(true);
    if (verdict !== 'fits' || (otherCompound !== undefined && !isMeant)) return;
    act.mutate({
      path: `/api/cases/${one.caseId}/commands/MergeCase`,
      body: () => ({
        ...{ into: number, ...(otherCompound !== undefined && { compound: otherCompound }) },
        ...(occurredAt !== '' && { occurredAt }),
      }),
      shownBy: `/api/cases/${one.caseId}`,
    });
  };
  const choose = (chosen: string) => {
    setInto(chosen);
    setMeant(false);
  };
  /** Each search is recorded: it is asked for, not made as somebody types. */
  const search = () => {
    if (!isNumber && number.length > 1) setSearched(number);
  };
  const isUnknown = error instanceof ServerSaidNo && error.status === 404;
  const found = { target, verdict, otherCompound, isUnknown };
  return { into, choose, isMeant, setMeant, isChecked, act, submit, isNumber, searched, search, ...found };
}

/** Open cases at the same place: those that this one can go on in, and those that can go on in it. */
export function useNeighbours(one: CaseDetail): Readonly<Record<'older' | 'younger', readonly CaseLine[]>> {
  const me = useMe().data;
  const here = useCasePages({
    ...{ name: 'at-place', path: '/api/cases/at-place', query: placeQuery(one.place) },
    enabled: me?.may.includes('JoinCase') ?? false,
  });
  const others = (here.cases ?? []).filter(({ caseId }) => caseId !== one.caseId);
  return {
    older: others.filter((each) => isOlder(each, one)),
    younger: others.filter((each) => isOlder(one, each)),
  };
}

/** Open cases that a search finds, wherever they lie, in which this one can go on. */
export function useFound(one: CaseDetail, q: string) {
  const pages = useCasePages({
    ...{ name: 'merge-search', path: '/api/cases/search', query: { open: 'true' }, q },
    enabled: q !== '',
  });
  return { pages, older: pages.cases?.filter((each) => isOlder(each, one)) };
}
