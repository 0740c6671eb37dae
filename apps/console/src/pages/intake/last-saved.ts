import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../me';
import type { Saved } from './slip';

/** What this person saved last: still there when they come back to the page, and gone when they sign out. */
export function useLastSaved(): [Saved | undefined, (saved: Saved) => void] {
  const client = useQueryClient();
  const key = ['last-saved', useMe().data?.username];
  const [last, setLast] = useState(() => client.getQueryData<Saved>(key));
  const keep = (saved: Saved) => {
    client.setQueryDefaults(key, { gcTime: Infinity });
    client.setQueryData(key, saved);
    setLast(saved);
  };
  return [last, keep];
}
