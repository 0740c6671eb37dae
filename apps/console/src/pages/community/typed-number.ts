import { clockOf, offsetOf } from '@threekeys/api-client/unit-words';
import type { Unit } from '@threekeys/api-client/unit-words';

/** A number of the policy as it is typed: a time of day and an offset by the clock, everything else as a number. */
export function typedOf(value: number, unit: Unit | undefined): string {
  if (unit === 'minute-of-day') return clockOf(value);
  return unit === 'utc-offset' ? offsetOf(value) : String(value);
}

/** What was typed; NaN where it is no such value. */
export function numberTyped(text: string, unit: Unit | undefined): number {
  if (unit !== 'minute-of-day' && unit !== 'utc-offset') return /^-?\d{1,6}$/.test(text) ? Number(text) : NaN;
  const form = unit === 'minute-of-day' ? /^()(\d{1,2}):([0-5]\d)$/ : /^([+-])(\d{1,2}):([0-5]\d)$/;
  const [, sign, hours, minutes] = form.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
