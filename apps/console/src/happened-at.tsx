import { useState } from 'react';
import { useOffsetMinutes } from './community';
import { instantOf, localTextOf } from './community-time';
import { useI18n } from './i18n';
import { TextField } from './ui/field';

interface HappenedAtProps {
  /** An instant; empty: just now. */
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** 补录: when it happened, where that was earlier (CASE, rule 15), by the clocks of the community. */
export function HappenedAt({ value, error, onChange }: HappenedAtProps) {
  const { t } = useI18n();
  const offsetMinutes = useOffsetMinutes();
  const [unfolded, setUnfolded] = useState(false);
  const shown = (instant: string) => (instant === '' ? '' : localTextOf(instant, offsetMinutes));
  return (
    <details
      className="earlier"
      open={unfolded || value !== ''}
      onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
    >
      <summary>{t.happenedEarlier}</summary>
      <TextField
        label={t.fields.occurredAt ?? ''}
        error={error}
        value={shown(value)}
        type="datetime-local"
        max={shown(new Date().toISOString())}
        onChange={({ target }) => onChange(instantOf(target.value, offsetMinutes) ?? '')}
      />
    </details>
  );
}
