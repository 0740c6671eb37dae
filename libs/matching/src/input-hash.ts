import { canonicalJson, leafHashOf } from '@threekeys/integrity';
import type { CandidateProfile, MatchInput } from './input';
import { scoreVersion } from './score';

/** Names what a ranking was computed from: the leaf hash of its canonical JSON, the same for every order of the lists. */
export function inputHashOf({ candidates, exclude, conflicted, need, policy, ...asked }: MatchInput): string {
  const content = {
    caseId: asked.caseId,
    category: asked.category,
    urgency: asked.urgency,
    now: asked.now,
    policy: {
      timeZoneOffsetMinutes: policy.timeZoneOffsetMinutes,
      perWeekMax: policy.offers.perWeekMax,
      ranking: rankingOf(policy),
    },
    need: {
      seats: need.seats,
      minutes: need.minutes,
      place: [need.place.compound, need.place.building ?? '', need.place.entrance ?? ''],
      skills: sorted(need.skills),
      interests: sorted(need.interests),
      certificates: sorted(need.certificates),
      windows: sorted(need.windows.map(({ from, to }) => `${from}/${to}`)),
    },
    exclude: sorted(exclude),
    conflicted: sorted(conflicted),
    candidates: candidates.map(rememberedLine).sort(),
    tableVersion: scoreVersion,
  };
  return leafHashOf(Buffer.from(canonicalJson(content), 'utf8'));
}

/** Profiles never change: who passes the same one again is written once. */
const lines = new WeakMap<CandidateProfile, string>();

function rememberedLine(candidate: CandidateProfile): string {
  const known = lines.get(candidate);
  if (known !== undefined) return known;
  const line = lineOf(candidate);
  lines.set(candidate, line);
  return line;
}

/** One text per candidate: shorter to hash than the objects it stands for. Codes and instants hold none of its marks. */
function lineOf(candidate: CandidateProfile): string {
  const { freeTime, standingConsents, certificates, bookings, paused } = candidate;
  return [
    candidate.volunteerId,
    sorted(candidate.skills).join(),
    sorted(candidate.interests).join(),
    sorted(certificates.map(({ certificate, until }) => `${certificate}@${until}`)).join(),
    textOfFreeTime(freeTime),
    sorted(
      standingConsents.map((each) => `${sorted(each.categories).join('+')}:${bitsOf(each.weekly)}`),
    ).join(),
    sorted(bookings.map(({ from, to }) => `${from}/${to}`)).join(),
    candidate.compound,
    candidate.building ?? '',
    candidate.left === true ? 'left' : '',
    paused ? `paused:${paused.until ?? ''}` : '',
    candidate.minutesServed,
    candidate.asksLast7Days,
    candidate.lastAskedAt ?? '',
    ...(candidate.asksCounted === candidate.asksLast7Days ? [] : [candidate.asksCounted]),
  ].join('|');
}

/** How far back is counted was no choice at first: where it says what held then, a ranking of that time has its hash still. */
function rankingOf({ ranking: { load, asks, ...points } }: MatchInput['policy']) {
  return { ...points, load: unlessDays(load, 91), asks: unlessDays(asks, 7) };
}

function unlessDays<Term extends { readonly days: number }>({ days, ...term }: Term, before: number) {
  return days === before ? term : { ...term, days };
}

const knownTexts = new WeakMap<CandidateProfile['freeTime'], string>();

/** The week and the exceptions. Worked out once for each object: everybody's stands in every ranking. */
function textOfFreeTime(freeTime: CandidateProfile['freeTime']): string {
  const text = knownTexts.get(freeTime) ?? `${bitsOf(freeTime.weekly)}|${textOfExceptions(freeTime)}`;
  knownTexts.set(freeTime, text);
  return text;
}

function textOfExceptions({ exceptions }: CandidateProfile['freeTime']): string {
  return sorted(exceptions.map(({ date, free }) => `${date}:${bitsOf(free)}`)).join();
}

/** Half-hours as hexadecimal digits, four to a digit; `-` where none are given. */
function bitsOf(slots: readonly number[] | undefined): string {
  if (slots === undefined) return '-';
  const digits = new Uint8Array(84);
  for (const slot of slots) digits[slot >> 2] = (digits[slot >> 2] ?? 0) | (1 << (slot & 3));
  return Array.from(digits, (digit) => digit.toString(16)).join('');
}

function sorted(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...values].sort();
}
