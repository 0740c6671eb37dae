import { z } from 'zod';
import { message, schemasByType } from '../message';
import { Code, scoreCeiling, Urgency } from '../values';

// Stream policy-main: one versioned document with every number that the rules of the case rest on.

/** What a number of the policy counts: said once, to whoever shows it or asks for it. */
export const policyUnits = ['hours', 'minutes', 'days', 'percent', 'minute-of-day', 'utc-offset'] as const;
export type PolicyUnit = (typeof policyUnits)[number];
const counted = (unit: PolicyUnit, min: number, max: number) => z.int().min(min).max(max).meta({ unit });

const Hours = counted('hours', 1, 24 * 366);
const byUrgency = z.strictObject({ normal: Hours, soon: Hours, urgent: Hours });
const MinutesOf = counted('minutes', 1, 60 * 24 * 14);
const PostKinds = z.array(Code).max(10);
const Points = z.int().min(0).max(10_000);
const MinuteOfDay = counted('minute-of-day', 0, 24 * 60);
const Party = z.enum(['branch', 'owners', 'property']);
const perUrgency = <S extends z.ZodType>(each: S) =>
  z.strictObject({ normal: each, soon: each, urgent: each });
const minutesByUrgency = z.strictObject({ normal: MinutesOf, soon: MinutesOf, urgent: MinutesOf });

/** How far back service and asks are counted at most: whoever counts them keeps as much. */
export const loadDaysMax = 366;
export const asksDaysMax = 91;

// What came after the first version is optional: documents that were adopted before stay readable.

