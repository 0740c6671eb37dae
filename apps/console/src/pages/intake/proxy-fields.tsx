import { useI18n } from '../../i18n';
import { Select, TextField } from '../../ui/field';
import type { Draft, DraftErrors } from './draft';

interface ProxyFieldsProps {
  draft: Draft;
  errors: DraftErrors;
  set: (changes: Partial<Draft>) => void;
}

/** Rarer answers: call-back, channel, proxy, confidential, about whom. */
export function ProxyFields({ draft, errors, set }: ProxyFieldsProps) {
  const { t } = useI18n();
  return (
    <>
      <div className="channel-and-checks">
        <Select
          label={t.intake.channel}
          options={['desk', 'phone', 'station', 'visit', 'mobile'].map((value) => ({
            value,
            label: t.channels[value] ?? value,
          }))}
          value={draft.channel}
          onChange={({ target }) => set({ channel: target.value })}
        />
        <div className="checks">
          <label>
            <input
              type="checkbox"
              checked={draft.callBack}
              onChange={({ target }) => set({ callBack: target.checked })}
            />
            {t.intake.callBack}
          </label>
          <label>
            <input
              type="checkbox"
              checked={draft.confidential}
              onChange={({ target: { checked } }) =>
                set({ confidential: checked, ...(checked && { about: true }) })
              }
            />
            {t.intake.confidential}
          </label>
          <label>
            <input
              type="checkbox"
              checked={draft.proxied}
              onChange={({ target }) => set({ proxied: target.checked })}
            />
            {t.intake.proxy}
          </label>
          <label>
            <input
              type="checkbox"
              checked={draft.about}
              onChange={({ target }) => set({ about: target.checked })}
            />
            {t.intake.about}
          </label>
        </div>
      </div>
      {draft.proxied && (
        <div className="side-by-side">
          <TextField
            label={t.intake.proxyName}
            value={draft.proxyName}
            maxLength={80}
            error={errors.proxyName}
            autoComplete="off"
            onChange={({ target }) => set({ proxyName: target.value })}
          />
          <TextField
            label={t.intake.proxyPhone}
            value={draft.proxyPhone}
            maxLength={24}
            error={errors.proxyPhone}
            inputMode="tel"
            autoComplete="off"
            onChange={({ target }) => set({ proxyPhone: target.value })}
          />
        </div>
      )}
    </>
  );
}
