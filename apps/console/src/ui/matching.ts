export interface ComboboxOption {
  value: string;
  label: string;
  /** Other spellings that find it. */
  spellings?: readonly string[];
}

/** Not having the order that was typed weighs more than any gap. */
const outOfOrder = 1_000_000;
/** “3 1” passes over no number in “3 1”, but over one in “3 2 1”: less likely to be meant than a longer name. */
const numberPassedOver = 1_000;

const isNumber = (token: string) => /^\p{Nd}+$/u.test(token);

/** Numbers, runs of Chinese, and words of other scripts: “晨曦里3-2” has three, as has “lane 3/2”. */
export function tokensOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Nd}+|\p{Script=Han}+|(?:(?!\p{Script=Han})\p{L})+/gu) ?? []
  );
}

/** A number only as a whole: 2 is not 12. Of a Chinese run any part, of another word its beginning. */
function fits(typed: string, token: string): boolean {
  if (isNumber(typed)) return token === typed;
  return /\p{Script=Han}/u.test(typed) ? token.includes(typed) : token.startsWith(typed);
}

function costInOrder(typed: readonly string[], tokens: readonly string[]): number | undefined {
  let at = 0;
  let passedOver = 0;
  for (const word of typed) {
    const found = tokens.findIndex((token, index) => index >= at && fits(word, token));
    if (found < 0) return undefined;
    passedOver += tokens.slice(at, found).filter(isNumber).length;
    at = found + 1;
  }
  return passedOver * numberPassedOver + tokens.length - typed.length;
}

/** “entrance 2 building 3”: the words that stand together there should stand together here. */
function costInAnyOrder(typed: readonly string[], tokens: readonly string[]): number | undefined {
  const used: number[] = [];
  for (const word of typed) {
    const free = (token: string, index: number) => !used.includes(index) && fits(word, token);
    const next = (used.at(-1) ?? -1) + 1;
    const found = free(tokens[next] ?? '', next) ? next : tokens.findIndex(free);
    if (found < 0) return undefined;
    used.push(found);
  }
  const apart = used.filter((at, index) => index > 0 && at !== (used[index - 1] ?? at) + 1).length;
  return outOfOrder + apart * numberPassedOver + tokens.length - typed.length;
}

function costOf(typed: readonly string[], { label, spellings = [] }: ComboboxOption): number {
  const costs = [label, ...spellings].map((spelling) => {
    const tokens = tokensOf(spelling);
    return costInOrder(typed, tokens) ?? costInAnyOrder(typed, tokens) ?? Infinity;
  });
  return Math.min(...costs);
}

/**
 * The options that the text names, likeliest first. Those with the words in another order than typed only where none
 * has them in that order: “3 2” is not “2 3”.
 */
export function matching<T extends ComboboxOption>(options: readonly T[], text: string): readonly T[] {
  const typed = tokensOf(text);
  const found = options
    .map((option) => ({ option, cost: costOf(typed, option) }))
    .filter(({ cost }) => cost < Infinity)
    .sort((one, other) => one.cost - other.cost);
  const ordered = found.filter(({ cost }) => cost < outOfOrder);
  return (ordered.length > 0 ? ordered : found).map(({ option }) => option);
}
