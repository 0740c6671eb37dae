import type { ReportedCase } from '@threekeys/domain';
import { currentRound, Minutes, WorkOutcome } from '@threekeys/domain';
import type { LinkCommand } from './link-commands';
import type { OfferInHand } from './offer-in-hand';
import type { SentForm, Visit } from './visit';
import { FormIncomplete, written, writtenOr } from './visit';

type Act = (offer: OfferInHand, form: SentForm, visit: Visit) => Pick<LinkCommand, 'command' | 'data'>;

const idsOf = ({ seat: { order, offer } }: OfferInHand) => ({
  workOrderId: order.workOrderId,
  offerId: offer.offerId,
});

/** What a volunteer can do with an offer, by the name of the form. */
export const offerActs: Readonly<Record<string, Act>> = {
  take: (offer) => ({ command: 'AcceptOffer', data: idsOf(offer) }),
  decline: (offer, form) => ({
    command: 'DeclineOffer',
    data: { ...idsOf(offer), words: written(form, 'words') },
  }),
  'set-out': ({ seat: { order }, setOutId }, _form, { t }) => ({
    command: 'ReportProgress',
    data: { workOrderId: order.workOrderId, itemId: setOutId, words: t.offer.onMyWayWords },
  }),
  arrive: (offer) => ({ command: 'CheckInVolunteer', data: idsOf(offer) }),
  finish: ({ seat: { order }, linked: { state } }, form, { t }) => {
    const { missing } = t.offer;
    const outcome = WorkOutcome.safeParse(form.fields['outcome']);
    if (!outcome.success) throw new FormIncomplete(missing.outcome);
    const words = writtenOr(form, 'words', missing.words);
    const minutes = minutesIn(form, missing.minutes);
    const costFen = hasOpenLock(state) ? costIn(form, missing.cost) : undefined;
    return {
      command: 'ReportResult',
      data: { workOrderId: order.workOrderId, outcome: outcome.data, words, minutes, costFen },
    };
  },
};

/** @throws FormIncomplete */
function minutesIn(form: SentForm, wrong: string): number | undefined {
  const text = written(form, 'minutes');
  if (text === undefined) return undefined;
  const minutes = Minutes.safeParse(/^\d{1,5}$/.test(text) ? Number(text) : undefined);
  if (!minutes.success) throw new FormIncomplete(wrong);
  return minutes.data;
}

/** Whether a plan is agreed, against which what the work costs is held (CASE, rule 3). */
export const hasOpenLock = (state: ReportedCase): boolean => currentRound(state).joint?.lock === 'open';

/** In fen, of what is typed in yuan. @throws FormIncomplete */
function costIn(form: SentForm, wrong: string): number {
  const [, yuan, part = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(writtenOr(form, 'cost', wrong)) ?? [];
  if (yuan === undefined) throw new FormIncomplete(wrong);
  return Number(yuan) * 100 + Number(part.padEnd(2, '0'));
}
