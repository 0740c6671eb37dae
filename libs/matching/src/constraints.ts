import { freeSlotsOf, overlap, weeklySlotsOf, type FreeSlots } from '@threekeys/domain';
import type { CandidateProfile, MatchInput } from './input';
import { possibleStarts, startsWhateverTheLength, type Start } from './starts';

/** What nobody can be matched against, in the order in which it is looked at. */
export const constraints = [
  'left',
  'conflict-of-interest',
  'conflict',
  'skill',
  'asked-too-often',
  'window-too-short',
  'certificate',
  'paused',
  'not-free',
  'booked',
] as const;
export type Constraint = (typeof constraints)[number];

/** Somebody who can do the work from `start` on, or the first constraint that stands against it. */
export type Judgement = { readonly start: Start } | { readonly constraint: Constraint };

/** An order as all its candidates are judged against it: what is the same for all is worked out once. */
export interface Question {
  readonly input: MatchInput;
  readonly excluded: ReadonlySet<string>;
  readonly conflicted: ReadonlySet<string>;
  readonly starts: readonly Start[];
}

export function questionOf(input: MatchInput): Question {
  const { exclude, conflicted } = input;
  return {
    ...{ input, excluded: new Set(exclude), conflicted: new Set(conflicted) },
    starts: possibleStarts(input),
  };
}

const none: ReadonlySet<Constraint> = new Set();

/** `lifted` constraints are passed over: that is how an explanation finds all that stand in the way. */
export function judge(
  question: Question,
  candidate: CandidateProfile,
  lifted: ReadonlySet<Constraint> = none,
): Judgement {
  for (const { constraint, fails } of personal)
    if (!lifted.has(constraint) && fails(question, candidate)) return { constraint };
  if (question.starts.length > 0) return judgeTime(question, candidate, { starts: question.starts, lifted });
  return lifted.has('window-too-short')
    ? judgeTime(question, candidate, { starts: startsWhateverTheLength(question.input), lifted })
    : { constraint: 'window-too-short' };
}

const personal: readonly {
  readonly constraint: Constraint;
  readonly fails: (question: Question, candidate: CandidateProfile) => boolean;
}[] = [
  { constraint: 'left', fails: (_question, { left }) => left === true },
  {
    constraint: 'conflict-of-interest',
    fails: ({ conflicted }, { volunteerId }) => conflicted.has(volunteerId),
  },
  { constraint: 'conflict', fails: ({ excluded }, { volunteerId }) => excluded.has(volunteerId) },
  {
    constraint: 'skill',
    fails: ({ input }, { skills }) => input.need.skills.some((each) => !skills.includes(each)),
  },
  { constraint: 'asked-too-often', fails: askedTooOften },
];

/** Urgent work asks everybody; a standing consent is no asking. */
function askedTooOften({ input }: Question, { asksLast7Days, standingConsents }: CandidateProfile): boolean {
  const { urgency, category, policy } = input;
  if (urgency === 'urgent' || standingConsents.some(({ categories }) => categories.includes(category)))
    return false;
  return asksLast7Days >= policy.offers.perWeekMax;
}

interface Times {
  readonly starts: readonly Start[];
  readonly lifted: ReadonlySet<Constraint>;
}

/** The earliest start that passes all; where there is none, the constraint that took the last ones away. */
function judgeTime({ input }: Question, candidate: CandidateProfile, { starts, lifted }: Times): Judgement {
  const checks = lifted.size === 0 ? timely : timely.filter(({ constraint }) => !lifted.has(constraint));
  const start = starts.find((each) => checks.every(({ passes }) => passes(candidate, each, input)));
  if (start) return { start };
  let left = starts;
  for (const { constraint, passes } of checks) {
    left = left.filter((each) => passes(candidate, each, input));
    if (left.length === 0) return { constraint };
  }
  throw new Error('A start that passes every check was not found');
}

const timely: readonly {
  readonly constraint: Constraint;
  readonly passes: (candidate: CandidateProfile, start: Start, input: MatchInput) => boolean;
}[] = [
  { constraint: 'certificate', passes: holdsCertificates },
  { constraint: 'paused', passes: (candidate, start) => !pausedAt(candidate, start) },
  { constraint: 'not-free', passes: ({ freeTime }, start) => coversSlots(freeSlotsOf(freeTime), start) },
  { constraint: 'booked', passes: ({ bookings }, start) => !bookings.some((each) => overlap(each, start)) },
];

function holdsCertificates({ certificates }: CandidateProfile, start: Start, { need }: MatchInput): boolean {
  return need.certificates.every((needed) =>
    certificates.some(({ certificate, until }) => certificate === needed && start.lastDate <= until),
  );
}

function pausedAt({ paused }: CandidateProfile, start: Start): boolean {
  return paused !== undefined && (paused.until === undefined || start.from < paused.until);
}

/** Whether a standing consent covers the whole of this work, so that nobody needs to be asked. */
export function consentsTo({ standingConsents }: CandidateProfile, category: string, start: Start): boolean {
  return standingConsents.some(
    ({ categories, weekly }) =>
      categories.includes(category) && (weekly === undefined || coversSlots(weeklySlotsOf(weekly), start)),
  );
}

function coversSlots(free: FreeSlots, { firstSlot, lastSlot }: Start): boolean {
  for (let slot = firstSlot; slot <= lastSlot; slot += 1) {
    if (!free(slot)) return false;
  }
  return true;
}
