import type { Personal } from '../message';
import type { FreeTime, VolunteerEvent } from './volunteer.messages';

type DataOf<T extends VolunteerEvent['type']> = Extract<VolunteerEvent, { type: T }>['data'];

/** An answered booking. Its id is answered once: made and perhaps released later, or refused. */
export interface Booking extends DataOf<'BookingMade'> {
  readonly answer: 'made' | 'released' | 'refused';
}

export interface HeldCertificate extends Omit<DataOf<'CertificateGranted'>, 'policyVersion'> {
  readonly expired: boolean;
}

interface Answered {
  readonly bookings: Readonly<Record<string, Booking>>;
}

/** Somebody a booking was asked of before (or without) a registration: the stream may begin with `BookingRefused`. */
export interface UnregisteredVolunteer extends Answered {
  readonly status: 'unregistered';
}

export interface RegisteredVolunteer extends Answered {
  readonly status: 'active' | 'left';
  readonly volunteerId: string;
  readonly name: Personal;
  readonly phone: Personal;
  readonly kind: DataOf<'VolunteerRegistered'>['kind'];
  readonly compound: string;
  readonly building?: string;
  readonly account?: string;
  readonly skills: readonly string[];
  readonly interests: readonly string[];
  readonly freeTime: FreeTime;
  readonly standingConsents: readonly DataOf<'StandingConsentGiven'>[];
  readonly certificates: readonly HeldCertificate[];
  readonly services: readonly DataOf<'ServiceRecorded'>[];
  /** Paused until an instant, or until they say so. */
  readonly paused?: { readonly until?: string };
}

export type Volunteer = UnregisteredVolunteer | RegisteredVolunteer;

export function evolveVolunteer(state: Volunteer, event: VolunteerEvent): Volunteer {
  switch (event.type) {
    case 'VolunteerRegistered':
      return registered(state, event.data);
    case 'BookingMade':
      return withBooking(state, { ...event.data, answer: 'made' });
    case 'BookingRefused': {
      const { reason: _reason, ...booking } = event.data;
      // An id that stood for another booking keeps its first answer.
      return state.bookings[booking.bookingId]
        ? state
        : withBooking(state, { ...booking, answer: 'refused' });
    }
    case 'BookingReleased': {
      const booking = state.bookings[event.data.bookingId];
      return booking ? withBooking(state, { ...booking, answer: 'released' }) : state;
    }
    default:
      return state.status === 'unregistered' ? state : evolveRegistered(state, event);
  }
}

/** Who comes back after leaving begins anew; the answered bookings and recorded services stay. */
function registered(state: Volunteer, data: DataOf<'VolunteerRegistered'>): RegisteredVolunteer {
  return {
    ...data,
    status: 'active',
    skills: [],
    interests: [],
    freeTime: { weekly: [], exceptions: [] },
    standingConsents: [],
    certificates: state.status === 'unregistered' ? [] : state.certificates,
    services: state.status === 'unregistered' ? [] : state.services,
    bookings: state.bookings,
  };
}

type Registration = 'VolunteerRegistered' | 'BookingMade' | 'BookingRefused' | 'BookingReleased';

function evolveRegistered(
  state: RegisteredVolunteer,
  event: Exclude<VolunteerEvent, { type: Registration }>,
): RegisteredVolunteer {
  switch (event.type) {
    case 'SkillsDeclared':
    case 'InterestsDeclared':
    case 'FreeTimeDeclared':
      return { ...state, ...event.data };
    case 'ServiceRecorded':
      return { ...state, services: [...state.services, event.data] };
    case 'VolunteerPaused':
      return { ...state, paused: event.data };
    case 'VolunteerResumed': {
      const { paused: _over, ...resumed } = state;
      return resumed;
    }
    case 'VolunteerLeft':
      return { ...state, status: 'left' };
    default:
      return evolvePermits(state, event);
  }
}

type Permit =
  'StandingConsentGiven' | 'StandingConsentWithdrawn' | 'CertificateGranted' | 'CertificateExpired';

function evolvePermits(
  state: RegisteredVolunteer,
  event: Extract<VolunteerEvent, { type: Permit }>,
): RegisteredVolunteer {
  switch (event.type) {
    case 'StandingConsentGiven':
      return { ...state, standingConsents: [...state.standingConsents, event.data] };
    case 'StandingConsentWithdrawn': {
      const { consentId } = event.data;
      return {
        ...state,
        standingConsents: state.standingConsents.filter((each) => each.consentId !== consentId),
      };
    }
    case 'CertificateGranted': {
      const { policyVersion: _, ...certificate } = event.data;
      return { ...state, certificates: [...state.certificates, { ...certificate, expired: false }] };
    }
    case 'CertificateExpired': {
      const { certificateId } = event.data;
      const certificates = state.certificates.map((each) =>
        each.certificateId === certificateId ? { ...each, expired: true } : each,
      );
      return { ...state, certificates };
    }
  }
}

function withBooking<S extends Volunteer>(state: S, booking: Booking): S {
  return { ...state, bookings: { ...state.bookings, [booking.bookingId]: booking } };
}