export const PolicyDocument = z.strictObject({
  /** Minutes east of UTC: local days and weekly slots are counted in it (China: 480, no daylight saving). */
  timeZoneOffsetMinutes: counted('utc-offset', -720, 840),
  deadlineHours: z.strictObject({
    acceptance: byUrgency,
    dispatch: byUrgency,
    acknowledgement: byUrgency,
    handling: byUrgency,
    'follow-up': byUrgency,
    escalation: byUrgency.optional(),
  }),
  /** A deadline warns when this share of it is over, in percent. */
  warnAtPercent: counted('percent', 1, 99),
  offers: z.strictObject({
    expiryMinutes: minutesByUrgency,
    waveSize: z.int().min(1).max(50),
    wavesMax: z.int().min(1).max(20),
    /** Asks per volunteer in seven days, urgent ones excepted. */
    perWeekMax: z.int().min(1).max(50),
  }),
  /** So long before the agreed window begins a volunteer may check in. */
  checkInHoursBefore: counted('hours', 0, 24 * 14).optional(),
  /** After the start of the window, a volunteer who has not checked in did not come. */
  noShowAfterMinutes: MinutesOf,
  /** Logged attempts on different local days after which a requester counts as not reachable. */
  contactAttemptsMin: z.int().min(1).max(20),
  /** A requester's request within it reopens at once. */
  reopeningTermDays: counted('days', 1, 3660),
  /** How long after its end a case is archived by itself; never before that term is over. */
  archiveAfterDays: counted('days', 1, 3660).optional(),
  /** How far `occurredAt` may lie before `recordedAt`. */
  backdatingHoursMax: Hours,
  /** Share of on-the-spot cases that go to a check, in percent. */
  onSpotCheckPercent: counted('percent', 0, 100),
  grounds: z.strictObject({
    decline: z.array(Code).min(1),
    return: z.array(Code).min(1),
    reopeningRefusal: z.array(Code).min(1),
    override: z.array(Code).min(1),
    release: z.array(Code).min(1),
    transfer: z.array(Code).min(1),
    escalation: z.array(Code).min(1).optional(),
    responsibility: z.array(Code).min(1).optional(),
    void: z.array(Code).min(1).optional(),
    referral: z.array(Code).min(1).optional(),
    settlementFailure: z.array(Code).min(1).optional(),
    keyRefusal: z.array(Code).min(1).optional(),
    standIn: z.array(Code).min(1).optional(),
    jointFailure: z.array(Code).min(1).optional(),
  }),
  /** Who takes a case that climbs where the level above has no post of the category's kind: kinds of post, in this order. */
  escalationPostKinds: z.array(Code).max(20).optional(),
  /** Bodies outside the community to refer to. */
  referralBodies: z.array(Code).min(1).max(100).optional(),
  /** 三方会商 */
  jointResolution: z
    .strictObject({
      /** How long a party has for its key. */
      keyHours: byUrgency,
      /** Refusals and overdue keys after which it may be ended. */
      attemptsMin: z.int().min(1).max(20),
      /** From how many overdue keys on the matter climbs to the community. */
      climbsFrom: z.int().min(1).max(3).optional(),
      /** Whose holders stand in for a party, after those whom the compound names: kinds of post, in this order. */
      standInPostKinds: z.strictObject({ branch: PostKinds, owners: PostKinds, property: PostKinds }),
    })
    .optional(),
  defaultUrgency: Urgency,
  /** The kind of post that answers for what nobody's post received (reports by the web). */
  dutyPostKind: Code.optional(),
  /** 重开 */
  reopening: z
    .strictObject({
      /** From which reopening on somebody else handles it … */
      anotherHandlerFrom: z.int().min(1).max(20),
      /** … and the secretary supervises it. */
      supervisedFrom: z.int().min(1).max(20),
    })
    .optional(),
  /** Requesters score an outcome and the service from 1 to this. */
  scoreMax: z.int().min(2).max(scoreCeiling).optional(),
  /** Whose key holders may check what a company or partner has done; the property company never checks its own. */
  companyWorkCheckedBy: z
    .array(Party.exclude(['property']))
    .max(2)
    .optional(),
  /** When work may be done where nobody has agreed otherwise with the resident. */
  workWindows: z
    .strictObject({
      /** Urgent work: from now on for so long. */
      urgentMinutes: MinutesOf,
      /** Other work: on each of the next so many days that have room for it … */
      days: counted('days', 1, 14),
      /** … between these minutes of the local day. */
      opensMinute: MinuteOfDay,
      closesMinute: MinuteOfDay,
    })
    .optional(),
  /** Points by which volunteers are ranked, fewer is better. */
  ranking: z
    .strictObject({
      /** How near they live. */
      territory: z.strictObject({
        'same-building': Points,
        'same-compound': Points,
        'same-community': Points,
      }),
      /** Whether they like such work. */
      interest: z.strictObject({ all: Points, some: Points, none: Points }),
      /** Whether they have to be asked. */
      consent: z.strictObject({ standing: Points, toBeAsked: Points }),
      /** Per full hour of service in the last so many days. */
      load: z.strictObject({
        perHour: Points,
        max: Points,
        days: counted('days', 1, loadDaysMax).optional(),
      }),
      /** Per time they were asked in the last so many days. */
      asks: z.strictObject({ perAsk: Points, max: Points, days: counted('days', 1, asksDaysMax).optional() }),
      /** Asked less than a day, three days, a week ago. */
      recency: z.strictObject({ day: Points, threeDays: Points, week: Points }),
      /** Per skill beyond those needed: many-skilled people are kept for what only they can do. */
      spareSkill: z.strictObject({ perSkill: Points, max: Points }),
      /** Per half-hour after the earliest possible start. */
      wait: perUrgency(z.strictObject({ perHalfHour: Points, max: Points })),
    })
    .optional(),
});
export type PolicyDocument = z.infer<typeof PolicyDocument>;

export const PolicyEvent = z.discriminatedUnion('type', [
  message('PolicyAdopted', { version: z.int().min(1), document: PolicyDocument }),
]);
export type PolicyEvent = z.infer<typeof PolicyEvent>;
export const policyEvents = schemasByType(PolicyEvent.options);

export const PolicyCommand = z.discriminatedUnion('type', [
  /** `version` = the last one + 1, so that nobody adopts over a change they have not seen. */
  message('AdoptPolicy', { version: z.int().min(1), document: PolicyDocument }),
]);
export type PolicyCommand = z.infer<typeof PolicyCommand>;
export const policyCommands = schemasByType(PolicyCommand.options);

/** A document in which nothing is left out: what an older version did not know yet is the starter policy's. */
export type CompletePolicy = {
  readonly [Part in keyof Required<PolicyDocument>]: Part extends Grown
    ? Whole<NonNullable<PolicyDocument[Part]>>
    : Exclude<PolicyDocument[Part], undefined>;
};
/** Parts that have been given a value since. */
type Grown = 'deadlineHours' | 'grounds' | 'jointResolution' | 'ranking';
type Whole<Part> = {
  readonly [Key in keyof Part]-?: NonNullable<Part[Key]> extends { perHour: number } | { perAsk: number }
    ? Required<NonNullable<Part[Key]>>
    : NonNullable<Part[Key]>;
};

export type Policy = CompletePolicy & { readonly version: number };
