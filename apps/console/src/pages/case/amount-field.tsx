import { TextField } from '../../ui/field';
import type { CommandField } from './field-makers';

const amounts = {
  number: { inputMode: 'numeric', pattern: '[0-9]{1,5}' },
  money: { inputMode: 'decimal', pattern: '[0-9]{1,10}([.][0-9]{1,2})?' },
} as const;

export const isAmount = (kind: CommandField['kind']): kind is keyof typeof amounts => kind in amounts;

interface AmountFieldProps {
  label: string;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
  hint: string | undefined;
  kind: keyof typeof amounts;
  required: boolean;
}

/** A number, or money in yuan. */
export function AmountField({ kind, onChange, ...rest }: AmountFieldProps) {
  return <TextField {...rest} {...amounts[kind]} onChange={({ target }) => onChange(target.value)} />;
}
