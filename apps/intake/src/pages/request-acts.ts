import type { LinkCommand } from './link-commands';
import type { RequestInHand } from './request-in-hand';
import type { SentForm, Visit } from './visit';
import { FormIncomplete, written, writtenOr } from './visit';

type Act = (request: RequestInHand, form: SentForm, visit: Visit) => Pick<LinkCommand, 'command' | 'data'>;

const solvedBy: Readonly<Record<string, boolean | undefined>> = { yes: true, no: false };

/** What a requester can do, by the name of the form. */
export const requestActs: Readonly<Record<string, Act>> = {
  rate: ({ requester: { requesterId } }, form, { t }) => {
    const solved = solvedBy[form.fields['solved'] ?? ''];
    if (solved === undefined) throw new FormIncomplete(t.request.missing.solved);
    return {
      command: 'RecordFollowUp',
      data: {
        ...{ requesterId, outcome: 'reached', channel: 'web', solved },
        outcomeScore: scoreIn(form, 'outcomeScore'),
        serviceScore: scoreIn(form, 'serviceScore'),
        words: written(form, 'words'),
      },
    };
  },
  reopen: ({ requester: { requesterId } }, form, { t }) => ({
    command: 'RequestReopening',
    data: { requesterId, reason: writtenOr(form, 'reason', t.request.missing.reason) },
  }),
  withdraw: ({ requester: { requesterId } }, form) => ({
    command: 'WithdrawRequest',
    data: { requesterId, words: written(form, 'words') },
  }),
};

/** What is no number goes on as it is, to be named by the command's own schema. */
function scoreIn(form: SentForm, name: string): unknown {
  const text = written(form, name);
  return text !== undefined && /^\d{1,2}$/.test(text) ? Number(text) : text;
}
