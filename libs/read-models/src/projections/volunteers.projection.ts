import type { FreeTime, SealedAt, VolunteerEvent } from '@threekeys/domain';
import type { Projection, ViewEvent } from '../projection';

type Data<T extends VolunteerEvent['type']> = Extract<VolunteerEvent, { type: T }>['data'];

/** A volunteer as matching and the register see them. Name and phone stay sealed. */
export type VolunteerRow = {
  readonly volunteerId: string;
  readonly name: SealedAt;
  readonly phone: SealedAt;
  readonly kind: Data<'VolunteerRegistered'>['kind'];
  readonly compound: string;
  readonly building?: string;
  readonly account?: string;
  readonly registeredAt: string;
  readonly updatedAt: string;
  readonly skills: readonly string[];
  readonly interests: readonly string[];
  readonly freeTime?: FreeTime;
  readonly consents: readonly Data<'StandingConsentGiven'>[];
  readonly certificates: readonly Omit<Data<'CertificateGranted'>, 'policyVersion'>[];
  /** Live: neither released nor served. */
  readonly bookings: readonly Data<'BookingMade'>[];
  /** `at`: the start of the booking, where there was one, else when it was recorded. */
  readonly served: readonly VolunteerService[];
  readonly minutesServed: number;
  /** `until` absent: until they resume. */
  readonly paused?: { readonly until?: string };
  readonly left: boolean;
  /** Neither paused nor left. A pause that has run out counts until `VolunteerResumed` says so. */
  readonly active: boolean;
};

export type VolunteerService = {
  readonly serviceId: string;
  readonly bookingId: string;
  readonly caseId?: string;
  readonly workOrderId?: string;
  readonly at: string;
  readonly minutes: number;
};

/** The register of volunteers; key = volunteerId. */
export const volunteers: Projection<VolunteerRow> = {
  name: 'volunteers',
  module: __filename,
  version: 2,
  categories: ['volunteer'],
  columns: {
    kind: 'text',
    compound: 'text',
    account: 'text',
    registeredAt: 'text',
    minutesServed: 'integer',
    active: 'integer',
    left: 'integer',
    skills: 'text[]',
    interests: 'text[]',
  },
  indexes: [['active', 'registeredAt'], ['account'], ['compound', 'registeredAt'], ['skills', 'active']],
  search: { values: (row) => [row.name, row.phone], order: 'registeredAt' },
  keysOf: ({ stream }) => [stream.slice('volunteer-'.length)],
  evolve: (row, event) => {
    const next = evolved(row, event);
    return next === null || next === row ? next : { ...next, ...activity(next), updatedAt: event.recordedAt };
  },
};

function activity({ paused, left }: VolunteerRow): Pick<VolunteerRow, 'active'> {
  return { active: paused === undefined && !left };
}

function evolved(row: VolunteerRow | null, event: ViewEvent): VolunteerRow | null {
  const { type, data } = event as unknown as VolunteerEvent;
  if (type === 'VolunteerRegistered') return registered(data, event);
  if (row === null) throw new Error(`${type} before VolunteerRegistered`);
  const change = changes[type] as (
    row: VolunteerRow,
    data: VolunteerEvent['data'],
    event: ViewEvent,
  ) => VolunteerRow;
  return change(row, data, event);
}

type Change<T extends VolunteerEvent['type']> = (
  row: VolunteerRow,
  data: Data<T>,
  event: ViewEvent,
) => VolunteerRow;

const changes: { readonly [T in Exclude<VolunteerEvent['type'], 'VolunteerRegistered'>]: Change<T> } = {
  SkillsDeclared: (row, { skills }) => ({ ...row, skills }),
  InterestsDeclared: (row, { interests }) => ({ ...row, interests }),
  FreeTimeDeclared: (row, { freeTime }) => ({ ...row, freeTime }),
  StandingConsentGiven: (row, consent) => ({ ...row, consents: [...row.consents, consent] }),
  StandingConsentWithdrawn: (row, { consentId }) => ({
    ...row,
    consents: row.consents.filter((each) => each.consentId !== consentId),
  }),
  CertificateGranted: (row, { policyVersion: _, ...certificate }) => ({
    ...row,
    certificates: [...row.certificates, certificate],
  }),
  CertificateExpired: (row, { certificateId }) => ({
    ...row,
    certificates: row.certificates.filter((each) => each.certificateId !== certificateId),
  }),
  BookingMade: (row, booking) => ({ ...row, bookings: [...row.bookings, booking] }),
  BookingRefused: (row) => row,
  BookingReleased: (row, { bookingId }) => ({
    ...row,
    bookings: row.bookings.filter((each) => each.bookingId !== bookingId),
  }),
  ServiceRecorded: served,
  VolunteerPaused: (row, { until }) => ({ ...row, paused: until === undefined ? {} : { until } }),
  VolunteerResumed: (row) => ({ ...row, paused: undefined }),
  VolunteerLeft: (row) => ({ ...row, left: true }),
};

function registered(data: Data<'VolunteerRegistered'>, { recordedAt }: ViewEvent): VolunteerRow {
  return {
    ...data,
    name: data.name as SealedAt,
    phone: data.phone as SealedAt,
    registeredAt: recordedAt,
    updatedAt: recordedAt,
    skills: [],
    interests: [],
    consents: [],
    certificates: [],
    bookings: [],
    served: [],
    minutesServed: 0,
    left: false,
    active: true,
  };
}

function served(
  row: VolunteerRow,
  { serviceId, bookingId, minutes }: Data<'ServiceRecorded'>,
  event: ViewEvent,
): VolunteerRow {
  const booking = row.bookings.find((each) => each.bookingId === bookingId);
  const { caseId, workOrderId } = booking ?? row.served.find((each) => each.bookingId === bookingId) ?? {};
  const service: VolunteerService = {
    serviceId,
    bookingId,
    ...(caseId === undefined || workOrderId === undefined ? {} : { caseId, workOrderId }),
    at: booking?.from ?? event.occurredAt,
    minutes,
  };
  return {
    ...row,
    bookings: row.bookings.filter((each) => each !== booking),
    served: [...row.served, service],
    minutesServed: row.minutesServed + minutes,
  };
}
