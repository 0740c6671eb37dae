import { useQuery } from '@tanstack/react-query';
import { api } from '../../api';
import { useMe } from '../../me';
import type { PeopleOf, UsersOf } from '../../types';

/** Every account, for who may see them. */
export function useUsers() {
  const me = useMe().data;
  return useQuery({
    queryKey: ['live', 'users'],
    queryFn: () => api.get<UsersOf>('/api/users'),
    enabled: me?.may.includes('users.list') ?? false,
  });
}

/** Who may be named for a post or a role: the accounts, or, for who may not see those, whoever holds one already. */
export function usePeopleKnown(): readonly string[] {
  const me = useMe().data;
  const users = useUsers().data?.users.filter(({ disabled }) => !disabled);
  const people = useQuery({
    queryKey: ['live', 'people'],
    queryFn: () => api.get<PeopleOf>('/api/people'),
    enabled: me?.may.includes('people.list') ?? false,
  });
  return users?.map(({ username }) => username) ?? people.data?.people.map(({ person }) => person) ?? [];
}
