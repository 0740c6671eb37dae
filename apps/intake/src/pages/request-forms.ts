import type { MarkupPart } from '@threekeys/http';
import { markup } from '@threekeys/http';
import { Fields, formOf } from './form';
import type { RequestInHand } from './request-in-hand';
import type { Visit } from './visit';

/** What a requester can do as things stand. */
export function requestForms(request: RequestInHand, visit: Visit): MarkupPart {
  const { requester, allowed, linked } = request;
  const { t } = visit;
  if (requester.withdrawn) return markup`<p>${t.request.withdrawn}</p>`;
  const isAsked = linked.state.reopeningRequests.some(
    ({ requesterId }) => requesterId === requester.requesterId,
  );
  return [
    allowed.includes('RecordFollowUp') && requester.followUp === undefined && ratingForm(request, visit),
    isAsked && markup`<p>${t.request.asked}</p>`,
    !isAsked && allowed.includes('RequestReopening') && reopeningForm(visit),
    allowed.includes('WithdrawRequest') && withdrawalForm(visit),
  ];
}

/** On the scale of the community. */
function ratingForm({ linked: { rules } }: RequestInHand, visit: Visit): MarkupPart {
  const { t } = visit;
  const { scoreMax } = rules.policy;
  const scores = Array.from({ length: scoreMax }, (_, at) => String(at + 1));
  const scale = scores.map((score) => [score, score] as const);
  const act = 'rate';
  const fields = new Fields(visit);
  const isOptional = true;
  const answers = [['yes', t.request.solved] as const, ['no', t.request.notSolved] as const];
  return formOf({
    act,
    button: t.request.say,
    fields: [
      fields.choice({ act, name: 'solved', label: t.request.solvedTitle }, answers),
      fields.choice(
        { act, name: 'outcomeScore', label: t.request.outcomeScore(scoreMax), isOptional },
        scale,
        'scores',
      ),
      fields.choice(
        { act, name: 'serviceScore', label: t.request.serviceScore(scoreMax), isOptional },
        scale,
        'scores',
      ),
      fields.words({ act, name: 'words', label: t.request.words, isOptional }),
    ],
  });
}

function reopeningForm(visit: Visit): MarkupPart {
  const { t } = visit;
  const act = 'reopen';
  const why = new Fields(visit).words({ act, name: 'reason', label: t.request.reopenReason });
  const form = formOf({ act, button: t.request.reopen, fields: why, isQuiet: true });
  return markup`<h2>${t.request.reopenTitle}</h2>
    ${form}`;
}

/** Folded, so that no tap on the way to something else withdraws anything. */
function withdrawalForm(visit: Visit): MarkupPart {
  const { t, tried } = visit;
  const act = 'withdraw';
  const why = new Fields(visit).words({
    act,
    name: 'words',
    label: t.request.withdrawReason,
    isOptional: true,
  });
  const form = formOf({ act, button: t.request.withdraw, fields: why, isQuiet: true });
  const isOpen = tried?.form.act === act && markup` open`;
  return markup`<details${isOpen}><summary>${t.request.withdrawTitle}</summary><p>${t.request.withdrawText}</p>${form}</details>`;
}
