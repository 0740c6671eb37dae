/**
 * The points of a score: integers, lower is better. A change of any number is a new version, so that a recorded ranking
 * can be computed again.
 */
export const scoreTable = {
  version: 1,
  /** How near they live. */
  territory: { 'same-building': 0, 'same-compound': 100, 'same-community': 300 },
  /** Whether they like such work. */
  interest: { all: 0, some: 60, none: 120 },
  /** Whether they have to be asked. */
  consent: { standing: 0, toBeAsked: 50 },
  /** Per full hour of service in the last 13 weeks. */
  load: { perHour: 10, max: 400 },
  /** Per time they were asked in the last seven days. */
  asks: { perAsk: 30, max: 240 },
  /** By full hours since they were last asked; nothing after the last step. */
  recency: [
    { underHours: 24, points: 120 },
    { underHours: 72, points: 60 },
    { underHours: 168, points: 20 },
  ],
  /** Per skill beyond those needed: many-skilled people are kept for what only they can do. */
  spareSkill: { perSkill: 5, max: 50 },
  /** Per half-hour after the earliest possible start. */
  wait: {
    normal: { perHalfHour: 1, max: 50 },
    soon: { perHalfHour: 2, max: 150 },
    urgent: { perHalfHour: 10, max: 300 },
  },
} as const;
