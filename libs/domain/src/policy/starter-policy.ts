import type { PolicyDocument } from './policy.messages';

/**
 * Numbers to begin with, adopted as version 1 and changed by adopting the next version. The clocks follow the national
 * 12345 practice (DB11/T 2021-2022: dispatch within 1 h where life or property is in danger, 2 h for utilities and 24 h
 * else; feedback within 2 h, 24 h and 7 d), counted in clock hours.
 */
export const starterPolicy: PolicyDocument = {
  timeZoneOffsetMinutes: 480,
  deadlineHours: {
    acceptance: { normal: 24, soon: 4, urgent: 1 },
    dispatch: { normal: 24, soon: 6, urgent: 1 },
    acknowledgement: { normal: 24, soon: 4, urgent: 1 },
    handling: { normal: 168, soon: 72, urgent: 24 },
    'follow-up': { normal: 72, soon: 48, urgent: 24 },
  },
  warnAtPercent: 75,
  offers: {
    expiryMinutes: { normal: 720, soon: 120, urgent: 15 },
    waveSize: 3,
    wavesMax: 4,
    perWeekMax: 5,
  },
  noShowAfterMinutes: 30,
  contactAttemptsMin: 3,
  reopeningTermDays: 30,
  backdatingHoursMax: 72,
  onSpotCheckPercent: 20,
  grounds: {
    decline: [
      'not-our-area',
      'not-our-matter',
      'in-litigation',
      'already-decided',
      'anonymous-unverifiable',
      'no-matter',
    ],
    return: ['wrong-handler', 'outside-duties', 'skill-missing', 'capacity', 'needs-other-work-first'],
    reopeningRefusal: ['term-over', 'other-matter', 'nothing-new', 'solved-and-verified'],
    override: ['local-knowledge', 'resident-asked', 'handler-unavailable', 'safety', 'wrong-category'],
    release: [
      'volunteer-asked',
      'resident-asked',
      'no-longer-needed',
      'illness',
      'safety',
      'conflict-of-interest',
    ],
    transfer: ['post-left', 'wrong-post', 'absence', 'workload', 'conflict-of-interest', 'reopened'],
  },
  defaultUrgency: 'normal',
};
