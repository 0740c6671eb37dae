/**
 * MongoDB orders text by its UTF-8 bytes, as views do; compatible servers written in Java order it by UTF-16 units, where what
 * takes two units comes too early. Text is stored so that both orders are one: characters from U+D7FF on, which are rare
 * here (emoji, full-width forms), become U+D7FF and two characters that count. All other text is stored as it is.
 */
export function orderedText(text: string): string {
  return late.test(text) ? text.toWellFormed().replace(lateOnes, escaped) : text;
}

/** The text that {@link orderedText} was given. */
export function plainText(ordered: string): string {
  return ordered.includes(escape) ? ordered.replace(escapes, unescaped) : ordered;
}

const escape = '\ud7ff';
const late = /[\ud7ff-\uffff]/;
const lateOnes = /[\ud7ff-\u{10ffff}]/gu;
const escapes = /\ud7ff(.)(.)/g;
/** The first of those that count: a plain character, as far as servers and drivers care. */
const base = 0x4000;
const bits = 10;

function escaped(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return escape + String.fromCharCode(base + (point >> bits), base + (point & ((1 << bits) - 1)));
}

function unescaped(_match: string, high: string, low: string): string {
  return String.fromCodePoint(((high.charCodeAt(0) - base) << bits) + low.charCodeAt(0) - base);
}
