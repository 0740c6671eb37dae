import { useQuery } from '@tanstack/react-query';
import { api } from '../../api';
import type { VolunteerLine, VolunteerPage } from '../../types';

const pagesMax = 10;

/** Everybody of the register, names masked: whom to ask about. */
export function useRegister(): readonly VolunteerLine[] {
  const { data } = useQuery({
    queryKey: ['register'],
    queryFn: async () => {
      const all: VolunteerLine[] = [];
      let next: string | undefined = '';
      for (let page = 0; page < pagesMax && next !== undefined; page += 1) {
        const cursor: string = next && `&cursor=${encodeURIComponent(next)}`;
        const found: VolunteerPage = await api.get(`/api/volunteers?limit=200${cursor}`);
        all.push(...found.volunteers);
        next = found.next;
      }
      return all;
    },
    staleTime: 60_000,
  });
  return data ?? [];
}
