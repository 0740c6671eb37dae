/** 王桂英 → 王*英, 王英 → 王*, Ann Smith → A*h: enough to recognise, not enough to know. */
export function maskedName(name: string): string {
  const letters = Array.from(name.trim());
  if (letters.length < 3) return `${letters[0] ?? ''}*`;
  return `${letters[0] ?? ''}*${letters.at(-1) ?? ''}`;
}

/** 13812342210 → 138****2210; of a short number only the last two digits stay. */
export function maskedPhone(phone: string): string {
  const digits = phone.replace(/[^0-9]/g, '');
  if (digits.length < 9) return `****${digits.slice(-2)}`;
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
