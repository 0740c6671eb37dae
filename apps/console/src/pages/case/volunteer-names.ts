import { useQueries } from '@tanstack/react-query';
import { api } from '../../api';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { VolunteerLine } from '../../types';
import { volunteerWords } from './volunteer-words';

/** Masked names and skills from the register, for who may read it; for everybody else they are numbered. */
export function useVolunteerNames(ids: readonly string[]): (volunteerId: string) => string {
  const { t, language } = useI18n();
  const community = useCommunity();
  const me = useMe().data;
  const answers = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['volunteer', id],
      queryFn: () => api.get<VolunteerLine>(`/api/volunteers/${id}`),
      enabled: me?.may.includes('volunteers.read') ?? false,
      staleTime: 60_000,
    })),
  });
  return (volunteerId) => {
    const place = ids.indexOf(volunteerId);
    const nameless = t.case.volunteer(place + 1);
    return volunteerWords(nameless, answers[place]?.data, community, language);
  };
}
