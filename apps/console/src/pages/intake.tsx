import { useI18n } from '../i18n';
import { PageTitle } from '../page';
import { IntakeForm } from './intake/form';
import { useLastSaved } from './intake/last-saved';
import { OpenHere } from './intake/open-here';
import { Slip } from './intake/slip';
import { useIntake } from './intake/use-intake';

/** Intake while the resident talks: everything by keyboard, in the order people speak. */
export function IntakePage() {
  const { t } = useI18n();
  const [saved, keep] = useLastSaved();
  const intake = useIntake({ onSaved: keep });
  return (
    <>
      <PageTitle focus={false}>{t.intake.title}</PageTitle>
      <IntakeForm
        intake={intake}
        beside={
          <>
            <OpenHere place={intake.place} onJoin={(target) => void intake.join(target)} />
            {saved && <Slip saved={saved} />}
          </>
        }
      />
    </>
  );
}
