import type { KeyInHand } from './key-in-hand';
import type { LinkCommand } from './link-commands';
import type { SentForm, Visit } from './visit';
import { written, writtenOr } from './visit';

type Act = (key: KeyInHand, form: SentForm, visit: Visit) => Pick<LinkCommand, 'command' | 'data'>;

const ofKey = ({ named: { party, version }, holder }: KeyInHand) => ({ party, version, holder: holder.id });

/** What a holder can do with their key, by the name of the form. */
export const keyActs: Readonly<Record<string, Act>> = {
  turn: (key) => ({ command: 'TurnKey', data: ofKey(key) }),
  object: (key, form) => ({
    command: 'TakeKeyBack',
    data: { ...ofKey(key), words: written(form, 'words') },
  }),
  refuse: (key, form, { t }) => ({
    command: 'RefuseKey',
    data: {
      ...ofKey(key),
      reason: writtenOr(form, 'reason', t.key.missing.reason),
      words: written(form, 'words'),
    },
  }),
};
