import type { HtmlPage, Language } from '@threekeys/http';
import type { PageMessages } from './page-messages';

/** Somebody with a page in front of them. */
export interface Visit {
  readonly language: Language;
  readonly t: PageMessages;
  readonly correlationId: string;
  /** What they have just sent, where it was not taken: it is shown again with what was wrong. */
  readonly tried?: Tried;
}

export interface Tried {
  readonly form: SentForm;
  readonly problem: string;
}

/** A form as it was sent. */
export interface SentForm {
  readonly act: string;
  /** Of this form on this page: sent twice, it records once. */
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What a page shows and its forms do, named by the ids of its link. */
export interface LinkedThing {
  /** @throws Problem `not-found` where there is no such thing */
  show(ids: readonly string[], visit: Visit): Promise<HtmlPage>;
  /** @throws FormIncomplete; ThingOver; what the command's handler throws */
  act(ids: readonly string[], form: SentForm, visit: Visit): Promise<void>;
}

/** A field is missing or is not as it has to be; the message says so in the language of the page. */
export class FormIncomplete extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FormIncomplete';
  }
}

/** What a form is about has ended since its page was opened; the message says how. */
export class ThingOver extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ThingOver';
  }
}

/** What somebody wrote, without blanks around it; undefined where they wrote nothing. */
export function written({ fields }: SentForm, name: string): string | undefined {
  const text = fields[name]?.trim();
  return text === '' ? undefined : text;
}

/** @throws FormIncomplete with what is missing */
export function writtenOr(form: SentForm, name: string, missing: string): string {
  const text = written(form, name);
  if (text === undefined) throw new FormIncomplete(missing);
  return text;
}
