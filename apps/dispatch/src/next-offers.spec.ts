import { starterPolicy } from '@threekeys/domain';
import type { Offer, OfferStatus, Order, RankedVolunteer } from '@threekeys/domain';
import { nextOffers } from './next-offers';

const policy = {
  ...starterPolicy,
  version: 1,
  offers: { ...starterPolicy.offers, waveSize: 3, wavesMax: 2 },
};
const now = '2026-03-02T01:00:00.000Z';
const later = { from: '2026-03-02T03:00:00.000Z', to: '2026-03-02T04:00:00.000Z' };
const begun = { from: now, to: '2026-03-02T02:00:00.000Z' };

const ranked = (volunteerId: string, differently: Partial<RankedVolunteer> = {}): RankedVolunteer => ({
  ...{ volunteerId, score: 0, terms: [], window: later, standingConsent: false },
  ...differently,
});
const offer = (volunteerId: string, status: OfferStatus, matchRef = 'ranking'): Offer => ({
  ...{ offerId: `offer ${volunteerId}`, volunteerId, window: later, expiresAt: later.from },
  ...{ basis: 'offer', status, matchRef },
});
function next(list: readonly RankedVolunteer[], offers: readonly Offer[] = [], seats = 1) {
  const order: Order = {
    ...{ workOrderId: 'order', part: 'lead', assignee: { kind: 'volunteers' }, status: 'dispatched' },
    ...{ offers, exhausted: [], formerly: [] },
    need: {
      ...{ skills: [], interests: [], certificates: [], seats, minutes: 60 },
      ...{ place: { compound: 'dawn-lane' }, windows: [later] },
    },
  };
  const ranking = {
    ...{ caseId: 'case', workOrderId: 'order', attempt: 1, tableVersion: 1, policyVersion: 1, inputHash: '' },
    ...{ ranked: [...list], considered: 9, excluded: [{ constraint: 'skill', count: 4 }] },
  };
  const result = nextOffers(order, { matchRef: 'ranking', ranking }, { policy, now });
  if (result.step !== 'ask') return result;
  return result.volunteers.map(({ volunteerId, basis, wave }) => `${volunteerId} ${basis} ${wave}`);
}
const five = ['a', 'b', 'c', 'd', 'e'].map((each) => ranked(each));

describe('the next offers of an order', () => {
  it('are the best of the list, a wave of them', () => {
    expect(next(five)).toEqual(['a offer 1', 'b offer 1', 'c offer 1']);
  });

  it('keep a wave of questions open', () => {
    expect(next(five, [offer('a', 'declined'), offer('b', 'open'), offer('c', 'open')])).toEqual([
      'd offer 2',
    ]);
  });

  it('are none while enough are open, or the seats are taken', () => {
    const open = ['a', 'b', 'c'].map((each) => offer(each, 'open'));
    expect(next(five, open)).toEqual({ step: 'enough' });
    expect(next(five, [offer('a', 'accepted')])).toEqual({ step: 'enough' });
    expect(next(five, [offer('a', 'assigned')])).toEqual({ step: 'enough' });
  });

  it('give the seat to who agreed beforehand, and ask nobody of that wave', () => {
    expect(next([ranked('a'), ranked('b', { standingConsent: true }), ranked('c')])).toEqual([
      'b standing-consent 1',
    ]);
  });

  it('ask as many as there are seats, where those are more than a wave', () => {
    expect(next(five, [], 4)).toHaveLength(4);
  });

  it('end with the last wave of the policy', () => {
    const asked = ['u', 'v', 'w', 'x', 'y', 'z'].map((each) => offer(each, 'expired', 'earlier'));
    expect(next(five, asked)).toMatchObject({ step: 'exhausted' });
  });

  it('never ask the same twice by one ranking', () => {
    expect(next([ranked('a')], [offer('a', 'withdrawn')])).toMatchObject({ step: 'exhausted' });
    expect(next([ranked('a')], [offer('a', 'withdrawn', 'earlier')])).toEqual(['a offer 1']);
  });

  describe('for rework', () => {
    const visit = (volunteerId: string): Offer => ({
      ...{ ...offer(volunteerId, 'released', 'earlier'), releasedFor: 'rework-ordered' },
    });

    it('ask who was there first, and nobody else', () => {
      expect(next(five, [visit('e')])).toEqual(['e offer 1']);
      expect(next(five, [visit('d'), visit('e')], 2)).toEqual(['d offer 1', 'e offer 2']);
    });

    it('wait for their answer, hearing the ranking once more too', () => {
      expect(next(five, [visit('e'), offer('e', 'open')])).toEqual({ step: 'enough' });
      expect(next(five, [visit('e'), offer('e', 'open')], 2)).toEqual({ step: 'enough' });
    });

    it('ask others once they have said no, did not answer, or are not free', () => {
      expect(next(five, [visit('e'), offer('e', 'declined')])).toEqual([
        ...['a offer 1', 'b offer 2', 'c offer 2'],
      ]);
      expect(next(five.slice(0, 4), [visit('e')])).toEqual(['a offer 1', 'b offer 1', 'c offer 2']);
    });

    it('do not count a visit among the reasons why nobody is left', () =>
      expect(next([], [visit('e')])).toEqual({
        ...{ step: 'exhausted', reasons: [{ constraint: 'skill', count: 4 }] },
      }));

    it('ask who was there also where the waves of the policy are used up', () => {
      const asked = ['u', 'v', 'w', 'x', 'y', 'z'].map((each) => offer(each, 'expired', 'earlier'));
      expect(next(five, [...asked, visit('e')])).toEqual(['e offer 3']);
    });
  });

  it('say why nobody is left', () => {
    expect(next([ranked('a')], [offer('a', 'declined')])).toEqual({
      step: 'exhausted',
      reasons: [
        { constraint: 'skill', count: 4 },
        { constraint: 'declined', count: 1 },
      ],
    });
  });

  it('ask nobody for a time that has begun, and say that the list came too late', () => {
    const late = [ranked('a', { window: begun }), ranked('b', { window: begun })];
    expect(next([...late, ranked('c')])).toEqual(['c offer 1']);
    expect(next(late)).toMatchObject({ reasons: [{ constraint: 'window-over', count: 2 }, {}] });
    expect(next(late, [offer('c', 'open')])).toEqual({ step: 'enough' });
  });
});
