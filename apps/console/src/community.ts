import { useQuery } from '@tanstack/react-query';
import { api } from './api';
import type { Community } from './types';

/** Compounds, posts, categories: what forms and labels are made from. Changes rarely. */
export function useCommunity(): Community | undefined {
  return useQuery({
    queryKey: ['community'],
    queryFn: () => api.get<Community>('/api/community'),
    staleTime: 5 * 60_000,
  }).data;
}
