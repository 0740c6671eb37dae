import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import type { Option } from '../../ui/field';
import { Select } from '../../ui/field';
import { Ordered } from '../../ui/ordered';
import { linesOf } from './lines';

interface KindFieldProps {
  label: string;
  error: string | undefined;
  /** Codes, one a line. */
  value: string;
  /** Those that there are. */
  codes: readonly string[];
  onChange: (value: string) => void;
}

/** Kinds of post by their names. What is chosen and is not among them is there as well, to be replaced. */
function useKinds(codes: readonly string[], chosen: readonly string[]): readonly Option[] {
  const { language } = useI18n();
  const names = useCommunity()?.vocabulary.postKinds ?? {};
  return [...new Set([...codes, ...chosen])].map((value) => ({
    value,
    label: names[value]?.[language] ?? value,
  }));
}

/** One kind of post. */
export function KindField({ label, error, value, codes, onChange }: KindFieldProps) {
  const { t } = useI18n();
  const options = useKinds(codes, value === '' ? [] : [value]);
  return (
    <Select
      {...{ label, error, value }}
      options={[{ value: '', label: t.choose }, ...options]}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** Kinds of post, in the order in which they are tried. */
export function KindsField({ label, error, value, codes, onChange }: KindFieldProps) {
  const values = linesOf(value);
  return (
    <Ordered
      legend={label}
      error={error}
      options={useKinds(codes, values)}
      values={values}
      onChange={(chosen) => onChange(chosen.join('\n'))}
    />
  );
}
