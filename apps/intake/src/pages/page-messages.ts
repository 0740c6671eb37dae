import type { Language } from '@threekeys/http';
import { en } from './messages/en';
import { zh } from './messages/zh';
import type { PageMessages } from './messages/zh';

export type { PageMessages };

/** Every text of the pages. A missing one does not compile. */
export const pageMessages: Readonly<Record<Language, PageMessages>> = { zh, en };

/** What a page says whose matter is over. */
export interface Ending {
  readonly title: string;
  readonly text: string;
}
