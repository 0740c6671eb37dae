import { z } from 'zod';
import { derived, message, personal, schemasByType } from '../message';
import { Code, Id, Instant, LocalDate, Minutes, PersonId, PersonName, Phone } from '../values';

// Events are stored for ever. Add optional fields only; a changed meaning is a new event.

const reason = Code;
/** Half-hour slots of a week in local time: 0 = Monday 00:00, 335 = Sunday 23:30. Sorted, unique. */
const WeeklySlots = z.array(z.int().min(0).max(335)).max(336);
/** Half-hour slots of a day: 0 = 00:00, 47 = 23:30. */
const DaySlots = z.array(z.int().min(0).max(47)).max(48);
export const FreeTime = z.strictObject({
  weekly: WeeklySlots,
  /** On these dates exactly these slots are free, whatever the week says. */
  exceptions: z.array(z.strictObject({ date: LocalDate, free: DaySlots })).max(400),
});
export type FreeTime = z.infer<typeof FreeTime>;

const registration = {
  volunteerId: Id,
  name: personal(PersonName, { of: 'volunteer' }),
  phone: personal(Phone, { of: 'volunteer' }),
  kind: z.enum(['resident', 'employed-member', 'worker']),
  compound: Code,
  building: Code.optional(),
  /** The account they sign in with, if any. */
  account: PersonId.optional(),
};
const skills = { skills: z.array(Code).max(50) };
const interests = { interests: z.array(Code).max(50) };
const freeTime = { freeTime: FreeTime };
/** A duty that needs no question each time: these categories, within these weekly slots (all, if absent). */
const consent = {
  consentId: derived(Id),
  categories: z.array(Code).min(1).max(50),
  weekly: WeeklySlots.optional(),
};
const certificate = { certificateId: derived(Id), certificate: Code, until: LocalDate };
const booking = { bookingId: Id, offerId: Id, caseId: Id, workOrderId: Id, from: Instant, to: Instant };
const service = { serviceId: derived(Id), bookingId: Id, minutes: Minutes };

/** The version of the policy whose local time it was looked at in. */
const policyVersion = z.int().min(0).optional();

export const VolunteerEvent = z.discriminatedUnion('type', [
  message('VolunteerRegistered', registration),
  message('SkillsDeclared', skills),
  message('InterestsDeclared', interests),
  message('FreeTimeDeclared', freeTime),
  message('StandingConsentGiven', consent),
  message('StandingConsentWithdrawn', { consentId: Id }),
  message('CertificateGranted', { ...certificate, policyVersion }),
  message('CertificateExpired', { certificateId: Id, policyVersion }),
  message('BookingMade', {
    ...booking,
    /** The account they sign in with, if any: whoever holds it does the work, also where others answer for them. */
    account: PersonId.optional(),
    policyVersion,
  }),
  message('BookingRefused', { ...booking, reason, policyVersion }),
  message('BookingReleased', { bookingId: Id, caseId: Id, workOrderId: Id, offerId: Id, reason }),
  message('ServiceRecorded', service),
  message('VolunteerPaused', { until: Instant.optional() }),
  message('VolunteerResumed', {}),
  message('VolunteerLeft', { reason: reason.optional() }),
]);
export type VolunteerEvent = z.infer<typeof VolunteerEvent>;
export const volunteerEvents = schemasByType(VolunteerEvent.options);

export const VolunteerCommand = z.discriminatedUnion('type', [
  message('RegisterVolunteer', {
    ...registration,
    /** Another volunteer who has not left signs in with this account. Found by the service. */
    accountTaken: z.boolean().optional(),
  }),
  message('DeclareSkills', skills),
  message('DeclareInterests', interests),
  message('DeclareFreeTime', freeTime),
  message('GiveStandingConsent', consent),
  message('WithdrawStandingConsent', { consentId: Id }),
  message('GrantCertificate', certificate),
  message('ExpireCertificate', { certificateId: Id }),
  /** A saga step: answers `BookingMade` or `BookingRefused`, never a refusal that nobody hears. */
  message('BookSlot', {
    ...booking,
    /** The volunteer agreed to this very window, whatever free time they declared. */
    outsideFreeTime: z.boolean().optional(),
    /** 回避: they have a part in the matter themselves. Found by the service. */
    conflict: z.boolean().optional(),
  }),
  message('ReleaseBooking', { bookingId: Id, reason }),
  message('RecordService', service),
  message('PauseVolunteer', { until: Instant.optional() }),
  message('ResumeVolunteer', {
    /** The end of the pause that is over, as a timer knows it; absent: they are there again, whatever was said before. */
    until: Instant.optional(),
  }),
  message('LeaveVolunteering', { reason: reason.optional() }),
]);
export type VolunteerCommand = z.infer<typeof VolunteerCommand>;
export const volunteerCommands = schemasByType(VolunteerCommand.options);
