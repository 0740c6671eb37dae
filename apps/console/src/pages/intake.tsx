import { useState } from 'react';
import { useI18n } from '../i18n';
import { PageTitle } from '../page';
import { IntakeForm } from './intake/form';
import { OpenHere } from './intake/open-here';
import { Slip } from './intake/slip';
import type { Saved } from './intake/slip';
import { useIntake } from './intake/use-intake';

/** Intake while the resident talks: everything by keyboard, in the order people speak. */
export function IntakePage() {
  const { t } = useI18n();
  const [saved, setSaved] = useState<Saved | undefined>(undefined);
  const intake = useIntake({ onSaved: setSaved });
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
