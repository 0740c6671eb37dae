import { offerActs } from './offer-acts';
import type { OfferInHand } from './offer-in-hand';
import { pageMessages } from './page-messages';
import type { Visit } from './visit';

const { en } = pageMessages;
const visit = { language: 'en', t: en } as unknown as Visit;
const offerBehind = (lock: 'open' | 'shut') =>
  ({
    seat: { order: { workOrderId: 'order' }, offer: { offerId: 'offer' } },
    linked: { state: { rounds: [{ round: 1, joint: { lock } }] } },
  }) as unknown as OfferInHand;
const finished = (lock: 'open' | 'shut', cost: Record<string, string>) => {
  const fields = { outcome: 'done', words: 'a new tile', ...cost };
  return offerActs['finish']?.(offerBehind(lock), { act: 'finish', key: 'key', fields }, visit).data;
};

describe('a volunteer who reports a result', () => {
  it('says what it cost where a plan was agreed', () => {
    expect(finished('open', { cost: '18.5' })).toMatchObject({ costFen: 1850 });
    expect(finished('open', { cost: '0' })).toMatchObject({ costFen: 0 });
    for (const cost of ['', '-1', '1.234', 'much']) {
      expect(() => finished('open', { cost })).toThrow(en.offer.missing.cost);
    }
  });

  it('says it nowhere else', () =>
    expect(finished('shut', { cost: '18.5' })).toMatchObject({ costFen: undefined }));
});
