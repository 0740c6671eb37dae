import type { Markup, MarkupPart } from '@threekeys/http';
import { markup } from '@threekeys/http';
import { randomUUID } from 'node:crypto';
import type { Visit } from './visit';

/** One thing that can be done on a page. */
export interface FormParts {
  readonly act: string;
  readonly button: string;
  readonly fields?: MarkupPart;
  /** It is not what most people come for. */
  readonly isQuiet?: boolean;
}

/** It is sent to the page's own address: the link is the permission, and no other site knows it. */
export function formOf({ act, button, fields, isQuiet = false }: FormParts): Markup {
  return markup`<form method="post">
<input type="hidden" name="act" value="${act}"><input type="hidden" name="key" value="${randomUUID()}">
${fields}<button${isQuiet && markup` class="quiet"`}>${button}</button>
</form>`;
}

/** Why what was sent was not taken. It has the focus when the page opens. */
export function problemOf({ tried, t }: Visit): MarkupPart {
  return (
    tried &&
    markup`<div class="wrong" role="alert" tabindex="-1" autofocus><p>${t.problem}${tried.problem}</p></div>`
  );
}

/** A value, and how it is called. */
type Option = readonly [value: string, text: string];

interface Field {
  readonly act: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
}

/** The fields of a page's forms, with what was typed before where it was not taken. */
export class Fields {
  constructor(private readonly visit: Visit) {}

  words(field: Field): Markup {
    const { name } = field;
    // The first line end of a text area is not part of its text (HTML, 13.1.2).
    return this.labelled(
      field,
      markup`<textarea name="${name}" maxlength="2000" rows="4"${this.required(field)}>
${this.typed(field)}</textarea>`,
    );
  }

  number(field: Field, inputMode: 'numeric' | 'decimal' = 'numeric'): Markup {
    const { name } = field;
    return this.labelled(
      field,
      markup`<input name="${name}" inputmode="${inputMode}" autocomplete="off"${this.required(field)} value="${this.typed(field)}">`,
    );
  }

  /** A code or a few digits, no prose. */
  code(field: Field): Markup {
    const { name } = field;
    return this.labelled(
      field,
      markup`<input name="${name}" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40"${this.required(field)} value="${this.typed(field)}">`,
    );
  }

  select(field: Field, options: readonly Option[]): Markup {
    const chosen = this.typed(field);
    const first: Option = ['', this.visit.t.key.choose];
    const choices = [first, ...options].map(
      ([value, text]) =>
        markup`<option value="${value}"${value === chosen && markup` selected`}>${text}</option>`,
    );
    return this.labelled(field, markup`<select name="${field.name}" required>${choices}</select>`);
  }

  /** One of a few, each a target of its own. */
  choice(field: Field, options: readonly Option[], kind: 'list' | 'scores' = 'list'): Markup {
    const chosen = this.typed(field);
    const choices = options.map(([value, text]) => {
      const isChosen = value === chosen && markup` checked`;
      return markup`<label class="choice">
<input type="radio" name="${field.name}" value="${value}"${this.required(field)}${isChosen}>${text}</label>`;
    });
    return markup`<fieldset><legend>${field.label}${this.optional(field)}</legend>
${kind === 'scores' ? markup`<div class="scores">${choices}</div>` : choices}</fieldset>`;
  }

  private labelled(field: Field, control: Markup): Markup {
    const { label, hint } = field;
    return markup`<label><span class="label">${label}${this.optional(field)}</span>
${hint !== undefined && markup`<span class="hint">${hint}</span>`}${control}</label>`;
  }

  private typed({ act, name }: Field): string {
    const { tried } = this.visit;
    return tried?.form.act === act ? (tried.form.fields[name] ?? '') : '';
  }

  private required({ isOptional = false }: Field): MarkupPart {
    return !isOptional && markup` required`;
  }

  private optional({ isOptional = false }: Field): MarkupPart {
    const { language, t } = this.visit;
    return isOptional && (language === 'zh' ? `（${t.optional}）` : ` (${t.optional})`);
  }
}

/** A fact with its name. */
export type Fact = readonly [name: string, value: Markup | string | undefined];

/** What is not there has no line. */
export function factList(facts: readonly Fact[]): Markup {
  const lines = facts.map(
    ([name, value]) => value !== undefined && markup`<dt>${name}</dt><dd>${value}</dd>`,
  );
  return markup`<dl>${lines}</dl>`;
}
