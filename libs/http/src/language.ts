/** The two languages of the product. */
export type Language = 'zh' | 'en';

/** The same words in both. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

const headerLengthMax = 200;

/** The one of our languages that `Accept-Language` (RFC 9110 §12.5.4) likes best; the first named among equals. */
export function languageOf(header: string | undefined, otherwise: Language): Language {
  if (header === undefined || header.length > headerLengthMax) return otherwise;
  const ranges = header.split(',').map(rangeOf);
  const best = ranges
    .filter(({ language, weight }) => language !== undefined && weight > 0)
    .sort((a, b) => b.weight - a.weight)[0];
  return best?.language ?? otherwise;
}

function rangeOf(range: string): { language: Language | undefined; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const primary = tag.split('-')[0];
  const quality = parameters.find((each) => each.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return {
    language: primary === 'zh' || primary === 'en' ? primary : undefined,
    weight: Number.isFinite(weight) ? weight : 0,
  };
}
