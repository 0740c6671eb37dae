import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './api';
import { chinaOffsetMinutes } from './community-time';
import type { Community } from './types';

export const communityQuery = queryOptions({
  queryKey: ['community'],
  queryFn: () => api.get<Community>('/api/community'),
  staleTime: 5 * 60_000,
});

/** Compounds, posts, categories: what forms and labels are made from. Changes rarely. */
export function useCommunity(): Community | undefined {
  return useQuery(communityQuery).data;
}

/** Where the clocks of the community stand, as its policy says. Nothing is asked for it: nobody may be signed in yet. */
export function useOffsetMinutes(): number {
  const { data } = useQuery({ ...communityQuery, enabled: false });
  return data?.policy.timeZoneOffsetMinutes ?? chinaOffsetMinutes;
}
