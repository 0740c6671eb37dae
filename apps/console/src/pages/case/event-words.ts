import type { Messages } from '../../messages/zh';
import type { HistoryEvent } from '../../types';
import { partsOf } from './event-parts';
import { wordOf } from './fact-words';
import type { Wording } from './fact-words';

const shownFacts = [
  'ground',
  'reason',
  'kind',
  'basis',
  'body',
  'measure',
  'unit',
  'party',
  'version',
  'holder',
  'person',
  'until',
  'purpose',
  'reached',
  'accepted',
  'approved',
  'outcome',
  'contacted',
  'solved',
  'outcomeScore',
  'serviceScore',
  'passed',
  'form',
  'term',
  'mediator',
  'rightsExplained',
  'minutes',
  'costFen',
  'subjectOf',
  'channel',
  'as',
  'category',
  'number',
  'interrupts',
  'resumes',
] as const;

/** What an event says in codes, in words. */
export function factsOf({ data }: Pick<HistoryEvent, 'data'>, wording: Wording): readonly string[] {
  const { t } = wording;
  const facts = shownFacts.flatMap((name) => {
    const said = wordOf(name, data[name], wording);
    return said === undefined ? [] : [`${t.fields[name] ?? name}: ${said}`];
  });
  return [...facts, ...partsOf(data, wording), ...writtenDown(data, t)];
}

/** Who wrote another's word down, how it came, and where its signed sheet is; or who asked for the link it came by. */
function writtenDown(data: HistoryEvent['data'], t: Messages): readonly string[] {
  const { person, channel, minutes } = (data['recordedBy'] ?? {}) as Readonly<Record<string, string>>;
  const by = data['linkedBy'];
  return [
    ...(person ? [t.case.recordedBy(person)] : []),
    ...(channel ? [t.channels[channel] ?? channel] : []),
    ...(minutes ? [t.joint.minutes(minutes)] : []),
    ...(typeof by === 'string' ? [t.case.linkedBy(by)] : []),
  ];
}

const machineMade = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Who did it. A service, and whoever came by a link, has no account that a reader would know: their part is said instead. */
export function actorWords({ id, role }: HistoryEvent['actor'], t: Messages): string {
  return role === 'service' || machineMade.test(id) ? (t.roles[role] ?? role) : id;
}
