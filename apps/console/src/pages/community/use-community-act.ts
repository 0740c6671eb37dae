import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '../../act';
import { useI18n } from '../../i18n';
import { useToast } from '../../ui/toast';

/**
 * One change of the community: sent, said, and read anew by every label of the console. `shownBy`: a route whose view has to
 * show it first.
 */
export function useCommunityAct(said: string, onDone: () => void) {
  const sayDone = useSayDone(said);
  const client = useQueryClient();
  const act = useAct(() => {
    void client.invalidateQueries({ queryKey: ['community'] });
    sayDone();
    onDone();
  });
  const send = (path: string, data: object, shownBy?: string) =>
    act.mutate({ path, body: () => data, ...(shownBy !== undefined && { shownBy }) });
  return { act, send };
}

/** @param said in the language that is shown now; in the other one only that it is recorded is said again */
export function useSayDone(said: string): () => void {
  const { t } = useI18n();
  const toast = useToast();
  return () => toast((shown) => (shown === t ? `${said}: ${t.case.done}` : shown.case.done));
}
