import type { CaseEventOf } from '@threekeys/domain';
import type { Projection, ViewEvent } from '../projection';

/** One offer to one volunteer: how often they are asked, and what they have said. */
export type AskRow = {
  readonly offerId: string;
  readonly volunteerId: string;
  readonly caseId: string;
  readonly workOrderId: string;
  readonly offeredAt: string;
  readonly expiresAt: string;
  readonly window: CaseEventOf<'VolunteerOffered'>['data']['window'];
  readonly basis: CaseEventOf<'VolunteerOffered'>['data']['basis'];
  readonly wave: number;
  readonly status: AskStatus;
  readonly answeredAt?: string;
};

export type AskStatus =
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'assigned'
  | 'checked-in'
  | 'released'
  | 'no-show';

const answers = {
  OfferAccepted: 'accepted',
  OfferDeclined: 'declined',
  OfferExpired: 'expired',
  OfferWithdrawn: 'withdrawn',
  VolunteerAssigned: 'assigned',
  VolunteerCheckedIn: 'checked-in',
  VolunteerReleased: 'released',
  VolunteerNoShow: 'no-show',
} as const satisfies Partial<Record<string, AskStatus>>;

/** Every offer; key = offerId. */
export const asks: Projection<AskRow> = {
  name: 'asks',
  module: __filename,
  version: 1,
  categories: ['case'],
  columns: { volunteerId: 'text', workOrderId: 'text', status: 'text', offeredAt: 'text', expiresAt: 'text' },
  indexes: [['volunteerId', 'offeredAt'], ['workOrderId']],
  keysOf: ({ type, data }) =>
    type === 'VolunteerOffered' || type in answers ? [data['offerId'] as string] : [],
  evolve: (row, event) => {
    if (event.type === 'VolunteerOffered') return offered(event);
    if (row === null) throw new Error(`${event.type} before VolunteerOffered`);
    return { ...row, status: answers[event.type as keyof typeof answers], answeredAt: event.recordedAt };
  },
};

function offered({ stream, data, recordedAt }: ViewEvent): AskRow {
  const offer = data as CaseEventOf<'VolunteerOffered'>['data'];
  return {
    offerId: offer.offerId,
    volunteerId: offer.volunteerId,
    caseId: stream.slice('case-'.length),
    workOrderId: offer.workOrderId,
    offeredAt: recordedAt,
    expiresAt: offer.expiresAt,
    window: offer.window,
    basis: offer.basis,
    wave: offer.wave,
    status: 'offered',
  };
}
