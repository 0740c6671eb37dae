import { isTooEarly } from '@threekeys/domain';
import type { Markup, MarkupPart } from '@threekeys/http';
import { markup } from '@threekeys/http';
import { Fields, formOf } from './form';
import { hasOpenLock } from './offer-acts';
import type { OfferInHand } from './offer-in-hand';
import type { Visit } from './visit';

/** What stands around the facts of an offer. */
interface OfferForms {
  readonly title: string;
  readonly intro: Markup;
  readonly forms: MarkupPart;
}

/** What its volunteer can do next. @param post who answers for the case: whom to tell what no form says */
export function offerForms(offer: OfferInHand, visit: Visit, post: string): OfferForms {
  const { t } = visit;
  switch (offer.stage) {
    case 'asked':
      return {
        title: t.offer.asked,
        intro: markup`<p>${t.offer.askedText}</p>`,
        forms: answers(offer, visit),
      };
    case 'confirming': {
      const again = markup`<p><a href="">${t.offer.lookAgain}</a></p>`;
      return {
        title: t.offer.confirming,
        intro: markup`<p>${t.offer.confirmingText}</p>
          ${again}`,
        forms: [],
      };
    }
    case 'there': {
      const forms = [resultForm(offer, visit), markup`<p>${t.offer.needHelp(post)}</p>`];
      return { title: t.offer.there, intro: markup`<p>${t.offer.thereText}</p>`, forms };
    }
    default: {
      const forms = [onTheWay(offer, visit), markup`<p>${t.offer.cannotCome(post)}</p>`];
      return { title: t.offer.coming, intro: markup`<p>${t.offer.comingText}</p>`, forms };
    }
  }
}

function answers({ allowed }: OfferInHand, visit: Visit): MarkupPart {
  const { t } = visit;
  const act = 'decline';
  const why = new Fields(visit).words({ act, name: 'words', label: t.offer.notNowWords, isOptional: true });
  return [
    allowed.includes('AcceptOffer')
      ? formOf({ act: 'take', button: t.offer.take })
      : markup`<p>${t.offer.suspended}</p>`,
    allowed.includes('DeclineOffer') &&
      markup`<h2>${t.offer.declineTitle}</h2>
        ${formOf({ act, button: t.offer.notNow, fields: why, isQuiet: true })}`,
  ];
}

/** Whoever says days before that they are there has come on the wrong day. */
function onTheWay({ allowed, linked, seat, setOutId }: OfferInHand, { t }: Visit): MarkupPart {
  if (!allowed.includes('CheckInVolunteer')) return markup`<p>${t.offer.suspended}</p>`;
  const hasSetOut = linked.state.usedIds.includes(setOutId);
  return [
    hasSetOut
      ? markup`<p>${t.offer.isOnTheWay}</p>`
      : formOf({ act: 'set-out', button: t.offer.onMyWay, isQuiet: true }),
    !isTooEarly(seat.offer.window, { now: linked.now, policy: linked.rules.policy }) &&
      formOf({ act: 'arrive', button: t.offer.arrived }),
  ];
}

function resultForm({ allowed, linked }: OfferInHand, visit: Visit): MarkupPart {
  const { t } = visit;
  if (!allowed.includes('ReportResult')) return markup`<p>${t.offer.suspended}</p>`;
  const act = 'finish';
  const fields = new Fields(visit);
  const outcomes = Object.entries(t.offer.outcomes);
  return formOf({
    act,
    button: t.offer.done,
    fields: [
      fields.choice({ act, name: 'outcome', label: t.offer.resultTitle }, outcomes),
      fields.words({ act, name: 'words', label: t.offer.result }),
      fields.number({ act, name: 'minutes', label: t.offer.minutesSpent, isOptional: true }),
      hasOpenLock(linked.state) &&
        fields.number({ act, name: 'cost', label: t.offer.cost, hint: t.offer.costHint }, 'decimal'),
    ],
  });
}
