import { decideBy, type Decider, type DecisionContext } from '../decider';
import { equalContent } from '../equality';
import { unlessRegistered } from '../places';
import { namingPolicy } from '../policy/policy-version';
import { refuse, type Refusal } from '../refusals';
import { bookSlot, isPausedAt, liveBookings, recordService, released, releaseBooking } from './bookings';
import { localDateOf } from './free-time';
import {
  volunteerEvents,
  type FreeTime,
  type VolunteerCommand,
  type VolunteerEvent,
} from './volunteer.messages';
import { evolveVolunteer, type RegisteredVolunteer, type Volunteer } from './volunteer.state';

/**
 * A volunteer, and the one consistency boundary of their time: two bookings that stand never overlap.
 * An intent that already holds is no news.
 */
export const volunteerDecider: Decider<Volunteer, VolunteerCommand, VolunteerEvent> = {
  initialState: { status: 'unregistered', bookings: {} },
  evolve: evolveVolunteer,
  decide: namingPolicy(
    volunteerEvents,
    decideBy<Volunteer, VolunteerCommand, VolunteerEvent>({
      RegisterVolunteer: registerVolunteer,
      DeclareSkills: whileActive(declareSkills),
      DeclareInterests: whileActive(declareInterests),
      DeclareFreeTime: whileActive(declareFreeTime),
      GiveStandingConsent: whileActive(giveStandingConsent),
      WithdrawStandingConsent: whileActive((data, state) =>
        state.standingConsents.some(({ consentId }) => consentId === data.consentId)
          ? [{ type: 'StandingConsentWithdrawn', data }]
          : refuse('ConsentUnknown', { consentId: data.consentId }),
      ),
      GrantCertificate: whileActive(grantCertificate),
      ExpireCertificate: whileActive(expireCertificate),
      BookSlot: bookSlot,
      ReleaseBooking: releaseBooking,
      RecordService: recordService,
      PauseVolunteer: whileActive(pauseVolunteer),
      ResumeVolunteer: whileActive(resumeVolunteer),
      LeaveVolunteering: leaveVolunteering,
    }),
  ),
};

type Decision = readonly VolunteerEvent[] | Refusal;
type DataOf<T extends VolunteerCommand['type']> = Extract<VolunteerCommand, { type: T }>['data'];
type Handler<Data, State> = (data: Data, state: State, context: DecisionContext) => Decision;

function whileActive<Data>(handler: Handler<Data, RegisteredVolunteer>): Handler<Data, Volunteer> {
  return (data, state, context) => {
    if (state.status === 'unregistered') return refuse('VolunteerNotRegistered');
    return state.status === 'left' ? refuse('VolunteerHasLeft') : handler(data, state, context);
  };
}

/** The place is one of a compound's register, or `outside` every compound. Who has left may register again. */
function registerVolunteer(
  { accountTaken, ...data }: DataOf<'RegisterVolunteer'>,
  state: Volunteer,
  { rules }: DecisionContext,
): Decision {
  if (state.status === 'active') return refuse('VolunteerAlreadyRegistered');
  if (accountTaken === true) return refuse('AccountOfAnotherVolunteer');
  return unlessRegistered(data, rules) ?? [{ type: 'VolunteerRegistered', data }];
}

function declareSkills(data: DataOf<'DeclareSkills'>, state: RegisteredVolunteer): Decision {
  const skills = sortedSet(data.skills);
  return equalContent(skills, state.skills) ? [] : [{ type: 'SkillsDeclared', data: { skills } }];
}

function declareInterests(data: DataOf<'DeclareInterests'>, state: RegisteredVolunteer): Decision {
  const interests = sortedSet(data.interests);
  return equalContent(interests, state.interests) ? [] : [{ type: 'InterestsDeclared', data: { interests } }];
}

function declareFreeTime(data: DataOf<'DeclareFreeTime'>, state: RegisteredVolunteer): Decision {
  const dates = data.freeTime.exceptions.map(({ date }) => date);
  if (new Set(dates).size < dates.length) return refuse('FreeTimeDateTwice');
  const freeTime = sortedFreeTime(data.freeTime);
  return equalContent(freeTime, state.freeTime) ? [] : [{ type: 'FreeTimeDeclared', data: { freeTime } }];
}

function sortedFreeTime({ weekly, exceptions }: FreeTime): FreeTime {
  return {
    weekly: sortedSet(weekly),
    exceptions: exceptions
      .map(({ date, free }) => ({ date, free: sortedSet(free) }))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

function sortedSet<T extends string | number>(values: readonly T[]): T[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
}

function giveStandingConsent(data: DataOf<'GiveStandingConsent'>, state: RegisteredVolunteer): Decision {
  const given = state.standingConsents.find(({ consentId }) => consentId === data.consentId);
  if (given) return equalContent(given, data) ? [] : refuse('IdAlreadyUsed', { consentId: data.consentId });
  return [{ type: 'StandingConsentGiven', data }];
}

/** A certificate holds up to and including its date, counted in local days. */
function grantCertificate(
  data: DataOf<'GrantCertificate'>,
  state: RegisteredVolunteer,
  { now, rules }: DecisionContext,
): Decision {
  const { certificateId } = data;
  const held = state.certificates.find((each) => each.certificateId === certificateId);
  if (held)
    return equalContent({ ...data, expired: false }, held) ? [] : refuse('IdAlreadyUsed', { certificateId });
  return data.until < localDateOf(now, rules.policy.timeZoneOffsetMinutes)
    ? refuse('CertificateAlreadyOver', { until: data.until })
    : [{ type: 'CertificateGranted', data }];
}

function expireCertificate(
  data: DataOf<'ExpireCertificate'>,
  state: RegisteredVolunteer,
  { now, rules }: DecisionContext,
): Decision {
  const { certificateId } = data;
  const held = state.certificates.find((each) => each.certificateId === certificateId);
  if (!held) return refuse('CertificateUnknown', { certificateId });
  if (held.expired) return [];
  return held.until < localDateOf(now, rules.policy.timeZoneOffsetMinutes)
    ? [{ type: 'CertificateExpired', data }]
    : refuse('CertificateStillValid', { until: held.until });
}

/** Bookings that stand are kept: a pause keeps new ones away, it does not break a word given. */
function pauseVolunteer(
  data: DataOf<'PauseVolunteer'>,
  state: RegisteredVolunteer,
  { now }: DecisionContext,
): Decision {
  if (data.until !== undefined && data.until <= now) return refuse('PauseAlreadyOver');
  const holds = isPausedAt(state, now) && equalContent(state.paused, data);
  return holds ? [] : [{ type: 'VolunteerPaused', data }];
}

/** A timer that names the end of another pause, or comes before it, is stale: no news. */
function resumeVolunteer(
  { until }: DataOf<'ResumeVolunteer'>,
  { paused }: RegisteredVolunteer,
  { now }: DecisionContext,
): Decision {
  const isStale = until !== undefined && (paused?.until !== until || now < until);
  return paused && !isStale ? [{ type: 'VolunteerResumed', data: {} }] : [];
}

/** Releases what is still ahead in the same append, so that its cases hear of it. */
function leaveVolunteering(
  data: DataOf<'LeaveVolunteering'>,
  state: Volunteer,
  { now }: DecisionContext,
): Decision {
  if (state.status === 'unregistered') return refuse('VolunteerNotRegistered');
  if (state.status === 'left') return [];
  const ahead = liveBookings(state).filter(({ to }) => to > now);
  return [...ahead.map((booking) => released(booking, 'volunteer-left')), { type: 'VolunteerLeft', data }];
}
