import { useQuery } from '@tanstack/react-query';
import { api } from './api';
import type { Me } from './types';

/** Who is signed in, and what they may do. */
export const useMe = () =>
  useQuery({ queryKey: ['me'], queryFn: () => api.get<Me>('/api/me'), staleTime: 60_000 });
