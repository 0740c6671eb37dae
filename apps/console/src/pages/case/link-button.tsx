import { useMutation } from '@tanstack/react-query';
import { api } from '../../api';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { MadeLink } from '../../types';
import { Button } from '../../ui/button';
import { CopyField } from '../../ui/copy-field';
import { Dialog } from '../../ui/dialog';

interface LinkButtonProps {
  /** Whose it is, where the page offers this for several. */
  about: string;
  caseId: string;
  to: { kind: 'offer'; offerId: string } | { kind: 'key'; party: string };
}

/** Asks for a link by which somebody answers without an account, to pass it on. The server records who asked. */
export function LinkButton({ about, caseId, to }: LinkButtonProps) {
  const { t } = useI18n();
  const me = useMe().data;
  const make = useMutation({ mutationFn: () => api.post<MadeLink>(`/api/cases/${caseId}/links`, to) });
  if (!me?.may.includes('cases.link')) return null;
  return (
    <>
      <Button busy={make.isPending} about={about} onClick={() => make.mutate()}>
        {t.case.link}
      </Button>
      {make.error && <p role="alert">{make.error.message}</p>}
      {make.data && (
        <Dialog title={`${t.case.link}: ${about}`} onClose={() => make.reset()}>
          <p>{t.case.linkHint}</p>
          <CopyField
            label={t.case.linkAddress}
            value={new URL(make.data.path, window.location.origin).href}
            copy={t.case.copy}
          />
        </Dialog>
      )}
    </>
  );
}
