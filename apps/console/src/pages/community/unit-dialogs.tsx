import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import type { Community } from '../../types';
import { EntryDialog } from './entry-dialog';
import { nameFields, namesOf } from './entry-form';
import { useCommunityAct } from './use-community-act';

interface UnitActProps {
  unit: Community['units'][number];
  onClose: () => void;
}

export function RenameUnitDialog({ unit: { unit, names }, onClose }: UnitActProps) {
  const { t, language } = useI18n();
  return (
    <EntryDialog
      title={t.community.renameUnit(names[language])}
      given={names}
      fieldsOf={() => nameFields(t)}
      commandOf={(entered) => ({
        path: '/api/organisation/commands/RenameUnit',
        data: { unit, names: namesOf(entered) },
      })}
      onClose={onClose}
    />
  );
}

export function CloseUnitDialog({ unit: { unit, names }, onClose }: UnitActProps) {
  const { t, language } = useI18n();
  const title = t.community.closeUnit(names[language]);
  const { act, send } = useCommunityAct(title, onClose);
  return (
    <FormDialog
      title={title}
      kind="danger"
      {...{ act, onClose }}
      onSubmit={() => send('/api/organisation/commands/CloseUnit', { unit })}
    >
      <p>{t.community.closeHint}</p>
    </FormDialog>
  );
}
