/** What may stand in a template: markup, text that is escaped, several of them, or nothing. */
export type MarkupPart = Markup | string | number | false | undefined | readonly MarkupPart[];

/** Markup that is safe to send. Only {@link markup} makes it. */
export class Markup {
  private constructor(readonly text: string) {}

  /** @internal Use {@link markup}. */
  static of(literals: readonly string[], parts: readonly MarkupPart[]): Markup {
    return new Markup(literals.map((literal, index) => literal + markupOf(parts[index])).join(''));
  }
}

/** Text that whoever wrote it cannot make into markup: whatever is put into the template is escaped, unless it is markup itself. */
export function markup(literals: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  return Markup.of(literals, parts);
}

function markupOf(part: MarkupPart): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(markupOf).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
