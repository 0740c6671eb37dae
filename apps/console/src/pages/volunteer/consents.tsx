import { useState } from 'react';
import { useCommunity } from '../../community';
import { FormDialog } from '../../form-dialog';
import { weekWords } from '../../free-time';
import { useI18n } from '../../i18n';
import type { VolunteerDetail } from '../../types';
import { Button } from '../../ui/button';
import { Checks } from '../../ui/checks';
import { FreeGrid } from '../../ui/free-grid';
import { useMay } from './use-may';
import { useVolunteerAct } from './use-volunteer-act';

type Consent = VolunteerDetail['consents'][number];

/** Work that needs no question each time. */
export function ConsentsPanel({ one }: { one: VolunteerDetail }) {
  const { t } = useI18n();
  const may = useMay(one);
  const wordsOf = useConsentWords();
  const [isGiving, setIsGiving] = useState(false);
  const [withdrawn, setWithdrawn] = useState<Consent | undefined>(undefined);
  return (
    <section className="panel" aria-labelledby="consents">
      <h2 id="consents">{t.volunteers.consents}</h2>
      <p className="hint">{t.volunteers.consentsHint}</p>
      <ul className="plain">
        {one.consents.map((consent) => (
          <li key={consent.consentId}>
            {wordsOf(consent)}{' '}
            {may('WithdrawStandingConsent') && (
              <Button about={wordsOf(consent)} onClick={() => setWithdrawn(consent)}>
                {t.volunteers.withdrawConsent}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may('GiveStandingConsent') && (
        <Button onClick={() => setIsGiving(true)}>{t.volunteers.giveConsent}</Button>
      )}
      {isGiving && <GiveDialog one={one} onClose={() => setIsGiving(false)} />}
      {withdrawn && (
        <WithdrawDialog {...{ one, consent: withdrawn }} onClose={() => setWithdrawn(undefined)} />
      )}
    </section>
  );
}

function useConsentWords(): (consent: Consent) => string {
  const { t, language } = useI18n();
  const community = useCommunity();
  const joined = (words: readonly string[]) => words.join(language === 'zh' ? '、' : ', ');
  return ({ categories, weekly }) => {
    const names = categories.map(
      (code) => community?.categories.find((each) => each.category === code)?.names[language] ?? code,
    );
    const week = weekly && t.volunteers.inWeek(weekWords(weekly, t.volunteers.days, joined).join('; '));
    return [joined(names), week].filter(Boolean).join(' · ');
  };
}

function GiveDialog({ one, onClose }: { one: VolunteerDetail; onClose: () => void }) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const [categories, setCategories] = useState<readonly string[]>([]);
  const [weekly, setWeekly] = useState<ReadonlySet<number>>(new Set());
  const [isChecked, setIsChecked] = useState(false);
  const { act, send } = useVolunteerAct(one, ({ volunteers }) => volunteers.giveConsent, onClose);
  const submit = () => {
    setIsChecked(true);
    if (categories.length === 0) return;
    const slots = [...weekly].sort((a, b) => a - b);
    send('GiveStandingConsent', { categories, ...(slots.length > 0 && { weekly: slots }) });
  };
  const options = (community?.categories ?? [])
    .filter(({ handledBy }) => handledBy === 'volunteers')
    .map(({ category, names }) => ({ value: category, label: names[language] }));
  return (
    <FormDialog title={t.volunteers.giveConsent} {...{ act, onClose }} onSubmit={submit}>
      <Checks
        legend={t.volunteers.categories}
        options={options}
        values={categories}
        onChange={setCategories}
        error={isChecked && categories.length === 0 ? t.volunteers.chooseOne : undefined}
      />
      <details>
        <summary>{t.volunteers.onlyThen}</summary>
        <FreeGrid
          label={t.volunteers.onlyThen}
          weekly={weekly}
          shown={{ from: 12, to: 44 }}
          onChange={setWeekly}
        />
      </details>
    </FormDialog>
  );
}

function WithdrawDialog({
  one,
  consent,
  onClose,
}: {
  one: VolunteerDetail;
  consent: Consent;
  onClose: () => void;
}) {
  const { t } = useI18n();
  const wordsOf = useConsentWords();
  const { act, send } = useVolunteerAct(one, ({ volunteers }) => volunteers.withdrawConsent, onClose);
  const { consentId } = consent;
  return (
    <FormDialog
      title={t.volunteers.withdrawConsentOf(wordsOf(consent))}
      {...{ act, onClose }}
      onSubmit={() => send('WithdrawStandingConsent', { consentId })}
    />
  );
}
