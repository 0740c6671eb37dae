import type { Offer, ReportedCase } from '@threekeys/domain';
import { offerStage } from './offer-stage';
import type { SeatOf } from './offer-stage';

const state = { status: 'handling', rounds: [{ round: 1 }] } as unknown as ReportedCase;
const stageOf = (offer: Partial<Offer>) =>
  offerStage({ order: { status: 'handling' }, offer, round: 1 } as unknown as SeatOf, state, '2026-03-02');

describe('what a volunteer reads behind the link of a visit', () => {
  it('is that it is over, also where the work has to be done again', () =>
    expect(stageOf({ status: 'released', releasedFor: 'rework-ordered' })).toBe('finished'));

  it('is that they are released, where the dispatcher released them', () =>
    expect(stageOf({ status: 'released', releasedFor: 'illness' })).toBe('released'));
});
